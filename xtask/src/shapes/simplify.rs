//! Fewer points on a line: Visvalingam's method, weighted by angle.
//!
//! # References
//!
//! M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points", *The
//! Cartographic Journal* 30 (1), 1993, 46-51.

use super::cut::Point;

/// How far a corner's sharpness discounts its triangle: a needle counts 0.6 of its area, a nearly
/// straight bend 1.4, so that spikes go before gentle curves.
const SHARPNESS: f64 = 0.4;

/// What every point of a line is worth, in px²: the weighted area of the triangle with its
/// neighbours at the time when it is the least of the line's points; never less than that of a point
/// removed earlier. Keeping all points worth at least a tolerance simplifies the line; the ends are
/// worth infinitely much.
pub(super) fn worth(line: &[Point]) -> Vec<f64> {
    let mut worth = vec![f64::INFINITY; line.len()];
    let mut left: Vec<usize> = (0..line.len()).collect();
    let mut areas: Vec<f64> = (0..line.len()).map(|at| area_at(line, &left, at)).collect();
    let mut highest = 0.0_f64;
    while left.len() > 2 {
        let Some((least, &area)) = areas
            .iter()
            .enumerate()
            .min_by(|one, other| one.1.total_cmp(other.1))
        else {
            break;
        };
        highest = highest.max(area);
        worth[left[least]] = highest;
        left.remove(least);
        areas.remove(least);
        for neighbour in [least - 1, least] {
            areas[neighbour] = area_at(line, &left, neighbour);
        }
    }
    worth
}

/// The weighted area of the triangle at a position among the points left; infinite at the ends.
fn area_at(line: &[Point], left: &[usize], at: usize) -> f64 {
    if at == 0 || at + 1 >= left.len() {
        return f64::INFINITY;
    }
    let (a, b, c) = (line[left[at - 1]], line[left[at]], line[left[at + 1]]);
    let (to_a, to_c) = ((a.0 - b.0, a.1 - b.1), (c.0 - b.0, c.1 - b.1));
    let area = (to_a.0 * to_c.1 - to_a.1 * to_c.0).abs() / 2.0;
    let lengths = to_a.0.hypot(to_a.1) * to_c.0.hypot(to_c.1);
    if lengths <= 0.0 {
        return 0.0;
    }
    let cosine = (to_a.0 * to_c.0 + to_a.1 * to_c.1) / lengths;
    area * (1.0 - SHARPNESS * cosine)
}

/// Turns a closed line so that it starts at its point farthest from the middle: the start is never
/// removed, so it should be a corner.
pub(super) fn start_at_corner(line: &mut Vec<Point>) {
    if line.len() < 4 || line.first() != line.last() {
        return;
    }
    line.pop();
    #[allow(clippy::cast_precision_loss)] // a few thousand points
    let count = line.len() as f64;
    let sum = line
        .iter()
        .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    let middle = (sum.0 / count, sum.1 / count);
    let distance = |point: &Point| (point.0 - middle.0).hypot(point.1 - middle.1);
    let corner = (0..line.len())
        .max_by(|&one, &other| distance(&line[one]).total_cmp(&distance(&line[other])))
        .unwrap_or(0);
    line.rotate_left(corner);
    line.push(line[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_stay_and_small_bends_go_first() {
        let line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 3.0), (4.0, 0.0)];
        let worth = worth(&line);
        assert!(worth[0].is_infinite() && worth[4].is_infinite());
        assert!(worth[1] < worth[2] && worth[1] < worth[3], "{worth:?}");
        // The triangle of the first bend, 0.1 px², times nearly 1.4.
        assert!((worth[1] - 0.14).abs() < 0.005, "{worth:?}");
    }

    #[test]
    fn a_spike_is_worth_less_than_a_bend_of_the_same_area() {
        let bend = worth(&[(0.0, 0.0), (5.0, 1.0), (10.0, 0.0)])[1];
        let spike = worth(&[(0.0, 0.0), (0.5, 10.0), (1.0, 0.0)])[1];
        assert!(spike < bend / 2.0, "{spike} {bend}");
    }

    #[test]
    fn a_closed_line_starts_at_a_corner() {
        let mut line = vec![(0.0, 1.0), (1.0, 1.0), (9.0, 0.0), (0.0, 0.0), (0.0, 1.0)];
        start_at_corner(&mut line);
        assert_eq!(line[0], (9.0, 0.0));
        assert_eq!(line.last(), Some(&(9.0, 0.0)));
        assert_eq!(line.len(), 5);
    }
}
