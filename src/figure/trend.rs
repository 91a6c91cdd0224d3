//! Over the years: the largest shares and the concentration.
//!
//! Editions disagree about the same year. A trend takes, for each year, the newest edition that reports it; years in
//! which the source counted something else (another basis) are left out and named.

use super::{Cell, Context, Table};
use crate::data::{CountryId, SupplyTable};
use crate::i18n::number::{index, percent};
use crate::risk::{Concentration, SupplyShares};

/// How many countries have a line.
const LINES: usize = 4;

/// One country over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// The country's name.
    pub name: String,
    /// Its share in each year of [`Trend::years`], as a fraction; `None` where the source gives none.
    pub shares: Vec<Option<f64>>,
}

/// Shares and concentration over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The years, oldest first.
    pub years: Vec<u16>,
    /// The names of the editions that the years are taken from.
    pub editions: Vec<String>,
    /// The largest suppliers of the state's year, largest first.
    pub lines: Vec<TrendLine>,
    /// HHI of each year, 0 to 10,000.
    pub hhi: Vec<Option<f64>>,
    /// The place of the state's year in [`Trend::years`].
    pub now: Option<usize>,
    /// What the chart shows, in a sentence; or why there is no trend.
    pub summary: String,
    /// Years left out because the source counted something else.
    pub other_basis: Vec<u16>,
}

impl Trend {
    /// The tables of a state's trend: per year the newest edition's, on the same basis, oldest year first.
    #[must_use]
    pub fn tables<'a>(context: &Context<'a>) -> Vec<&'a SupplyTable> {
        let kind = |table: &SupplyTable| context.data.edition(table.edition).kind;
        if !kind(context.table).is_yearly() {
            return vec![context.table];
        }
        let mut tables: Vec<&SupplyTable> = context
            .data
            .tables_of(context.table.mineral)
            .iter()
            .filter(|table| table.stage == context.table.stage && kind(table).is_yearly())
            .filter(|table| table.basis_key == context.table.basis_key)
            .collect();
        // Newest edition first within a year, so that it is the one that stays.
        crate::order::sort_by_key(&mut tables, |table| {
            (table.year, std::cmp::Reverse(table.edition))
        });
        tables.dedup_by_key(|table| table.year);
        tables
    }

    /// The trend of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        let words = context.words;
        let tables = Self::tables(context);
        let shares: Vec<SupplyShares> =
            tables.iter().map(|table| SupplyShares::of(table)).collect();
        let share_of = |shares: &SupplyShares, country: CountryId| {
            shares.get(country).map(|row| row.share.fraction())
        };
        let lines: Vec<TrendLine> = context
            .shares
            .ranked
            .iter()
            .take(LINES)
            .map(|row| TrendLine {
                name: context.data.country(row.country).name.clone(),
                shares: shares
                    .iter()
                    .map(|year| share_of(year, row.country))
                    .collect(),
            })
            .collect();
        let hhi: Vec<Option<f64>> = shares
            .iter()
            .map(|year| Concentration::of(year).map(|measure| measure.hhi.value.points()))
            .collect();
        let years: Vec<u16> = tables.iter().map(|table| table.year).collect();
        let summary = if years.len() < 2 {
            words.notes.no_trend.to_owned()
        } else {
            let spoken: Vec<String> = lines
                .iter()
                .filter_map(|line| spoken(line, &years))
                .collect();
            format!("{} {}", spoken.join("; "), words.notes.newest_edition)
        };
        Self {
            editions: tables
                .iter()
                .map(|table| context.data.edition(table.edition).name.clone())
                .collect(),
            now: years.iter().position(|&year| year == context.table.year),
            other_basis: other_basis(context, &years),
            years,
            lines,
            hhi,
            summary,
        }
    }

    /// The trend as a table: a row per year.
    #[must_use]
    pub fn table(&self, context: &Context) -> Table {
        let names = &context.words.table;
        let mut columns = vec![names.year.to_owned()];
        columns.extend(self.lines.iter().map(|line| line.name.clone()));
        columns.extend([names.hhi.to_owned(), names.edition.to_owned()]);
        let rows = (0..self.years.len())
            .map(|at| {
                let share = |line: &TrendLine| {
                    line.shares[at].map_or_else(Cell::blank, |share| {
                        Cell::number(percent(crate::units::Share::clamped(share)), share)
                    })
                };
                let mut row = vec![Cell::text(self.years[at].to_string())];
                row.extend(self.lines.iter().map(share));
                row.push(
                    self.hhi[at].map_or_else(Cell::blank, |hhi| Cell::number(index(hhi), hhi)),
                );
                row.push(Cell::text(self.editions[at].clone()));
                row
            })
            .collect();
        let mut sources: Vec<&str> = self.editions.iter().map(String::as_str).collect();
        sources.dedup();
        Table {
            caption: (names.trend_caption)(&context.supply()),
            columns,
            rows,
            source: sources.join("; "),
            file: super::ranking::file_name(context, "trend"),
        }
    }
}

/// A line in words: first and last year that it has.
fn spoken(line: &TrendLine, years: &[u16]) -> Option<String> {
    let mut known = years
        .iter()
        .zip(&line.shares)
        .filter_map(|(year, share)| Some((year, (*share)?)));
    let (first_year, first) = known.next()?;
    let written = |share: f64| percent(crate::units::Share::clamped(share));
    Some(match known.next_back() {
        Some((last_year, last)) => {
            format!(
                "{}: {} in {first_year}, {} in {last_year}",
                line.name,
                written(first),
                written(last)
            )
        }
        None => format!("{}: {} in {first_year}", line.name, written(first)),
    })
}

/// The years that the source has on another basis only.
fn other_basis(context: &Context, years: &[u16]) -> Vec<u16> {
    let yearly = context.data.edition(context.table.edition).kind.is_yearly();
    let mut others: Vec<u16> = context
        .data
        .tables_of(context.table.mineral)
        .iter()
        .filter(|table| yearly && table.stage == context.table.stage)
        .filter(|table| context.data.edition(table.edition).kind.is_yearly())
        .map(|table| table.year)
        .filter(|year| !years.contains(year))
        .collect();
    crate::order::sort_by_key(&mut others, |year| *year);
    others.dedup();
    others
}
