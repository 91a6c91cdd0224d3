//! The painter of ranked bars.

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::{Colour, DrawError, Painter, Theme};
use crate::figure::Ranking;

/// CSS pixels a bar takes, with the space to the next one.
const ROW: f64 = 26.0;
/// CSS pixels of a bar itself.
const THICKNESS: f64 = 14.0;
const NAMES: f64 = Bars::NAMES;
const VALUES: f64 = Bars::VALUES;
/// CSS pixels of the text.
const TEXT: f64 = 13.0;
/// Letters of a name that fit the gutter.
const LETTERS: usize = 17;
/// The most bars that a ranking has: nine countries, the further ones, those not named.
const MOST: f64 = 11.0;

/// Ranked bars: name, bar, value.
#[derive(Debug, Clone, Copy)]
pub struct Bars;

impl Bars {
    /// CSS pixels kept for names on the left.
    pub const NAMES: f64 = 148.0;
    /// CSS pixels kept for values on the right.
    pub const VALUES: f64 = 66.0;
}

impl Painter for Bars {
    type Figure = Ranking;
    const HEIGHT: f64 = ROW * MOST;

    fn summary(ranking: &Ranking) -> &str {
        &ranking.summary
    }

    fn paint<DB: DrawingBackend>(
        ranking: &Ranking,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError> {
        paint(ranking, area, theme)
    }
}

fn paint<DB: DrawingBackend>(
    ranking: &Ranking,
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
) -> Result<(), DrawError> {
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let (left, right) = (theme.px(NAMES), width - theme.px(VALUES));
    let longest = ranking.bars.first().map_or(1.0, |bar| bar.share.fraction());
    let longest = ranking
        .bars
        .iter()
        .map(|bar| bar.share.fraction())
        .fold(longest, f64::max);
    let mut top = theme.px((ROW - THICKNESS) / 2.0);
    for bar in &ranking.bars {
        let bottom = top + theme.px(THICKNESS);
        let reach = f64::from(right - left) * bar.share.fraction() / longest.max(f64::EPSILON);
        let end = left + whole(reach).max(theme.px(1.0));
        let middle = i32::midpoint(top, bottom);
        let name = text(theme, Colour::Ink, bar.chosen, HPos::Right);
        area.draw(&Text::new(
            shortened(&bar.name),
            (left - theme.px(8.0), middle),
            name,
        ))?;
        if bar.unnamed {
            hatch(area, theme, (left, top), (end, bottom))?;
        } else {
            let fill = theme.colour(Colour::Accent).filled();
            area.draw(&Rectangle::new([(left, top), (end, bottom)], fill))?;
        }
        let value = text(theme, Colour::Ink, bar.chosen, HPos::Left);
        area.draw(&Text::new(
            bar.label.clone(),
            (end + theme.px(6.0), middle),
            value,
        ))?;
        top += theme.px(ROW);
    }
    Ok(())
}

/// A bar of what is not known: an outline filled with slanted lines, so that it differs by more than colour.
fn hatch<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    theme: Theme,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
) -> Result<(), DrawError> {
    let line: ShapeStyle = theme.colour(Colour::Second).stroke_width(theme.stroke(1.0));
    area.draw(&Rectangle::new([(left, top), (right, bottom)], line))?;
    let height = bottom - top;
    let step = theme.px(5.0).max(2);
    let mut x = left;
    while x < right + height {
        // From (x, top) down to the left, held within the bar.
        let (x0, y0) = if x > right {
            (right, top + (x - right))
        } else {
            (x, top)
        };
        let (x1, y1) = if x - height < left {
            (left, top + (x - left))
        } else {
            (x - height, bottom)
        };
        if y0 < y1 {
            area.draw(&PathElement::new(vec![(x0, y0), (x1, y1)], line))?;
        }
        x += step;
    }
    Ok(())
}

pub(super) fn text(theme: Theme, colour: Colour, bold: bool, side: HPos) -> TextStyle<'static> {
    let style = if bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let size = f64::from(theme.px(TEXT));
    TextStyle {
        font: FontDesc::new(FontFamily::Name(Theme::FONT), size, style),
        color: theme.colour(colour).to_backend_color(),
        pos: Pos::new(side, VPos::Center),
    }
}

/// A name that fits its gutter.
pub(super) fn shortened(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LETTERS - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a length on a screen is far below i32's range"
)]
pub(super) fn whole(length: f64) -> i32 {
    length.round() as i32
}
