//! The painter of a distribution of losses.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use super::bars::{text, whole};
use super::{Colour, DrawError, Painter, Theme};
use crate::figure::LossDistribution;
use crate::i18n::number::percent;
use crate::units::Share;

/// CSS pixels kept on either side, so that labels at the ends are whole.
const SIDE: f64 = 24.0;
/// CSS pixels kept above for the names of the landmarks, a line each.
const ABOVE: f64 = 46.0;
/// CSS pixels kept below for percentages and the axis' name.
const BELOW: f64 = 46.0;
/// CSS pixels that a letter of a name takes, at most on average.
const LETTER: f64 = 7.5;

/// Losses across, how many paths up; value at risk and its conditional mean as upright lines.
#[derive(Debug, Clone, Copy)]
pub struct Histogram;

impl Painter for Histogram {
    type Figure = LossDistribution;
    const HEIGHT: f64 = 240.0;

    fn summary(losses: &LossDistribution) -> &str {
        &losses.summary
    }

    fn paint<DB: DrawingBackend>(
        losses: &LossDistribution,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(losses, area, theme)
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps of an axis are few")]
fn paint<DB: DrawingBackend>(
    losses: &LossDistribution,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    let steps = losses.shown();
    if steps == 0 {
        return Ok(());
    }
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let (left, right) = (theme.px(SIDE), width - theme.px(SIDE));
    let (top, bottom) = (theme.px(ABOVE), theme.px(Histogram::HEIGHT - BELOW));
    let whole_axis = losses.parts.len() as f64;
    let end = steps as f64 / whole_axis;
    let x = |loss: f64| left + whole(f64::from(right - left) * loss.clamp(0.0, end) / end);
    let most = losses.parts.iter().copied().fold(f64::EPSILON, f64::max);
    for (at, part) in losses.parts.iter().enumerate().take(steps) {
        let height = whole(f64::from(bottom - top) * part / most);
        if height == 0 && *part <= 0.0 {
            continue;
        }
        let (from, to) = (x(at as f64 / whole_axis), x((at + 1) as f64 / whole_axis));
        // The worst paths differ in colour, and lie right of a line that is named.
        let tail = at as f64 / whole_axis >= losses.value_at_risk;
        let colour = if tail { Colour::Accent } else { Colour::Second };
        let upper = bottom - height.max(theme.px(1.0));
        let bounds = [(from, upper), ((to - theme.px(1.0)).max(from + 1), bottom)];
        area.draw(&Rectangle::new(bounds, theme.colour(colour).filled()))?;
    }
    let line: ShapeStyle = theme.colour(Colour::Muted).stroke_width(theme.stroke(1.0));
    area.draw(&PathElement::new(
        vec![(left, bottom), (right, bottom)],
        line,
    ))?;
    for quarter in 0..=4 {
        let loss = end * f64::from(quarter) / 4.0;
        let style = text(theme, Colour::Muted, false, HPos::Center);
        let label = percent(Share::clamped(loss)).replace(".0%", "%");
        area.draw(&Text::new(label, (x(loss), bottom + theme.px(14.0)), style))?;
    }
    let style = text(theme, Colour::Muted, false, HPos::Right);
    let at = (right + theme.px(SIDE / 2.0), bottom + theme.px(34.0));
    area.draw(&Text::new(losses.across, at, style))?;
    let landmarks = [losses.value_at_risk, losses.conditional];
    for (place, (loss, name)) in landmarks.into_iter().zip(&losses.names).enumerate() {
        let height = theme.px(10.0 + 18.0 * place as f64);
        let (colour, at) = (Colour::Ink, x(loss));
        let line: ShapeStyle = theme.colour(colour).stroke_width(theme.stroke(1.5));
        let ends = vec![(at, height), (at, bottom)];
        area.draw(&PathElement::new(ends, line))?;
        // The names stand away from each other's lines, unless there is no room.
        let room = if place == 0 { at - left } else { right - at };
        let outwards = room > theme.px(LETTER * name.chars().count() as f64);
        let (side, gap) = if (place == 0) == outwards {
            (HPos::Right, -theme.px(6.0))
        } else {
            (HPos::Left, theme.px(6.0))
        };
        let style = text(theme, colour, place == 1, side);
        area.draw(&Text::new(name.clone(), (at + gap, height), style))?;
    }
    Ok(())
}
