//! Where lines on the whole-number grid of the drawing get in each other's way.

/// A point in tenths of a pixel.
pub(super) type Spot = (i32, i32);

/// A segment and its place: the line's number, and the number of its first point there.
#[derive(Clone, Copy)]
struct Segment {
    place: (usize, usize),
    from: Spot,
    to: Spot,
}

/// The pairs of segments that cross, overlap or touch other than with their ends, each segment as the
/// number of its line and of its first point there.
pub(super) fn entangled(lines: &[Vec<Spot>]) -> Vec<[(usize, usize); 2]> {
    let mut segments = Vec::new();
    for (line, spots) in lines.iter().enumerate() {
        for (index, pair) in spots.windows(2).enumerate() {
            let (from, to) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            segments.push(Segment {
                place: (line, index),
                from,
                to,
            });
        }
    }
    // Sorted by the left end, only the segments that begin before one ends can meet it.
    segments.sort_by_key(|segment| segment.from.0);
    let mut pairs = Vec::new();
    for (index, one) in segments.iter().enumerate() {
        for other in &segments[index + 1..] {
            if other.from.0 > one.to.0 {
                break;
            }
            if conflict(one, other) {
                pairs.push([one.place, other.place]);
            }
        }
    }
    pairs
}

/// Twice the signed area of a triangle: on which side of a line a point is.
fn side(a: Spot, b: Spot, c: Spot) -> i64 {
    let [ax, ay, bx, by, cx, cy] = [a.0, a.1, b.0, b.1, c.0, c.1].map(i64::from);
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// Whether two segments share more than an end.
fn conflict(one: &Segment, other: &Segment) -> bool {
    let span = |segment: &Segment| {
        (
            segment.from.1.min(segment.to.1),
            segment.from.1.max(segment.to.1),
        )
    };
    if span(one).0 > span(other).1 || span(other).0 > span(one).1 {
        return false;
    }
    let a = side(one.from, one.to, other.from).signum();
    let b = side(one.from, one.to, other.to).signum();
    let c = side(other.from, other.to, one.from).signum();
    let d = side(other.from, other.to, one.to).signum();
    if a * b < 0 && c * d < 0 {
        return true;
    }
    if a == 0 && b == 0 {
        // On one line; ends are ordered, so they overlap if both begin before either ends.
        return one.from < other.to && other.from < one.to;
    }
    inside(one, other.from, a)
        || inside(one, other.to, b)
        || inside(other, one.from, c)
        || inside(other, one.to, d)
}

/// Whether a point on the segment's line (side 0) lies between its ends.
fn inside(segment: &Segment, spot: Spot, side: i64) -> bool {
    side == 0 && segment.from < spot && spot < segment.to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guilty(lines: &[Vec<Spot>]) -> Vec<(usize, usize)> {
        let mut places: Vec<_> = entangled(lines).into_iter().flatten().collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn crossing_overlapping_and_touching_lines_are_found() {
        let cross = [vec![(0, 0), (10, 10)], vec![(0, 10), (10, 0)]];
        let overlap = [vec![(0, 0), (10, 0)], vec![(5, 0), (15, 0)]];
        let twice = [vec![(0, 0), (10, 5)], vec![(10, 5), (0, 0)]];
        let touch = [vec![(0, 0), (10, 0)], vec![(5, 0), (5, 5)]];
        for lines in [cross, overlap, twice, touch] {
            assert_eq!(guilty(&lines), [(0, 0), (1, 0)], "{lines:?}");
        }
        assert_eq!(
            guilty(&[vec![(0, 0), (5, 0), (5, 5), (3, -5)]]),
            [(0, 0), (0, 2)]
        );
    }

    #[test]
    fn neighbours_that_meet_at_ends_are_free() {
        let lines = [
            vec![(0, 0), (10, 0), (10, 10)],
            vec![(10, 0), (20, 0)],
            vec![(10, 0), (5, -10)],
            vec![(30, 0), (40, 0)],
            vec![(10, 1), (19, 1)],
        ];
        // The last line's start lies on the upright segment of the first one.
        assert_eq!(guilty(&lines), [(0, 1), (4, 0)]);
        assert_eq!(guilty(&lines[..4]), []);
    }
}
