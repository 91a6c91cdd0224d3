//! The market's answer to what is left of supply, tabulated once an outer draw.

use super::random::to_float;
use crate::scenario::clearing::{Cleared, Clearing};

/// Points a unit of supply.
///
/// Between points the answer is taken on the straight line. Under a limit of spare capacity its error stays below
/// 1e-6; without one it grows as supply goes to nothing, to some percent of use where less than a hundredth is left.
const POINTS: f64 = 1024.0;

/// m, the output of those who supply over their normal output, by what is left of supply.
#[derive(Debug, Clone)]
pub(super) struct Response {
    points: Vec<f64>,
}

impl Response {
    /// The answers of a market with R and D, up to so much supply.
    pub(super) fn of(clearing: &Clearing, fixed: f64, wanted: f64, most: f64) -> Self {
        let answer = |available: f64| match clearing.clear(available, fixed, wanted) {
            Cleared::At { response, .. } => response,
            Cleared::NothingLeft => f64::INFINITY,
        };
        let mut points = vec![0.0];
        while to_float(points.len() - 1) / POINTS <= most {
            points.push(answer(to_float(points.len()) / POINTS));
        }
        // At nothing left the answer may have no bound; it multiplies nothing.
        let nothing = answer(0.0);
        points[0] = if nothing.is_finite() {
            nothing
        } else {
            points[1]
        };
        Self { points }
    }

    /// m where this is left, at most as much as was said.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "supply is not negative, and the last point lies beyond the most"
    )]
    pub(super) fn at(&self, available: f64) -> f64 {
        let at = available * POINTS;
        let point = (at as usize).min(self.points.len() - 2);
        let (low, high) = (self.points[point], self.points[point + 1]);
        low + (high - low) * (at - to_float(point))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_market() {
        for (spare, fixed, wanted) in [
            (0.15, 0.0, 1.0),
            (0.15, 0.1, 0.9),
            (0.0, 0.0, 1.2),
            (5.0, 0.0, 1.0),
        ] {
            let clearing = Clearing::new(0.1, 0.2, spare);
            let response = Response::of(&clearing, fixed, wanted, 1.2);
            for step in 1..1200 {
                let available = f64::from(step) / 1000.0;
                let used = available * response.at(available) + fixed;
                let exact = clearing.clear(available, fixed, wanted).used();
                // Where the limit begins to bind the answer has a kink.
                assert!(
                    (used - exact).abs() < 1e-4,
                    "{spare} {available}: {used} {exact}"
                );
            }
            let whole = response.at(1.0);
            let Cleared::At {
                response: exact, ..
            } = clearing.clear(1.0, fixed, wanted)
            else {
                panic!("a market");
            };
            assert!((whole - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn without_supply_stocks_are_used() {
        let clearing = Clearing::new(0.1, 0.2, f64::INFINITY);
        let response = Response::of(&clearing, 0.0, 1.0, 1.0);
        assert!(response.at(0.0).is_finite());
    }
}
