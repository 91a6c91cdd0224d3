//! A year of trade as bytes: column by column, whole thousandths, steps instead of codes of countries.

use serde::{Deserialize, Serialize};

use super::{Flow, Trade, TradeCode, TradeGap, TradeMeta, TradeYear};
use crate::data::packed::{self, unusable};
use crate::data::{CountryId, DataError, Dataset};

const FILE: &str = "trade";

/// The source gives value and quantity in thousandths of their units.
const THOUSANDTHS: f64 = 1000.0;

/// One year, with all that is said about the codes, so that one file answers a view.
#[derive(Serialize, Deserialize)]
struct Part {
    meta: TradeMeta,
    codes: Vec<TradeCode>,
    gaps: Vec<TradeGap>,
    year: u16,
    flows: Columns,
}

/// The flows, column by column.
#[derive(Default, Serialize, Deserialize)]
struct Columns {
    /// How many countries buy, a number a code.
    importers: Vec<u16>,
    /// From one importer of a code to the next.
    importer_steps: Vec<u16>,
    /// How many countries an importer buys from.
    exporters: Vec<u16>,
    /// From one exporter to an importer to the next.
    exporter_steps: Vec<u16>,
    /// Thousandths of a thousand dollars.
    values: Vec<u64>,
    /// Thousandths of a tonne and one; zero is no quantity.
    quantities: Vec<u64>,
}

impl Columns {
    fn push(&mut self, flows: &[Flow]) -> Option<()> {
        let groups = || flows.chunk_by(|one, other| one.importer == other.importer);
        self.importers.push(u16::try_from(groups().count()).ok()?);
        let mut before = None;
        for group in groups() {
            self.importer_steps.push(step(before, group[0].importer)?);
            before = Some(group[0].importer);
            self.exporters.push(u16::try_from(group.len()).ok()?);
            let mut last = None;
            for flow in group {
                self.exporter_steps.push(step(last, flow.exporter)?);
                last = Some(flow.exporter);
                self.values.push(thousandths(flow.value_kusd?)?);
                self.quantities.push(match flow.quantity_t {
                    Some(quantity) => thousandths(quantity)? + 1,
                    None => 0,
                });
            }
        }
        Some(())
    }

    /// One list a code; nothing once a column is too short or a country is none of the dataset's.
    fn read(self, dataset: &Dataset) -> Option<Vec<Vec<Flow>>> {
        let countries = dataset.countries().len();
        let mut importer_steps = self.importer_steps.into_iter();
        let mut exporters = self.exporters.into_iter();
        let mut exporter_steps = self.exporter_steps.into_iter();
        let mut numbers = self.values.into_iter().zip(self.quantities);
        let mut list = |count: u16| {
            let mut flows = Vec::new();
            let mut importer = None;
            for _ in 0..count {
                let buyer = land(importer, importer_steps.next()?, countries)?;
                importer = Some(buyer);
                let mut exporter = None;
                for _ in 0..exporters.next()? {
                    let seller = land(exporter, exporter_steps.next()?, countries)?;
                    exporter = Some(seller);
                    let (value, quantity) = numbers.next()?;
                    flows.push(Flow {
                        exporter: seller,
                        importer: buyer,
                        value_kusd: Some(whole(value)),
                        quantity_t: quantity.checked_sub(1).map(whole),
                    });
                }
            }
            Some(flows)
        };
        self.importers.into_iter().map(&mut list).collect()
    }
}

/// From one country to the next in order.
fn step(before: Option<CountryId>, next: CountryId) -> Option<u16> {
    let from = before.map_or(0, |id| id.index() + 1);
    u16::try_from(next.index().checked_sub(from)?).ok()
}

fn land(before: Option<CountryId>, step: u16, countries: usize) -> Option<CountryId> {
    let index = before.map_or(0, |id| id.index() + 1) + usize::from(step);
    (index < countries).then(|| CountryId::at(index))
}

fn thousandths(number: f64) -> Option<u64> {
    let scaled = (number * THOUSANDTHS).round();
    // Not a number fails here too.
    if !(0.0..1e15).contains(&scaled) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and under 1e15"
    )]
    let digits = scaled as u64;
    (whole(digits).to_bits() == number.to_bits()).then_some(digits)
}

#[expect(clippy::cast_precision_loss, reason = "under 1e15 when it is written")]
fn whole(thousandths: u64) -> f64 {
    thousandths as f64 / THOUSANDTHS
}

impl Trade {
    /// Every year at hand as bytes; the same trade gives the same bytes.
    ///
    /// # Errors
    ///
    /// When a figure is finer than thousandths, or lists are not in order, which no loading gives.
    pub fn to_parts(&self, dataset: &Dataset) -> Result<Vec<(u16, Vec<u8>)>, DataError> {
        let part = |year: &TradeYear| {
            let mut flows = Columns::default();
            let pushed = year.flows.iter().try_for_each(|list| flows.push(list));
            pushed.ok_or_else(|| {
                let problem = format!("{}: a figure is finer than thousandths", year.year);
                unusable(FILE, problem, "write figures in thousandths of the unit")
            })?;
            let part = Part {
                meta: self.meta.clone(),
                codes: self.codes.clone(),
                gaps: self.gaps.clone(),
                year: year.year,
                flows,
            };
            Ok((year.year, packed::write(FILE, &part, dataset)?))
        };
        self.years.iter().map(part).collect()
    }

    /// Reads one year of what [`to_parts`](Self::to_parts) wrote. The content is not checked again.
    ///
    /// # Errors
    ///
    /// One issue, when the bytes end too early, mean nothing, or were made for another dataset.
    pub fn read(bytes: &[u8], dataset: &Dataset) -> Result<Self, DataError> {
        let part: Part = packed::read(FILE, bytes, dataset)?;
        let flows = part.flows.read(dataset);
        let flows = flows.filter(|flows| flows.len() == part.codes.len());
        let Some(flows) = flows else {
            let problem = "a column of the flows is too short".to_owned();
            return Err(unusable(FILE, problem, packed::REMEDY));
        };
        Ok(Self {
            meta: part.meta,
            codes: part.codes,
            gaps: part.gaps,
            years: vec![TradeYear {
                year: part.year,
                flows,
            }],
        })
    }

    /// This trade and the years of another; of a year that both have, the other's.
    ///
    /// # Errors
    ///
    /// One issue, when the two are not of one making: their codes differ.
    pub fn with(mut self, other: Self) -> Result<Self, DataError> {
        if self.years.is_empty() {
            return Ok(other);
        }
        if (&self.meta, &self.codes, &self.gaps) != (&other.meta, &other.codes, &other.gaps) {
            let problem = "two years were made from different tables of codes".to_owned();
            return Err(unusable(FILE, problem, packed::REMEDY));
        }
        for year in other.years {
            self.years.retain(|known| known.year != year.year);
            self.years.push(year);
        }
        self.years.sort_by_key(|year| year.year);
        Ok(self)
    }
}
