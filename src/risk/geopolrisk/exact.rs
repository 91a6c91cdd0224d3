//! GeoPolRisk as the published package behaves.

use crate::units::total;

use super::{Inflow, InflowTerm, governance_risk};

/// The governance risk of a partner without an estimate.
const UNKNOWN: f64 = 0.5;
/// The divisor of the characterisation factor, kg copper equivalent: a constant, not copper's own score of the year.
const COPPER: f64 = 0.409_412_948;

/// The score as the package computes it, with its terms.
///
/// # Definition
/// HHI = ΣP² / (ΣP)², of each country's production truncated to whole tonnes.
/// Import risk = Σ g·M / (p + F), where g is 0 for partners inside the bloc and 0.5 for those without an estimate, a
/// missing quantity is 0, p is the members' production together and F counts imports among members too. What would be
/// 0/0 is 0.
///
/// # Units
/// `value`, `hhi`, `import_risk` are fractions; `characterisation` is in kg copper equivalent per kg.
///
/// # Missing data
/// There is none in this form: every absence becomes a number. That is why readers see [`super::corrected`].
#[derive(Debug, Clone, PartialEq)]
pub struct Exact<C> {
    /// HHI · import risk.
    pub value: f64,
    /// Concentration of world production, 0 to 1.
    pub hhi: f64,
    /// Weighted imports over production and imports, 0 to 1.
    pub import_risk: f64,
    /// p: production of the importer, all members together, in tonnes.
    pub domestic: f64,
    /// F: all imports, those among members included, in tonnes.
    pub imports: f64,
    /// Value over quantity of the imports, in US dollars per kg.
    pub price: f64,
    /// Score · price / 0.409412948.
    pub characterisation: f64,
    /// Every partner.
    pub terms: Vec<InflowTerm<C>>,
}

/// The published form.
///
/// # Units
/// `production` holds every country's output and `domestic` the members' sum, in tonnes.
///
/// # Examples
/// ```
/// use adit::risk::geopolrisk::{Inflow, exact};
///
/// let partner = Inflow { partner: "COD", inside: false, quantity: Some(50.0), value: None, stability: Some(-2.5) };
/// let score = exact(&[100.0, 100.0], 50.0, &[partner]);
/// assert_eq!((score.hhi, score.import_risk, score.value), (0.5, 0.5, 0.25));
/// ```
#[must_use]
pub fn exact<C: Copy>(production: &[f64], domestic: f64, flows: &[Inflow<C>]) -> Exact<C> {
    let whole = || production.iter().map(|tonnes| tonnes.trunc());
    let all = total(whole());
    let squares = total(whole().map(|tonnes| tonnes * tonnes));
    let hhi = ratio(squares, all * all);
    let terms: Vec<InflowTerm<C>> = flows
        .iter()
        .map(|flow| InflowTerm {
            partner: flow.partner,
            risk: Some(if flow.inside {
                0.0
            } else {
                flow.stability.map_or(UNKNOWN, governance_risk)
            }),
            quantity: flow.quantity.unwrap_or(0.0),
        })
        .collect();
    let imports = total(terms.iter().map(|term| term.quantity));
    let weigh = |term: &InflowTerm<C>| term.risk.unwrap_or(UNKNOWN) * term.quantity;
    let weighted = total(terms.iter().map(weigh));
    let import_risk = ratio(weighted, domestic + imports);
    let paid = total(flows.iter().filter_map(|flow| flow.value));
    let price = ratio(paid, imports);
    let value = hhi * import_risk;
    Exact {
        value,
        hhi,
        import_risk,
        domestic,
        imports,
        price,
        characterisation: value * price / COPPER,
        terms,
    }
}

/// A ratio whose 0/0 is 0, as the package has it.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(inside: bool, quantity: Option<f64>, stability: Option<f64>) -> Inflow<u8> {
        Inflow {
            partner: 0,
            inside,
            quantity,
            value: Some(1.0),
            stability,
        }
    }

    #[test]
    fn nothing_over_nothing_is_nought() {
        let none = exact::<u8>(&[], 0.0, &[]);
        assert_eq!(
            (none.hhi, none.import_risk, none.value, none.price),
            (0.0, 0.0, 0.0, 0.0)
        );
    }

    #[test]
    fn trade_among_members_carries_no_risk_and_dilutes_the_rest() {
        let outside = exact(&[1.0], 0.0, &[flow(false, Some(10.0), Some(-2.5))]);
        assert!((outside.import_risk - 1.0).abs() < 1e-15);
        let members = [
            flow(false, Some(10.0), Some(-2.5)),
            flow(true, Some(30.0), Some(-2.5)),
        ];
        assert!((exact(&[1.0], 0.0, &members).import_risk - 0.25).abs() < 1e-15);
    }

    #[test]
    fn an_unknown_partner_counts_as_the_middle_and_an_unknown_quantity_as_nought() {
        let flows = [flow(false, Some(10.0), None), flow(false, None, Some(-2.5))];
        let score = exact(&[1.0], 0.0, &flows);
        assert!((score.import_risk - 0.5).abs() < 1e-15);
        assert!((score.imports - 10.0).abs() < 1e-15);
    }

    #[test]
    fn fractions_of_a_tonne_do_not_count_in_the_concentration_but_do_at_home() {
        let score = exact(&[1.9, 0.9], 0.9, &[flow(false, Some(0.9), Some(-2.5))]);
        assert!((score.hhi - 1.0).abs() < 1e-15);
        assert!((score.import_risk - 0.5).abs() < 1e-15);
    }
}
