//! How much of its need the United States imports, and from whom, as the U.S. Geological Survey publishes it.

use serde::{Deserialize, Serialize};

use super::{CountryId, EditionId, MineralId, Reported, plain};

/// US net import reliance and import sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetImportReliance {
    pub(super) figures: Vec<Reliance>,
    pub(super) sources: Vec<ImportSource>,
}

/// Where in an edition a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RelianceTable {
    /// Figure 2: one year, the minerals that are imported.
    Figure2,
    /// The salient statistics of a mineral's own chapter: five years.
    Salient,
}

/// What is published in place of a number as well as a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum RelianceValue {
    /// Percent of consumption, with the source's mark (`>50`, `<25`, estimated), or missing.
    Percent(#[serde(with = "plain::cell")] Reported),
    /// `E`: the United States sell more than they buy.
    NetExporter,
    /// `s`: less than half a percent.
    Negligible,
}

/// One published figure: imports less exports, in percent of the United States' consumption.
///
/// # Definition
///
/// The source's own, which differs by mineral (adjusted for stocks or not, all forms or one): see the note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reliance {
    /// The source's name of the commodity.
    pub commodity: String,
    /// The form it is for in the source's words; empty where it tells none apart.
    pub form: String,
    /// What it is a percentage of: `apparent consumption` mostly, else `reported consumption` and the like.
    pub of: String,
    /// The mineral it is for, if the dataset has it.
    pub mineral: Option<MineralId>,
    /// The edition.
    pub edition: EditionId,
    /// Where it stands.
    pub table: RelianceTable,
    /// The year it is for.
    pub year: u16,
    /// What is published.
    pub value: RelianceValue,
    /// The main sellers in the source's words, where the table names them.
    pub sellers: Option<String>,
    /// The source's remarks; empty where it has none.
    pub note: String,
}

/// A country's part of US imports over several years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportSource {
    /// The source's name of the commodity.
    pub commodity: String,
    /// The form the part is a part of, in the source's words.
    pub form: String,
    /// The mineral it is for, if the dataset has it.
    pub mineral: Option<MineralId>,
    /// The edition.
    pub edition: EditionId,
    /// The years, in the source's words.
    pub period: String,
    /// The seller in the source's words.
    pub seller: String,
    /// The seller; `None` for the source's row of other countries and where it names several at once.
    pub country: Option<CountryId>,
    /// Percent of the imports.
    #[serde(with = "plain::cell")]
    pub percent: Reported,
}

impl NetImportReliance {
    /// Every figure, ordered by edition, table, commodity and year.
    #[must_use]
    pub fn figures(&self) -> &[Reliance] {
        &self.figures
    }

    /// A mineral's figures in the same order; several where the source tells forms apart.
    pub fn of(&self, mineral: MineralId) -> impl Iterator<Item = &Reliance> {
        let wanted = move |figure: &&Reliance| figure.mineral == Some(mineral);
        self.figures.iter().filter(wanted)
    }

    /// The parts of US imports, ordered by edition, commodity and form, largest first as published.
    #[must_use]
    pub fn sources(&self) -> &[ImportSource] {
        &self.sources
    }

    /// The sellers of a mineral to the United States, form by form.
    pub fn sources_of(&self, mineral: MineralId) -> impl Iterator<Item = &ImportSource> {
        let wanted = move |source: &&ImportSource| source.mineral == Some(mineral);
        self.sources.iter().filter(wanted)
    }
}
