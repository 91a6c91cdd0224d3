//! SVG path data in its shortest plain form: relative moves and lines, in whole steps of the drawing's grid.

use super::crossing::Spot;
use super::line::STEP;

/// A path being written.
#[derive(Default)]
pub(super) struct Path {
    data: String,
    /// Where the pen is, in tenths of a pixel.
    pen: Spot,
}

impl Path {
    /// Adds a closed ring; its first point is not to be repeated at its end.
    pub(super) fn ring(&mut self, spots: &[Spot]) {
        self.line(spots);
        if let Some(&first) = spots.first() {
            self.data.push('z');
            self.pen = first;
        }
    }

    /// Adds an open line.
    pub(super) fn line(&mut self, spots: &[Spot]) {
        if spots.is_empty() {
            return;
        }
        // The first move counts from the origin; the points that follow a move are lines.
        self.data.push('m');
        for &spot in spots {
            self.number(spot.0 - self.pen.0);
            self.number(spot.1 - self.pen.1);
            self.pen = spot;
        }
    }

    /// The path data.
    pub(super) fn data(self) -> String {
        self.data
    }

    fn number(&mut self, tenths: i32) {
        debug_assert_eq!(tenths % STEP, 0, "between two points of the grid");
        let text = (tenths / STEP).to_string();
        // A sign parts two numbers as well as a space does.
        if self.data.ends_with(|last: char| last.is_ascii_digit()) && !text.starts_with('-') {
            self.data.push(' ');
        }
        self.data.push_str(&text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_and_lines_are_relative() {
        let mut path = Path::default();
        path.ring(&[(100, 200), (116, 206), (110, 300)]);
        path.line(&[(90, 200), (100, 206)]);
        // After z the pen is back at the ring's start.
        assert_eq!(path.data(), "m50 100 8 3-3 47zm-5 0 5 3");
    }
}
