//! SVG path data in its shortest plain form: relative moves and lines, one decimal.

use std::fmt::Write;

use super::crossing::Spot;

/// A path being written. All coordinates are tenths of a pixel.
#[derive(Default)]
pub(super) struct Path {
    data: String,
    /// Where the pen is.
    pen: Spot,
    /// Whether a number directly before needs no separator before a sign only, or a point too.
    before: Before,
}

/// What the path data end with.
#[derive(Default, Clone, Copy, PartialEq)]
enum Before {
    /// A letter, or nothing.
    #[default]
    Letter,
    /// A whole number.
    Whole,
    /// A number with a decimal point: another point can only begin the next number.
    Decimal,
}

impl Path {
    /// Adds a closed ring; its first point is not to be repeated at its end.
    pub(super) fn ring(&mut self, spots: &[Spot]) {
        self.line(spots);
        if let Some(&first) = spots.first() {
            self.letter('z');
            self.pen = first;
        }
    }

    /// Adds an open line.
    pub(super) fn line(&mut self, spots: &[Spot]) {
        if spots.is_empty() {
            return;
        }
        // The first move counts from the origin; the points that follow a move are lines.
        self.letter('m');
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

    fn letter(&mut self, letter: char) {
        self.data.push(letter);
        self.before = Before::Letter;
    }

    fn number(&mut self, tenths: i32) {
        let text = decimal(tenths);
        let separate = match (self.before, text.as_bytes()[0]) {
            (Before::Letter, _) | (_, b'-') | (Before::Decimal, b'.') => false,
            (Before::Whole | Before::Decimal, _) => true,
        };
        if separate {
            self.data.push(' ');
        }
        self.before = if text.contains('.') {
            Before::Decimal
        } else {
            Before::Whole
        };
        self.data.push_str(&text);
    }
}

/// Tenths as a decimal number without needless zeros: 12 is `1.2`, -5 is `-.5`, 40 is `4`.
pub(super) fn decimal(tenths: i32) -> String {
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    let mut text = String::from(if tenths < 0 { "-" } else { "" });
    // Writing to a string cannot fail.
    let written = match (whole, tenth) {
        (whole, 0) => write!(text, "{whole}"),
        (0, tenth) => write!(text, ".{tenth}"),
        (whole, tenth) => write!(text, "{whole}.{tenth}"),
    };
    debug_assert!(written.is_ok());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_characters() {
        assert_eq!(
            [12, -5, 40, 0, -103].map(decimal),
            ["1.2", "-.5", "4", "0", "-10.3"]
        );
    }

    #[test]
    fn rings_and_lines_are_relative() {
        let mut path = Path::default();
        path.ring(&[(100, 200), (115, 205), (110, 300)]);
        path.line(&[(90, 200), (100, 205)]);
        // After z the pen is back at the ring's start.
        assert_eq!(path.data(), "m10 20 1.5.5-.5 9.5zm-1 0 1 .5");
    }
}
