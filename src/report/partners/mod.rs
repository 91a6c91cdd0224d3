//! Partners: who would be best for an importer, proved, with what each is worth.

mod answer;
mod inquiry;
mod rows;

use serde::Serialize;

use super::absent::Why;
use crate::alliance::{Agreement, Asked, Choice, Depths, Target, Wanted};
use crate::data::Dataset;
use crate::risk::importer::{Case, Sources};

pub use inquiry::{PartnerInquiry, SoFar};
pub use rows::{Alternative, CandidateRow, Otherwise, PartRow, PartnerAnswer, PartnerSet, Proof};

/// What is asked about partners.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerQuestion {
    /// Who may be one.
    pub choice: Choice,
    /// How many, and which alternatives are named.
    pub wanted: Wanted,
    /// What the fewest partners have to reach.
    pub target: Target,
    /// η.
    pub eta: f64,
    /// a of each depth.
    pub depths: Depths,
    /// The need as a fraction of world supply, where it is assumed and not taken from trade.
    pub need: Option<f64>,
}

impl PartnerQuestion {
    /// The question that is asked.
    #[must_use]
    pub fn of(asked: &Asked, data: &Dataset) -> Self {
        Self {
            choice: asked.choice(data),
            wanted: asked.wanted(),
            target: asked.target(),
            eta: asked.assumed().eta,
            depths: asked.depths(),
            need: asked.need(),
        }
    }
}

/// Partners for one importer, mineral, stage, edition and year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerFigures {
    /// Slug.
    pub mineral: String,
    /// `mine` or `refine`.
    pub stage: &'static str,
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// ISO 3166-1 alpha-3 code, or a bloc's id.
    pub importer: Option<String>,
    /// At most so many partners.
    pub most: usize,
    /// At most this part of the need from one partner.
    pub target: f64,
    /// η, assumed.
    pub eta: f64,
    /// The least stability of a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// Agreements that count, by their ids.
    pub agreements: Vec<String>,
    /// The answer.
    pub answer: Option<PartnerAnswer>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl PartnerFigures {
    /// The figures of a case, with the agreements that count.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        case: &Case<'_>,
        agreements: &[&Agreement],
        question: &PartnerQuestion,
    ) -> Self {
        let mut inquiry = PartnerInquiry::new(sources, case, agreements, question);
        while !inquiry.advance(usize::MAX) {}
        inquiry.finish(sources.data)
    }
}
