//! Claims computed anew.

use super::{Claim, ClaimKind};
use crate::alliance::Agreement;
use crate::data::{CountryId, Dataset, EditionKind, SupplyTable};
use crate::risk::SupplyShares;

/// A supplier is called dominant from this part of supply on, if it is the largest. An assumption.
pub const DOMINANT: f64 = 0.5;

/// What becomes of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The figures of then and the newest agree with it.
    Holds,
    /// The figures of then agree with it, the newest do not.
    HeldThen,
    /// Part of it agrees, or not quite.
    Imprecise,
    /// No figure that is shipped decides it.
    NotTestable,
}

impl Verdict {
    /// Its word in figures.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::HeldThen => "held-then",
            Self::Imprecise => "imprecise",
            Self::NotTestable => "not-testable",
        }
    }
}

/// What one table says about a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// The country's part of the whole, a fraction; 0 where the table gives it nothing.
    pub share: f64,
    /// Its place among those with supply, from 1; none where it has none.
    pub rank: Option<usize>,
    /// Whether the claim agrees with it: a percentage at the digits that the claim has.
    pub agrees: bool,
}

/// What was computed.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// From tables of supply.
    Supply {
        /// From the edition and year that the study used.
        used: Option<Finding>,
        /// The same year in the newest edition that has it.
        revised: Option<Finding>,
        /// The newest year of the newest edition.
        newest: Option<Finding>,
    },
    /// From the table of agreements.
    Partners {
        /// Those with whom an agreement was read.
        found: Vec<String>,
        /// Those with whom none was read, which does not say that there is none.
        missing: Vec<String>,
    },
    /// From nothing: no public figure decides it.
    Nothing,
}

/// A claim with what was computed and the verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The claim.
    pub claim: Claim,
    /// What was computed.
    pub outcome: Outcome,
    /// What becomes of it.
    pub verdict: Verdict,
}

impl Checked {
    /// A claim, computed anew.
    #[must_use]
    pub fn of(data: &Dataset, agreements: &[Agreement], claim: &Claim) -> Self {
        let outcome = match claim.kind {
            ClaimKind::Share | ClaimKind::Dominant | ClaimKind::Largest => supply(data, claim),
            ClaimKind::Partners => partners(data, agreements, claim),
            ClaimKind::Hypothesis => Outcome::Nothing,
        };
        Self {
            verdict: verdict(&outcome),
            claim: claim.clone(),
            outcome,
        }
    }
}

/// The verdict on what was computed.
///
/// A claim holds if the figures that it used, the same year as it is known now and the newest year all agree with it.
fn verdict(outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Supply { used: None, .. } | Outcome::Nothing => Verdict::NotTestable,
        Outcome::Supply {
            used: Some(used),
            revised,
            newest,
        } => {
            let agrees = |finding: &Option<Finding>| finding.as_ref().is_some_and(|one| one.agrees);
            match (used.agrees, agrees(revised) && agrees(newest)) {
                (true, true) => Verdict::Holds,
                (true, false) => Verdict::HeldThen,
                (false, _) => Verdict::Imprecise,
            }
        }
        Outcome::Partners { found, missing } => match (found.is_empty(), missing.is_empty()) {
            (_, true) => Verdict::Holds,
            (false, false) => Verdict::Imprecise,
            (true, false) => Verdict::NotTestable,
        },
    }
}

fn supply(data: &Dataset, claim: &Claim) -> Outcome {
    let country = claim
        .subjects()
        .next()
        .and_then(|code| data.country_by_iso3(code));
    let mineral = data.mineral_by_slug(&claim.mineral);
    let stage = claim.stage.map(|stage| stage.0);
    let (Some(country), Some(mineral), Some(stage)) = (country, mineral, stage) else {
        return Outcome::Nothing;
    };
    let tables = || {
        let tables = data.tables_of(mineral).iter();
        tables.filter(move |table| {
            table.stage == stage && data.edition(table.edition).kind == EditionKind::Usgs
        })
    };
    let is_used = |table: &&SupplyTable| {
        data.edition(table.edition).id == claim.edition && Some(table.year) == claim.year
    };
    let same_year = |table: &&SupplyTable| Some(table.year) == claim.year;
    let newest = |table: &&SupplyTable| (table.edition, table.year);
    let found =
        |table: Option<&SupplyTable>| table.map(|table| finding(data, claim, country, table));
    Outcome::Supply {
        used: found(tables().find(is_used)),
        revised: found(tables().filter(same_year).max_by_key(newest)),
        newest: found(tables().max_by_key(newest)),
    }
}

fn finding(data: &Dataset, claim: &Claim, country: CountryId, table: &SupplyTable) -> Finding {
    let shares = SupplyShares::of(table);
    let share = shares.get(country).map_or(0.0, |row| row.share.fraction());
    let rank = shares.rank(country);
    let agrees = match claim.kind {
        // Claims have one decimal.
        ClaimKind::Share => claim
            .percent
            .is_some_and(|percent| (100.0 * share - percent).abs() <= 0.05 + 1e-9),
        ClaimKind::Dominant => rank == Some(1) && share >= DOMINANT,
        ClaimKind::Largest => rank == Some(1),
        ClaimKind::Partners | ClaimKind::Hypothesis => false,
    };
    Finding {
        edition: data.edition(table.edition).id.clone(),
        year: table.year,
        share,
        rank,
        agrees,
    }
}

fn partners(data: &Dataset, agreements: &[Agreement], claim: &Claim) -> Outcome {
    let Some(importer) = data.importer_by_code(&claim.of) else {
        return Outcome::Nothing;
    };
    let members = data.importer_members(importer);
    let lasting = || agreements.iter().filter(|agreement| agreement.lasts());
    let is_partner = |code: &&str| {
        data.country_by_iso3(code).is_some_and(|country| {
            lasting().any(|one| one.partners_of(&members).contains(&country))
        })
    };
    let (found, missing): (Vec<&str>, Vec<&str>) = claim.subjects().partition(is_partner);
    let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
    Outcome::Partners {
        found: owned(found),
        missing: owned(missing),
    }
}
