//! The agreements: who has promised what to whom, and how much a promise of its kind is assumed to bind.
//!
//! The table is `data/tables/agreements.csv`; only rows whose source was read, whole or in part, are in it. How deep an
//! agreement goes is a judgement, with its reason beside it.

use serde::Deserialize;
use thiserror::Error;

use crate::data::{CountryId, Dataset, Evidence, MineralId};

/// The shipped table.
static TABLE: &str = include_str!("../../data/tables/agreements.csv");

/// What an agreement obliges to, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Depth {
    /// A memorandum, declaration, forum or dialogue without duties.
    Memorandum,
    /// A partnership with a roadmap or plan of action.
    Roadmap,
    /// A treaty that forbids taxes on exports, or monopolies of them.
    BansExportTaxes,
    /// A market without borders for goods.
    SingleMarket,
}

impl Depth {
    /// Every depth, the least first.
    pub const ALL: [Self; 4] = [
        Self::Memorandum,
        Self::Roadmap,
        Self::BansExportTaxes,
        Self::SingleMarket,
    ];

    /// a: how far the agreement is assumed to go, 0 to 1: the least, the middle and the most that seems fair. Assumptions.
    #[must_use]
    pub const fn assumed(self) -> (f64, f64, f64) {
        match self {
            Self::Memorandum => (0.0, 0.1, 0.2),
            Self::Roadmap => (0.1, 0.25, 0.4),
            Self::BansExportTaxes => (0.4, 0.6, 0.8),
            Self::SingleMarket => (0.9, 1.0, 1.0),
        }
    }

    /// a, as it is read.
    #[must_use]
    pub const fn factor(self, reading: Reading) -> f64 {
        let (least, middle, most) = self.assumed();
        match reading {
            Reading::Least => least,
            Reading::Middle => middle,
            Reading::Most => most,
        }
    }

    /// Its word in files and on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Memorandum => "memorandum",
            Self::Roadmap => "roadmap",
            Self::BansExportTaxes => "bans-export-taxes",
            Self::SingleMarket => "single-market",
        }
    }
}

/// a of every depth, in the order of [`Depth::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Depths(pub [f64; 4]);

impl Default for Depths {
    fn default() -> Self {
        Self(Depth::ALL.map(|depth| depth.factor(Reading::Middle)))
    }
}

impl Depths {
    /// a of a depth.
    #[must_use]
    pub fn of(&self, depth: Depth) -> f64 {
        self.0[depth as usize]
    }

    /// The same at an end of the range of what is assumed, or beyond it where these are.
    #[must_use]
    pub fn read(&self, reading: Reading) -> Self {
        let at = |depth: Depth| {
            let factor = depth.factor(reading);
            match reading {
                Reading::Least => self.of(depth).min(factor),
                Reading::Middle => self.of(depth),
                Reading::Most => self.of(depth).max(factor),
            }
        };
        Self(Depth::ALL.map(at))
    }
}

/// Where in the range of an assumption it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// At its lower end.
    Least,
    /// In the middle.
    Middle,
    /// At its upper end.
    Most,
}

/// An agreement among countries.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Its word in links, files and on the command line.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// `bilateral`, `multilateral`, `trade` or `single market`.
    pub kind: String,
    /// Its parties, ordered; a bloc stands for its members.
    pub members: Vec<CountryId>,
    /// Since when, as exactly as it is known.
    pub since: String,
    /// When it ended; empty while it has not.
    pub until: String,
    /// `in force`, `signed`, `active` or `ended`.
    pub status: String,
    /// What it obliges to.
    pub depth: Depth,
    /// Why it is taken to oblige to that.
    pub depth_reason: String,
    /// The minerals that it is about, ordered; none where it is about all.
    pub materials: Option<Vec<MineralId>>,
    /// Where it was read.
    pub source: String,
    /// How well it is supported.
    pub evidence: Evidence,
    /// What a reader must know.
    pub note: String,
    /// Words of the row that the data set does not know: codes of countries, ids of blocs, slugs of minerals.
    pub unknown: Vec<String>,
}

/// What is wrong with a table of agreements.
#[derive(Debug, Error)]
#[error("agreements.csv: {0}; its columns are in data/README.md")]
pub struct AgreementError(#[from] csv::Error);

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    kind: String,
    members: String,
    since: String,
    until: String,
    status: String,
    depth: Depth,
    depth_reason: String,
    materials: String,
    source: String,
    evidence: Word,
    note: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Read,
    Partly,
}

/// The shipped agreements, in the words of a data set.
///
/// # Errors
/// When the table is broken, which a test excludes.
pub fn embedded(data: &Dataset) -> Result<Vec<Agreement>, AgreementError> {
    read(TABLE, data)
}

/// Agreements from the text of a table.
///
/// # Errors
/// The first line that is no row, with its place.
pub fn read(text: &str, data: &Dataset) -> Result<Vec<Agreement>, AgreementError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize();
    rows.map(|row| Ok(Agreement::of(row?, data))).collect()
}

impl Agreement {
    fn of(row: Row, data: &Dataset) -> Self {
        let mut unknown = Vec::new();
        let mut members = Vec::new();
        for code in listed(&row.members) {
            match data.importer_by_code(code) {
                Some(party) => members.extend(data.importer_members(party)),
                None => unknown.push(code.to_owned()),
            }
        }
        members.sort_unstable();
        members.dedup();
        let mut materials = Vec::new();
        for word in listed(&row.materials) {
            let found = minerals(data, word);
            if found.is_empty() {
                unknown.push(word.to_owned());
            }
            materials.extend(found);
        }
        materials.sort_unstable();
        Self {
            id: row.id,
            name: row.name,
            kind: row.kind,
            members,
            since: row.since,
            until: row.until,
            status: row.status,
            depth: row.depth,
            depth_reason: row.depth_reason,
            materials: (!row.materials.is_empty()).then_some(materials),
            source: row.source,
            evidence: match row.evidence {
                Word::Read => Evidence::Read,
                Word::Partly => Evidence::Partly,
            },
            note: row.note,
            unknown,
        }
    }

    /// Whether it has not ended.
    #[must_use]
    pub fn lasts(&self) -> bool {
        self.until.is_empty()
    }

    /// Whether it is about a mineral.
    #[must_use]
    pub fn covers(&self, mineral: MineralId) -> bool {
        let named = self.materials.as_ref();
        named.is_none_or(|named| named.binary_search(&mineral).is_ok())
    }

    /// Who else is a party, for an importer whose members are all parties; nobody for one that is no party, or in part
    /// only. What members promise one another changes nothing for a bloc that they are.
    #[must_use]
    pub fn partners_of(&self, importer: &[CountryId]) -> Vec<CountryId> {
        let is_party = |country: &CountryId| self.members.binary_search(country).is_ok();
        if importer.is_empty() || !importer.iter().all(is_party) {
            return Vec::new();
        }
        let others = self.members.iter().copied();
        others.filter(|other| !importer.contains(other)).collect()
    }

    /// Whether a country is among those.
    #[must_use]
    pub fn is_partner_of(&self, importer: &[CountryId], country: CountryId) -> bool {
        let is_party = |country: &CountryId| self.members.binary_search(country).is_ok();
        let outside = is_party(&country) && !importer.contains(&country);
        outside && !importer.is_empty() && importer.iter().all(is_party)
    }
}

/// The agreements about a mineral to which an importer is a party with somebody else.
#[must_use]
pub fn concerning<'a>(
    agreements: &'a [Agreement],
    mineral: MineralId,
    importer: &[CountryId],
) -> Vec<&'a Agreement> {
    let concerns = |one: &&Agreement| one.covers(mineral) && !one.partners_of(importer).is_empty();
    agreements.iter().filter(concerns).collect()
}

/// The deepest of an importer's agreements with a country; none without one. A country that several agreements name is
/// counted once.
#[must_use]
pub fn deepest(
    agreements: &[&Agreement],
    importer: &[CountryId],
    country: CountryId,
) -> Option<Depth> {
    let naming = agreements
        .iter()
        .filter(|one| one.is_partner_of(importer, country));
    naming.map(|agreement| agreement.depth).max()
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|word| !word.is_empty())
}

/// The minerals that a word names: one by its slug, or all of a group by `group:` and its id.
fn minerals(data: &Dataset, word: &str) -> Vec<MineralId> {
    let Some(group) = word.strip_prefix("group:") else {
        return data.mineral_by_slug(word).into_iter().collect();
    };
    let group = data.groups().iter().position(|known| known.id == group);
    let minerals = data.minerals().iter();
    minerals
        .filter(|mineral| Some(mineral.group) == group)
        .filter_map(|mineral| data.mineral_by_slug(&mineral.slug))
        .collect()
}
