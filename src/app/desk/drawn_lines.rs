//! The lines of maps as the document holds them, for pictures of their own.

use crate::app::map_panel::{GRID, PLANE};
use crate::data::Dataset;
use crate::take::{Outline, Outlines};
use crate::web;

/// Every country's outline, and the lines between.
pub(super) fn drawn_lines(data: &Dataset) -> Outlines {
    let d = |id: &str| web::document::attribute(id, "d").unwrap_or_default();
    let outlined = data.countries().iter().filter(|country| country.outlined);
    let lands = outlined.map(|country| Outline {
        iso3: country.iso3.clone(),
        d: d(&format!("o-{}", country.iso3)),
    });
    Outlines {
        width: PLANE.0,
        height: PLANE.1,
        grid: GRID,
        lands: lands.collect(),
        borders: d("borders"),
        disputed: d("disputed"),
        graticule: d("graticule"),
        sphere: d("sphere"),
    }
}
