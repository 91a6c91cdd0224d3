//! GeoPolRisk for readers: outside imports only, and no data is no data.

use super::{Inflow, InflowTerm, governance_risk};
use crate::risk::{Absence, Bounded, Measured};
use crate::units::total;

/// The score with two corrections, and its terms.
///
/// # Definition
/// HHI as in R1, 0 to 1. Import risk = Σ g·M / (p + F) over partners outside the importer, with F their imports
/// alone: members' trade with one another changes nothing. Both corrections are this model's own choice.
///
/// # Units
/// Fractions.
///
/// # Missing data
/// Neither production nor imports: no value. A partner without an estimate counts nothing in `value` and `low`, and 1
/// in `high`. A flow without a quantity is left out and named in [`Corrected::unquantified`].
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected<C> {
    /// HHI · import risk.
    pub value: Measured<Bounded<f64>>,
    /// Concentration of world production.
    pub hhi: Measured<Bounded<f64>>,
    /// Weighted outside imports over production and outside imports.
    pub import_risk: Measured<Bounded<f64>>,
    /// p: production of the importer, all members together, in tonnes.
    pub domestic: Measured<f64>,
    /// F: imports from outside, in tonnes.
    pub imports: f64,
    /// Every partner outside with a quantity.
    pub terms: Vec<InflowTerm<C>>,
    /// Partners outside whose flow has a value but no quantity.
    pub unquantified: Vec<C>,
}

/// The corrected form.
///
/// # Units
/// `hhi` is a fraction, 0 to 1; `domestic` in tonnes.
#[must_use]
pub fn corrected<C: Copy>(
    hhi: Measured<Bounded<f64>>,
    domestic: Measured<f64>,
    flows: Measured<&[Inflow<C>]>,
) -> Corrected<C> {
    let outside = || {
        let flows = flows.unwrap_or_default().iter();
        flows.filter(|flow| !flow.inside)
    };
    let terms: Vec<InflowTerm<C>> = outside()
        .filter_map(|flow| {
            Some(InflowTerm {
                partner: flow.partner,
                risk: flow.stability.map(governance_risk),
                quantity: flow.quantity?,
            })
        })
        .collect();
    let imports = total(terms.iter().map(|term| term.quantity));
    let import_risk = flows
        .map(|_| ())
        .and(domestic)
        .and_then(|domestic| import_risk(&terms, domestic + imports));
    let value = hhi.and_then(|hhi| {
        let risk = import_risk?;
        Ok(Bounded {
            value: hhi.value * risk.value,
            low: hhi.low * risk.low,
            high: hhi.high * risk.high,
        })
    });
    Corrected {
        value,
        hhi,
        import_risk,
        domestic,
        imports,
        unquantified: outside()
            .filter(|flow| flow.quantity.is_none())
            .map(|flow| flow.partner)
            .collect(),
        terms,
    }
}

fn import_risk<C>(terms: &[InflowTerm<C>], supply: f64) -> Measured<Bounded<f64>> {
    if supply <= 0.0 {
        return Err(Absence::NoSupply);
    }
    let weighted = |unknown: f64| -> f64 {
        let risks = terms
            .iter()
            .map(|term| term.risk.unwrap_or(unknown) * term.quantity);
        total(risks) / supply
    };
    let low = weighted(0.0);
    Ok(Bounded {
        value: low,
        low,
        high: weighted(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HHI: Measured<Bounded<f64>> = Ok(Bounded {
        value: 0.5,
        low: 0.5,
        high: 0.6,
    });

    fn flow(inside: bool, quantity: Option<f64>, stability: Option<f64>) -> Inflow<u8> {
        Inflow {
            partner: 7,
            inside,
            quantity,
            value: Some(1.0),
            stability,
        }
    }

    #[test]
    fn trade_among_members_changes_nothing() {
        let outside = [flow(false, Some(10.0), Some(-1.0))];
        let both = [outside[0], flow(true, Some(1e6), Some(-1.0))];
        assert_eq!(
            corrected(HHI, Ok(5.0), Ok(&outside)),
            corrected(HHI, Ok(5.0), Ok(&both))
        );
    }

    #[test]
    fn no_trade_and_no_production_is_no_data_but_self_sufficiency_is_nought() {
        let none = corrected::<u8>(HHI, Ok(0.0), Ok(&[]));
        assert_eq!(none.value, Err(Absence::NoSupply));
        let own = corrected::<u8>(HHI, Ok(10.0), Ok(&[]));
        assert_eq!(own.value.map(|score| score.value), Ok(0.0));
        let uncoded = corrected::<u8>(HHI, Ok(10.0), Err(Absence::NoTradeCode));
        assert_eq!(uncoded.value, Err(Absence::NoTradeCode));
        let withheld = corrected(
            HHI,
            Err(Absence::ProductionWithheld),
            Ok(&[flow(false, Some(1.0), None)]),
        );
        assert_eq!(withheld.import_risk, Err(Absence::ProductionWithheld));
    }

    #[test]
    fn an_unknown_partner_widens_the_bounds_and_an_unknown_quantity_is_named() {
        let flows = [flow(false, Some(10.0), None), flow(false, None, Some(-2.5))];
        let score = corrected(HHI, Ok(0.0), Ok(&flows));
        let risk = score.import_risk.expect("supply");
        assert_eq!((risk.low, risk.value, risk.high), (0.0, 0.0, 1.0));
        assert_eq!(score.unquantified, [7]);
    }
}
