//! The Equal Earth projection and the plane of the map.
//!
//! # References
//!
//! B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", *International Journal of
//! Geographical Information Science* 33 (3), 2019 (published online 2018), 454-465.

use std::f64::consts::PI;

/// Width of the map's plane, in pixels.
pub(crate) const WIDTH: f64 = 960.0;
/// The longitude in the middle of the map, degrees east. At 11.5° E the map's edge runs through
/// the Bering Strait (168.5° W), so Russia, Fiji and New Zealand stay whole.
pub(crate) const CENTRAL_MERIDIAN: f64 = 11.5;
/// The latitude of the plane's upper edge, degrees; the northernmost land is at 83.6° N.
pub(crate) const NORTH: f64 = 85.0;
/// The latitude of the plane's lower edge, degrees; Antarctica is not drawn.
pub(crate) const SOUTH: f64 = -57.0;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// The sine of the parametric latitude per sine of latitude, √3 / 2.
fn parametric() -> f64 {
    3.0_f64.sqrt() / 2.0
}

/// The ordinate on the unit sphere of a parametric latitude (radians).
fn ordinate(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// The derivative of [`ordinate`].
fn slope(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

/// Projects longitude and latitude (radians, longitude from the central meridian) onto the plane
/// of the unit sphere, ordinate upwards.
fn raw(lambda: f64, phi: f64) -> (f64, f64) {
    let theta = (parametric() * phi.sin()).asin();
    (
        lambda * theta.cos() / (parametric() * slope(theta)),
        ordinate(theta),
    )
}

/// Undoes [`raw`] by Newton's method.
fn raw_inverse(x: f64, y: f64) -> (f64, f64) {
    let mut theta = y / A1;
    for _ in 0..12 {
        let step = (ordinate(theta) - y) / slope(theta);
        theta -= step;
        if step.abs() < 1e-12 {
            break;
        }
    }
    let phi = (theta.sin() / parametric()).clamp(-1.0, 1.0).asin();
    (parametric() * x * slope(theta) / theta.cos(), phi)
}

/// Pixels per radius of the sphere.
fn scale() -> f64 {
    WIDTH / 2.0 / raw(PI, 0.0).0
}

/// Height of the map's plane in whole pixels, from [`NORTH`] to [`SOUTH`].
pub(crate) fn height() -> f64 {
    let span = raw(0.0, NORTH.to_radians()).1 - raw(0.0, SOUTH.to_radians()).1;
    (span * scale()).round()
}

/// Degrees of longitude east of the central meridian, from -180 (exclusive) to 180.
pub(crate) fn from_centre(lon_deg: f64) -> f64 {
    let turned = (lon_deg - CENTRAL_MERIDIAN).rem_euclid(360.0);
    if turned > 180.0 {
        turned - 360.0
    } else {
        turned
    }
}

/// Projects a longitude counted from the central meridian, and a latitude, both in degrees, onto
/// the plane. Unlike [`equal_earth`] it tells the left edge (-180) from the right one (180).
pub(crate) fn on_plane(from_centre_deg: f64, lat_deg: f64) -> (f64, f64) {
    let (x, y) = raw(from_centre_deg.to_radians(), lat_deg.to_radians());
    let top = raw(0.0, NORTH.to_radians()).1;
    (WIDTH / 2.0 + x * scale(), (top - y) * scale())
}

/// Projects a longitude and a latitude onto the 960-wide plane of the map.
///
/// # Units
///
/// Degrees in; pixels out, ordinate downwards, origin in the plane's upper left corner.
///
/// # Examples
///
/// The central meridian at the equator is in the middle: `equal_earth(11.5, 0.0).0 == 480.0`.
pub(crate) fn equal_earth(lon_deg: f64, lat_deg: f64) -> (f64, f64) {
    on_plane(from_centre(lon_deg), lat_deg)
}

/// The longitude (-180 to 180) and latitude in degrees of a point of the plane in pixels, the
/// inverse of [`equal_earth`].
pub(crate) fn equal_earth_inverse(x: f64, y: f64) -> (f64, f64) {
    let top = raw(0.0, NORTH.to_radians()).1;
    let (lambda, phi) = raw_inverse((x - WIDTH / 2.0) / scale(), top - y / scale());
    let lon = (lambda.to_degrees() + CENTRAL_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0;
    (lon, phi.to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ordinates and half widths of the unit sphere as published with the projection.
    #[test]
    fn extent_matches_the_published_aspect() {
        let half_width = raw(PI, 0.0).0;
        let half_height = raw(0.0, PI / 2.0).1;
        assert!((half_width / half_height - 2.054_58).abs() < 1e-4);
        // The poles are lines 0.59247 times as long as the equator.
        assert!((raw(PI, PI / 2.0).0 / half_width - 0.592_47).abs() < 1e-3);
    }

    #[test]
    fn areas_are_equal() {
        // A cell of one degree covers the same share of plane and sphere at every latitude.
        for lat in [0.0_f64, 25.0, 50.0, 75.0] {
            let (x0, y0) = on_plane(0.0, lat);
            let (x1, _) = on_plane(1.0, lat + 0.5);
            let (_, y2) = on_plane(0.0, lat + 1.0);
            let plane = (x1 - x0) * (y0 - y2) / scale().powi(2);
            let sphere =
                ((lat + 1.0).to_radians().sin() - lat.to_radians().sin()) * 1.0_f64.to_radians();
            assert!(
                (plane / sphere - 1.0).abs() < 1e-3,
                "{lat}: {}",
                plane / sphere
            );
        }
    }

    #[test]
    fn inverse_undoes_the_projection() {
        for lon in (-179..=180).step_by(7).map(f64::from) {
            for lat in (-56..=84).step_by(4).map(f64::from) {
                let (x, y) = equal_earth(lon, lat);
                let (back_lon, back_lat) = equal_earth_inverse(x, y);
                assert!((back_lat - lat).abs() < 1e-8, "{lon} {lat}: {back_lat}");
                assert!(
                    from_centre(back_lon - lon + CENTRAL_MERIDIAN).abs() < 1e-8,
                    "{lon} {lat}"
                );
            }
        }
    }

    #[test]
    fn the_plane_is_filled_edge_to_edge() {
        assert!((on_plane(-180.0, 0.0).0).abs() < 1e-9);
        assert!((on_plane(180.0, 0.0).0 - WIDTH).abs() < 1e-9);
        assert!(on_plane(0.0, NORTH).1.abs() < 1e-9);
        assert!((on_plane(0.0, SOUTH).1 - height()).abs() < 0.5);
    }
}
