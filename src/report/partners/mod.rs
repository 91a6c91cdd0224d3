//! Partners: who would be best for an importer, proved, with what each is worth.

mod answer;
mod rows;

use serde::Serialize;

use super::absent::Why;
use crate::alliance::{Agreement, Choice, Need, Producer, Reading, Target, Wanted, agreements};
use crate::risk::Absence;
use crate::risk::importer::{Case, Sources};

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
    /// The need as a fraction of world supply, where it is assumed and not taken from trade.
    pub need: Option<f64>,
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
        agreements: &[Agreement],
        question: &PartnerQuestion,
    ) -> Self {
        let (data, table) = (sources.data, case.table);
        let mut why = Why::default();
        let need = Need::of(sources, case, question.need);
        let importer = case.importer.as_ref();
        let members = importer.map_or(&[][..], |importer| importer.members.as_slice());
        let mut counted = agreements::concerning(agreements, table.mineral, members);
        counted.retain(|agreement| agreement.lasts());
        let answer = need.map(|need| {
            let depth = |producer: &Producer| {
                let deepest = agreements::deepest(&counted, members, producer.country);
                deepest.map_or(0.0, |depth| depth.factor(Reading::Middle))
            };
            answer::answer(data, &need, &depth, question)
        });
        Self {
            mineral: data.mineral(table.mineral).slug.clone(),
            stage: table.stage.slug(),
            edition: data.edition(table.edition).id.clone(),
            year: table.year,
            importer: why.take(
                "importer",
                importer
                    .map(|importer| data.importer_code(importer.importer).to_owned())
                    .ok_or(Absence::NoImporter),
            ),
            most: question.wanted.most,
            target: question.target.largest,
            eta: question.eta,
            floor: question.choice.floor,
            agreements: counted.iter().map(|one| one.id.clone()).collect(),
            answer: why.take("answer", answer),
            why,
        }
    }
}
