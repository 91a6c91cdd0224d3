//! Means, percentiles and tails of what was drawn.

use super::random::to_float;

/// The mean of some values.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / to_float(values.len())
}

/// The place of `VaR_α` among so many values in order.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the product lies between nought and the count"
)]
fn place(count: usize, level: f64) -> usize {
    // A part of 0.95 of 2,000 is 1,900 and not a hair more.
    let place = (to_float(count) * level - 1e-9).ceil() as usize;
    place.clamp(1, count) - 1
}

/// The smallest of values in order that at most 1 − α of them exceed.
pub(super) fn value_at_risk(ordered: &[f64], level: f64) -> f64 {
    ordered[place(ordered.len(), level)]
}

/// `η + E[(X − η)⁺]/(1 − α)` of values in order at η = `VaR_α`, where it is least.
pub(super) fn tail_mean(ordered: &[f64], level: f64) -> f64 {
    let eta = value_at_risk(ordered, level);
    let beyond = &ordered[place(ordered.len(), level)..];
    let excess: f64 = beyond.iter().map(|value| value - eta).sum();
    eta + excess / (to_float(ordered.len()) * (1.0 - level))
}

/// A percentile of values in order, on the straight line between neighbours.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the place lies within the values"
)]
pub(super) fn percentile(ordered: &[f64], part: f64) -> f64 {
    let at = part * to_float(ordered.len() - 1);
    let low = at as usize;
    let high = (low + 1).min(ordered.len() - 1);
    ordered[low] + (ordered[high] - ordered[low]) * (at - to_float(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Vec<f64> {
        (0..1000_u32).map(|at| f64::from(at) / 1000.0).collect()
    }

    #[test]
    fn the_tail_mean_is_the_mean_of_the_worst_and_the_least_of_the_formula() {
        for level in [0.5, 0.9, 0.95, 0.99] {
            let found = tail_mean(&values(), level);
            let ordered = values();
            let worst = &ordered[place(1000, level) + 1..];
            assert!((found - mean(worst)).abs() < 1e-12, "{level}: {found}");
            let formula = |eta: f64| {
                let beyond: f64 = ordered.iter().map(|x| (x - eta).max(0.0)).sum();
                eta + beyond / 1000.0 / (1.0 - level)
            };
            let least = ordered
                .iter()
                .map(|eta| formula(*eta))
                .fold(f64::INFINITY, f64::min);
            assert!((found - least).abs() < 1e-12, "{level}: {found} {least}");
        }
    }

    #[test]
    fn value_at_risk_is_exceeded_by_at_most_its_part() {
        let eta = value_at_risk(&values(), 0.95);
        assert!((eta - 0.949).abs() < 1e-12, "{eta}");
        assert_eq!(values().iter().filter(|value| **value > eta).count(), 50);
    }

    #[test]
    fn percentiles_lie_between_neighbours() {
        assert!((percentile(&[0.0, 1.0, 2.0], 0.25) - 0.5).abs() < 1e-12);
        assert!((percentile(&[3.0], 0.95) - 3.0).abs() < 1e-12);
    }
}
