//! One claim: what was claimed, what the tables say, what becomes of it, and where to look further.

use super::phrase::{self, Subject, Supply};
use super::{StudyLink, Telling};
use crate::data::Importer;
use crate::i18n::number::{ABSENT, percent};
use crate::scenario::text::encode;
use crate::scenario::{Minerals, Month, Scenario, Step, StepKind};
use crate::state::{Text, View, ViewState};
use crate::study::check::DOMINANT;
use crate::study::{Checked, Claim, ClaimKind, Finding, Outcome, Verdict};
use crate::units::Share;

/// What one table says.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundRow {
    /// `used`, `revised` or `newest`.
    pub id: &'static str,
    /// Whose figure it is.
    pub whose: String,
    /// The part of supply.
    pub part: String,
    /// The place.
    pub place: String,
    /// Whether the claim agrees.
    pub agrees: bool,
}

/// One claim.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimCard {
    /// Its id.
    pub id: String,
    /// What is claimed.
    pub claim: String,
    /// The percentage claimed, where one is.
    pub claimed: Option<String>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The same as a word.
    pub verdict_word: &'static str,
    /// Why.
    pub reason: String,
    /// What the verdict goes by.
    pub rule: String,
    /// What the tables say.
    pub rows: Vec<FoundRow>,
    /// The country's part at each stage, from the newest figures.
    pub stages: Vec<StudyLink>,
    /// What a reader must know.
    pub note: String,
    /// Where it was read.
    pub source: String,
    /// Where to look further.
    pub links: Vec<StudyLink>,
}

impl ClaimCard {
    /// The card of a claim.
    #[must_use]
    pub fn build(telling: &Telling<'_>, checked: &Checked) -> Self {
        let (claim, words) = (&checked.claim, telling.words);
        let supply = Supply::of(telling, checked);
        Self {
            id: claim.id.clone(),
            claim: (words.sentence)(&claim.claim),
            claimed: phrase::claimed(claim),
            verdict: checked.verdict,
            verdict_word: words.verdicts[checked.verdict as usize],
            reason: reason(telling, checked, supply.as_ref()),
            rule: rule(telling, claim),
            rows: supply.map_or_else(Vec::new, |supply| rows(telling, &supply)),
            stages: supply.map_or_else(Vec::new, |supply| stages(telling, supply.subject)),
            note: claim.note.clone(),
            source: claim.source.clone(),
            links: match &supply {
                Some(supply) => supply_links(telling, supply),
                None => other_links(telling, claim),
            },
        }
    }
}

fn reason(telling: &Telling<'_>, checked: &Checked, supply: Option<&Supply<'_>>) -> String {
    let words = &telling.words.card;
    match (&checked.outcome, supply) {
        (Outcome::Partners { found, missing }, _) => {
            let names = |codes: &[String]| {
                let names = codes.iter().map(|code| telling.data.name_of(code));
                names.collect::<Vec<_>>()
            };
            (words.partners)(&names(found), &names(missing))
        }
        (Outcome::Supply { .. }, Some(supply)) => {
            phrase::with_claim(telling, checked, supply, words.reason)
        }
        (Outcome::Nothing | Outcome::Supply { .. }, _) => words.nothing.to_owned(),
    }
}

fn rule(telling: &Telling<'_>, claim: &Claim) -> String {
    let words = &telling.words.card;
    match claim.kind {
        ClaimKind::Share => words.share_rule.to_owned(),
        ClaimKind::Dominant => (words.dominant_rule)(&percent(Share::clamped(DOMINANT))),
        ClaimKind::Largest => words.largest_rule.to_owned(),
        ClaimKind::Partners => words.partners_rule.to_owned(),
        ClaimKind::Hypothesis => String::new(),
    }
}

fn rows(telling: &Telling<'_>, supply: &Supply<'_>) -> Vec<FoundRow> {
    let words = &telling.words.card;
    let row = |id, finding: &Finding, whose: fn(&str, u16) -> String| {
        let found = phrase::found(telling, finding);
        FoundRow {
            id,
            whose: whose(&found.edition, found.year),
            part: found.share,
            place: found.rank.unwrap_or_else(|| ABSENT.to_owned()),
            agrees: found.agrees,
        }
    };
    // The same table is one row.
    let other = |finding: &&Finding, than: Option<&Finding>| than != Some(*finding);
    let revised = supply.revised.filter(|one| other(one, supply.used));
    let newest = supply
        .newest
        .filter(|one| other(one, supply.used) && other(one, revised));
    let rows = [
        supply.used.map(|one| row("used", one, words.used)),
        revised.map(|one| row("revised", one, words.revised)),
        newest.map(|one| row("newest", one, words.newest)),
    ];
    rows.into_iter().flatten().collect()
}

fn stages(telling: &Telling<'_>, subject: Subject) -> Vec<StudyLink> {
    let place = |stage| {
        let state = subject.state(telling, stage);
        StudyLink {
            name: phrase::with_stage(telling, state, subject.country, telling.words.card.stage),
            state,
        }
    };
    subject.stages(telling).map(place).collect()
}

fn supply_links(telling: &Telling<'_>, supply: &Supply<'_>) -> Vec<StudyLink> {
    let (data, words, subject) = (telling.data, &telling.words.card, supply.subject);
    let map = |finding: &Finding, name: fn(&str, u16) -> String| StudyLink {
        name: name(&phrase::edition(telling, &finding.edition), finding.year),
        state: supply.state(telling, finding),
    };
    let mut links: Vec<StudyLink> = supply
        .used
        .map(|one| map(one, words.map_then))
        .into_iter()
        .collect();
    links.extend(supply.now().map(|one| map(one, words.map_now)));
    // Nobody buys reserves: there the links are about mining.
    let mined = ViewState {
        country: None,
        ..subject.state(telling, ViewState::first(data).stage)
    };
    let importer = data.importer_by_code("EU");
    links.extend(importer.map(|importer| StudyLink {
        name: (words.dependence)(data.importer_name(importer)),
        state: ViewState {
            view: View::Dependence,
            importer: Some(importer),
            ..mined
        },
    }));
    links.extend(stop(telling, supply).map(|scenario| StudyLink {
        name: (words.shock)(
            &data.country(subject.country).name,
            &data.mineral(subject.mineral).name,
        ),
        state: ViewState {
            view: View::Shock,
            scenario: Some(scenario),
            ..mined
        },
    }));
    links
}

/// The scenario in which the country sends nothing any more, from the year after its newest figures on.
fn stop(telling: &Telling<'_>, supply: &Supply<'_>) -> Option<Text> {
    let kind = StepKind::CutOff;
    let step = Step {
        kind,
        actor: Some(Importer::Country(supply.subject.country)),
        minerals: Minerals::These(vec![supply.subject.mineral]),
        stages: kind.stages()[0],
        size: kind.first_size(),
        start: Month::of(supply.newest?.year + 1, 1)?,
        months: kind.first_months(),
        aim: None,
        active: true,
        name: None,
    };
    Text::new(&encode(&Scenario { steps: vec![step] }, telling.data))
}

fn other_links(telling: &Telling<'_>, claim: &Claim) -> Vec<StudyLink> {
    let data = telling.data;
    let importer = data
        .importer_by_code(&claim.of)
        .or_else(|| data.importer_by_code("EU"));
    let place = |importer| StudyLink {
        name: (telling.words.card.alliances)(data.importer_name(importer)),
        state: ViewState {
            view: View::Alliances,
            importer: Some(importer),
            ..ViewState::first(data)
        },
    };
    importer.map(place).into_iter().collect()
}
