//! What all runs come to: means, tails, and bands over the outer draws.

use serde::{Deserialize, Serialize};

use super::count::Run;
use super::path::{Changes, MONTHS};
use super::random::to_float;
use super::tail::{mean, percentile, tail_mean, value_at_risk};
use super::{Drawn, Job};
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
    pub(super) fn of(job: &Job, drawn: &[Drawn]) -> Self {
        let level = job.assumptions.get(Key::Level);
        Self {
            world: risk(drawn, level, |runs| &runs.0, |drawn| &drawn.used.world),
            importer: risk(drawn, level, |runs| &runs.1, |drawn| &drawn.used.own),
            level,
            seed: job.seed,
            outer: u32::try_from(drawn.len()).unwrap_or(u32::MAX),
            inner: job.inner,
        }
    }
}

fn risk(
    drawn: &[Drawn],
    level: f64,
    run: impl Fn(&(Run, Run)) -> &Run,
    used: impl Fn(&Drawn) -> &Changes,
) -> Risk {
    let runs = |of: &Drawn, field: fn(&Run) -> f64| -> Vec<f64> {
        of.runs.iter().map(|both| field(run(both))).collect()
    };
    let banded = |field: fn(&Run) -> f64, figure: &dyn Fn(&mut [f64]) -> f64| {
        let mut each: Vec<Vec<f64>> = drawn.iter().map(|one| runs(one, field)).collect();
        let mut pooled = each.concat();
        let figures = each.iter_mut().map(|runs| figure(runs)).collect();
        band(figure(&mut pooled), figures)
    };
    let worst: fn(&Run) -> f64 = |run| run.worst_year;
    let large = |losses: &mut [f64]| {
        let large = losses.iter().filter(|loss| **loss > LARGE_LOSS).count();
        to_float(large) / to_float(losses.len())
    };
    let pooled: Vec<f64> = drawn.iter().flat_map(|one| runs(one, worst)).collect();
    Risk {
        mean: banded(|run| run.mean, &|means| mean(means)),
        worst_year: banded(worst, &|losses| mean(losses)),
        large_loss: banded(worst, &large),
        value_at_risk: banded(worst, &|losses| value_at_risk(losses, level)),
        tail_mean: banded(worst, &|losses| tail_mean(losses, level)),
        longest: banded(|run| run.longest, &|months| mean(months)),
        histogram: histogram(&pooled),
        monthly: monthly(drawn, used),
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

fn monthly(drawn: &[Drawn], used: impl Fn(&Drawn) -> &Changes) -> Vec<MonthlyUse> {
    let means: Vec<[f64; MONTHS]> = drawn
        .iter()
        .map(|one| {
            let (mut sum, count) = (0.0, to_float(one.runs.len()));
            let mut means = [0.0; MONTHS];
            for (mean, change) in means.iter_mut().zip(used(one).0) {
                sum += change;
                *mean = sum / count;
            }
            means
        })
        .collect();
    (0..MONTHS)
        .map(|month| {
            let each: Vec<f64> = means.iter().map(|means| means[month]).collect();
            band(mean(&each), each)
        })
        .collect()
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
