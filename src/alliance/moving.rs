//! The least risky mix that can be reached from the present one when only so much can move.
//!
//! Who supplies less stops at one marginal risk, who supplies more at another that is no higher, and what the ones lose
//! the others gain. Where purchases are free to move, the two are one.

use crate::units::total;

/// Halvings of a multiplier: to the last bit of a number.
const HALVINGS: usize = 80;
/// No supplier counts less, so that nobody is without a marginal risk.
const LEAST_WEIGHT: f64 = 1e-12;

/// One supplier whose share may change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movable {
    /// w.
    pub weight: f64,
    /// The present share.
    pub share: f64,
    /// By how much it could grow.
    pub room: f64,
}

impl Movable {
    /// The share at which its marginal risk 2·w·s is this.
    fn at(&self, marginal: f64) -> f64 {
        marginal / (2.0 * self.weight.max(LEAST_WEIGHT))
    }

    /// What it gains while its marginal risk is below this.
    fn gain(&self, marginal: f64) -> f64 {
        (self.at(marginal) - self.share).clamp(0.0, self.room)
    }

    /// What it loses while its marginal risk is above this.
    fn loss(&self, marginal: f64) -> f64 {
        (self.share - self.at(marginal)).clamp(0.0, self.share)
    }
}

/// The shares of the least risky mix, when at most `movable` of the need moves in all.
///
/// # Definition
/// `min Σ w·s²` with the same sum of shares, `0 ≤ s ≤ share + room` and `Σ max(0, s − share) ≤ movable`.
#[must_use]
pub fn least_risky(suppliers: &[Movable], movable: f64) -> Vec<f64> {
    let gained = |marginal: f64| total(suppliers.iter().map(|one| one.gain(marginal)));
    let lost = |marginal: f64| total(suppliers.iter().map(|one| one.loss(marginal)));
    let marginals = suppliers.iter().map(|one| 2.0 * one.weight * one.share);
    let highest = marginals.fold(0.0, f64::max);
    let free = rising(highest, |marginal| gained(marginal) - lost(marginal));
    let (more, less) = if gained(free) <= movable {
        (free, free)
    } else {
        (
            rising(free, |marginal| gained(marginal) - movable),
            rising(highest, |marginal| movable - lost(marginal)),
        )
    };
    let moved = |one: &Movable| one.share + one.gain(more) - one.loss(less);
    suppliers.iter().map(moved).collect()
}

/// Where a rising function passes 0 between 0 and `high`; `high` if it does not.
fn rising(high: f64, function: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, high);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if function(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supplier(weight: f64, share: f64, room: f64) -> Movable {
        Movable {
            weight,
            share,
            room,
        }
    }

    #[test]
    fn what_may_move_goes_from_the_riskiest_part_to_the_least_risky() {
        let suppliers = [
            supplier(8.0, 0.6, 0.0),
            supplier(4.0, 0.3, 0.0),
            supplier(2.0, 0.1, 0.5),
        ];
        let shares = least_risky(&suppliers, 0.1);
        for (share, expected) in shares.iter().zip([0.5, 0.3, 0.2]) {
            assert!((share - expected).abs() < 1e-12, "{shares:?}");
        }
    }

    #[test]
    fn free_to_move_the_marginal_risks_are_equal() {
        let suppliers = [supplier(6.0, 0.9, 0.0), supplier(3.0, 0.1, 1.0)];
        let shares = least_risky(&suppliers, 1.0);
        assert!((shares[0] - 1.0 / 3.0).abs() < 1e-12, "{shares:?}");
        assert!((shares[1] - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn without_room_everybody_stays() {
        let suppliers = [supplier(6.0, 0.9, 0.0), supplier(3.0, 0.1, 0.0)];
        let shares = least_risky(&suppliers, 1.0);
        assert!((shares[0] - 0.9).abs() < 1e-15 && (shares[1] - 0.1).abs() < 1e-15);
    }
}
