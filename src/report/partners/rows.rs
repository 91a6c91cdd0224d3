//! The parts of an answer about partners.

use serde::Serialize;

use super::super::absent::Why;

/// One country's part of a mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// A fraction of the need.
    pub share: f64,
    /// Whether it belongs to the importer.
    pub own: bool,
    /// Of partners: what each is worth among these partners; the worths add up to what they take off the risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<f64>,
}

/// A set of partners with its least risky mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerSet {
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f: Σ w·s², a shortage included.
    pub risk: f64,
    /// The part of the need that nobody would send.
    pub shortage: f64,
    /// The largest part from one partner.
    pub largest: f64,
    /// Whether that is no more than the target.
    pub within_target: bool,
    /// Who sends how much, largest part first.
    pub mix: Vec<PartRow>,
}

/// A set that is nearly as good.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f.
    pub risk: f64,
}

/// The best set under another assumption about agreements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Otherwise {
    /// η.
    pub eta: f64,
    /// Codes, in the alphabet's order.
    pub partners: Vec<String>,
    /// f.
    pub risk: f64,
}

/// Why no better set is left.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proof {
    /// Branches looked at.
    pub nodes: usize,
    /// Branches closed, each with the number that proves it.
    pub closed: usize,
    /// No set has less risk.
    pub bound: f64,
    /// Whether the proof has been checked and holds.
    pub holds: bool,
}

/// One country that could be a partner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CandidateRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// `open`, `required` or `excluded`.
    pub role: &'static str,
    /// Its part of world supply.
    pub world_share: f64,
    /// u: what it makes, as a fraction of the need.
    pub cap: f64,
    /// Its estimate of political stability, −2.5 to 2.5.
    pub stability: f64,
    /// G, 0 best to 10 worst.
    pub governance: f64,
    /// t.
    pub trade_factor: f64,
    /// a of the deepest agreement with the importer.
    pub agreement: f64,
    /// What it is worth among all that are not excluded; none for those that are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<f64>,
    /// Standard error of that; 0 where it is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
}

/// The answer, where there is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerAnswer {
    /// `trade` or `assumed`.
    pub need_from: &'static str,
    /// The need as a fraction of world supply.
    pub need_of_world: f64,
    /// The need in tonnes, where it is known from trade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need_t: Option<f64>,
    /// The risk without any partner: own production, and a shortage of the rest.
    pub risk_without: f64,
    /// The risk with every partner that is not excluded.
    pub risk_with_all: f64,
    /// The best set.
    pub best: PartnerSet,
    /// The best sets at the 5th and 95th percentile of what is assumed about η.
    pub otherwise: Vec<Otherwise>,
    /// Other sets within the tolerance, best first.
    pub alternatives: Vec<Alternative>,
    /// Whether there may be more of those than are listed.
    pub more_alternatives: bool,
    /// Why no better set is left.
    pub proof: Proof,
    /// The fewest partners with whom the need would be met within the target.
    pub fewest: Option<PartnerSet>,
    /// Every producer outside the importer, largest first.
    pub candidates: Vec<CandidateRow>,
    /// Producers without a governance estimate, which are left out.
    pub without_wgi: Vec<String>,
    /// Countries that the source names without a figure, which are left out.
    pub without_figure: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}
