//! The painter of places under every method.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Cross, PathElement, Rectangle, Text, TriangleMarker};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{shortened, text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::{Place, Places};

/// CSS pixels kept for names on the left.
const NAMES: f64 = 148.0;
/// CSS pixels of the list of methods above, two a line.
const LEGEND: f64 = 66.0;
/// CSS pixels a mineral takes.
const ROW: f64 = 44.0;
/// CSS pixels between the lines of two methods.
const LANE: f64 = 6.0;
/// The most minerals that are shown.
const MOST: f64 = 10.0;
/// CSS pixels below for the names of the axis's ends.
const AXIS: f64 = 26.0;
/// CSS pixels of a marker's radius.
const RADIUS: f64 = 3.5;
/// Colours of the methods, in their order; their shapes differ too.
const COLOURS: [Colour; 6] = [
    Colour::Second,
    Colour::Second,
    Colour::Ink,
    Colour::Accent,
    Colour::Accent,
    Colour::Ink,
];

/// A line a method within each mineral's row: a marker at its place, a line over its interval.
#[derive(Debug, Clone, Copy)]
pub struct Lanes;

impl Painter for Lanes {
    type Figure = Places;
    const HEIGHT: f64 = LEGEND + ROW * MOST + AXIS;

    fn summary(places: &Places) -> &str {
        &places.summary
    }

    fn paint<DB: DrawingBackend>(
        places: &Places,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(places, area, theme)
    }
}

fn paint<DB: DrawingBackend>(
    places: &Places,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let (left, right) = (theme.px(NAMES), width - theme.px(10.0));
    for (at, name) in places.methods.iter().enumerate() {
        let (column, line) = (at % 2, at / 2);
        let x = if column == 0 { 0 } else { width * 46 / 100 } + theme.px(RADIUS + 1.0);
        let y = theme.px(10.0) + step(theme, 20.0, line);
        marker(area, theme, at, (x, y))?;
        let style = text(theme, Colour::Ink, false, HPos::Left);
        area.draw(&Text::new(*name, (x + theme.px(10.0), y), style))?;
    }
    let hairline: ShapeStyle = theme.colour(Colour::Line).stroke_width(theme.stroke(1.0));
    let x = |way: f64| left + whole(f64::from(right - left) * way);
    let mut top = theme.px(LEGEND);
    for row in &places.rows {
        area.draw(&PathElement::new(vec![(0, top), (right, top)], hairline))?;
        let style = text(theme, Colour::Ink, false, HPos::Left);
        let middle = top + theme.px(ROW / 2.0);
        area.draw(&Text::new(shortened(&row.name), (0, middle), style))?;
        for (at, place) in row.places.iter().enumerate() {
            let Some(place) = place else { continue };
            let y = top + theme.px(7.0) + step(theme, LANE, at);
            interval(area, theme, at, *place, &x, y)?;
            marker(area, theme, at, (x(place.way(place.rank)), y))?;
        }
        top += theme.px(ROW);
    }
    area.draw(&PathElement::new(vec![(0, top), (right, top)], hairline))?;
    let ends = [(HPos::Left, left), (HPos::Right, right)];
    for (name, (side, x)) in places.ends.into_iter().zip(ends) {
        let style = text(theme, Colour::Muted, false, side);
        area.draw(&Text::new(name, (x, top + theme.px(14.0)), style))?;
    }
    Ok(())
}

fn step(theme: Theme, css: f64, times: usize) -> i32 {
    theme.px(css * f64::from(u16::try_from(times).unwrap_or(u16::MAX)))
}

fn interval<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    method: usize,
    place: Place,
    x: &impl Fn(f64) -> i32,
    y: i32,
) -> Result<(), DrawError> {
    if let Some((first, last)) = place.between {
        let colour = theme.colour(COLOURS[method % COLOURS.len()]);
        let line: ShapeStyle = colour.stroke_width(theme.stroke(1.0));
        let ends = vec![(x(place.way(first)), y), (x(place.way(last)), y)];
        area.draw(&PathElement::new(ends, line))?;
    }
    Ok(())
}

/// A method's sign, told by shape as well as by colour.
fn marker<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    method: usize,
    (x, y): (i32, i32),
) -> Result<(), DrawError> {
    let colour = theme.colour(COLOURS[method % COLOURS.len()]);
    let radius = theme.px(RADIUS);
    let square = [(x - radius, y - radius), (x + radius, y + radius)];
    let line: ShapeStyle = colour.stroke_width(theme.stroke(1.5));
    match method {
        0 => area.draw(&Circle::new((x, y), radius, line))?,
        1 => area.draw(&Circle::new((x, y), radius, colour.filled()))?,
        2 => area.draw(&Cross::new((x, y), radius, line))?,
        3 => area.draw(&Rectangle::new(square, colour.filled()))?,
        4 => area.draw(&TriangleMarker::new((x, y), radius + 1, colour.filled()))?,
        _ => area.draw(&Rectangle::new(square, line))?,
    }
    Ok(())
}
