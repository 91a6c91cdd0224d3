//! Scenarios to begin with: what has happened, by its sources, and what might, marked as imagined.
//!
//! A preset tells its event over the figures that the reader looks at: what would happen if it came now, not what
//! happened then. What the sources do not give is an assumption, and the preset's note says so.

use serde::Deserialize;

use super::Scenario;
use super::text;
use crate::data::{Dataset, EditionId, Evidence, MineralId};

/// The presets' table; `data/README.md` describes it.
static TABLE: &str = include_str!("../../data/presets.csv");

/// A scenario to begin with.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Its word on the command line.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// The mineral that it opens with.
    pub mineral: MineralId,
    /// The edition that it opens with, where the newest has no figures of the actor.
    pub edition: Option<EditionId>,
    /// The steps.
    pub scenario: Scenario,
    /// When it began, as exactly as it is known.
    pub date: String,
    /// What happened, in a sentence.
    pub what: String,
    /// How it is known.
    pub origin: Origin,
    /// What of it is an assumption.
    pub note: String,
}

/// How an event is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It happened, or was announced.
    Event {
        /// Where it was read.
        source: String,
        /// How well that supports it.
        evidence: Evidence,
    },
    /// It is thought up.
    Imagined,
}

/// A line of the table.
#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    mineral: String,
    edition: String,
    scenario: String,
    date: String,
    what: String,
    source: String,
    evidence: String,
    note: String,
}

/// Every preset that the data have mineral, edition and countries for, in the table's order.
#[must_use]
pub fn presets(data: &Dataset) -> Vec<Preset> {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    let rows = reader.deserialize::<Row>();
    rows.filter_map(|row| preset(row.ok()?, data)).collect()
}

fn preset(row: Row, data: &Dataset) -> Option<Preset> {
    let read = text::decode(&row.scenario, data);
    let edition = match row.edition.as_str() {
        "" => None,
        id => Some(data.edition_by_id(id)?),
    };
    let event = |evidence| Origin::Event {
        source: row.source.clone(),
        evidence,
    };
    let origin = match row.evidence.as_str() {
        "read" => event(Evidence::Read),
        "partly" => event(Evidence::Partly),
        "assumption" => Origin::Imagined,
        _ => return None,
    };
    read.problems.is_empty().then_some(Preset {
        id: row.id,
        name: row.name,
        mineral: data.mineral_by_slug(&row.mineral)?,
        edition,
        scenario: read.scenario,
        date: row.date,
        what: row.what,
        origin,
        note: row.note,
    })
}
