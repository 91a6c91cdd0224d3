//! The point well inside a shape where a label or a flow can start: the pole of inaccessibility.

use super::crossing::Spot;
use super::cut::Point;

/// Cells across and down in every round of the search.
const CELLS: u32 = 24;
/// Rounds; each looks at the surroundings of the best cell of the round before.
const ROUNDS: u32 = 5;

/// The point inside the rings (even-odd, tenths of a pixel) that is farthest from all of them, in
/// tenths of a pixel; `None` if there is none inside.
pub(super) fn innermost(rings: &[Vec<Spot>]) -> Option<Point> {
    let spots = || {
        rings
            .iter()
            .flatten()
            .map(|&(x, y)| (f64::from(x), f64::from(y)))
    };
    let mut low = spots().fold((f64::MAX, f64::MAX), |low, at| {
        (low.0.min(at.0), low.1.min(at.1))
    });
    let mut high = spots().fold((f64::MIN, f64::MIN), |high, at| {
        (high.0.max(at.0), high.1.max(at.1))
    });
    let mut best: Option<(f64, Point)> = None;
    for _ in 0..ROUNDS {
        let cell = (
            (high.0 - low.0) / f64::from(CELLS),
            (high.1 - low.1) / f64::from(CELLS),
        );
        for row in 0..CELLS {
            for column in 0..CELLS {
                let at = (
                    low.0 + (f64::from(column) + 0.5) * cell.0,
                    low.1 + (f64::from(row) + 0.5) * cell.1,
                );
                let depth = depth(rings, at);
                if depth > best.map_or(0.0, |best| best.0) {
                    best = Some((depth, at));
                }
            }
        }
        let (_, at) = best?;
        low = (at.0 - 1.5 * cell.0, at.1 - 1.5 * cell.1);
        high = (at.0 + 1.5 * cell.0, at.1 + 1.5 * cell.1);
    }
    best.map(|best| best.1)
}

/// How far inside the rings a point is; negative outside.
fn depth(rings: &[Vec<Spot>], at: Point) -> f64 {
    let mut inside = false;
    let mut nearest = f64::MAX;
    for ring in rings {
        for (index, &from) in ring.iter().enumerate() {
            let to = ring[(index + 1) % ring.len()];
            let (a, b) = (
                (f64::from(from.0), f64::from(from.1)),
                (f64::from(to.0), f64::from(to.1)),
            );
            if (a.1 > at.1) != (b.1 > at.1) && at.0 < (b.0 - a.0) * (at.1 - a.1) / (b.1 - a.1) + a.0
            {
                inside = !inside;
            }
            nearest = nearest.min(distance(at, a, b));
        }
    }
    if inside { nearest } else { -nearest }
}

/// The distance of a point from a segment.
fn distance(at: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 {
        ((at.0 - a.0) * dx + (at.1 - a.1) * dy) / length
    } else {
        0.0
    };
    let share = share.clamp(0.0, 1.0);
    (at.0 - a.0 - share * dx).hypot(at.1 - a.1 - share * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_deepest_in_its_middle() {
        let (x, y) = innermost(&[vec![(0, 0), (100, 0), (100, 100), (0, 100)]]).unwrap();
        assert!((x - 50.0).abs() < 0.5 && (y - 50.0).abs() < 0.5, "{x} {y}");
    }

    #[test]
    fn a_hook_is_deepest_in_its_thick_part_and_holes_count() {
        let hook = vec![(0, 0), (300, 0), (300, 100), (20, 100), (20, 400), (0, 400)];
        let (x, y) = innermost(std::slice::from_ref(&hook)).unwrap();
        assert!(x > 40.0 && (y - 50.0).abs() < 1.0, "{x} {y}");
        let hole = vec![(100, 10), (290, 10), (290, 90), (100, 90)];
        let (x, _) = innermost(&[hook, hole]).unwrap();
        assert!(x < 60.0, "{x}");
    }

    #[test]
    fn a_line_has_no_inside() {
        assert_eq!(innermost(&[vec![(0, 0), (100, 0)]]), None);
    }
}
