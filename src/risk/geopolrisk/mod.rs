//! R4: geopolitical supply risk, as published and corrected for readers.
//!
//! `GPRS = HHI · Σ g·M / (p + F)`: the concentration of world production times the part of the
//! importer's supply that comes from abroad, weighted by how unstable its partners are.
//!
//! * [`exact`]: as the method's package behaves, for verification only.
//! * [`corrected`]: outside imports only, and no data is no data.
//!
//! Written from the published equations.
//!
//! # References
//! Koyamparambath, A. et al. (2024), Implementing the geopolitical supply risk method for material criticality in life
//! cycle assessment, Resources, Conservation and Recycling, doi:10.1016/j.resconrec.2024.107801.

mod corrected;
mod exact;

pub use corrected::{Corrected, corrected};
pub use exact::{Exact, exact};

/// What one partner sends to the importer under the mineral's codes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inflow<C> {
    /// Who sends; the last exporter, which may not be the origin.
    pub partner: C,
    /// Whether the partner belongs to the importing bloc.
    pub inside: bool,
    /// M: the quantity in tonnes; none where the source has a value without a quantity.
    pub quantity: Option<f64>,
    /// The value in thousand US dollars.
    pub value: Option<f64>,
    /// The partner's World Governance Indicators estimate of political stability; none if it has none.
    pub stability: Option<f64>,
}

/// One partner's part of the import risk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InflowTerm<C> {
    /// Who sends.
    pub partner: C,
    /// g: the partner's governance risk as it entered; none where it is unknown and did not.
    pub risk: Option<f64>,
    /// M: the quantity as it entered, in tonnes.
    pub quantity: f64,
}

/// The governance risk g of a stability estimate, 0 best to 1 worst.
///
/// # Definition
/// g = (2.5 − e) / 5, held to 0–1.
#[must_use]
pub fn governance_risk(estimate: f64) -> f64 {
    ((2.5 - estimate) / 5.0).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::governance_risk;

    #[test]
    fn governance_risk_falls_as_stability_rises_and_stays_a_fraction() {
        for (estimate, risk) in [(2.5, 0.0), (0.0, 0.5), (-2.5, 1.0), (-3.1, 1.0), (3.0, 0.0)] {
            assert!((governance_risk(estimate) - risk).abs() < 1e-15);
        }
    }
}
