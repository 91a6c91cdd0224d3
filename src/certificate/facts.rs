//! The figures that a view's finding rests on: a handful, in the words of `adit figures --json`.
//!
//! Numbers are printed with six significant digits. The engine gives the same bits in every browser and natively, so
//! that two printings either are the same or are of two figures.

use crate::alliance::agreements;
use crate::data::{Dataset, Importer, SupplyTable, TRADE_YEARS};
use crate::report::{
    All, AllianceAnswer, Figures, StudyFigures, importer_of, newest_tables_at, stage_tables,
    table_for,
};
use crate::risk::importer::{Case, Sources};
use crate::risk::intervals::{Draws, SEED};
use crate::scenario::act::Acts;
use crate::scenario::outcome::Situation;
use crate::scenario::{Assumptions, Market, Outcome, text as scenario_text};
use crate::state::{Selection, Text, View, ViewState};
use crate::study::claims;

/// What stands for what is absent.
pub const ABSENT: &str = "-";

/// One figure, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its word.
    pub key: String,
    /// Its value: a number, a word, or [`ABSENT`].
    pub value: String,
}

impl Fact {
    fn word(key: &str, value: &str) -> Self {
        Self {
            key: key.to_owned(),
            value: value.to_owned(),
        }
    }

    fn number(key: &str, value: Option<f64>) -> Self {
        Self {
            key: key.to_owned(),
            value: value
                .filter(|value| value.is_finite())
                .map_or_else(|| ABSENT.to_owned(), printed),
        }
    }

    /// The value as a number, where it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        self.value.parse().ok()
    }
}

/// A number with six significant digits, and no digit that says nothing.
#[must_use]
pub fn printed(value: f64) -> String {
    // −0 is 0.
    let rounded: Result<f64, _> = format!("{value:.5e}").parse();
    (rounded.unwrap_or(value) + 0.0).to_string()
}

/// The figures of a state.
#[must_use]
pub fn facts(sources: &Sources<'_>, state: &ViewState) -> Vec<Fact> {
    match state.view {
        View::Map | View::Data => of_world(sources.data, state),
        View::Dependence => {
            let importer = importer_of(sources.data, state);
            of_importer(sources, table(sources.data, state), importer)
        }
        View::Minerals => of_all(sources, state),
        View::Shock => of_shock(sources, state),
        View::Alliances => of_alliance(sources, state),
        View::Study => of_study(sources.data),
    }
}

/// Whether those figures need files that the page fetches.
#[must_use]
pub fn needs_files(state: &ViewState) -> bool {
    !matches!(state.view, View::Map | View::Data | View::Study)
}

/// The years of trade that those figures need, of those that there are.
#[must_use]
pub fn trade_years(data: &Dataset, state: &ViewState) -> Vec<u16> {
    let (first, last) = TRADE_YEARS;
    let mut years: Vec<u16> = match state.view {
        View::Map | View::Data | View::Study => Vec::new(),
        View::Dependence | View::Alliances => vec![table(data, state).year],
        View::Minerals => all_tables(data, state)
            .iter()
            .map(|table| table.year)
            .collect(),
        View::Shock => {
            let tables = stage_tables(data, state, importer_of(data, state), Some(last)).tables;
            let years = tables.into_iter().flatten().map(|table| table.year);
            years.map(|year| year.clamp(first, last)).collect()
        }
    };
    years.retain(|year| (first..=last).contains(year));
    years.sort_unstable();
    years.dedup();
    years
}

fn table<'a>(data: &'a Dataset, state: &ViewState) -> &'a SupplyTable {
    table_for(data, state, importer_of(data, state), Some(TRADE_YEARS.1))
}

fn all_tables<'a>(data: &'a Dataset, state: &ViewState) -> Vec<&'a SupplyTable> {
    let importer = importer_of(data, state);
    newest_tables_at(data, state, state.stage, importer, Some(TRADE_YEARS.1))
}

fn of_table(data: &Dataset, table: &SupplyTable) -> Vec<Fact> {
    vec![
        Fact::word("edition", &data.edition(table.edition).id),
        Fact::word("year", &table.year.to_string()),
    ]
}

/// The map knows of no importer, and of no file that is fetched.
fn of_world(data: &Dataset, state: &ViewState) -> Vec<Fact> {
    let sources = Sources {
        data,
        trade: None,
        methods: None,
    };
    let table = Selection::of(data, state).table;
    let figures = Figures::of(&sources, &Case::of(&sources, table, None));
    let mut facts = of_table(data, table);
    facts.extend([
        Fact::number("cr1", figures.cr1),
        Fact::number("cr3", figures.cr3),
        Fact::number("hhi", figures.hhi.map(|hhi| hhi.value)),
        Fact::number("hhi_wgi", figures.hhi_wgi),
    ]);
    facts
}

fn of_importer(
    sources: &Sources<'_>,
    table: &SupplyTable,
    importer: Option<Importer>,
) -> Vec<Fact> {
    let figures = Figures::of(sources, &Case::of(sources, table, importer));
    let own = figures.importer.as_ref();
    let mut facts = of_table(sources.data, table);
    facts.extend([
        Fact::number("hhi", figures.hhi.map(|hhi| hhi.value)),
        Fact::number("hhi_wgi", figures.hhi_wgi),
        Fact::number("import_reliance", own.and_then(|own| own.import_reliance)),
        Fact::number(
            "ec_supply_risk",
            own.and_then(|own| own.ec_supply_risk.value),
        ),
        Fact::number(
            "geopolrisk",
            own.and_then(|own| own.geopolrisk.corrected.value),
        ),
        Fact::number("need_covered", figures.n_minus_1.need_covered),
    ]);
    facts
}

/// How many minerals are how risky, and the one that the link is about.
fn of_all(sources: &Sources<'_>, state: &ViewState) -> Vec<Fact> {
    let data = sources.data;
    let importer = importer_of(data, state);
    let asked = ViewState {
        edition: None,
        ..*state
    };
    let table = table_for(data, &asked, importer, Some(TRADE_YEARS.1));
    let mut facts = of_importer(sources, table, importer);
    let none = Draws::new(SEED, 0, data.countries().len());
    let all = All::of(sources, &all_tables(data, state), importer, &none);
    let known = all
        .minerals
        .iter()
        .filter_map(|row| row.ec_supply_risk.as_ref());
    let known: Vec<f64> = known.map(|score| score.value).collect();
    let sum = known.iter().fold(0.0, |sum, value| sum + value);
    facts.extend([
        Fact::word("minerals", &all.minerals.len().to_string()),
        Fact::word("minerals_with_ec_supply_risk", &known.len().to_string()),
        Fact::number("sum_of_ec_supply_risk", Some(sum)),
    ]);
    facts
}

/// What a scenario comes to without chance.
fn of_shock(sources: &Sources<'_>, state: &ViewState) -> Vec<Fact> {
    let data = sources.data;
    let read = |text: Option<Text>| text.map_or("", Text::as_str);
    let scenario = scenario_text::decode(read(state.scenario), data).scenario;
    let (assumptions, _) = Assumptions::parse(read(state.assume));
    let importer = importer_of(data, state);
    let tables = stage_tables(data, state, importer, Some(TRADE_YEARS.1));
    let mut facts: Vec<Fact> = Vec::new();
    if let Some(table) = tables.tables.iter().flatten().next() {
        facts.extend(of_table(data, table));
    }
    let outcome = Market::of(sources, &tables, importer, &scenario)
        .ok()
        .map(|market| {
            let acts = Acts::of(data, &market, &scenario);
            Outcome::of(&market, &acts, &assumptions)
        });
    let year = outcome.as_ref().map(|outcome| outcome.worst_year);
    let worst = outcome.as_ref().map(Outcome::worst_month);
    facts.extend([
        Fact::number("shortfall", year.map(|year| year.shortfall)),
        Fact::number("world_shortfall", year.map(|year| year.world_shortfall)),
        Fact::number("worst_shortfall", worst.map(Situation::shortfall)),
        // Past what the model can speak of, the page names no price either.
        Fact::number(
            "price",
            worst
                .filter(|worst| worst.price_holds())
                .and_then(|worst| worst.market.price()),
        ),
    ]);
    facts
}

/// What an importer's agreements would change.
fn of_alliance(sources: &Sources<'_>, state: &ViewState) -> Vec<Fact> {
    let data = sources.data;
    let importer = importer_of(data, state);
    let table = table(data, state);
    let mut facts = of_table(data, table);
    let Ok(AllianceAnswer { figures, .. }) = AllianceAnswer::of(sources, state, table, importer)
    else {
        return facts;
    };
    let effect = figures.effect.as_ref();
    facts.extend([
        Fact::word("agreements", &figures.agreements.len().to_string()),
        Fact::number("redundancy", figures.redundancy),
        Fact::number("before", effect.map(|effect| effect.before)),
        Fact::number("after", effect.map(|effect| effect.after)),
        Fact::number("gain_low", effect.map(|effect| effect.gain_low)),
        Fact::number("gain_high", effect.map(|effect| effect.gain_high)),
    ]);
    facts
}

/// How many of the study's claims hold.
fn of_study(data: &Dataset) -> Vec<Fact> {
    let known = agreements::embedded(data).unwrap_or_default();
    let claims = claims::embedded().unwrap_or_default();
    let figures = StudyFigures::of(data, &known, &claims);
    let verdicts = ["holds", "held-then", "imprecise", "not-testable"];
    let counts = verdicts.map(|verdict| {
        let count = figures
            .claims
            .iter()
            .filter(|claim| claim.verdict == verdict)
            .count();
        Fact::word(&verdict.replace('-', "_"), &count.to_string())
    });
    counts.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_six_significant_digits_and_no_digit_that_says_nothing() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (4_812.345_678, "4812.35"),
            (0.75, "0.75"),
            (0.000_012_345_67, "0.0000123457"),
            (1.0, "1"),
        ];
        for (value, text) in cases {
            assert_eq!(printed(value), text);
        }
    }
}
