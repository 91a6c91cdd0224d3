//! Supply risk by the European Commission's method, with its terms.

use serde::Serialize;

use super::absent::{Bounds, Why};
use crate::risk::ec_supply_risk::SUPPLY_RISK_THRESHOLD;
use crate::risk::importer::{EcBasis, EcRisk};
use crate::risk::{Bounded, Measured, Mixes};

/// The terms of the formula.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EcTermFigures {
    /// `HHI_WGI,t` of world supply.
    pub hhi_wgi_t_global: Option<Bounds>,
    /// `HHI_WGI,t` of the importer's sourcing.
    pub hhi_wgi_t_sourcing: Option<Bounds>,
    /// IR, a fraction.
    pub import_reliance: Option<f64>,
    /// `EoL_RIR`, a fraction.
    pub eol_rir: Option<f64>,
    /// `SI_SR`.
    pub si_sr: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// The risk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EcFigures {
    /// SR.
    pub value: Option<f64>,
    /// The smallest it can be.
    pub low: Option<f64>,
    /// The largest it can be.
    pub high: Option<f64>,
    /// SR as the lists print it.
    pub rounded: Option<f64>,
    /// Whether that is 1.0 or more.
    pub at_risk: Option<bool>,
    /// What it is: the Commission's own, or its formula applied to someone.
    pub label: String,
    /// `commission` or `applied`.
    pub basis: &'static str,
    /// `both`, `global-only` or `sourcing-only`.
    pub mixes: Option<&'static str>,
    /// The most that it can be where recycling or substitution is not known.
    pub ceiling: Option<f64>,
    /// SR as the Commission published it for the European Union.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<f64>,
    /// Every term.
    pub terms: EcTermFigures,
    /// Inputs that the formula asks for and that are missing.
    pub missing: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl EcFigures {
    /// The figures of a risk, for an importer of this name.
    pub(super) fn of(ec: &EcRisk, name: &str) -> Self {
        let mut why = Why::default();
        let value = why.take("value", ec.risk.value);
        if let Err(absence) = ec.risk.value {
            for key in ["low", "high", "rounded", "at_risk"] {
                why.take::<(), _>(key, Err(absence));
            }
        }
        let rounded = ec.risk.rounded().ok();
        Self {
            value: value.map(|risk| risk.value),
            low: value.map(|risk| risk.low),
            high: value.map(|risk| risk.high),
            rounded,
            at_risk: rounded.map(|risk| risk >= SUPPLY_RISK_THRESHOLD),
            label: match ec.basis {
                EcBasis::Commission => "European Commission, supply risk of the EU".to_owned(),
                EcBasis::Applied => format!("EC formula applied to {name}"),
            },
            basis: match ec.basis {
                EcBasis::Commission => "commission",
                EcBasis::Applied => "applied",
            },
            mixes: why.take("mixes", mixes(ec)),
            ceiling: why.take("ceiling", ec.risk.ceiling()),
            published: ec.published,
            terms: terms(ec),
            missing: ec.risk.missing().iter().map(ToString::to_string).collect(),
            why,
        }
    }
}

fn mixes(ec: &EcRisk) -> Measured<&'static str> {
    match ec.risk.mixes {
        Some(Mixes::Both) => Ok("both"),
        Some(Mixes::GlobalOnly) => Ok("global-only"),
        Some(Mixes::SourcingOnly) => Ok("sourcing-only"),
        None => ec.risk.concentration.map(|_| ""),
    }
}

fn terms(ec: &EcRisk) -> EcTermFigures {
    let terms = &ec.risk.terms;
    let mut why = Why::default();
    let bounds = |bounded: Bounded<f64>| Bounds::of(bounded, |hhi| hhi);
    let fraction = |share: crate::units::Share| share.fraction();
    EcTermFigures {
        hhi_wgi_t_global: why.take("hhi_wgi_t_global", terms.global.map(bounds)),
        hhi_wgi_t_sourcing: why.take("hhi_wgi_t_sourcing", terms.sourcing.map(bounds)),
        import_reliance: why.take("import_reliance", terms.import_reliance.map(fraction)),
        eol_rir: why.take("eol_rir", terms.eol_rir.map(fraction)),
        si_sr: why.take("si_sr", terms.substitution_index.map(fraction)),
        why,
    }
}
