//! The mirror of the files that are read after the first load: trade, assessments and import reliance.

use serde::Deserialize;

use super::raw::{Cell, Pairs};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trade<'a> {
    pub(super) source: String,
    pub(super) edition: String,
    pub(super) licence: String,
    pub(super) nomenclature: String,
    pub(super) quantity_basis: String,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    #[serde(borrow)]
    pub(super) codes: Vec<TradeCode<'a>>,
    #[serde(borrow, default)]
    pub(super) missing: Vec<TradeGap<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TradeCode<'a> {
    pub(super) code: &'a str,
    pub(super) name: String,
    pub(super) mineral: &'a str,
    pub(super) stage: &'a str,
    pub(super) coverage: &'a str,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TradeGap<'a> {
    pub(super) mineral: &'a str,
    pub(super) stage: &'a str,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assessments<'a> {
    pub(super) studies: Vec<Study>,
    #[serde(borrow, rename = "assessments")]
    pub(super) entries: Vec<Assessment<'a>>,
    #[serde(borrow, default)]
    pub(super) history: Vec<Point<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Study {
    pub(super) year: u16,
    pub(super) name: String,
    pub(super) doi: String,
    pub(super) licence: String,
    pub(super) period: String,
    pub(super) years: Option<(u16, u16)>,
    pub(super) source: String,
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assessment<'a> {
    pub(super) year: u16,
    pub(super) material: String,
    pub(super) mineral: Option<&'a str>,
    pub(super) supply_risk: Option<&'a str>,
    pub(super) economic_importance: Option<&'a str>,
    pub(super) evidence: &'a str,
    pub(super) decisive: Option<&'a str>,
    pub(super) eol_rir: Option<&'a str>,
    pub(super) si_sr: Option<&'a str>,
    pub(super) si_ei: Option<&'a str>,
    pub(super) inputs_evidence: Option<&'a str>,
    #[serde(default)]
    pub(super) realigned: bool,
    #[serde(borrow, default)]
    pub(super) stages: Pairs<'a, AssessedStage<'a>>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssessedStage<'a> {
    pub(super) supply_risk: Option<&'a str>,
    pub(super) import_reliance: Option<&'a str>,
    pub(super) used: Option<&'a str>,
    pub(super) hhi_global: Option<&'a str>,
    pub(super) hhi_eu: Option<&'a str>,
    #[serde(borrow, default)]
    pub(super) global: Pairs<'a, Supplier<'a>>,
    #[serde(borrow, default)]
    pub(super) eu: Pairs<'a, Supplier<'a>>,
}

/// Percent and trade variable.
#[derive(Deserialize)]
pub(super) struct Supplier<'a>(pub(super) Cell, #[serde(borrow)] pub(super) &'a str);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point<'a> {
    pub(super) material: String,
    pub(super) mineral: Option<&'a str>,
    pub(super) year: u16,
    pub(super) method: &'a str,
    pub(super) supply_risk: Option<&'a str>,
    pub(super) economic_importance: Option<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reliances<'a> {
    #[serde(borrow)]
    pub(super) figures: Vec<Reliance<'a>>,
    #[serde(borrow)]
    pub(super) sources: Vec<ImportSource<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reliance<'a> {
    pub(super) commodity: String,
    #[serde(default)]
    pub(super) form: String,
    pub(super) mineral: Option<&'a str>,
    pub(super) edition: &'a str,
    pub(super) table: &'a str,
    pub(super) of: String,
    pub(super) year: u16,
    pub(super) value: &'a str,
    pub(super) sellers: Option<String>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportSource<'a> {
    pub(super) commodity: String,
    pub(super) form: String,
    pub(super) mineral: Option<&'a str>,
    pub(super) edition: &'a str,
    pub(super) period: String,
    pub(super) seller: String,
    pub(super) iso3: Option<&'a str>,
    pub(super) percent: Cell,
}
