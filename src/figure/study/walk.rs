//! The walk through the study: a step a claim, each with its figure.

use super::phrase::{self, Supply};
use super::{StudyLink, Telling};
use crate::data::Stage;
use crate::figure::{Context, Ranking, edition_short};
use crate::i18n::Tally;
use crate::state::{View, ViewState};
use crate::study::{Checked, ClaimKind};

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct WalkStep {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub text: String,
    /// The bars beside it, with what they show.
    pub bars: Option<(String, Ranking)>,
    /// Where the same figure stands on its own.
    pub link: Option<StudyLink>,
}

/// The steps: the start, a step a claim that public tables are about, mining beside refining, and the end.
pub(super) fn steps(telling: &Telling<'_>, checked: &[Checked], tally: Tally) -> Vec<WalkStep> {
    let words = &telling.words.walk;
    let mut steps = vec![WalkStep {
        heading: words.start.0.to_owned(),
        text: (words.start.1)(tally),
        bars: None,
        link: None,
    }];
    let mut refined = None;
    for one in checked {
        let Some(supply) = Supply::of(telling, one) else {
            continue;
        };
        steps.extend(about_supply(telling, one, &supply));
        if one.claim.kind == ClaimKind::Share {
            refined = about_refining(telling, one, &supply).or(refined);
        }
    }
    steps.extend(refined);
    let partners = checked
        .iter()
        .filter(|one| one.claim.kind == ClaimKind::Partners);
    steps.extend(partners.filter_map(|one| about_partners(telling, one)));
    steps.push(WalkStep {
        heading: words.end.0.to_owned(),
        text: words.end.1.to_owned(),
        bars: None,
        link: None,
    });
    steps
}

/// A claim with the bars of the edition that the study used.
fn about_supply(telling: &Telling<'_>, checked: &Checked, supply: &Supply<'_>) -> Option<WalkStep> {
    let words = &telling.words.walk;
    let subject = supply.subject;
    let (heading, text) =
        phrase::with_claim(telling, checked, supply, |claim| match checked.claim.kind {
            ClaimKind::Share => (words.share)(claim),
            ClaimKind::Dominant => (words.dominant)(claim),
            _ => {
                let mined = subject.stages(telling).find(|stage| *stage == Stage::Mine);
                mined.map_or_else(
                    || (words.largest)(claim, None),
                    |stage| {
                        let state = subject.state(telling, stage);
                        phrase::with_stage(telling, state, subject.country, |mined| {
                            (words.largest)(claim, Some(mined))
                        })
                    },
                )
            }
        });
    Some(with_bars(
        telling,
        (heading, text),
        supply.state(telling, supply.used?),
    ))
}

/// The refining of what a claim says is mined, where somebody else leads there.
fn about_refining(
    telling: &Telling<'_>,
    checked: &Checked,
    supply: &Supply<'_>,
) -> Option<WalkStep> {
    let subject = supply.subject;
    if subject.stage != Stage::Mine {
        return None;
    }
    let stage = subject
        .stages(telling)
        .find(|stage| *stage == Stage::Refine)?;
    let state = subject.state(telling, stage);
    let said = phrase::with_stage(telling, state, subject.country, |refined| {
        refined.leader?;
        let say = telling.words.walk.refined;
        Some(phrase::with_claim(telling, checked, supply, |claim| {
            say(claim, refined)
        }))
    });
    Some(with_bars(telling, said?, state))
}

/// With how many countries the importer of a claim has agreements.
fn about_partners(telling: &Telling<'_>, checked: &Checked) -> Option<WalkStep> {
    let data = telling.data;
    let importer = data.importer_by_code(&checked.claim.of)?;
    let members = data.importer_members(importer);
    let lasting = telling.agreements.iter().filter(|one| one.lasts());
    let partners: Vec<_> = lasting
        .map(|agreement| agreement.partners_of(&members))
        .filter(|partners| !partners.is_empty())
        .collect();
    let mut countries = partners.concat();
    countries.sort_unstable();
    countries.dedup();
    let name = data.importer_name(importer);
    let words = telling.words;
    let (heading, text) = (words.walk.partners)(name, partners.len(), countries.len());
    Some(WalkStep {
        heading,
        text,
        bars: None,
        link: Some(StudyLink {
            name: (words.card.alliances)(name),
            state: ViewState {
                view: View::Alliances,
                importer: Some(importer),
                ..ViewState::first(data)
            },
        }),
    })
}

fn with_bars(
    telling: &Telling<'_>,
    (heading, text): (String, String),
    state: ViewState,
) -> WalkStep {
    let context = Context::of(telling.data, telling.strings, state);
    let edition = edition_short(telling.strings, telling.data.edition(context.table.edition));
    let words = &telling.words.walk;
    let name = (words.bars)(&context.supply(), &edition, &context.period());
    WalkStep {
        heading,
        text,
        bars: Some((name, Ranking::build(&context))),
        link: Some(StudyLink {
            name: words.see.to_owned(),
            state,
        }),
    }
}
