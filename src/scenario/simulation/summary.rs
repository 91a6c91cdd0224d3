//! What all runs come to: means, tails, and bands over the outer draws.

use serde::{Deserialize, Serialize};

use super::Job;
use super::drawn::Drawn;
use super::path::MONTHS;
use super::random::to_float;
use super::tail::{mean, percentile, tail_mean, value_at_risk};
use crate::scenario::assumption::Key;

/// A loss above this in the worst year is large.
pub const LARGE_LOSS: f64 = 0.1;
/// The part of the outer draws below and above a band, each.
const TAIL: f64 = 0.05;
/// Bars of the histogram, of equal width from no loss to all of it.
const BARS: usize = 50;

/// A figure over all runs, with where it lies in nine of ten outer draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Banded {
    /// Over all runs together.
    pub pooled: f64,
    /// Its 5th percentile over the outer draws.
    pub low: f64,
    /// Its 95th percentile over the outer draws.
    pub high: f64,
}

/// Mean use in a month over normal use.
pub type MonthlyUse = Banded;

/// What may happen to the world, or to an importer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Mean shortfall over the horizon, a fraction of what is wanted.
    pub mean: Banded,
    /// Mean shortfall in the worst year of a run.
    pub worst_year: Banded,
    /// How likely a run has a year with a mean shortfall above [`LARGE_LOSS`].
    pub large_loss: Banded,
    /// `VaR_α` of the shortfall in the worst year: the smallest η that it exceeds in at most 1 − α of the runs.
    pub value_at_risk: Banded,
    /// `CVaR_α = min_η η + E[(X − η)⁺]/(1 − α)`: its mean in the worst 1 − α of the runs.
    ///
    /// # References
    /// Rockafellar, R. T., Uryasev, S. (2000), Optimization of conditional value-at-risk, Journal of Risk 2.
    pub tail_mean: Banded,
    /// The longest time of a run in which use stays below nine tenths of what is wanted, in months; mean.
    pub longest: Banded,
    /// The part of the runs whose shortfall in the worst year lies in each of equal steps from 0 to 1; gains count as
    /// none.
    pub histogram: Vec<f64>,
    /// Mean use, month after month, over normal use.
    pub monthly: Vec<MonthlyUse>,
}

/// What all runs come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The world's use.
    pub world: Risk,
    /// The importer's use; where nobody is asked about, of one who buys as the world does.
    pub importer: Risk,
    /// α.
    pub level: f64,
    /// The seed.
    pub seed: u64,
    /// How many outer draws it rests on.
    pub outer: u32,
    /// How many runs each.
    pub inner: u32,
}

impl Summary {
    /// The summary of some outer draws, of the world and of the importer.
    pub(super) fn of(job: &Job, world: &[Drawn], importer: &[Drawn]) -> Self {
        let level = job.assumptions.get(Key::Level);
        Self {
            world: risk(world, level),
            importer: risk(importer, level),
            level,
            seed: job.seed,
            outer: u32::try_from(world.len()).unwrap_or(u32::MAX),
            inner: job.inner,
        }
    }
}

fn risk(drawn: &[Drawn], level: f64) -> Risk {
    let mut pooled: Vec<f64> = drawn.iter().flat_map(|one| &one.worst).copied().collect();
    pooled.sort_unstable_by(f64::total_cmp);
    // Draws have runs alike, so that the mean over all runs is the mean of the means.
    let averaged = |of: &dyn Fn(&Drawn) -> f64| {
        let each: Vec<f64> = drawn.iter().map(of).collect();
        band(mean(&each), each)
    };
    let of_worst = |figure: &dyn Fn(&[f64]) -> f64| {
        let each = drawn.iter().map(|one| figure(&one.worst));
        band(figure(&pooled), each.collect())
    };
    let large = |ordered: &[f64]| {
        let small = ordered.partition_point(|loss| *loss <= LARGE_LOSS);
        to_float(ordered.len() - small) / to_float(ordered.len())
    };
    Risk {
        mean: averaged(&|one| one.mean),
        worst_year: averaged(&|one| mean(&one.worst)),
        large_loss: of_worst(&large),
        value_at_risk: of_worst(&|ordered| value_at_risk(ordered, level)),
        tail_mean: of_worst(&|ordered| tail_mean(ordered, level)),
        longest: averaged(&|one| one.longest),
        histogram: histogram(&pooled),
        monthly: (0..MONTHS)
            .map(|month| averaged(&|one| one.used[month]))
            .collect(),
    }
}

fn histogram(losses: &[f64]) -> Vec<f64> {
    let mut bars = vec![0.0; BARS];
    for loss in losses {
        bars[bar(*loss)] += 1.0;
    }
    let count = to_float(losses.len());
    bars.into_iter().map(|bar| bar / count).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the product is held between nought and the count"
)]
fn bar(loss: f64) -> usize {
    ((loss * to_float(BARS)).max(0.0) as usize).min(BARS - 1)
}

/// A pooled figure with the percentiles of each draw's own.
fn band(pooled: f64, mut each: Vec<f64>) -> Banded {
    each.sort_unstable_by(f64::total_cmp);
    Banded {
        pooled,
        low: percentile(&each, TAIL),
        high: percentile(&each, 1.0 - TAIL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_histogram_holds_every_run_and_gains_count_as_no_loss() {
        let bars = histogram(&[-0.2, 0.0, 0.019, 0.5, 1.0, 0.9999]);
        assert!((bars.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((bars[0] - 0.5).abs() < 1e-12 && (bars[49] - 2.0 / 6.0).abs() < 1e-12);
    }
}
