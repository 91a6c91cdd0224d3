//! How much of what is used comes from abroad.

use super::{Absence, Measured};
use crate::units::Share;

/// What an importer makes, buys and sells in a year, from outside its borders.
///
/// # Units
/// Tonnes, all three of the same thing. Production is often metal content and trade gross weight: the sum is then of
/// unlike tonnes, which is a limit of the method that a reader must be told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balance {
    /// P: domestic production.
    pub production: f64,
    /// I: imports; for a bloc from outside it.
    pub imports: f64,
    /// E: exports; for a bloc to outside it.
    pub exports: f64,
}

impl Balance {
    /// Apparent consumption, P + I − E.
    #[must_use]
    pub fn apparent_consumption(&self) -> f64 {
        self.production + self.imports - self.exports
    }

    /// Net imports, I − E; negative for a net exporter.
    #[must_use]
    pub fn net_imports(&self) -> f64 {
        self.imports - self.exports
    }
}

/// Net import reliance, with what it was computed from.
///
/// # Definition
/// IR = (I − E) / (P + I − E), held to 0–1: a net exporter relies on no imports.
///
/// # Units
/// Fraction of apparent consumption.
///
/// # References
/// European Commission (2017), Methodology for establishing the EU list of critical raw materials, section 3.2;
/// the United States' *net import reliance* has the same form with changes of stocks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImportReliance {
    /// IR.
    pub value: Share,
    /// The ratio before it was held to 0–1.
    pub ratio: f64,
    /// P, I and E.
    pub balance: Balance,
}

impl ImportReliance {
    /// The reliance of a balance.
    ///
    /// # Errors
    /// [`Absence::NoSupply`] when nothing is made, bought or sold; [`Absence::NoApparentConsumption`] when more
    /// leaves than is made and bought, so that the ratio has no meaning.
    ///
    /// # Examples
    /// ```
    /// use adit::risk::{Balance, ImportReliance};
    ///
    /// let balance = Balance { production: 20.0, imports: 100.0, exports: 20.0 };
    /// let reliance = ImportReliance::of(balance).unwrap();
    /// assert!((reliance.value.fraction() - 0.8).abs() < 1e-12);
    /// ```
    pub fn of(balance: Balance) -> Measured<Self> {
        let consumption = balance.apparent_consumption();
        if balance.production <= 0.0 && balance.imports <= 0.0 && balance.exports <= 0.0 {
            return Err(Absence::NoSupply);
        }
        if consumption <= 0.0 {
            return Err(Absence::NoApparentConsumption);
        }
        let ratio = balance.net_imports() / consumption;
        Ok(Self {
            value: Share::clamped(ratio),
            ratio,
            balance,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(production: f64, imports: f64, exports: f64) -> Measured<f64> {
        let balance = Balance {
            production,
            imports,
            exports,
        };
        ImportReliance::of(balance).map(|reliance| reliance.value.fraction())
    }

    #[test]
    fn a_net_exporter_relies_on_nobody_and_who_makes_nothing_on_others_alone() {
        assert_eq!(of(100.0, 5.0, 20.0), Ok(0.0));
        assert_eq!(of(0.0, 50.0, 10.0), Ok(1.0));
    }

    #[test]
    fn what_has_no_meaning_has_a_reason_and_no_value() {
        assert_eq!(of(0.0, 0.0, 0.0), Err(Absence::NoSupply));
        assert_eq!(of(10.0, 5.0, 20.0), Err(Absence::NoApparentConsumption));
        assert_eq!(of(10.0, 5.0, 15.0), Err(Absence::NoApparentConsumption));
    }
}
