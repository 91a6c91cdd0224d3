//! What a picture is of: any chart, or a map.

use super::Outlines;
use super::map::Map;
use crate::draw::{
    self, Bars, DrawError, Histogram, Lanes, Lines, Painter, Path, Points, Theme, to_svg_elements,
};
use crate::figure::{Frontier, LossDistribution, Places, Ranking, Scatter, SupplyPath, Trend};

/// The least width, in CSS pixels, at which charts leave room for their names.
const NARROWEST: f64 = 420.0;
/// Charts are not blown up beyond this.
const LARGEST: f64 = 1.6;

/// What a picture is of.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// A map.
    Map(Map),
    /// Ranked bars.
    Ranking(Ranking),
    /// Shares over the years.
    Trend(Trend),
    /// Risk against importance.
    Scatter(Scatter),
    /// Where methods disagree.
    Places(Places),
    /// Use over the months.
    Path(SupplyPath),
    /// How large a loss may be.
    Losses(LossDistribution),
    /// Risk against burden.
    Frontier(Frontier),
}

/// The room that a drawing has, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub(super) wide: f64,
    /// None where it takes as much as it needs.
    pub(super) tall: Option<f64>,
}

impl Drawing {
    /// What it shows, in words.
    #[must_use]
    pub fn summary(&self) -> &str {
        match self {
            Self::Map(map) => &map.summary,
            Self::Ranking(figure) => &figure.summary,
            Self::Trend(figure) => &figure.summary,
            Self::Scatter(figure) => &figure.summary,
            Self::Places(figure) => &figure.summary,
            Self::Path(figure) => &figure.summary,
            Self::Losses(figure) => &figure.summary,
            Self::Frontier(figure) => &figure.summary,
        }
    }

    /// The elements of the drawing from the origin on, and how high it is.
    pub(super) fn elements(
        &self,
        room: Room,
        outlines: &Outlines,
        theme: Theme,
    ) -> Result<(String, f64), DrawError> {
        match self {
            Self::Map(map) => Ok(mapped(map, room, outlines, theme)),
            Self::Ranking(figure) => charted::<Bars>(figure, room, theme),
            Self::Trend(figure) => charted::<Lines>(figure, room, theme),
            Self::Scatter(figure) => charted::<Points>(figure, room, theme),
            Self::Places(figure) => charted::<Lanes>(figure, room, theme),
            Self::Path(figure) => charted::<Path>(figure, room, theme),
            Self::Losses(figure) => charted::<Histogram>(figure, room, theme),
            Self::Frontier(figure) => charted::<draw::Frontier>(figure, room, theme),
        }
    }
}

fn mapped(map: &Map, room: Room, outlines: &Outlines, theme: Theme) -> (String, f64) {
    let legend = map.legend_height(room.wide);
    let natural = room.wide * outlines.height / outlines.width;
    let tall = room
        .tall
        .map_or(natural, |tall| (tall - legend).clamp(1.0, natural));
    let svg = map.elements(outlines, room.wide, tall, theme);
    (svg, tall + legend)
}

/// A chart in its room: of its own height, or scaled to the one that there is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture's width is positive and far below u32's range"
)]
fn charted<P: Painter>(
    figure: &P::Figure,
    room: Room,
    theme: Theme,
) -> Result<(String, f64), DrawError> {
    let scale = room.tall.map_or(1.0, |tall| {
        (tall / P::HEIGHT)
            .min(room.wide / NARROWEST)
            .clamp(0.05, LARGEST)
    });
    let width = (room.wide / scale).floor().max(1.0) as u32;
    let elements = to_svg_elements::<P>(figure, width, theme)?;
    let svg = format!("<g transform=\"scale({scale:.4})\">{elements}</g>\n");
    Ok((svg, P::HEIGHT * scale))
}
