//! The study, checked, for readers: claim by claim, step by step, and what it left open.

mod card;
mod phrase;
mod walk;

use crate::alliance::Agreement;
use crate::data::Dataset;
use crate::i18n::{Strings, StudyWords, Tally};
use crate::state::ViewState;
use crate::study::{Checked, Claim};

pub use card::{ClaimCard, FoundRow};
pub use walk::WalkStep;

/// A place of the program, and what its link says.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyLink {
    /// The link's text.
    pub name: String,
    /// The state that it leads to.
    pub state: ViewState,
}

/// What everything about the study is told from.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The agreements that were read.
    pub agreements: &'a [Agreement],
    /// The program's words.
    pub strings: &'static Strings,
    /// The view's words.
    pub words: &'static StudyWords,
}

/// The study, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyFigure {
    /// What comes of the claims together.
    pub finding: String,
    /// The claims, in the table's order.
    pub cards: Vec<ClaimCard>,
    /// The walk through them.
    pub walk: Vec<WalkStep>,
}

impl StudyFigure {
    /// The claims, computed anew.
    #[must_use]
    pub fn build(telling: &Telling<'_>, claims: &[Claim]) -> Self {
        let check = |claim| Checked::of(telling.data, telling.agreements, claim);
        let checked: Vec<Checked> = claims.iter().map(check).collect();
        let tally = tally(&checked);
        Self {
            finding: (telling.words.finding)(tally),
            cards: checked
                .iter()
                .map(|one| ClaimCard::build(telling, one))
                .collect(),
            walk: walk::steps(telling, &checked, tally),
        }
    }
}

fn tally(checked: &[Checked]) -> Tally {
    let mut tally = Tally {
        claims: checked.len(),
        ..Tally::default()
    };
    for one in checked {
        tally.verdicts[one.verdict as usize] += 1;
    }
    tally
}
