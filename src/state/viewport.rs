//! The part of the map that is in view.

/// Zoom and centre of the map.
///
/// # Units
/// `zoom` is a factor, 1 to 12; `x` and `y` are the centre on the map plane as fractions of its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    zoom: f64,
    x: f64,
    y: f64,
}

impl Viewport {
    /// The whole world.
    pub const WORLD: Self = Self {
        zoom: 1.0,
        x: 0.5,
        y: 0.5,
    };
    /// The closest view, at which the finest outlines are still lines and not corners.
    pub const CLOSEST: f64 = 12.0;

    /// A viewport held within the map: the zoom within its range, no edge beyond the map's.
    #[must_use]
    pub fn new(zoom: f64, x: f64, y: f64) -> Self {
        let finite = |value: f64, otherwise: f64| if value.is_finite() { value } else { otherwise };
        // As fine as links write it, so that a view and its link are the same view.
        let rounded = |value: f64, steps: f64| (value * steps).round() / steps;
        let zoom = rounded(finite(zoom, 1.0).clamp(1.0, Self::CLOSEST), 100.0);
        let reach = 0.5 / zoom;
        let held = |at: f64| rounded(finite(at, 0.5).clamp(reach, 1.0 - reach), 10_000.0);
        Self {
            zoom,
            x: held(x),
            y: held(y),
        }
    }

    /// The factor of enlargement.
    #[must_use]
    pub fn zoom(self) -> f64 {
        self.zoom
    }

    /// The centre, as fractions of the map's width and height.
    #[must_use]
    pub fn centre(self) -> (f64, f64) {
        (self.x, self.y)
    }

    /// Whether the whole world is in view.
    #[must_use]
    pub fn is_world(self) -> bool {
        self.zoom <= 1.0
    }

    /// This view enlarged by `factor` about a point of the frame, which stays where it is.
    ///
    /// # Units
    /// `fx` and `fy` are fractions of the frame's width and height.
    #[must_use]
    pub fn zoomed_about(self, factor: f64, fx: f64, fy: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, Self::CLOSEST);
        let shift = 1.0 / self.zoom - 1.0 / zoom;
        Self::new(
            zoom,
            self.x + (fx - 0.5) * shift,
            self.y + (fy - 0.5) * shift,
        )
    }

    /// This view moved by a part of the frame's width and height.
    #[must_use]
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self::new(self.zoom, self.x + dx / self.zoom, self.y + dy / self.zoom)
    }

    /// The box of the map plane that is in view: left, top, width, height.
    #[must_use]
    pub fn view_box(self, width: f64, height: f64) -> [f64; 4] {
        let (w, h) = (width / self.zoom, height / self.zoom);
        [self.x * width - w / 2.0, self.y * height - h / 2.0, w, h]
    }
}

impl Default for Viewport {
    fn default() -> Self {
        Self::WORLD
    }
}

#[cfg(test)]
mod tests {
    use super::Viewport;

    #[test]
    fn no_view_shows_beyond_the_edge_of_the_map() {
        let corner = Viewport::new(4.0, 0.0, 1.0).view_box(960.0, 480.0);
        assert_eq!(
            corner.map(f64::to_bits),
            [0.0_f64, 360.0, 240.0, 120.0].map(f64::to_bits)
        );
        assert_eq!(Viewport::new(f64::NAN, f64::INFINITY, 2.0), Viewport::WORLD);
    }

    #[test]
    fn zooming_about_a_point_keeps_that_point_in_place() {
        let (before, fx, fy) = (Viewport::new(2.0, 0.5, 0.5), 0.25, 0.75);
        let after = before.zoomed_about(2.0, fx, fy);
        let at = |view: Viewport| {
            let [left, top, width, height] = view.view_box(1.0, 1.0);
            (left + fx * width, top + fy * height)
        };
        // Views are rounded to a ten-thousandth of the map.
        assert!((at(before).0 - at(after).0).abs() < 1e-4);
        assert!((at(before).1 - at(after).1).abs() < 1e-4);
    }
}
