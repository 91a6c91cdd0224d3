//! What one country holds across all minerals.

use super::{Cell, Context, Table, edition_short};
use crate::data::{CountryId, Dataset, MineralId, Stage, SupplyTable};
use crate::i18n::number::percent;
use crate::risk::{CountryShare, SupplyShares};
use crate::state::{Selection, ViewState};

/// How many minerals the sentence names.
const NAMED: usize = 3;

/// A country's part of every mineral at every stage, each in the newest edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Holdings {
    /// The country.
    pub country: CountryId,
    /// Its name.
    pub name: String,
    /// Where it holds most, in a sentence.
    pub summary: String,
    /// Everything it holds, largest share first.
    pub table: Table,
}

struct Holding<'a> {
    table: &'a SupplyTable,
    row: CountryShare,
    rank: usize,
    of: usize,
}

impl Holdings {
    /// The holdings of a country; none when the state has no country chosen.
    #[must_use]
    pub fn build(context: &Context) -> Option<Self> {
        let country = context.state.country?;
        let (data, words) = (context.data, context.words);
        let mut holdings: Vec<Holding> = newest_tables(context)
            .into_iter()
            .filter_map(|table| holding(table, country))
            .collect();
        crate::order::sort_by(&mut holdings, |a, b| {
            b.row.share.fraction().total_cmp(&a.row.share.fraction())
        });
        let name = data.country(country).name.clone();
        let mineral = |holding: &Holding| data.mineral(holding.table.mineral).name.clone();
        let top: Vec<String> = holdings
            .iter()
            .take(NAMED)
            .map(|holding| {
                let what = (words.supply)(holding.table.stage, &mineral(holding));
                format!("{} of {what}", percent(holding.row.share))
            })
            .collect();
        let summary = if top.is_empty() {
            format!("{name}: {}", words.not_named)
        } else {
            format!("{name}: {}", top.join(", "))
        };
        let names = &words.table;
        let rows = holdings
            .iter()
            .map(|holding| {
                vec![
                    Cell::text(mineral(holding)),
                    Cell::text((words.stage)(holding.table.stage)),
                    Cell::number(
                        super::ranking::share_text(words, &holding.row),
                        holding.row.share.fraction(),
                    ),
                    Cell::text(format!(
                        "{} of {}",
                        (words.ordinal)(holding.rank),
                        holding.of
                    )),
                    Cell::text(period(data, holding.table)),
                    Cell {
                        text: edition_short(words, data.edition(holding.table.edition)),
                        ..Cell::text(data.edition(holding.table.edition).name.clone())
                    },
                ]
            })
            .collect();
        Some(Self {
            country,
            summary,
            table: Table {
                caption: (names.holdings_caption)(&name),
                columns: [
                    names.mineral,
                    names.stage,
                    names.share,
                    names.rank,
                    names.year,
                    names.edition,
                ]
                .map(str::to_owned)
                .to_vec(),
                rows,
                source: sources(data, &holdings),
                file: format!("adit-holdings-{}", data.country(country).iso3),
            },
            name,
        })
    }
}

/// The newest table of every mineral and stage.
fn newest_tables<'a>(context: &Context<'a>) -> Vec<&'a SupplyTable> {
    let data = context.data;
    let mut pairs: Vec<(MineralId, Stage)> = data
        .tables()
        .iter()
        .map(|table| (table.mineral, table.stage))
        .collect();
    pairs.dedup();
    let free = |(mineral, stage)| {
        let state = ViewState {
            mineral,
            stage,
            edition: None,
            year: None,
            ..context.state
        };
        Selection::of(data, &state).table
    };
    pairs.into_iter().map(free).collect()
}

fn holding(table: &SupplyTable, country: CountryId) -> Option<Holding<'_>> {
    // Most tables do not name the country: look before working out their shares.
    table
        .countries
        .binary_search_by_key(&country, |&(listed, _)| listed)
        .ok()?;
    let shares = SupplyShares::of(table);
    let row = *shares.get(country)?;
    Some(Holding {
        table,
        row,
        rank: shares.rank(country)?,
        of: shares.ranked.len(),
    })
}

fn period(data: &Dataset, table: &SupplyTable) -> String {
    data.edition(table.edition)
        .period
        .clone()
        .unwrap_or_else(|| table.year.to_string())
}

fn sources(data: &Dataset, holdings: &[Holding]) -> String {
    let mut editions: Vec<_> = holdings
        .iter()
        .map(|holding| holding.table.edition)
        .collect();
    crate::order::sort_by_key(&mut editions, |edition| *edition);
    editions.dedup();
    let citations: Vec<String> = editions
        .into_iter()
        .map(|edition| data.edition(edition).citation())
        .collect();
    citations.join("; ")
}
