//! The parameters of an outer draw: what the model does not know about itself.

use super::random::{Purpose, gamma, normal, stream};
use crate::scenario::assumption::{Assumptions, Key};
use crate::scenario::clearing::Clearing;

/// The kinds of events, and whether they come more often where governance is weak.
pub(super) const KINDS: [(Key, bool); 4] = [
    (Key::PoliticalRate, true),
    (Key::ConflictRate, true),
    (Key::NaturalRate, false),
    (Key::TechnicalRate, false),
];

/// The most that the correlation may be drawn as: above, the sum over F is no longer fine enough.
const LARGEST_CORRELATION: f64 = 0.95;

/// The parameters of an outer draw.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parameters {
    /// λ0 of each of [`KINDS`], a year.
    rates: [f64; 4],
    /// β.
    governance: f64,
    /// ρ of the copula.
    pub(super) correlation: f64,
    /// The market.
    pub(super) clearing: Clearing,
}

impl Parameters {
    /// Rates of a gamma distribution with the assumed mean, elasticities of a lognormal one with the assumed median,
    /// and a correlation of a Beta distribution with the assumed mean, all with the assumed relative spread.
    pub(super) fn draw(assumptions: &Assumptions, seed: u64, outer: u32) -> Self {
        let get = |key| assumptions.get(key);
        let spread = get(Key::Spread);
        let mut random = stream(seed, outer, Purpose::Parameters);
        // What has no spread is drawn all the same, so that the numbers after it stay what they are.
        let shape = 1.0 / (spread * spread).max(1e-6);
        let varied = |value: f64, drawn: f64| if spread > 0.0 { value * drawn } else { value };
        let rates = KINDS.map(|(key, _)| varied(get(key), gamma(&mut random, shape) / shape));
        let mut elasticity = |key| {
            let drawn = libm::exp(spread * normal(&mut random));
            varied(get(key), drawn)
        };
        let (supply, demand) = (
            elasticity(Key::SupplyElasticity),
            elasticity(Key::DemandElasticity),
        );
        let mean = get(Key::Correlation);
        let correlation = if spread > 0.0 && mean > 0.0 {
            // Of a Beta distribution with this mean and standard deviation, as far as there is one.
            let total = ((1.0 - mean) / (mean * spread * spread) - 1.0).max(1.0);
            let one = gamma(&mut random, total * mean);
            let other = gamma(&mut random, total * (1.0 - mean));
            one / (one + other)
        } else {
            mean
        };
        Self {
            rates,
            governance: get(Key::GovernanceEffect),
            correlation: correlation.min(LARGEST_CORRELATION),
            clearing: Clearing::new(supply, demand, get(Key::SpareCapacity)),
        }
    }

    /// λ of a kind of event for a supplier of governance risk g: `λ0·exp(β(g − ½))` where governance matters, else λ0.
    pub(super) fn rate(&self, kind: usize, governance: f64) -> f64 {
        let rate = self.rates[kind];
        if KINDS[kind].1 {
            rate * libm::exp(self.governance * (governance - 0.5))
        } else {
            rate
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_spread_every_draw_is_the_assumption() {
        let assumptions = Assumptions::default().with(Key::Spread, 0.0);
        for outer in 0..5 {
            let drawn = Parameters::draw(&assumptions, 1, outer);
            assert!((drawn.rate(0, 0.5) - 0.03).abs() < 1e-15);
            assert!((drawn.rate(0, 1.0) - 0.03 * 1.0_f64.exp()).abs() < 1e-15);
            assert!((drawn.rate(3, 1.0) - 0.02).abs() < 1e-15);
            assert!((drawn.correlation - 0.2).abs() < 1e-15);
            assert_eq!(drawn.clearing, Clearing::of(&assumptions));
        }
    }

    #[test]
    fn draws_lie_around_the_assumption_by_the_spread() {
        let assumptions = Assumptions::default();
        let drawn: Vec<Parameters> = (0..4_000)
            .map(|outer| Parameters::draw(&assumptions, 9, outer))
            .collect();
        let moments = |of: &dyn Fn(&Parameters) -> f64| {
            let mean = drawn.iter().map(of).sum::<f64>() / 4_000.0;
            let variance = drawn
                .iter()
                .map(|one| (of(one) - mean).powi(2))
                .sum::<f64>()
                / 4_000.0;
            (mean, variance.sqrt() / mean)
        };
        for (mean, of) in [
            (
                0.03,
                &(|one: &Parameters| one.rate(0, 0.5)) as &dyn Fn(&Parameters) -> f64,
            ),
            (0.2, &|one: &Parameters| one.correlation),
        ] {
            let (found, spread) = moments(of);
            assert!((found / mean - 1.0).abs() < 0.02, "{found} {mean}");
            assert!((spread - 0.3).abs() < 0.02, "{spread}");
        }
        let (log, _) = moments(&|one| one.clearing.supply_elasticity().ln());
        assert!((log - 0.1_f64.ln()).abs() < 0.02);
    }
}
