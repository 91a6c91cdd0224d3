//! R3: supply risk by the European Commission's method of 2017.

use super::{Absence, Bounded, Measured};
use crate::units::Share;

/// From here on supply is at risk, in the rounding of the lists.
pub const SUPPLY_RISK_THRESHOLD: f64 = 1.0;
/// From here on a material is economically important, in the rounding of the lists.
pub const ECONOMIC_IMPORTANCE_THRESHOLD: f64 = 2.8;

/// Which mixes of suppliers the risk is computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mixes {
    /// World supply and the importer's sourcing, weighted by import reliance.
    Both,
    /// World supply alone, because the importer's sourcing is not usable.
    GlobalOnly,
    /// The importer's sourcing alone, because world supply is not usable.
    SourcingOnly,
}

/// What the formula is made of; each a value or the reason why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EcTerms {
    /// `HHI_WGI,t` of world supply (GS).
    pub global: Measured<Bounded<f64>>,
    /// `HHI_WGI,t` of the importer's sourcing (EUS for the European Union).
    pub sourcing: Measured<Bounded<f64>>,
    /// IR.
    pub import_reliance: Measured<Share>,
    /// `EoL_RIR`: the part of input that comes from old scrap.
    pub eol_rir: Measured<Share>,
    /// `SI_SR`: 1 without a substitute.
    pub substitution_index: Measured<Share>,
}

/// Supply risk with all its terms.
///
/// # Definition
/// `SR = [HHI_WGI,t(GS)·IR/2 + HHI_WGI,t(EUS)·(1 − IR/2)]·(1 − EoL_RIR)·SI_SR`; where only one mix is usable, that one
/// alone stands in the brackets.
///
/// # Units
/// None; 1.0 and more counts as at risk.
///
/// # Missing data
/// A missing term is never filled in. Without recycling and substitution the value of the brackets is still an upper
/// bound, since both only lower it: [`EcSupplyRisk::ceiling`].
///
/// # References
/// European Commission (2017), Methodology for establishing the EU list of critical raw materials, section 3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EcSupplyRisk {
    /// SR.
    pub value: Measured<Bounded<f64>>,
    /// What stands in the brackets.
    pub concentration: Measured<Bounded<f64>>,
    /// The mixes used, where there is one.
    pub mixes: Option<Mixes>,
    /// Every term.
    pub terms: EcTerms,
}

impl EcSupplyRisk {
    /// The risk of some terms, from whichever mixes are usable.
    #[must_use]
    pub fn of(terms: EcTerms) -> Self {
        let mixes = match (terms.global, terms.sourcing) {
            (Ok(_), Ok(_)) => Mixes::Both,
            (Ok(_), Err(_)) => Mixes::GlobalOnly,
            (Err(_), Ok(_)) => Mixes::SourcingOnly,
            (Err(why), Err(_)) => {
                return Self {
                    value: Err(why),
                    concentration: Err(why),
                    mixes: None,
                    terms,
                };
            }
        };
        Self::with(terms, mixes)
    }

    /// The risk of some terms, from the mixes that an assessment says it used.
    #[must_use]
    pub fn with(terms: EcTerms, mixes: Mixes) -> Self {
        let concentration = concentration(&terms, mixes);
        let value = concentration.and_then(|brackets| {
            let factor = (1.0 - terms.eol_rir?.fraction()) * terms.substitution_index?.fraction();
            Ok(scaled(brackets, factor))
        });
        Self {
            value,
            concentration,
            mixes: Some(mixes),
            terms,
        }
    }

    /// The risk as the lists write it, to one decimal.
    ///
    /// # Errors
    /// The reason why there is no value.
    pub fn rounded(&self) -> Measured<f64> {
        self.value.map(|risk| to_one_decimal(risk.value))
    }

    /// Whether supply is at risk by the Commission's threshold.
    ///
    /// # Errors
    /// The reason why there is no value.
    pub fn at_risk(&self) -> Measured<bool> {
        self.rounded().map(|risk| risk >= SUPPLY_RISK_THRESHOLD)
    }

    /// The most that the risk can be, where recycling or substitution is not known.
    ///
    /// # Errors
    /// The reason why not even the brackets have a value.
    pub fn ceiling(&self) -> Measured<f64> {
        let known = |term: Measured<Share>| term.map_or(1.0, Share::fraction);
        let recycled = self.terms.eol_rir.map_or(0.0, Share::fraction);
        let factor = (1.0 - recycled) * known(self.terms.substitution_index);
        self.concentration.map(|brackets| brackets.high * factor)
    }

    /// Every input that the formula asks for and that is missing, with its reason.
    #[must_use]
    pub fn missing(&self) -> Vec<Absence> {
        let terms = &self.terms;
        let needed = [
            terms.global.err(),
            terms.sourcing.err(),
            terms.import_reliance.err(),
            terms.eol_rir.err(),
            terms.substitution_index.err(),
        ];
        let mut missing: Vec<Absence> = needed.into_iter().flatten().collect();
        missing.dedup();
        missing
    }
}

/// Whether a material is critical: both values, rounded as the lists are, at or above their thresholds.
///
/// # References
/// European Commission (2023), Study on the critical raw materials for the EU, section 3.1.
#[must_use]
pub fn is_critical(supply_risk: f64, economic_importance: f64) -> bool {
    to_one_decimal(supply_risk) >= SUPPLY_RISK_THRESHOLD
        && to_one_decimal(economic_importance) >= ECONOMIC_IMPORTANCE_THRESHOLD
}

/// A value as the lists write it: to one decimal, halves up.
#[must_use]
pub fn to_one_decimal(value: f64) -> f64 {
    // Binary fractions put 0.95 a hair below itself; a millionth of a step brings printed halves back.
    (value * 10.0 + 1e-6).round() / 10.0
}

/// What stands in the brackets.
fn concentration(terms: &EcTerms, mixes: Mixes) -> Measured<Bounded<f64>> {
    match mixes {
        Mixes::GlobalOnly => terms.global,
        Mixes::SourcingOnly => terms.sourcing,
        Mixes::Both => {
            let (global, sourcing) = (terms.global?, terms.sourcing?);
            let weight = terms.import_reliance?.fraction() / 2.0;
            let between = |global: f64, sourcing: f64| global * weight + sourcing * (1.0 - weight);
            Ok(Bounded {
                value: between(global.value, sourcing.value),
                low: between(global.low, sourcing.low),
                high: between(global.high, sourcing.high),
            })
        }
    }
}

fn scaled(bounded: Bounded<f64>, factor: f64) -> Bounded<f64> {
    Bounded {
        value: bounded.value * factor,
        low: bounded.low * factor,
        high: bounded.high * factor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(value: f64) -> Bounded<f64> {
        Bounded {
            value,
            low: value,
            high: value,
        }
    }

    fn terms() -> EcTerms {
        EcTerms {
            global: Ok(exactly(4.0)),
            sourcing: Ok(exactly(2.0)),
            import_reliance: Ok(Share::clamped(1.0)),
            eol_rir: Ok(Share::clamped(0.5)),
            substitution_index: Ok(Share::clamped(0.9)),
        }
    }

    #[test]
    fn full_reliance_weights_both_mixes_equally_and_none_the_sourcing_alone() {
        let full = EcSupplyRisk::of(terms());
        assert_eq!(full.concentration, Ok(exactly(3.0)));
        let none = EcSupplyRisk::of(EcTerms {
            import_reliance: Ok(Share::ZERO),
            ..terms()
        });
        assert_eq!(none.concentration, Ok(exactly(2.0)));
    }

    #[test]
    fn one_usable_mix_stands_alone_without_asking_for_reliance() {
        let only = EcSupplyRisk::of(EcTerms {
            sourcing: Err(Absence::NoSourcingShares),
            import_reliance: Err(Absence::NoTradeCode),
            ..terms()
        });
        assert_eq!(only.mixes, Some(Mixes::GlobalOnly));
        assert_eq!(only.concentration, Ok(exactly(4.0)));
        assert!(only.value.is_ok());
        assert_eq!(
            only.missing(),
            [Absence::NoSourcingShares, Absence::NoTradeCode]
        );
    }

    #[test]
    fn a_missing_rate_leaves_no_value_but_a_ceiling() {
        let risk = EcSupplyRisk::of(EcTerms {
            eol_rir: Err(Absence::NoRecyclingRate),
            ..terms()
        });
        assert_eq!(risk.value, Err(Absence::NoRecyclingRate));
        assert!((risk.ceiling().expect("brackets") - 2.7).abs() < 1e-12);
    }

    #[test]
    fn the_thresholds_count_values_as_the_lists_print_them() {
        assert!(is_critical(0.95, 2.75));
        assert!(!is_critical(0.949, 9.0));
        assert!(!is_critical(9.0, 2.749));
        // Copper and nickel, 2023: economically important, yet not at risk.
        assert!(!is_critical(0.1, 4.0) && !is_critical(0.5, 5.7));
    }
}
