//! Where the map may be coarser: the fjords and the ice of the far north and south, where a pixel of
//! coast is nobody's mine.

use super::cut::Point;
use super::projection::equal_earth_inverse;

/// How much coarser than others the coasts of the far north and south are drawn.
const FAR: f64 = 4.0;
/// Northern latitude in degrees where coasts begin to be drawn more coarsely.
const NORTH: f64 = 63.0;
/// Southern latitude in degrees where coasts begin to be drawn more coarsely.
const SOUTH: f64 = 42.0;
/// Degrees over which they come to be so.
const WITHIN: f64 = 8.0;

/// How much coarser than elsewhere a line at a point of the plane may be, 1 or more.
pub(super) fn coarseness(point: Point) -> f64 {
    let (_, lat) = equal_earth_inverse(point.0, point.1);
    let beyond = (lat - NORTH).max(-lat - SOUTH);
    1.0 + (FAR - 1.0) * (beyond / WITHIN).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::super::projection::equal_earth;
    use super::*;

    #[test]
    fn the_far_north_and_south_are_coarser() {
        let at = |lon, lat| coarseness(equal_earth(lon, lat));
        assert!((at(100.0, 75.0) - FAR).abs() < 1e-9 && (at(-73.0, -52.0) - FAR).abs() < 1e-9);
        assert!((at(165.0, -21.0) - 1.0).abs() < 1e-9);
        assert!(at(25.0, 66.0) > 1.0 && at(25.0, 66.0) < FAR);
    }
}
