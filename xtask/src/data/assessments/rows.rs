//! Rows of the tables that assessments are made from.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct StudyRow {
    pub(in crate::data) year: u16,
    pub(in crate::data) name: String,
    pub(in crate::data) doi: String,
    pub(in crate::data) licence: String,
    pub(in crate::data) period: String,
    pub(in crate::data) first_year: Option<u16>,
    pub(in crate::data) last_year: Option<u16>,
    pub(in crate::data) source: String,
    pub(in crate::data) notes: String,
}

/// What one of the dataset's minerals is called in the studies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct Name {
    pub(in crate::data) material: String,
    pub(in crate::data) mineral: Option<String>,
    pub(in crate::data) reason: String,
}

/// A row of the 2017 study: the decisive stage only.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct Old {
    pub(in crate::data) material: String,
    pub(in crate::data) decisive_stage: String,
    pub(in crate::data) supply_risk: Option<String>,
    pub(in crate::data) economic_importance: Option<String>,
    pub(in crate::data) import_reliance_pct: Option<String>,
    pub(in crate::data) eol_rir_pct: Option<String>,
    pub(in crate::data) si_ei: Option<String>,
    pub(in crate::data) si_sr: Option<String>,
    pub(in crate::data) hhi_global: Option<String>,
    pub(in crate::data) hhi_eu: Option<String>,
    pub(in crate::data) used: String,
}

/// A material's results as printed in the 2023 study.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct Summary {
    pub(in crate::data) material: String,
    pub(in crate::data) supply_risk: String,
    pub(in crate::data) economic_importance: String,
}

/// A row of the transcription of the 2023 study's results and inputs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct New {
    pub(in crate::data) material: String,
    pub(in crate::data) realigned: String,
    pub(in crate::data) supply_risk: String,
    pub(in crate::data) economic_importance: String,
    pub(in crate::data) decisive_stage: String,
    pub(in crate::data) stages: String,
    pub(in crate::data) used_extraction: String,
    pub(in crate::data) supply_risk_extraction: Option<String>,
    pub(in crate::data) import_reliance_extraction_pct: Option<String>,
    pub(in crate::data) used_processing: String,
    pub(in crate::data) supply_risk_processing: Option<String>,
    pub(in crate::data) import_reliance_processing_pct: Option<String>,
    pub(in crate::data) si_ei: Option<String>,
    pub(in crate::data) si_sr: Option<String>,
    pub(in crate::data) eol_rir_pct: Option<String>,
    pub(in crate::data) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct Share {
    pub(in crate::data) material: String,
    pub(in crate::data) stage: String,
    pub(in crate::data) iso3: String,
    #[serde(rename = "country")]
    _country: String,
    #[serde(rename = "share_pct")]
    pub(in crate::data) percent: String,
    pub(in crate::data) trade_variable: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::data) struct Past {
    pub(in crate::data) material: String,
    pub(in crate::data) year: u16,
    pub(in crate::data) supply_risk: Option<String>,
    pub(in crate::data) economic_importance: Option<String>,
    pub(in crate::data) method: String,
}
