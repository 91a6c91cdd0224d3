//! A mix of suppliers weighted by governance and trade: `HHI_WGI,t`.

use super::{Absence, Bounded, Measured};

/// The worst governance score on the European Commission's scale.
pub const WORST: f64 = 10.0;
/// The largest trade factor that occurs in the Commission's tables of 2023.
pub const LARGEST_TRADE_FACTOR: f64 = 1.5;
/// The trade factor of a member of the importing bloc.
pub const INSIDE: f64 = 0.8;
/// The trade factor of a supplier that restricts nothing.
pub const UNRESTRICTED: f64 = 1.0;

/// One supplier of a mix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixSupplier<C> {
    /// Who.
    pub country: C,
    /// S: its share of the mix, a fraction.
    pub share: f64,
    /// G: its governance score on the Commission's scale, 0 best to 10 worst; none if it has no estimate.
    pub governance: Option<f64>,
    /// t: 0.8 inside the importing bloc, 1 without restrictions, more with an export tax, quota or ban.
    pub trade_factor: f64,
}

impl<C> MixSupplier<C> {
    /// S²·G·t; none without a governance estimate.
    #[must_use]
    pub fn term(&self) -> Option<f64> {
        let square = self.share * self.share;
        self.governance
            .map(|score| square * score * self.trade_factor)
    }
}

/// The governance- and trade-weighted concentration of a mix, with its suppliers.
///
/// # Definition
/// `HHI_WGI,t = Σ S²·G·t`.
///
/// # Units
/// 0 to 10 where no supplier has t > 1.
///
/// # Missing data
/// A supplier without a governance estimate counts nothing in `value` and `low`, and as the worst in `high`. So does
/// the part of the mix that no supplier is named for, taken as one supplier.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplyMix<C> {
    /// Every supplier, largest share first.
    pub suppliers: Vec<MixSupplier<C>>,
    /// Σ S²·G·t with its bounds.
    pub hhi_wgi_t: Bounded<f64>,
    /// The part of the mix that no supplier is named for, a fraction.
    pub unattributed: f64,
}

impl<C: Copy> SupplyMix<C> {
    /// The concentration of some suppliers, whose shares need not add up to 1.
    ///
    /// # Errors
    /// `empty` when no supplier has a share above zero; [`Absence::NoGovernance`] when none has an estimate.
    pub fn of(suppliers: Vec<MixSupplier<C>>, empty: Absence) -> Measured<Self> {
        let mut suppliers = suppliers;
        suppliers.retain(|supplier| supplier.share > 0.0);
        suppliers.sort_by(|a, b| b.share.total_cmp(&a.share));
        if suppliers.is_empty() {
            return Err(empty);
        }
        if suppliers
            .iter()
            .all(|supplier| supplier.governance.is_none())
        {
            return Err(Absence::NoGovernance);
        }
        let value: f64 = suppliers.iter().filter_map(MixSupplier::term).sum();
        let unscored: f64 = suppliers
            .iter()
            .filter(|supplier| supplier.governance.is_none())
            .map(|supplier| supplier.share * supplier.share * supplier.trade_factor)
            .sum();
        let named: f64 = suppliers.iter().map(|supplier| supplier.share).sum();
        let unattributed = (1.0 - named).max(0.0);
        let rest = unattributed * unattributed * LARGEST_TRADE_FACTOR;
        Ok(Self {
            suppliers,
            hhi_wgi_t: Bounded {
                value,
                low: value,
                high: value + WORST * (unscored + rest),
            },
            unattributed,
        })
    }

    /// Suppliers without a governance estimate.
    pub fn unscored(&self) -> impl Iterator<Item = C> + '_ {
        self.suppliers
            .iter()
            .filter(|supplier| supplier.governance.is_none())
            .map(|supplier| supplier.country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supplier(share: f64, governance: Option<f64>, trade_factor: f64) -> MixSupplier<u8> {
        MixSupplier {
            country: 0,
            share,
            governance,
            trade_factor,
        }
    }

    #[test]
    fn a_monopolist_with_the_worst_governance_scores_ten() {
        let mix = SupplyMix::of(
            vec![supplier(1.0, Some(10.0), 1.0)],
            Absence::NoGlobalShares,
        );
        assert_eq!(mix.map(|mix| mix.hhi_wgi_t.value), Ok(10.0));
    }

    #[test]
    fn what_is_unknown_widens_the_bounds_and_not_the_value() {
        let suppliers = vec![supplier(0.5, Some(4.0), 1.0), supplier(0.3, None, 1.0)];
        let mix = SupplyMix::of(suppliers, Absence::NoGlobalShares).expect("a scored supplier");
        assert!((mix.hhi_wgi_t.value - 1.0).abs() < 1e-12);
        assert!((mix.hhi_wgi_t.high - (1.0 + 10.0 * 0.09 + 10.0 * 0.04 * 1.5)).abs() < 1e-12);
        assert_eq!(mix.unscored().count(), 1);
    }

    #[test]
    fn nothing_is_not_zero() {
        let none = SupplyMix::<u8>::of(Vec::new(), Absence::NoSourcingShares);
        assert_eq!(none.unwrap_err(), Absence::NoSourcingShares);
        let unscored = SupplyMix::of(vec![supplier(1.0, None, 1.0)], Absence::NoGlobalShares);
        assert_eq!(unscored.unwrap_err(), Absence::NoGovernance);
    }
}
