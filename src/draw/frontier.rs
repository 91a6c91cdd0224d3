//! The painter of risk against burden.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::Frontier as Figure;
use crate::i18n::number::tenth;

/// CSS pixels kept for the labels of the axis on the left.
const LEFT: f64 = 34.0;
/// CSS pixels kept above for the name of the axis.
const TOP: f64 = 28.0;
/// CSS pixels kept below for the labels and the name of the axis.
const BOTTOM: f64 = 48.0;
/// CSS pixels kept on the right, so that the last label is whole.
const RIGHT: f64 = 16.0;
/// CSS pixels of a mark's radius.
const RADIUS: f64 = 5.0;
/// Steps of each axis.
const STEPS: u8 = 4;

/// Risk across, burden up: the frontier as a line, mixes as points, bounds as upright strokes.
#[derive(Debug, Clone, Copy)]
pub struct Frontier;

impl Painter for Frontier {
    type Figure = Figure;
    const HEIGHT: f64 = 320.0;

    fn summary(frontier: &Figure) -> &str {
        &frontier.summary
    }

    fn paint<DB: DrawingBackend>(
        frontier: &Figure,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(frontier, area, theme)
    }
}

/// The plane, from nothing to just past the largest values.
struct Plane {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    across: f64,
    up: f64,
}

impl Plane {
    fn at(&self, (risk, burden): (f64, f64)) -> (i32, i32) {
        (
            self.left + whole(f64::from(self.right - self.left) * risk / self.across),
            self.bottom - whole(f64::from(self.bottom - self.top) * burden / self.up),
        )
    }
}

/// The least value of even steps of tenths that is no less.
fn end(most: f64) -> f64 {
    let step = f64::from(STEPS) / 10.0;
    (most.max(0.01) / step).ceil() * step
}

fn paint<DB: DrawingBackend>(
    frontier: &Figure,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    if frontier.line.is_empty() {
        return Ok(());
    }
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let (risk, burden) = frontier.most();
    let plane = Plane {
        left: theme.px(LEFT),
        right: width - theme.px(RIGHT),
        top: theme.px(TOP),
        bottom: theme.px(Frontier::HEIGHT - BOTTOM),
        across: end(risk),
        up: end(burden),
    };
    axes(frontier, area, theme, &plane)?;
    for (points, colour, stroke) in [
        (&frontier.light, Colour::Second, 1.0),
        (&frontier.line, Colour::Accent, 2.0),
    ] {
        let line: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(stroke));
        let points: Vec<(i32, i32)> = points.iter().map(|point| plane.at(*point)).collect();
        if points.len() > 1 {
            area.draw(&PathElement::new(points, line))?;
        }
    }
    for (place, mark) in (0_u8..).zip(&frontier.marks) {
        let colour = if mark.main {
            Colour::Accent
        } else {
            Colour::Ink
        };
        let (low, high) = mark.burden;
        let (x, y) = plane.at((mark.risk, high));
        let line: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(1.5));
        area.draw(&PathElement::new(
            vec![plane.at((mark.risk, low)), (x, y)],
            line,
        ))?;
        let dot = theme.colour(colour).filled();
        area.draw(&Circle::new((x, y), theme.px(RADIUS), dot))?;
        // Each name on its own line above or below, on the side that has room for it.
        let (side, gap) = if x > i32::midpoint(plane.left, plane.right) {
            (HPos::Right, -theme.px(10.0))
        } else {
            (HPos::Left, theme.px(10.0))
        };
        let offset = theme.px(f64::from(place) * 16.0 - 16.0);
        let style = text(theme, colour, mark.main, side);
        area.draw(&Text::new(mark.name, (x + gap, y + offset), style))?;
    }
    Ok(())
}

/// Grid, numbers and the axes' names.
fn axes<DB: DrawingBackend>(
    frontier: &Figure,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    plane: &Plane,
) -> Result<(), DrawError> {
    let hairline: ShapeStyle = theme.colour(Colour::Line).stroke_width(theme.stroke(1.0));
    for step in 0..=STEPS {
        let part = f64::from(step) / f64::from(STEPS);
        let (risk, burden) = (plane.across * part, plane.up * part);
        let (x, y) = plane.at((risk, burden));
        area.draw(&PathElement::new(
            vec![(plane.left, y), (plane.right, y)],
            hairline,
        ))?;
        let style = text(theme, Colour::Muted, false, HPos::Right);
        area.draw(&Text::new(
            tenth(burden),
            (plane.left - theme.px(8.0), y),
            style,
        ))?;
        let style = text(theme, Colour::Muted, false, HPos::Center);
        area.draw(&Text::new(
            tenth(risk),
            (x, plane.bottom + theme.px(14.0)),
            style,
        ))?;
    }
    let up = text(theme, Colour::Muted, false, HPos::Left);
    area.draw(&Text::new(frontier.up, (0, theme.px(10.0)), up))?;
    let across = text(theme, Colour::Muted, false, HPos::Right);
    let at = (plane.right, plane.bottom + theme.px(36.0));
    area.draw(&Text::new(frontier.across, at, across))?;
    Ok(())
}
