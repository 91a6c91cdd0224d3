//! Where lines on the whole-number grid of the drawing get in each other's way.

/// A point in tenths of a pixel.
pub type Spot = (i32, i32);

/// A segment and the line that it belongs to.
#[derive(Clone, Copy)]
struct Segment {
    line: usize,
    from: Spot,
    to: Spot,
}

/// The numbers of all lines that cross, overlap or touch another line or themselves other than with
/// ends of segments, ascending, each once.
pub fn entangled(lines: &[Vec<Spot>]) -> Vec<usize> {
    let mut segments = Vec::new();
    for (line, spots) in lines.iter().enumerate() {
        for pair in spots.windows(2) {
            let (from, to) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            segments.push(Segment { line, from, to });
        }
    }
    // Sorted by the left end, only the segments that begin before one ends can meet it.
    segments.sort_by_key(|segment| segment.from.0);
    let mut guilty = Vec::new();
    for (index, one) in segments.iter().enumerate() {
        for other in &segments[index + 1..] {
            if other.from.0 > one.to.0 {
                break;
            }
            if conflict(one, other) {
                guilty.extend([one.line, other.line]);
            }
        }
    }
    guilty.sort_unstable();
    guilty.dedup();
    guilty
}

/// Twice the signed area of a triangle: on which side of a line a point is.
fn side(a: Spot, b: Spot, c: Spot) -> i64 {
    let [ax, ay, bx, by, cx, cy] = [a.0, a.1, b.0, b.1, c.0, c.1].map(i64::from);
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// Whether two segments share more than an end.
fn conflict(one: &Segment, other: &Segment) -> bool {
    let (low, high) = |s: &Segment| -> (i32, i32) { (s.from.1.min(s.to.1), s.from.1.max(s.to.1)) }(one);
    if other.from.1.max(other.to.1) < low || other.from.1.min(other.to.1) > high {
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
    inside(one, other.from, a) || inside(one, other.to, b) || inside(other, one.from, c) || inside(other, one.to, d)
}

/// Whether a point on the segment's line (side 0) lies between its ends.
fn inside(segment: &Segment, spot: Spot, side: i64) -> bool {
    side == 0 && segment.from < spot && spot < segment.to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_overlapping_and_touching_lines_are_found() {
        let cross = [vec![(0, 0), (10, 10)], vec![(0, 10), (10, 0)]];
        let overlap = [vec![(0, 0), (10, 0)], vec![(5, 0), (15, 0)]];
        let twice = [vec![(0, 0), (10, 5)], vec![(10, 5), (0, 0)]];
        let touch = [vec![(0, 0), (10, 0)], vec![(5, 0), (5, 5)]];
        for lines in [cross, overlap, twice, touch] {
            assert_eq!(entangled(&lines), [0, 1], "{lines:?}");
        }
        assert_eq!(entangled(&[vec![(0, 0), (5, 0), (5, 5), (3, -5)]]), [0]);
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
        assert_eq!(entangled(&lines), [0, 4]);
        assert_eq!(entangled(&lines[..4]), [0_usize; 0]);
    }
}
