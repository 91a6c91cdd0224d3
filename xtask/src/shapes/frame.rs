//! The map's edge and the net of meridians and parallels.

use super::crossing::Spot;
use super::cut::Point;
use super::line::round;
use super::path::Path;
use super::projection::{NORTH, SOUTH, equal_earth, on_plane};

/// Degrees between the lines of the net.
const NET: usize = 30;
/// Degrees of latitude between the points of a meridian; at 5 its bends are true to a tenth of a
/// pixel.
const STEP: usize = 5;

/// A meridian from the lower to the upper edge of the plane, given where it has each latitude.
fn meridian(at: impl Fn(f64) -> Point) -> Vec<Spot> {
    let inner = (-90..=90)
        .step_by(STEP)
        .map(f64::from)
        .filter(|lat| *lat > SOUTH && *lat < NORTH);
    let lats = std::iter::once(SOUTH)
        .chain(inner)
        .chain(std::iter::once(NORTH));
    lats.map(|lat| round(at(lat))).collect()
}

/// The edge of the map: both rims, the upper and the lower edge of the plane.
pub(super) fn sphere() -> String {
    let mut spots = meridian(|lat| on_plane(-180.0, lat));
    spots.extend(meridian(|lat| on_plane(180.0, lat)).iter().rev());
    let mut path = Path::default();
    path.ring(&spots);
    path.data()
}

/// Meridians and parallels every 30 degrees.
pub(super) fn graticule() -> String {
    let mut path = Path::default();
    for lon in (-180..180).step_by(NET).map(f64::from) {
        path.line(&meridian(|lat| equal_earth(lon, lat)));
    }
    for lat in (-90..=90)
        .step_by(NET)
        .map(f64::from)
        .filter(|lat| *lat > SOUTH && *lat < NORTH)
    {
        path.line(&[round(on_plane(-180.0, lat)), round(on_plane(180.0, lat))]);
    }
    path.data()
}
