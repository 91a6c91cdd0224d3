//! Geopolitical supply risk in both forms.

use serde::Serialize;

use super::absent::{Bounds, Why};
use crate::data::{CountryId, Dataset};
use crate::risk::geopolrisk::{Corrected, Exact};
use crate::risk::importer::ImporterRisk;

/// The form as published.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExactFigures {
    /// HHI times import risk.
    pub value: f64,
    /// Concentration of world production, a fraction.
    pub hhi: f64,
    /// Weighted imports over production and imports, a fraction.
    pub import_risk: f64,
    /// Members' production, in tonnes.
    pub production_t: f64,
    /// Imports, those among members included, in tonnes.
    pub imports_t: f64,
    /// Value over quantity, in US dollars per kg.
    pub price_usd_per_kg: f64,
    /// Characterisation factor, kg copper equivalent per kg.
    pub characterisation: f64,
}

/// The corrected form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CorrectedFigures {
    /// HHI times import risk.
    pub value: Option<f64>,
    /// The smallest it can be.
    pub low: Option<f64>,
    /// The largest it can be.
    pub high: Option<f64>,
    /// Concentration of world production, a fraction.
    pub hhi: Option<f64>,
    /// Weighted outside imports over production and outside imports, a fraction.
    pub import_risk: Option<f64>,
    /// Bounds of that.
    pub import_risk_bounds: Option<Bounds>,
    /// Members' production, in tonnes.
    pub production_t: Option<f64>,
    /// Imports from outside, in tonnes.
    pub imports_t: Option<f64>,
    /// Partners whose flow has no quantity.
    pub without_quantity: Vec<String>,
    /// Partners without a governance estimate.
    pub without_wgi: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Both forms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GeoPolRiskFigures {
    /// As published, for verification.
    pub exact: Option<ExactFigures>,
    /// For readers: outside imports only, and no data is no data.
    pub corrected: CorrectedFigures,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl GeoPolRiskFigures {
    /// The figures of an importer.
    pub(super) fn of(data: &Dataset, risk: &ImporterRisk) -> Self {
        let mut why = Why::default();
        let published = why.take("exact", risk.geopolrisk_exact.as_ref());
        Self {
            exact: published.map(exact),
            corrected: corrected(data, risk, &risk.geopolrisk),
            why,
        }
    }
}

fn exact(score: &Exact<CountryId>) -> ExactFigures {
    ExactFigures {
        value: score.value,
        hhi: score.hhi,
        import_risk: score.import_risk,
        production_t: score.domestic,
        imports_t: score.imports,
        price_usd_per_kg: score.price,
        characterisation: score.characterisation,
    }
}

fn corrected(
    data: &Dataset,
    risk: &ImporterRisk,
    score: &Corrected<CountryId>,
) -> CorrectedFigures {
    let mut why = Why::default();
    let value = why.take("value", score.value);
    if let Err(absence) = score.value {
        for key in ["low", "high"] {
            why.take::<(), _>(key, Err(absence));
        }
    }
    let import_risk = why.take("import_risk", score.import_risk);
    if let Err(absence) = score.import_risk {
        why.take::<(), _>("import_risk_bounds", Err(absence));
    }
    let codes = |countries: Vec<CountryId>| {
        let countries = countries.into_iter();
        countries.map(|id| data.country(id).iso3.clone()).collect()
    };
    let unscored = score.terms.iter().filter(|term| term.risk.is_none());
    CorrectedFigures {
        value: value.map(|value| value.value),
        low: value.map(|value| value.low),
        high: value.map(|value| value.high),
        hhi: why.take("hhi", score.hhi.map(|hhi| hhi.value)),
        import_risk: import_risk.map(|risk| risk.value),
        import_risk_bounds: import_risk.map(|risk| Bounds::of(risk, |risk| risk)),
        production_t: why.take("production_t", score.domestic),
        imports_t: why.take("imports_t", risk.trade.as_ref().map(|trade| trade.imports)),
        without_quantity: codes(score.unquantified.clone()),
        without_wgi: codes(unscored.map(|term| term.partner).collect()),
        why,
    }
}
