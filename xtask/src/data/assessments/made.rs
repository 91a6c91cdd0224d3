//! The records of `assessments.json`; what is missing is left out.

use serde::Serialize;

use crate::data::json::Object;

#[derive(Serialize)]
pub(in crate::data) struct Study {
    pub(in crate::data) year: u16,
    pub(in crate::data) name: String,
    pub(in crate::data) doi: String,
    pub(in crate::data) licence: String,
    pub(in crate::data) period: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) years: Option<(u16, u16)>,
    pub(in crate::data) source: String,
    pub(in crate::data) notes: Vec<String>,
}

#[derive(Serialize)]
pub(in crate::data) struct Assessment {
    pub(in crate::data) year: u16,
    pub(in crate::data) material: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) mineral: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) supply_risk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) economic_importance: Option<String>,
    pub(in crate::data) evidence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) decisive: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) eol_rir: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) si_sr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) si_ei: Option<String>,
    pub(in crate::data) inputs_evidence: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::data) realigned: bool,
    pub(in crate::data) stages: Object<Stage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::data) notes: Vec<String>,
}

#[derive(Serialize, Default)]
pub(in crate::data) struct Stage {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) supply_risk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) import_reliance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) used: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) hhi_global: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) hhi_eu: Option<String>,
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub(in crate::data) global: Object<(String, String)>,
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub(in crate::data) eu: Object<(String, String)>,
}

#[derive(Serialize)]
pub(in crate::data) struct Point {
    pub(in crate::data) material: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) mineral: Option<String>,
    pub(in crate::data) year: u16,
    pub(in crate::data) method: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) supply_risk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::data) economic_importance: Option<String>,
}
