//! R5: what is left when the largest supplier stops.

use super::{Absence, Bounded, Measured};
use crate::units::{Share, total};

/// Share of world supply left without its `without` largest suppliers.
///
/// # Definition
/// `A0 = 1 − CR_k`, for want of consumption by country: with it, `A = (ΣP − P_top) / (ΣD − D_top)`. It says what is left,
/// not whether that is enough.
///
/// # Units
/// Fraction of world supply.
///
/// # Missing data
/// What no named country has may be one country larger than those named: `low` counts it so.
///
/// # References
/// International Energy Agency (2025), Global Critical Minerals Outlook: the N-1 indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SupplyLeft {
    /// k: how many suppliers stop.
    pub without: usize,
    /// `1 − CR_k`.
    pub share: Bounded<Share>,
}

impl SupplyLeft {
    /// What is left of supply, from shares in any order and the part that is unattributed.
    ///
    /// # Errors
    /// [`Absence::NoProduction`] when no country has a share.
    pub fn of(shares: &[Share], unattributed: Share, without: usize) -> Measured<Self> {
        let mut fractions: Vec<f64> = shares.iter().map(|share| share.fraction()).collect();
        if fractions.iter().all(|fraction| *fraction <= 0.0) {
            return Err(Absence::NoProduction);
        }
        let left = |fractions: &mut Vec<f64>| {
            fractions.sort_by(|a, b| b.total_cmp(a));
            Share::clamped(1.0 - fractions.iter().take(without).sum::<f64>())
        };
        let value = left(&mut fractions);
        fractions.push(unattributed.fraction());
        Ok(Self {
            without,
            share: Bounded {
                value,
                low: left(&mut fractions),
                high: value,
            },
        })
    }
}

/// How much of an importer's need its other sources cover when its largest outside supplier stops.
///
/// # Definition
/// `A_B = (p + F − M_top) / (p + F − E)`: own production and imports from everyone else, over apparent consumption.
/// Nobody sends more and exports go on being counted as available at home, which is this model's choice: it shows
/// exposure, not what would happen.
///
/// # Units
/// A ratio; 1 and more means that the need is covered.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedCovered<C> {
    /// Whose supply stops: the importer's largest outside suppliers, largest first.
    pub stopped: Vec<(C, f64)>,
    /// Production and imports that remain, in tonnes.
    pub accessible: f64,
    /// Apparent consumption, in tonnes.
    pub need: f64,
    /// The ratio.
    pub ratio: f64,
}

impl<C: Copy> NeedCovered<C> {
    /// The cover left of an importer's need without its `without` largest outside suppliers.
    ///
    /// # Units
    /// Tonnes; `inflows` are imports from outside by partner.
    ///
    /// # Errors
    /// [`Absence::NoSupply`] without production and imports, [`Absence::NoOutsideSupplier`] without imports,
    /// [`Absence::NoApparentConsumption`] when exports exceed production and imports.
    pub fn of(
        production: f64,
        inflows: &[(C, f64)],
        exports: f64,
        without: usize,
    ) -> Measured<Self> {
        let imports = total(inflows.iter().map(|(_, quantity)| *quantity));
        if production + imports <= 0.0 {
            return Err(Absence::NoSupply);
        }
        if imports <= 0.0 {
            return Err(Absence::NoOutsideSupplier);
        }
        let need = production + imports - exports;
        if need <= 0.0 {
            return Err(Absence::NoApparentConsumption);
        }
        let mut stopped = inflows.to_vec();
        stopped.sort_by(|a, b| b.1.total_cmp(&a.1));
        stopped.truncate(without);
        let lost = total(stopped.iter().map(|(_, quantity)| *quantity));
        let accessible = production + imports - lost;
        Ok(Self {
            stopped,
            accessible,
            need,
            ratio: accessible / need,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(fractions: &[f64]) -> Vec<Share> {
        fractions.iter().map(|&f| Share::clamped(f)).collect()
    }

    #[test]
    fn without_its_largest_supplier_the_rest_of_the_world_is_left() {
        let named = shares(&[0.1, 0.7, 0.05]);
        let one = SupplyLeft::of(&named, Share::clamped(0.15), 1).expect("suppliers");
        assert!((one.share.value.fraction() - 0.3).abs() < 1e-12);
        let two = SupplyLeft::of(&named, Share::clamped(0.15), 2).expect("suppliers");
        assert!((two.share.value.fraction() - 0.2).abs() < 1e-12);
        assert!((two.share.low.fraction() - 0.15).abs() < 1e-12);
        let none = SupplyLeft::of(&[], Share::ZERO, 1);
        assert_eq!(none, Err(Absence::NoProduction));
    }

    #[test]
    fn a_need_is_covered_by_what_remains() {
        let inflows = [("CHL", 60.0), ("CHN", 20.0)];
        let cover = NeedCovered::of(20.0, &inflows, 0.0, 1).expect("a need");
        assert_eq!(cover.stopped, [("CHL", 60.0)]);
        assert!((cover.ratio - 0.4).abs() < 1e-12);
    }

    #[test]
    fn absence_has_its_reason() {
        let of = |production, inflows: &[(u8, f64)], exports| {
            NeedCovered::of(production, inflows, exports, 1).map(|cover| cover.ratio)
        };
        assert_eq!(of(0.0, &[], 0.0), Err(Absence::NoSupply));
        assert_eq!(of(5.0, &[], 0.0), Err(Absence::NoOutsideSupplier));
        assert_eq!(
            of(5.0, &[(1, 1.0)], 9.0),
            Err(Absence::NoApparentConsumption)
        );
    }
}
