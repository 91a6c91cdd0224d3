//! How long an event lasts and how much it takes.

use std::f64::consts::FRAC_PI_2;

use oorandom::Rand64;

use super::normal;
use super::random::{Alias, to_float};
use crate::scenario::act::HORIZON;
use crate::scenario::assumption::{Assumptions, Key};

/// Steps in which the part that an event takes is tabulated.
const SEVERITY_STEPS: usize = 1024;
/// Points at which its distribution is summed.
const SUMMED: usize = 8192;

/// Durations and severities under some assumptions.
#[derive(Debug, Clone)]
pub(super) struct Impact {
    /// Months less one; the last stands for the whole horizon and all that is longer.
    durations: Alias,
    /// The part kept at probabilities 0, 1/n, ... 1 of the severity's distribution.
    kept: Vec<f64>,
}

impl Impact {
    /// Lognormal durations, rounded up to whole months, and severities of a Beta distribution.
    pub(super) fn of(assumptions: &Assumptions) -> Self {
        let get = |key| assumptions.get(key);
        Self {
            durations: Alias::of(&duration_chances(
                get(Key::MedianDuration),
                get(Key::DurationSpread),
            )),
            kept: severity_quantiles(get(Key::SeverityA), get(Key::SeverityB))
                .into_iter()
                .map(|severity| 1.0 - severity)
                .collect(),
        }
    }

    /// For how many months an event lasts: 1 to the whole horizon.
    pub(super) fn months(&self, random: &mut Rand64) -> u16 {
        u16::try_from(self.durations.draw(random) + 1).unwrap_or(HORIZON)
    }

    /// The part that an event leaves of a supply.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the product lies within the table"
    )]
    pub(super) fn kept(&self, random: &mut Rand64) -> f64 {
        let at = random.rand_float() * to_float(SEVERITY_STEPS);
        let step = at as usize;
        let (low, high) = (self.kept[step], self.kept[step + 1]);
        low + (high - low) * (at - to_float(step))
    }
}

/// The chances that an event lasts 1, 2, ... months; the last is that of the whole horizon and more.
///
/// With Y lognormal of median `median` and standard deviation `sigma` of its logarithm, N = max(⌈Y⌉, 1).
fn duration_chances(median: f64, sigma: f64) -> Vec<f64> {
    let at_most = |months: u16| {
        let log = libm::log(f64::from(months) / median);
        if sigma > 0.0 {
            normal::below(log / sigma)
        } else {
            f64::from(u8::from(log >= 0.0))
        }
    };
    let mut before = 0.0;
    let mut chances: Vec<f64> = (1..HORIZON)
        .map(|months| {
            let until = at_most(months);
            let chance = until - before;
            before = until;
            chance
        })
        .collect();
    chances.push(1.0 - before);
    chances
}

/// The severity at probabilities 0, 1/n, ... 1.
///
/// The density x^(a−1)·(1−x)^(b−1) is summed over θ with x = sin²θ, where it has no poles for a, b ≥ ½.
fn severity_quantiles(a: f64, b: f64) -> Vec<f64> {
    let width = FRAC_PI_2 / to_float(SUMMED);
    let density = |theta: f64| {
        libm::pow(libm::sin(theta), 2.0 * a - 1.0) * libm::pow(libm::cos(theta), 2.0 * b - 1.0)
    };
    let mut sums = vec![0.0];
    let mut sum = 0.0;
    for step in 0..SUMMED {
        sum += density((to_float(step) + 0.5) * width);
        sums.push(sum);
    }
    let mut step = 0;
    let quantile = |at: usize| {
        let wanted = sum * to_float(at) / to_float(SEVERITY_STEPS);
        while step + 1 < SUMMED && sums[step + 1] < wanted {
            step += 1;
        }
        let inside = (wanted - sums[step]) / (sums[step + 1] - sums[step]);
        let sine = libm::sin((to_float(step) + inside.clamp(0.0, 1.0)) * width);
        sine * sine
    };
    (0..=SEVERITY_STEPS).map(quantile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_their_median_and_fit_the_horizon() {
        let chances = duration_chances(6.0, 0.8);
        assert_eq!(chances.len(), usize::from(HORIZON));
        assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((chances[..6].iter().sum::<f64>() - 0.5).abs() < 1e-12);
        let fixed = duration_chances(6.0, 0.0);
        assert!((fixed[5] - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn drawn_durations_and_severities_have_their_means() {
        let assumptions = Assumptions::default();
        let (impact, mut random) = (Impact::of(&assumptions), Rand64::new(2));
        let chances = duration_chances(6.0, 0.8);
        let mean: f64 = chances
            .iter()
            .zip(1_u16..)
            .map(|(chance, n)| chance * f64::from(n))
            .sum();
        let drawn =
            |of: &mut dyn FnMut() -> f64| (0..100_000).map(|_| of()).sum::<f64>() / 100_000.0;
        let months = drawn(&mut || f64::from(impact.months(&mut random)));
        assert!((months - mean).abs() < 0.1, "{months} {mean}");
        let kept = drawn(&mut || impact.kept(&mut random));
        assert!((kept - 0.6).abs() < 0.003, "{kept}");
    }

    #[test]
    fn severities_of_a_uniform_and_a_symmetric_distribution_are_known() {
        let uniform = severity_quantiles(1.0, 1.0);
        for (at, severity) in uniform.iter().enumerate() {
            assert!(
                (severity - to_float(at) / 1024.0).abs() < 1e-7,
                "{at}: {severity}"
            );
        }
        // Beta(½, ½) is the arcsine distribution: a quarter lies below sin²(π/8).
        let arcsine = severity_quantiles(0.5, 0.5);
        let known = libm::sin(std::f64::consts::PI / 8.0);
        assert!((arcsine[256] - known * known).abs() < 1e-7);
    }
}
