//! When events of one kind hit the suppliers of one region, together or apart.
//!
//! # Definition
//! In each month supplier c is hit if `√ρ·F + √(1−ρ)·ε_c < Φ⁻¹(1 − exp(−λ_c/12))`, with F standard normal, common to
//! the region and new each month, and `ε_c` its own. Months are alike and independent, so that the months with at least
//! one hit can be drawn directly: their distance is geometric, F in them has a known distribution, and given F the
//! suppliers are independent. This is the same process, without its empty months.

use oorandom::Rand64;

use super::normal;
use super::random::{Alias, positive, to_float};

/// Months of a year.
const MONTHS: f64 = 12.0;
/// F is summed from here to the same above nought: beyond lie two in a thousand million.
const FARTHEST: f64 = 6.0;
/// In so many steps; a sum over normal weights is exact to far below any error of drawing.
const STEPS: usize = 48;

/// The events of one kind in one region.
#[derive(Debug, Clone)]
pub(super) struct Hazard {
    /// The suppliers, by place among those at risk.
    members: Vec<u16>,
    /// ln P(nobody is hit in a month).
    log_none: f64,
    /// Which value of F a month has in which somebody is hit.
    factor: Alias,
    /// For each value of F: the chances that none of the first 0, 1, ... n members is hit.
    spared: Vec<f64>,
}

impl Hazard {
    /// The events that hit some members at these yearly rates with correlation ρ; none where nobody can be hit.
    pub(super) fn of(members: Vec<u16>, rates: &[f64], correlation: f64) -> Option<Self> {
        let (own, common) = ((1.0 - correlation).sqrt(), correlation.sqrt());
        let thresholds: Vec<f64> = rates
            .iter()
            .map(|rate| normal::quantile(-libm::expm1(-rate / MONTHS)))
            .collect();
        let width = 2.0 * FARTHEST / to_float(STEPS);
        let values: Vec<f64> = (0..=STEPS)
            .map(|step| to_float(step) * width - FARTHEST)
            .collect();
        let mut weights: Vec<f64> = values.iter().map(|&value| normal::density(value)).collect();
        let whole: f64 = weights.iter().sum();
        let mut spared = Vec::with_capacity(values.len() * (rates.len() + 1));
        let mut none = 0.0;
        for (value, weight) in values.iter().zip(&mut weights) {
            let mut left = 1.0;
            spared.push(left);
            for (threshold, rate) in thresholds.iter().zip(rates) {
                if *rate > 0.0 {
                    left *= 1.0 - normal::below((threshold - common * value) / own);
                }
                spared.push(left);
            }
            *weight /= whole;
            none += *weight * left;
            *weight *= 1.0 - left;
        }
        (weights.iter().sum::<f64>() > 0.0).then(|| Self {
            members,
            log_none: libm::log(none),
            factor: Alias::of(&weights),
            spared,
        })
    }

    /// How many months pass before the next one in which somebody is hit.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a wait is not negative, and longer ones than fit are never reached"
    )]
    pub(super) fn wait(&self, random: &mut Rand64) -> u64 {
        (libm::log(positive(random)) / self.log_none) as u64
    }

    /// Who is hit in a month in which somebody is: calls `hit` for each.
    pub(super) fn hits(&self, random: &mut Rand64, mut hit: impl FnMut(&mut Rand64, u16)) {
        let count = self.members.len();
        let row = self.factor.draw(random) * (count + 1);
        let spared = &self.spared[row..=row + count];
        // The first one under the condition that there is one, the others without.
        let mut bound = 1.0 - positive(random) * (1.0 - spared[count]);
        let mut at = 0;
        loop {
            while at < count && spared[at + 1] > bound {
                at += 1;
            }
            if at >= count {
                return;
            }
            hit(random, self.members[at]);
            at += 1;
            bound = spared[at] * positive(random);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits of each of two members, and of both in one month, over some months.
    fn counted(rates: [f64; 2], correlation: f64, months: u64) -> ([f64; 2], f64) {
        let hazard = Hazard::of(vec![0, 1], &rates, correlation).expect("hazards");
        let mut random = Rand64::new(11);
        let (mut counts, mut both) = ([0.0; 2], 0.0);
        let mut month = hazard.wait(&mut random);
        while month < months {
            let mut in_month = [false; 2];
            hazard.hits(&mut random, |_, member| {
                in_month[usize::from(member)] = true;
            });
            assert!(in_month[0] || in_month[1]);
            for (count, hit) in counts.iter_mut().zip(in_month) {
                *count += f64::from(u8::from(hit));
            }
            both += f64::from(u8::from(in_month[0] && in_month[1]));
            month += 1 + hazard.wait(&mut random);
        }
        (counts, both)
    }

    #[test]
    fn arrivals_have_their_rates_whatever_the_correlation() {
        for correlation in [0.0, 0.2, 0.9] {
            let months = 2_000_000;
            let (counts, _) = counted([0.3, 0.05], correlation, months);
            for (count, rate) in counts.iter().zip([0.3_f64, 0.05]) {
                let expected = 2e6 * (1.0 - (-rate / 12.0).exp());
                assert!(
                    (count - expected).abs() < 5.0 * expected.sqrt(),
                    "{correlation}: {counts:?}"
                );
            }
        }
    }

    #[test]
    fn suppliers_are_hit_together_as_often_as_the_correlation_says() {
        let months = 2_000_000;
        let p: f64 = 1.0 - (-0.3_f64 / 12.0).exp();
        let (_, apart) = counted([0.3, 0.3], 0.0, months);
        let expected = p * p * 2e6;
        assert!(
            (apart - expected).abs() < 5.0 * expected.sqrt(),
            "{apart} {expected}"
        );
        let (_, together) = counted([0.3, 0.3], 0.5, months);
        // E_F[p(F)²], by a finer sum of its own.
        let threshold = normal::quantile(p);
        let steps = 16_000;
        let chance: f64 = (0..steps)
            .map(|step| {
                let f = -8.0 + 16.0 * (f64::from(step) + 0.5) / f64::from(steps);
                let hit = normal::below((threshold - 0.5_f64.sqrt() * f) / 0.5_f64.sqrt());
                normal::density(f) * hit * hit * 16.0 / f64::from(steps)
            })
            .sum();
        let expected = chance * 2e6;
        assert!(
            (together - expected).abs() < 5.0 * expected.sqrt(),
            "{together} {expected}"
        );
        assert!(together > 3.0 * apart);
    }

    #[test]
    fn nobody_is_hit_where_no_rate_is_above_nought() {
        assert!(Hazard::of(vec![0, 1], &[0.0, 0.0], 0.2).is_none());
        let (counts, _) = counted([0.3, 0.0], 0.2, 100_000);
        assert!(counts[0] > 0.0 && counts[1].abs() < f64::EPSILON);
    }
}
