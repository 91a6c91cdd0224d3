//! Who sold how much of what to whom: bilateral trade by code of the Harmonized System.
//!
//! A [`Trade`] is read from parts, one a year, each fetched when a view first needs it ([`Trade::read`],
//! [`Trade::with`]), or checked and loaded from a table in the documented schema ([`Trade::load`]). Which codes
//! stand for which mineral and stage is part of the data, with a reason a code; so is why none does.
//!
//! What a reader must know: the source names the last exporter, not the origin; quantities are gross weight
//! and not metal content; several codes of one mineral may count the same metal at two steps.

mod columns;

use serde::{Deserialize, Serialize};

use super::{CountryId, DataError, Dataset, MineralId, Stage, validate};

/// The first and the last year of the shipped trade; a file each, which the page fetches by its year.
pub const TRADE_YEARS: (u16, u16) = (2019, 2024);

/// The text of the files that trade is loaded from.
#[derive(Clone, Copy, Debug)]
pub struct TradeFiles<'a> {
    /// `trade.json`: what the figures are, which codes stand for what, and where none does.
    pub about: &'a str,
    /// `trade.csv`: a flow a line.
    pub flows: &'a str,
}

/// What was sold from one country to another in a year under one code.
///
/// A pair that is not listed had no trade that the source knows of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// The country that last sold it.
    pub exporter: CountryId,
    /// The country that bought it.
    pub importer: CountryId,
    /// Thousand US dollars of the year, free on board; positive. The source gives one for every flow; readers need not.
    pub value_kusd: Option<f64>,
    /// Tonnes, gross weight; `None` where the source has a value and no quantity, which is not zero.
    pub quantity_t: Option<f64>,
}

/// How much of a mineral's trade at a stage its codes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Coverage {
    /// The forms in which the mineral is traded at the stage.
    Whole,
    /// Some of the forms: others have codes that the source lacks, or go under another mineral's.
    Part,
}

/// A code and the one mineral and stage it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TradeCode {
    /// The code's digits, such as `260400`.
    pub code: String,
    /// What the nomenclature calls it.
    pub name: String,
    /// The mineral it stands for.
    pub mineral: MineralId,
    /// The stage it stands for.
    pub stage: Stage,
    /// How much of the mineral's trade at the stage it holds.
    pub coverage: Coverage,
    /// Why it stands for them, and what else it holds.
    pub reason: String,
}

/// A mineral and stage that no code stands for: no data, which is not no trade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TradeGap {
    /// The mineral.
    pub mineral: MineralId,
    /// The stage.
    pub stage: Stage,
    /// Why no code stands for them.
    pub reason: String,
}

/// What the figures are and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TradeMeta {
    /// Publisher, title and way of access.
    pub source: String,
    /// The edition that was read.
    pub edition: String,
    /// Licence under which the figures may be reused.
    pub licence: String,
    /// The nomenclature of the codes.
    pub nomenclature: String,
    /// What a quantity is, in words.
    pub quantity_basis: String,
    /// What a reader must know before quoting a figure.
    pub notes: Vec<String>,
}

/// One year's flows: one list a code, in the codes' order, each by importer and then by exporter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TradeYear {
    pub(super) year: u16,
    pub(super) flows: Vec<Vec<Flow>>,
}

/// Bilateral trade, immutable, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trade {
    pub(super) meta: TradeMeta,
    /// Ordered by mineral, stage and code.
    pub(super) codes: Vec<TradeCode>,
    /// Ordered by mineral and stage.
    pub(super) gaps: Vec<TradeGap>,
    /// Ordered by year.
    pub(super) years: Vec<TradeYear>,
}

impl Trade {
    /// Reads and checks trade in the documented schema.
    ///
    /// # Errors
    ///
    /// Every problem found, not only the first.
    pub fn load(files: &TradeFiles<'_>, dataset: &Dataset) -> Result<Self, DataError> {
        validate::trade(files, dataset)
    }

    /// What the figures are.
    #[must_use]
    pub fn meta(&self) -> &TradeMeta {
        &self.meta
    }

    /// The years at hand, earliest first.
    pub fn years(&self) -> impl Iterator<Item = u16> + '_ {
        self.years.iter().map(|year| year.year)
    }

    /// Every code, ordered by mineral, stage and code.
    #[must_use]
    pub fn all_codes(&self) -> &[TradeCode] {
        &self.codes
    }

    /// Every mineral and stage that no code stands for, ordered.
    #[must_use]
    pub fn gaps(&self) -> &[TradeGap] {
        &self.gaps
    }

    /// The codes that stand for a mineral at a stage; none where the data has no fitting one.
    #[must_use]
    pub fn codes(&self, mineral: MineralId, stage: Stage) -> &[TradeCode] {
        &self.codes[self.range(mineral, stage)]
    }

    /// Why no code stands for a mineral at a stage, where the data says so.
    #[must_use]
    pub fn gap(&self, mineral: MineralId, stage: Stage) -> Option<&TradeGap> {
        let found = self
            .gaps
            .binary_search_by_key(&(mineral, stage), |gap| (gap.mineral, gap.stage));
        found.ok().map(|position| &self.gaps[position])
    }

    /// The world's flows of a mineral at a stage in a year, code after code, each by importer and exporter.
    ///
    /// # Missing data
    ///
    /// `None` where no code stands for the mineral at the stage or the year is not at hand.
    #[must_use]
    pub fn flows(
        &self,
        mineral: MineralId,
        stage: Stage,
        year: u16,
    ) -> Option<impl Iterator<Item = &Flow> + Clone> {
        let lists = self.lists(mineral, stage, year)?;
        Some(lists.iter().flatten())
    }

    /// What one country bought of a mineral at a stage in a year; a partner may appear once a code.
    ///
    /// # Missing data
    ///
    /// As [`flows`](Self::flows); an empty list is a country that bought nothing.
    #[must_use]
    pub fn imports(
        &self,
        mineral: MineralId,
        stage: Stage,
        year: u16,
        importer: CountryId,
    ) -> Option<impl Iterator<Item = &Flow> + Clone> {
        let lists = self.lists(mineral, stage, year)?;
        Some(lists.iter().flat_map(move |flows| bought(flows, importer)))
    }

    /// What one country sold of a mineral at a stage in a year; a partner may appear once a code.
    ///
    /// # Missing data
    ///
    /// As [`imports`](Self::imports).
    #[must_use]
    pub fn exports(
        &self,
        mineral: MineralId,
        stage: Stage,
        year: u16,
        exporter: CountryId,
    ) -> Option<impl Iterator<Item = &Flow> + Clone> {
        let flows = self.flows(mineral, stage, year)?;
        Some(flows.filter(move |flow| flow.exporter == exporter))
    }

    /// The flows under one code in a year, by importer and exporter: the rows behind a figure.
    ///
    /// # Missing data
    ///
    /// `None` where the code or the year is not at hand.
    #[must_use]
    pub fn flows_of(&self, code: &str, year: u16) -> Option<&[Flow]> {
        let position = self.codes.iter().position(|known| known.code == code)?;
        Some(&self.year(year)?.flows[position])
    }

    /// Every country that bought anything in any year at hand, ordered.
    #[must_use]
    pub fn importers(&self) -> Vec<CountryId> {
        let lists = self.years.iter().flat_map(|year| &year.flows);
        let mut importers: Vec<_> = lists.flatten().map(|flow| flow.importer).collect();
        importers.sort_unstable();
        importers.dedup();
        importers
    }

    fn range(&self, mineral: MineralId, stage: Stage) -> std::ops::Range<usize> {
        let wanted = (mineral, stage);
        let key = |code: &TradeCode| (code.mineral, code.stage);
        let start = self.codes.partition_point(|code| key(code) < wanted);
        start..self.codes.partition_point(|code| key(code) <= wanted)
    }

    fn year(&self, year: u16) -> Option<&TradeYear> {
        let found = self.years.binary_search_by_key(&year, |known| known.year);
        found.ok().map(|position| &self.years[position])
    }

    fn lists(&self, mineral: MineralId, stage: Stage, year: u16) -> Option<&[Vec<Flow>]> {
        let range = self.range(mineral, stage);
        (!range.is_empty()).then_some(&self.year(year)?.flows[range])
    }
}

/// The part of a code's flows that one country bought.
fn bought(flows: &[Flow], importer: CountryId) -> &[Flow] {
    let start = flows.partition_point(|flow| flow.importer < importer);
    let end = flows.partition_point(|flow| flow.importer <= importer);
    &flows[start..end]
}
