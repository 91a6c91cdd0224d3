//! The painter of supply risk against economic importance.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::Scatter;

/// CSS pixels kept for the labels of the axis on the left.
const LEFT: f64 = 34.0;
/// CSS pixels kept below for the labels and the name of the axis.
const BOTTOM: f64 = 48.0;
/// CSS pixels kept above for the name of the axis.
const TOP: f64 = 26.0;
/// CSS pixels of a point's radius.
const RADIUS: f64 = 4.0;
/// CSS pixels that a letter takes, about.
const LETTER: f64 = 7.9;
/// CSS pixels of a line of text.
const LINE: f64 = 15.0;

/// Points with intervals, thresholds as lines, names where there is room.
#[derive(Debug, Clone, Copy)]
pub struct Points;

impl Painter for Points {
    type Figure = Scatter;
    const HEIGHT: f64 = 440.0;

    fn summary(scatter: &Scatter) -> &str {
        &scatter.summary
    }

    fn paint<DB: DrawingBackend>(
        scatter: &Scatter,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(scatter, area, theme)
    }
}

/// The plane: whole numbers from nothing to just past the largest value.
struct Plane {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    across: f64,
    up: f64,
}

impl Plane {
    fn x(&self, value: f64) -> i32 {
        self.left + whole(f64::from(self.right - self.left) * value / self.across)
    }

    fn y(&self, value: f64) -> i32 {
        let value = value.min(self.up);
        self.bottom - whole(f64::from(self.bottom - self.top) * value / self.up)
    }
}

fn paint<DB: DrawingBackend>(
    scatter: &Scatter,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let (least_across, least_up) = scatter.thresholds;
    let largest = |values: &dyn Fn(&crate::figure::Point) -> f64, least: f64| {
        let points = scatter.points.iter();
        points.map(values).fold(least, f64::max).ceil()
    };
    let plane = Plane {
        left: theme.px(LEFT),
        right: width - theme.px(12.0),
        top: theme.px(TOP),
        bottom: theme.px(Points::HEIGHT - BOTTOM),
        across: largest(&|point| point.importance, least_across),
        up: largest(
            &|point| point.between.map_or(point.risk, |(_, high)| high),
            least_up,
        ),
    };
    axes(scatter, area, theme, &plane)?;
    let mut taken: Vec<[i32; 4]> = Vec::new();
    let radius = theme.px(RADIUS);
    // What matters last, so that it lies on top.
    for point in scatter.points.iter().rev() {
        let colour = if point.critical {
            Colour::Accent
        } else {
            Colour::Second
        };
        let (x, y) = (plane.x(point.importance), plane.y(point.risk));
        if let Some((low, high)) = point.between {
            let line: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(1.0));
            let ends = vec![(x, plane.y(low)), (x, plane.y(high))];
            area.draw(&PathElement::new(ends, line))?;
        }
        area.draw(&Circle::new((x, y), radius, theme.colour(colour).filled()))?;
        taken.push([x - radius, y - radius, x + radius, y + radius]);
    }
    for point in &scatter.points {
        let (x, y) = (plane.x(point.importance), plane.y(point.risk));
        let Some((side, at)) = room(&point.name, (x, y), &plane, theme, &mut taken) else {
            continue;
        };
        let style = text(theme, Colour::Ink, point.critical, side);
        area.draw(&Text::new(point.name.clone(), at, style))?;
    }
    Ok(())
}

/// Grid, numbers, thresholds and the axes' names.
fn axes<DB: DrawingBackend>(
    scatter: &Scatter,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    plane: &Plane,
) -> Result<(), DrawError> {
    let hairline: ShapeStyle = theme.colour(Colour::Line).stroke_width(theme.stroke(1.0));
    let gap = theme.px(8.0);
    let mut value = 0.0;
    while value <= plane.up {
        let y = plane.y(value);
        area.draw(&PathElement::new(
            vec![(plane.left, y), (plane.right, y)],
            hairline,
        ))?;
        let style = text(theme, Colour::Muted, false, HPos::Right);
        area.draw(&Text::new(
            format!("{value:.0}"),
            (plane.left - gap, y),
            style,
        ))?;
        value += if plane.up > 8.0 { 2.0 } else { 1.0 };
    }
    let mut value = 0.0;
    while value <= plane.across {
        let style = text(theme, Colour::Muted, false, HPos::Center);
        let at = (plane.x(value), plane.bottom + theme.px(14.0));
        area.draw(&Text::new(format!("{value:.0}"), at, style))?;
        value += 1.0;
    }
    let (importance, risk) = scatter.thresholds;
    let threshold: ShapeStyle = theme.colour(Colour::Ink).stroke_width(theme.stroke(1.0));
    let (x, y) = (plane.x(importance), plane.y(risk));
    for ends in [
        vec![(plane.left, y), (plane.right, y)],
        vec![(x, plane.top), (x, plane.bottom)],
    ] {
        area.draw(&PathElement::new(ends, threshold))?;
    }
    let up = text(theme, Colour::Muted, false, HPos::Left);
    area.draw(&Text::new(scatter.up, (0, theme.px(10.0)), up))?;
    let across = text(theme, Colour::Muted, false, HPos::Right);
    let at = (plane.right, plane.bottom + theme.px(36.0));
    area.draw(&Text::new(scatter.across, at, across))?;
    Ok(())
}

/// A place for a name beside its point that nothing else takes, if there is one.
fn room(
    name: &str,
    (x, y): (i32, i32),
    plane: &Plane,
    theme: Theme,
    taken: &mut Vec<[i32; 4]>,
) -> Option<(HPos, (i32, i32))> {
    let letters = f64::from(u16::try_from(name.chars().count()).unwrap_or(u16::MAX));
    let (width, half) = (theme.px(letters * LETTER), theme.px(LINE / 2.0));
    let (gap, above) = (theme.px(RADIUS + 4.0), theme.px(RADIUS + 9.0));
    let places = [
        (
            HPos::Left,
            (x + gap, y),
            [x + gap, y - half, x + gap + width, y + half],
        ),
        (
            HPos::Right,
            (x - gap, y),
            [x - gap - width, y - half, x - gap, y + half],
        ),
        (
            HPos::Left,
            (x, y - above),
            [x, y - above - half, x + width, y - above + half],
        ),
        (
            HPos::Left,
            (x, y + above),
            [x, y + above - half, x + width, y + above + half],
        ),
    ];
    let free = |bounds: &[i32; 4]| {
        let [left, top, right, bottom] = *bounds;
        left > plane.left
            && right <= plane.right
            && top >= plane.top
            && bottom <= plane.bottom
            && !taken.iter().any(|other| {
                left < other[2] && other[0] < right && top < other[3] && other[1] < bottom
            })
    };
    let (side, at, bounds) = places.into_iter().find(|(.., bounds)| free(bounds))?;
    taken.push(bounds);
    Some((side, at))
}
