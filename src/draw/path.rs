//! The painter of use over the months, with its band.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{DashedPathElement, PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::SupplyPath;
use crate::i18n::number::percent;
use crate::units::Share;

/// CSS pixels kept for axis labels on the left.
const AXIS: f64 = 48.0;
/// CSS pixels kept below for the years.
const BELOW: f64 = 26.0;
/// CSS pixels that a year's label takes.
const YEAR: f64 = 44.0;

/// Months across, use up: a line a scenario, the simulated mean dashed in its band.
#[derive(Debug, Clone, Copy)]
pub struct Path;

impl Painter for Path {
    type Figure = SupplyPath;
    const HEIGHT: f64 = 240.0;

    fn summary(path: &SupplyPath) -> &str {
        &path.summary
    }

    fn paint<DB: DrawingBackend>(
        path: &SupplyPath,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(path, area, theme)
    }
}

/// Where a month and a part of use are.
struct Frame {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    months: f64,
    most: f64,
}

impl Frame {
    fn at(&self, month: usize, value: f64) -> (i32, i32) {
        let month = f64::from(u16::try_from(month).unwrap_or(u16::MAX));
        (
            self.left + whole(f64::from(self.right - self.left) * month / self.months),
            self.bottom
                - whole(
                    f64::from(self.bottom - self.top) * value.clamp(0.0, self.most) / self.most,
                ),
        )
    }

    /// A value a month, held to the month's end: losses begin and end on a day and do not slope towards it.
    fn steps(&self, values: impl Iterator<Item = f64>) -> Vec<(i32, i32)> {
        let mut points = Vec::new();
        for (month, value) in values.enumerate() {
            points.extend([self.at(month, value), self.at(month + 1, value)]);
        }
        points
    }
}

fn paint<DB: DrawingBackend>(
    path: &SupplyPath,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    if path.months() == 0 {
        return Ok(());
    }
    let (width, _) = area.dim_in_pixel();
    let frame = Frame {
        left: theme.px(AXIS),
        right: i32::try_from(width).unwrap_or(i32::MAX) - theme.px(12.0),
        top: theme.px(12.0),
        bottom: theme.px(Path::HEIGHT - BELOW),
        months: f64::from(u16::try_from(path.months()).unwrap_or(u16::MAX)),
        most: path.most(),
    };
    axes(path, area, theme, &frame)?;
    if let Some((mean, band)) = &path.simulated {
        let mut edge = frame.steps(band.iter().map(|(_, high)| *high));
        let mut lower = frame.steps(band.iter().map(|(low, _)| *low));
        lower.reverse();
        edge.extend(lower);
        let fill = theme.colour(Colour::Unknown).mix(0.35).filled();
        area.draw(&Polygon::new(edge, fill))?;
        let line: ShapeStyle = theme.colour(Colour::Ink).stroke_width(theme.stroke(1.5));
        let points = frame.steps(mean.use_left.iter().copied());
        let (dash, gap) = (theme.stroke(5.0), theme.stroke(4.0));
        area.draw(&DashedPathElement::new(points, dash, gap, line))?;
    }
    for (place, line) in path.lines.iter().enumerate().rev() {
        let (colour, weight) = if place == 0 {
            (Colour::Accent, 2.5)
        } else {
            (Colour::Second, 2.0)
        };
        let style: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(weight));
        let points = frame.steps(line.use_left.iter().copied());
        area.draw(&PathElement::new(points, style))?;
    }
    Ok(())
}

/// Grid, percentages and years.
fn axes<DB: DrawingBackend>(
    path: &SupplyPath,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    frame: &Frame,
) -> Result<(), DrawError> {
    for value in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let colour = if value < 1.0 {
            Colour::Line
        } else {
            Colour::Muted
        };
        let line: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(1.0));
        let (_, y) = frame.at(0, value);
        let ends = vec![(frame.left, y), (frame.right, y)];
        area.draw(&PathElement::new(ends, line))?;
        let style = text(theme, Colour::Muted, false, HPos::Right);
        let label = percent(Share::clamped(value)).replace(".0%", "%");
        area.draw(&Text::new(label, (frame.left - theme.px(8.0), y), style))?;
    }
    let mut free_from = frame.left - theme.px(YEAR);
    for (month, label) in &path.ticks {
        let (x, y) = frame.at(*month, 0.0);
        // A label that would be cut off or lie on another is left out.
        let half = theme.px(YEAR / 2.0);
        if x - half < free_from || x + half > frame.right + theme.px(12.0) {
            continue;
        }
        free_from = x + half;
        let style = text(theme, Colour::Muted, false, HPos::Center);
        area.draw(&Text::new(label.clone(), (x, y + theme.px(14.0)), style))?;
    }
    Ok(())
}
