//! R2: concentration weighted by how stable the suppliers' governance is.

use super::{Bounded, SupplyShares};
use crate::data::{CountryId, Dataset};

/// The worst governance score on the European Commission's scale.
const WORST: f64 = 10.0;

/// Governance-weighted concentration, Σ S²·G.
///
/// # Units
/// 0 (no concentration, or the best governance) to 10 (one supplier with the worst).
///
/// # Definition
/// G = 2·(2.5 − e) with e the World Governance Indicators' estimate, held to 0–10. The Commission averages six
/// dimensions; here e is *Political Stability and Absence of Violence* alone, which is what the data set holds.
///
/// # Missing data
/// A country without an estimate (Taiwan) counts nothing in `value` and `low`, and as the worst in `high`; so does
/// the unattributed part of supply, taken as one country.
///
/// # References
/// European Commission (2017), Methodology for establishing the EU list of critical raw materials.
#[derive(Debug, Clone, PartialEq)]
pub struct GovernanceWeighted {
    /// Σ S²·G with its bounds.
    pub hhi_wgi: Bounded<f64>,
    /// Σ S² over the countries that have an estimate, as a fraction.
    pub scored_squares: f64,
    /// Countries with supply but without an estimate.
    pub unscored: Vec<CountryId>,
    /// The year of the estimates: the data's own, or the newest before it.
    pub wgi_year: u16,
}

impl GovernanceWeighted {
    /// The measure for some shares of a year; `None` when no supplier has an estimate.
    #[must_use]
    pub fn of(data: &Dataset, shares: &SupplyShares, year: u16) -> Option<Self> {
        let (mut weighted, mut scored_squares, mut unscored_squares) = (0.0, 0.0, 0.0);
        let mut unscored = Vec::new();
        let mut wgi_year = None;
        for row in &shares.ranked {
            let square = row.share.fraction().powi(2);
            if let Some(wgi) = data.wgi(row.country, year) {
                weighted += square * governance_score(wgi.estimate);
                scored_squares += square;
                wgi_year = wgi_year.max(Some(wgi.year));
            } else {
                unscored_squares += square;
                unscored.push(row.country);
            }
        }
        let rest = shares.unattributed.fraction().powi(2);
        let high = weighted + WORST * (unscored_squares + rest);
        Some(Self {
            hhi_wgi: Bounded {
                value: weighted,
                low: weighted,
                high: high.min(WORST),
            },
            scored_squares,
            unscored,
            wgi_year: wgi_year?,
        })
    }

    /// The mean governance score of supply, weighted by squared shares: `HHI_G / HHI`, 0 to 10.
    #[must_use]
    pub fn mean_score(&self) -> f64 {
        self.hhi_wgi.value / self.scored_squares
    }
}

/// The governance score G of a WGI estimate on the Commission's scale: 0 best, 10 worst.
#[must_use]
pub fn governance_score(estimate: f64) -> f64 {
    (2.0 * (2.5 - estimate)).clamp(0.0, WORST)
}

/// A change of governance-weighted concentration, split exactly in two.
///
/// # Definition
/// `Δln HHI_G = Δln HHI + Δln(HHI_G / HHI)`: who supplies, and how the suppliers are governed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GovernanceSplit {
    /// `Δln HHI_G`.
    pub total: f64,
    /// Δln HHI: the part from concentration.
    pub concentration: f64,
    /// `Δln(HHI_G / HHI)`: the part from governance.
    pub governance: f64,
}

impl GovernanceSplit {
    /// The split of the change from one state to another; `None` where either has no weighted concentration.
    #[must_use]
    pub fn between(before: &GovernanceWeighted, after: &GovernanceWeighted) -> Option<Self> {
        let positive = |weighted: &GovernanceWeighted| weighted.hhi_wgi.value > 0.0;
        (positive(before) && positive(after)).then(|| Self {
            total: (after.hhi_wgi.value / before.hhi_wgi.value).ln(),
            concentration: (after.scored_squares / before.scored_squares).ln(),
            governance: (after.mean_score() / before.mean_score()).ln(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::governance_score;

    #[test]
    fn the_score_runs_from_best_to_worst_and_stays_on_the_scale() {
        for (estimate, score) in [(2.5, 0.0), (0.0, 5.0), (-2.5, 10.0), (-2.9, 10.0)] {
            assert!((governance_score(estimate) - score).abs() < f64::EPSILON);
        }
    }
}
