//! A claim in the phrases that its sentences need.

use super::Telling;
use crate::data::{CountryId, MineralId, Stage};
use crate::figure::{Context, edition_short};
use crate::i18n::number::percent;
use crate::i18n::{ClaimPhrase, FoundPhrase, StagePhrase};
use crate::state::ViewState;
use crate::study::{Checked, Claim, Finding, Outcome};
use crate::units::Share;

/// Whom and what a claim about supply is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Subject {
    /// The country.
    pub(super) country: CountryId,
    /// The mineral.
    pub(super) mineral: MineralId,
    /// The stage.
    pub(super) stage: Stage,
}

/// What was found about a claim on supply.
#[derive(Debug, Clone, Copy)]
pub(super) struct Supply<'a> {
    /// Whom and what it is about.
    pub(super) subject: Subject,
    /// From the edition and year that the study used.
    pub(super) used: Option<&'a Finding>,
    /// The same year as it is known now.
    pub(super) revised: Option<&'a Finding>,
    /// The newest year.
    pub(super) newest: Option<&'a Finding>,
}

impl<'a> Supply<'a> {
    /// What was found, where the claim is about supply.
    pub(super) fn of(telling: &Telling<'_>, checked: &'a Checked) -> Option<Self> {
        let Outcome::Supply {
            used,
            revised,
            newest,
        } = &checked.outcome
        else {
            return None;
        };
        Some(Self {
            subject: subject(telling, &checked.claim)?,
            used: used.as_ref(),
            revised: revised.as_ref(),
            newest: newest.as_ref(),
        })
    }

    /// The state that shows a finding.
    pub(super) fn state(&self, telling: &Telling<'_>, finding: &Finding) -> ViewState {
        ViewState {
            edition: telling.data.edition_by_id(&finding.edition),
            year: Some(finding.year),
            ..self.subject.state(telling, self.subject.stage)
        }
    }

    /// The newest year, where it is another table than the one that the study used.
    pub(super) fn now(&self) -> Option<&'a Finding> {
        self.newest
            .filter(|newest| self.used.is_none_or(|used| used.edition != newest.edition))
    }
}

impl Subject {
    /// The newest figures of one of its stages.
    pub(super) fn state(self, telling: &Telling<'_>, stage: Stage) -> ViewState {
        ViewState {
            mineral: self.mineral,
            stage,
            country: Some(self.country),
            ..ViewState::first(telling.data)
        }
    }

    /// The stages that the mineral has.
    pub(super) fn stages(self, telling: &Telling<'_>) -> impl Iterator<Item = Stage> {
        let tables = telling.data.tables_of(self.mineral);
        let has = move |stage: &Stage| tables.iter().any(|table| table.stage == *stage);
        Stage::ALL.into_iter().filter(has)
    }
}

fn subject(telling: &Telling<'_>, claim: &Claim) -> Option<Subject> {
    let data = telling.data;
    Some(Subject {
        country: data.country_by_iso3(claim.subjects().next()?)?,
        mineral: data.mineral_by_slug(&claim.mineral)?,
        stage: claim.stage?.0,
    })
}

/// An edition, short.
pub(super) fn edition(telling: &Telling<'_>, id: &str) -> String {
    let known = telling.data.edition_by_id(id);
    known.map_or_else(
        || id.to_owned(),
        |known| edition_short(telling.strings, telling.data.edition(known)),
    )
}

/// What one table says, in phrases.
pub(super) fn found(telling: &Telling<'_>, finding: &Finding) -> FoundPhrase {
    FoundPhrase {
        edition: edition(telling, &finding.edition),
        year: finding.year,
        share: percent(Share::clamped(finding.share)),
        rank: finding.rank.map(telling.strings.ordinal),
        agrees: finding.agrees,
    }
}

/// A percentage as claims have it, with one decimal.
pub(super) fn claimed(claim: &Claim) -> Option<String> {
    claim.percent.map(|percent| format!("{percent:.1}%"))
}

/// A claim about supply in phrases, handed to whoever makes sentences of them.
pub(super) fn with_claim<T>(
    telling: &Telling<'_>,
    checked: &Checked,
    supply: &Supply<'_>,
    say: impl FnOnce(&ClaimPhrase) -> T,
) -> T {
    let (data, subject) = (telling.data, supply.subject);
    let what = (telling.strings.supply)(subject.stage, &data.mineral(subject.mineral).name);
    let found = |finding: Option<&Finding>| finding.map(|finding| found(telling, finding));
    say(&ClaimPhrase {
        country: &data.country(subject.country).name,
        supply: &what,
        claimed: claimed(&checked.claim),
        used: found(supply.used),
        revised: found(supply.revised),
        newest: found(supply.newest),
    })
}

/// The subject at one of its stages, in phrases: the newest figures.
pub(super) fn with_stage<T>(
    telling: &Telling<'_>,
    state: ViewState,
    country: CountryId,
    say: impl FnOnce(StagePhrase) -> T,
) -> T {
    let data = telling.data;
    let context = Context::of(data, telling.strings, state);
    let shares = &context.shares;
    let share = shares.get(country).map(|row| percent(row.share));
    let rank = shares.rank(country).map(telling.strings.ordinal);
    let first = shares.ranked.first().filter(|row| row.country != country);
    let leader = first.map(|row| {
        let name = data.country(row.country).name.as_str();
        (name, percent(row.share))
    });
    let edition = edition_short(telling.strings, data.edition(context.table.edition));
    say(StagePhrase {
        country: &data.country(country).name,
        share: share.as_deref(),
        supply: &context.supply(),
        rank: rank.as_deref(),
        leader: leader.as_ref().map(|(name, part)| (*name, part.as_str())),
        from: &format!("{edition}, {}", context.period()),
    })
}
