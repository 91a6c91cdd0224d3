//! Who supplies it: countries by rank, as bars and as a table.

use super::{Cell, Context, Table};
use crate::data::{Flag, Reported};
use crate::i18n::{
    Strings,
    number::{percent, quantity},
};
use crate::risk::CountryShare;
use crate::units::Share;

/// How many countries have a bar; the rest share one.
const BARS: usize = 9;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The country's name, or what the bar gathers.
    pub name: String,
    /// Its part of supply.
    pub share: Share,
    /// The part, written.
    pub label: String,
    /// Whether the bar is of countries that the source does not name.
    pub unnamed: bool,
    /// Whether the reader has chosen the country.
    pub chosen: bool,
}

/// Countries by rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The bars, largest first; what is left over comes last.
    pub bars: Vec<Bar>,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl Ranking {
    /// The bars of a state.
    #[must_use]
    pub fn build(context: &Context) -> Self {
        let (words, shares) = (context.words, &context.shares);
        let name = |row: &CountryShare| context.data.country(row.country).name.clone();
        let mut bars: Vec<Bar> = shares
            .ranked
            .iter()
            .take(BARS)
            .map(|row| Bar {
                name: name(row),
                share: row.share,
                label: share_text(words, row),
                unnamed: false,
                chosen: context.state.country == Some(row.country),
            })
            .collect();
        let further = &shares.ranked[bars.len()..];
        if !further.is_empty() {
            let share = Share::clamped(further.iter().map(|row| row.share.fraction()).sum());
            bars.push(Bar {
                name: format!("+ {}", further.len()),
                share,
                label: percent(share),
                unnamed: false,
                chosen: further
                    .iter()
                    .any(|row| context.state.country == Some(row.country)),
            });
        }
        if shares.unattributed.fraction() >= 0.0005 {
            bars.push(Bar {
                name: words.unattributed.to_owned(),
                share: shares.unattributed,
                label: percent(shares.unattributed),
                unnamed: true,
                chosen: false,
            });
        }
        let spoken: Vec<String> = bars
            .iter()
            .map(|bar| format!("{} {}", bar.name, bar.label))
            .collect();
        Self {
            bars,
            summary: format!("{}: {}", words.controls.ranking, spoken.join("; ")),
        }
    }

    /// Every row of the state's table: rank, country, share, quantity and how the figure is marked.
    #[must_use]
    pub fn table(context: &Context) -> Table {
        let words = context.words;
        let names = &words.table;
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(context.table.countries.len() + 2);
        for (place, row) in context.shares.ranked.iter().enumerate() {
            let country = context.data.country(row.country);
            rows.push(vec![
                Cell::text(country.name.clone()),
                Cell::text(country.iso3.clone()),
                Cell::number((words.ordinal)(place + 1), usize_as_f64(place + 1)),
                Cell::number(share_text(words, row), row.share.fraction()),
                Cell::number(quantity(row.quantity), row.quantity),
                Cell::text(flag_text(words, row.flag)),
            ]);
        }
        for &(country, cell) in &context.table.countries {
            let text = match cell {
                Reported::Withheld => words.withheld,
                Reported::NotAvailable => words.not_available,
                Reported::Known { value, .. } if value <= 0.0 => words.none_reported,
                Reported::Known { .. } => continue,
            };
            let country = context.data.country(country);
            let zero = cell
                .value()
                .map_or_else(Cell::blank, |value| Cell::number("0", value));
            rows.push(vec![
                Cell::text(country.name.clone()),
                Cell::text(country.iso3.clone()),
                Cell::blank(),
                Cell::blank(),
                zero,
                Cell::text(text),
            ]);
        }
        let share = context.shares.unattributed;
        let whole = context.shares.denominator.quantity();
        if share.fraction() > 0.0 {
            let rest = share.fraction() * whole;
            rows.push(vec![
                Cell::text(words.unattributed),
                Cell::text(""),
                Cell::blank(),
                Cell::number(percent(share), share.fraction()),
                Cell::number(quantity(rest), rest),
                Cell::text(""),
            ]);
        }
        if whole > 0.0 {
            rows.push(vec![
                Cell::text(names.world),
                Cell::text(""),
                Cell::blank(),
                Cell::number("100%", 1.0),
                Cell::number(quantity(whole), whole),
                Cell::text(""),
            ]);
        }
        Table {
            caption: (names.shares_caption)(
                &context.supply(),
                &context.period(),
                context.edition(),
            ),
            columns: vec![
                names.country.to_owned(),
                names.code.to_owned(),
                names.rank.to_owned(),
                names.share.to_owned(),
                (names.quantity)(&context.table.unit),
                names.flag.to_owned(),
            ],
            rows,
            source: context.data.edition(context.table.edition).citation(),
            file: file_name(context, "shares"),
        }
    }
}

/// A download's name: what, of which mineral, stage, edition and year.
pub(super) fn file_name(context: &Context, what: &str) -> String {
    let table = context.table;
    format!(
        "adit-{what}-{}-{}-{}-{}",
        context.data.mineral(table.mineral).slug,
        table.stage.slug(),
        context.data.edition(table.edition).id,
        table.year
    )
}

/// A share with what the source says of its certainty.
pub(super) fn share_text(words: &Strings, row: &CountryShare) -> String {
    match row.flag {
        Flag::Below => (words.below)(&percent(row.share)),
        Flag::Above | Flag::Reported | Flag::Estimated => percent(row.share),
    }
}

fn flag_text(words: &Strings, flag: Flag) -> &'static str {
    match flag {
        Flag::Reported => words.reported,
        Flag::Estimated => words.estimated,
        Flag::Below => words.upper_bound,
        Flag::Above => words.lower_bound,
    }
}

/// A small count as a number.
fn usize_as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
