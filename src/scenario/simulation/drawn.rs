//! What one outer draw leaves behind.

use super::count::Run;
use super::path::{Changes, MONTHS};
use super::random::to_float;
use super::tail::mean;

/// The runs of one outer draw, for the world or an importer.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// Mean shortfall over the horizon.
    pub(super) mean: f64,
    /// The shortfall in each run's worst year, in order.
    pub(super) worst: Vec<f64>,
    /// The mean of each run's longest time without recovery, in months.
    pub(super) longest: f64,
    /// Mean use, month after month.
    pub(super) used: [f64; MONTHS],
}

impl Drawn {
    /// What some runs come to, of which there is at least one.
    pub(super) fn of(runs: &[Run], changes: &Changes) -> Self {
        let column = |of: fn(&Run) -> f64| -> Vec<f64> { runs.iter().map(of).collect() };
        let mut worst = column(|run| run.worst_year);
        worst.sort_unstable_by(f64::total_cmp);
        let mut used = [0.0; MONTHS];
        let mut sum = 0.0;
        for (used, change) in used.iter_mut().zip(changes.0) {
            sum += change;
            *used = sum / to_float(runs.len());
        }
        Self {
            mean: mean(&column(|run| run.mean)),
            longest: mean(&column(|run| run.longest)),
            worst,
            used,
        }
    }
}
