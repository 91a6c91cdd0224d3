//! What the dataset is made of: plain records, one per entry of a file.

use serde::{Deserialize, Serialize};

use super::{CountryId, EditionId, MineralId, Reported, Stage};

/// A family of minerals, for choosing among them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its word in links and files.
    pub id: String,
    /// Its name for readers.
    pub name: String,
}

/// A mineral, metal or element that somebody mines or refines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mineral {
    /// Its word in links and files.
    pub slug: String,
    /// Its name for readers.
    pub name: String,
    /// Index into [`Dataset::groups`](super::Dataset::groups).
    pub group: usize,
    /// What it is used for, in a few words.
    pub usage: String,
    /// What a reader must know before comparing its figures.
    pub note: Option<String>,
}

/// A country or territory as the sources name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code; Kosovo is `XKX`.
    pub iso3: String,
    /// Short English name.
    pub name: String,
    /// Part of the world, for grouping.
    pub region: String,
    /// Anchor on the map's plane, in its units; `None` where the map has no place for it.
    pub at: Option<(f32, f32)>,
    /// Whether the map has an outline of the country.
    pub outlined: bool,
    /// Whether the map draws a dot, because the outline is missing or too small to hit.
    pub point: bool,
}

/// Who publishes an edition, which decides how its stages and years are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditionKind {
    /// Mineral Commodity Summaries: quantities of single years, and reserves.
    Usgs,
    /// The European Commission's criticality assessment: shares averaged over years, in percent.
    Ec,
    /// The reader's own figures, of single years.
    Own,
}

impl EditionKind {
    /// Whether its figures are of single years, and not averages.
    #[must_use]
    pub fn is_yearly(self) -> bool {
        self != Self::Ec
    }
}

/// One edition of a source. Editions disagree about the same year, so every figure names its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Its word in links and files, such as `mcs2024`.
    pub id: String,
    /// Title.
    pub name: String,
    /// Publisher.
    pub publisher: String,
    /// Digital object identifier, without a prefix.
    pub doi: String,
    /// Licence under which the figures may be reused.
    pub licence: String,
    /// Date of publication, as exactly as it is known (`2026-02-06`, `2024-03`, `2022`).
    pub published: String,
    /// Who publishes it.
    pub kind: EditionKind,
    /// First and last year that its production figures cover.
    pub years: (u16, u16),
    /// The edition's own year, as of which its reserves are.
    pub reserves_year: Option<u16>,
    /// The period an average covers, in words.
    pub period: Option<String>,
}

impl Edition {
    /// Publisher, title, date and identifier, as far as there are any.
    #[must_use]
    pub fn citation(&self) -> String {
        let mut citation = format!("{}: {}", self.publisher, self.name);
        for (mark, part) in [(", ", &self.published), (", doi:", &self.doi)] {
            if !part.is_empty() {
                citation.push_str(mark);
                citation.push_str(part);
            }
        }
        citation
    }
}

/// How well a membership is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Read in the source named.
    Read,
    /// Read in somebody else's account of the source.
    Secondary,
    /// Read in part; the rest is named in the data's documentation.
    Partly,
}

/// Countries that act together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bloc {
    /// Its word in links and files.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// Its members, ordered.
    pub members: Vec<CountryId>,
    /// Since when, as exactly as it is known; empty where it is not.
    pub since: String,
    /// Where the membership was read.
    pub source: String,
    /// How well the membership is supported.
    pub evidence: Evidence,
}

/// An official list of critical or strategic minerals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriticalityList {
    /// Its word in links and files.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// Who adopted it.
    pub jurisdiction: String,
    /// Year of the list.
    pub year: u16,
    /// Where it was read.
    pub source: String,
    /// How well the membership is supported.
    pub evidence: Evidence,
    /// False where only some of the list's entries could be read: absence then says nothing.
    pub complete: bool,
    /// The minerals it names, ordered.
    pub members: Vec<MineralId>,
    /// Members named only as part of a group, with the group as the list calls it.
    pub via: Vec<(MineralId, String)>,
    /// Materials on the list that no table has figures for, as the list calls them.
    pub without_figures: Vec<String>,
}

/// What one edition says about one mineral at one stage in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplyTable {
    /// The mineral.
    pub mineral: MineralId,
    /// The stage: shares of different stages are never mixed.
    pub stage: Stage,
    /// The edition.
    pub edition: EditionId,
    /// The year of production; for reserves the edition's own year; for an average its last year.
    pub year: u16,
    /// Unit of every figure of the table, as published: `t`, `kt`, `kg`, `%` ...
    pub unit: String,
    /// What is measured, in the source's sense: contained metal, gross weight, oxide equivalent.
    pub basis: String,
    /// Tables may be compared across years and editions only where this key is the same.
    pub basis_key: String,
    /// One entry per country the source names, ordered by country.
    pub countries: Vec<(CountryId, Reported)>,
    /// The source's row for countries it does not name.
    pub other: Option<Reported>,
    /// The source's world total, rounded as published.
    pub world: Option<Reported>,
    /// Countries whose output the world total leaves out.
    pub excludes: Vec<CountryId>,
    /// What a reader must know before quoting a figure of the table.
    pub notes: Vec<String>,
}

/// A score of the Worldwide Governance Indicators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wgi {
    /// About -2.5 to 2.5; higher is better.
    pub estimate: f64,
    /// Standard error of the estimate, in the same unit.
    pub standard_error: f64,
    /// The year the score is for.
    pub year: u16,
}

/// What the governance scores are and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GovernanceMeta {
    /// The indicator's name.
    pub indicator: String,
    /// Its scale, in words.
    pub unit: String,
    /// Publisher and way of access.
    pub source: String,
    /// Licence.
    pub licence: String,
    /// First year of the series.
    pub first_year: u16,
    /// Last year of the series.
    pub last_year: u16,
}
