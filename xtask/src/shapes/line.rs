//! A line on its way to fewer points.

use super::crossing::Spot;
use super::cut::Point;
use super::simplify::{start_at_corner, worth};

/// A line, and which of its points are drawn.
pub(super) struct Line {
    points: Vec<Point>,
    /// In px², less where the line may be coarser.
    worth: Vec<f64>,
    kept: Vec<bool>,
    /// Numbers of the points that are drawn: kept, and not made needless by rounding.
    numbers: Vec<usize>,
    drawn: Vec<Spot>,
}

impl Line {
    /// A line with the points worth at least a tolerance in px² times the `coarseness` where they are.
    pub(super) fn new(
        mut points: Vec<Point>,
        coarseness: impl Fn(Point) -> f64,
        tolerance: f64,
    ) -> Self {
        start_at_corner(&mut points);
        let worth = worth(&points)
            .into_iter()
            .zip(&points)
            .map(|(worth, point)| worth / coarseness(*point))
            .collect();
        let mut line = Self {
            points,
            worth,
            kept: Vec::new(),
            numbers: Vec::new(),
            drawn: Vec::new(),
        };
        line.simplify(tolerance);
        line
    }

    /// Keeps the points worth at least a tolerance in px².
    pub(super) fn simplify(&mut self, tolerance: f64) {
        self.kept = self.worth.iter().map(|worth| *worth >= tolerance).collect();
        self.draw();
    }

    /// The line as drawn, in tenths of a pixel.
    pub(super) fn drawn(&self) -> &[Spot] {
        &self.drawn
    }

    /// Brings back the worthiest of the points that a drawn segment passes over; `false` if it
    /// passes over none.
    pub(super) fn bend(&mut self, segment: usize) -> bool {
        let passed = self.numbers[segment] + 1..self.numbers[segment + 1];
        let hidden = passed.filter(|&number| !self.kept[number]);
        let Some(best) = hidden.max_by(|&a, &b| self.worth[a].total_cmp(&self.worth[b])) else {
            return false;
        };
        self.kept[best] = true;
        true
    }

    /// Gives up the less worthy end of a drawn segment; `false` if both are ends of the line.
    pub(super) fn straighten(&mut self, segment: usize) -> bool {
        let (from, to) = (self.numbers[segment], self.numbers[segment + 1]);
        let least = if self.worth[from] < self.worth[to] {
            from
        } else {
            to
        };
        if self.worth[least].is_infinite() || !self.kept[least] {
            return false;
        }
        self.kept[least] = false;
        true
    }

    /// Rounds the kept points; drops repeats, the middles of straight runs, and the needles that
    /// rounding leaves.
    pub(super) fn draw(&mut self) {
        self.numbers.clear();
        self.drawn.clear();
        for number in (0..self.points.len()).filter(|&number| self.kept[number]) {
            let spot = round(self.points[number]);
            while let [.., before, last] = self.drawn[..] {
                let one = (last.0 - before.0, last.1 - before.1);
                let two = (spot.0 - last.0, spot.1 - last.1);
                if one.0 * two.1 != one.1 * two.0 {
                    break;
                }
                self.drawn.pop();
                self.numbers.pop();
            }
            if self.drawn.last() == Some(&spot) {
                self.numbers.pop();
                self.numbers.push(number);
            } else {
                self.drawn.push(spot);
                self.numbers.push(number);
            }
        }
    }
}

/// A step of the drawing's grid, in tenths of a pixel. The eye does not see the difference from 0.1, and the file is a
/// sixth smaller.
pub(super) const STEP: i32 = 2;

/// Rounds to the drawing's grid; the result is in tenths.
#[allow(clippy::cast_possible_truncation)] // the plane is 960 pixels wide
pub(super) fn round(point: Point) -> Spot {
    let tenths = |pixels: f64| (pixels * f64::from(10 / STEP)).round() as i32 * STEP;
    (tenths(point.0), tenths(point.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_leaves_no_repeats_runs_or_needles() {
        let points = [
            (0.0, 0.0),
            (0.01, 0.0),
            (0.2, 0.2),
            (0.4, 0.4),
            (1.0, 0.4),
            (1.0, 1.8),
            (1.0, 0.4),
            (1.6, 0.0),
        ];
        let line = Line::new(points.to_vec(), |_| 1.0, 0.0);
        assert_eq!(line.drawn(), [(0, 0), (4, 4), (10, 4), (16, 0)]);
    }

    #[test]
    fn a_segment_bends_to_the_worthiest_point_and_straightens_again() {
        let mut line = {
            let points = vec![(0.0, 0.0), (1.0, 0.5), (5.0, 3.0), (9.0, 0.0)];
            Line::new(points, |_| 1.0, 99.0)
        };
        assert_eq!(line.drawn(), [(0, 0), (90, 0)]);
        assert!(line.bend(0));
        line.draw();
        assert_eq!(line.drawn(), [(0, 0), (50, 30), (90, 0)]);
        assert!(line.straighten(1) && !line.bend(1));
        line.draw();
        assert_eq!(line.drawn(), [(0, 0), (90, 0)]);
        assert!(!line.straighten(0));
    }
}
