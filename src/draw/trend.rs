//! The painter of shares and concentration over the years.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{shortened, text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::Trend;
use crate::i18n::number::{index, percent};
use crate::units::Share;

/// CSS pixels kept for axis labels on the left.
const AXIS: f64 = 44.0;
/// CSS pixels kept for the lines' names on the right.
const NAMES: f64 = 150.0;
/// CSS pixels that a year takes below the axis.
const YEAR: f64 = 38.0;
/// CSS pixels between the lines' names.
const LEADING: f64 = 17.0;

/// A frame in which years run across and a value runs up.
struct Frame {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    years: usize,
    most: f64,
}

impl Frame {
    fn x(&self, at: usize) -> i32 {
        let steps = i32::try_from(self.years.saturating_sub(1))
            .unwrap_or(1)
            .max(1);
        self.left + (self.right - self.left) * i32::try_from(at).unwrap_or(0) / steps
    }

    fn y(&self, value: f64) -> i32 {
        self.bottom - whole(f64::from(self.bottom - self.top) * value / self.most)
    }
}

/// The largest shares as lines named at their ends, and below them the concentration of the same years.
#[derive(Debug, Clone, Copy)]
pub struct Lines;

impl Painter for Lines {
    type Figure = Trend;
    const HEIGHT: f64 = 250.0;

    fn summary(trend: &Trend) -> &str {
        &trend.summary
    }

    fn paint<DB: DrawingBackend>(
        trend: &Trend,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(trend, area, theme)
    }
}

fn paint<DB: DrawingBackend>(
    trend: &Trend,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    if trend.years.len() < 2 {
        return Ok(());
    }
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let largest = trend
        .lines
        .iter()
        .flat_map(|line| line.shares.iter().flatten())
        .copied();
    let most = nice_ceiling(largest.fold(0.0, f64::max));
    let frame = Frame {
        left: theme.px(AXIS),
        right: width - theme.px(NAMES),
        top: theme.px(12.0),
        bottom: theme.px(176.0),
        years: trend.years.len(),
        most,
    };
    for tick in [0.0, most / 2.0, most] {
        let label = percent(Share::clamped(tick)).replace(".0%", "%");
        gridline(area, theme, &frame, tick, label)?;
    }
    lines(trend, area, theme, &frame)?;
    let hhi = Frame {
        top: theme.px(198.0),
        bottom: theme.px(228.0),
        most: 10_000.0,
        ..frame
    };
    concentration(trend, area, theme, &hhi)?;
    // As many years as have room, counted back from the last; the chosen one always.
    let apart = i32::try_from(trend.years.len() - 1).unwrap_or(1);
    let apart = ((frame.right - frame.left) / apart).max(1);
    let step = usize::try_from(theme.px(YEAR) / apart + 1).unwrap_or(1);
    let chosen = trend.now.unwrap_or(trend.years.len() - 1);
    for (at, year) in trend.years.iter().enumerate() {
        let has_room =
            (trend.years.len() - 1 - at).is_multiple_of(step) && at.abs_diff(chosen) >= step;
        if at != chosen && !has_room {
            continue;
        }
        let style = text(theme, Colour::Muted, trend.now == Some(at), HPos::Center);
        area.draw(&Text::new(
            year.to_string(),
            (hhi.x(at), theme.px(241.0)),
            style,
        ))?;
    }
    Ok(())
}

fn lines<DB: DrawingBackend>(
    trend: &Trend,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    frame: &Frame,
) -> Result<(), DrawError> {
    let mut names: Vec<(i32, usize)> = Vec::new();
    for (place, line) in trend.lines.iter().enumerate().rev() {
        let (colour, weight) = if place == 0 {
            (Colour::Accent, 2.5)
        } else {
            (Colour::Second, 1.5)
        };
        let style: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(weight));
        let mut run = Vec::new();
        for (at, share) in line.shares.iter().enumerate() {
            if let Some(share) = share {
                run.push((frame.x(at), frame.y(*share)));
            } else {
                // A year without a figure is a gap, not a zero.
                area.draw(&PathElement::new(std::mem::take(&mut run), style))?;
            }
        }
        for &point in run.iter().rev().take(1) {
            area.draw(&Circle::new(
                point,
                theme.px(3.0),
                theme.colour(colour).filled(),
            ))?;
        }
        let end = line.shares.iter().rposition(Option::is_some);
        if let Some(share) = end.and_then(|at| line.shares[at]) {
            names.push((frame.y(share), place));
        }
        area.draw(&PathElement::new(run, style))?;
    }
    crate::order::sort_by_key(&mut names, |name| *name);
    for (y, place) in spread(&names, theme.px(LEADING), frame.bottom) {
        let line = &trend.lines[place];
        let share = line
            .shares
            .iter()
            .rev()
            .flatten()
            .next()
            .copied()
            .unwrap_or_default();
        let colour = if place == 0 {
            Colour::Accent
        } else {
            Colour::Ink
        };
        let style = text(theme, colour, place == 0, HPos::Left);
        let label = format!(
            "{} {}",
            shortened(&line.name),
            percent(Share::clamped(share))
        );
        area.draw(&Text::new(label, (frame.right + theme.px(8.0), y), style))?;
    }
    Ok(())
}

fn concentration<DB: DrawingBackend>(
    trend: &Trend,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    frame: &Frame,
) -> Result<(), DrawError> {
    gridline(area, theme, frame, 0.0, String::new())?;
    let style: ShapeStyle = theme.colour(Colour::Ink).stroke_width(theme.stroke(1.5));
    let mut run = Vec::new();
    for (at, value) in trend.hhi.iter().enumerate() {
        match value {
            Some(value) => run.push((frame.x(at), frame.y(*value))),
            None => area.draw(&PathElement::new(std::mem::take(&mut run), style))?,
        }
    }
    area.draw(&PathElement::new(run, style))?;
    if let Some(last) = trend.hhi.iter().rev().flatten().next() {
        let label = text(theme, Colour::Ink, false, HPos::Left);
        let at = (frame.right + theme.px(8.0), frame.y(*last));
        area.draw(&Text::new(format!("HHI {}", index(*last)), at, label))?;
    }
    Ok(())
}

fn gridline<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    frame: &Frame,
    value: f64,
    label: String,
) -> Result<(), DrawError> {
    let line: ShapeStyle = theme.colour(Colour::Line).stroke_width(theme.stroke(1.0));
    let y = frame.y(value);
    area.draw(&PathElement::new(
        vec![(frame.left, y), (frame.right, y)],
        line,
    ))?;
    let style = text(theme, Colour::Muted, false, HPos::Right);
    area.draw(&Text::new(label, (frame.left - theme.px(8.0), y), style))?;
    Ok(())
}

/// Names moved apart so that none covers another, in the order of their lines, within the frame.
fn spread(names: &[(i32, usize)], leading: i32, bottom: i32) -> Vec<(i32, usize)> {
    let mut placed = names.to_vec();
    for at in 1..placed.len() {
        placed[at].0 = placed[at].0.max(placed[at - 1].0 + leading);
    }
    let mut limit = bottom;
    for name in placed.iter_mut().rev() {
        name.0 = name.0.min(limit);
        limit = name.0 - leading;
    }
    placed
}

/// The smallest of the round shares that is at least as large.
fn nice_ceiling(largest: f64) -> f64 {
    [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0]
        .into_iter()
        .find(|step| *step >= largest)
        .unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::{nice_ceiling, spread};

    #[test]
    fn names_at_the_same_height_are_moved_apart_and_stay_in_the_frame() {
        let placed = spread(&[(100, 0), (100, 1), (170, 2), (176, 3)], 17, 176);
        assert!(
            placed.windows(2).all(|pair| pair[1].0 - pair[0].0 >= 17),
            "{placed:?}"
        );
        assert!(placed.iter().all(|(y, _)| *y <= 176));
    }

    #[test]
    fn the_axis_ends_at_a_round_share() {
        assert!((nice_ceiling(0.74) - 0.8).abs() < f64::EPSILON);
        assert!((nice_ceiling(1.0) - 1.0).abs() < f64::EPSILON);
    }
}
