//! The European Union's benchmarks for 2030, as figures.

use serde::Serialize;

use super::absent::Why;
use crate::data::{CountryId, Dataset, Importer, SupplyTable};
use crate::risk::eu_benchmarks::{Benchmark, Benchmarks};
use crate::risk::importer::{Case, Sources};

/// One benchmark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BenchmarkFigure {
    /// The third country it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What the regulation asks for, a fraction.
    pub wanted: f64,
    /// What is measured, a fraction.
    pub measured: f64,
    /// By how much it is missed; negative where there is room.
    pub short_by: f64,
    /// Whether it is missed.
    pub missed: bool,
}

/// All benchmarks at one stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BenchmarkFigures {
    /// At most 65 % from one third country.
    pub one_country: Option<BenchmarkFigure>,
    /// At least 10 % extracted, or 40 % processed, in the Union.
    pub own: Option<BenchmarkFigure>,
    /// At least 25 % recycled.
    pub recycled: Option<BenchmarkFigure>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl BenchmarkFigures {
    /// The figures of a check.
    pub(super) fn of(data: &Dataset, checked: &Benchmarks<CountryId>) -> Self {
        let mut why = Why::default();
        let largest = why.take("one_country", checked.largest);
        Self {
            one_country: largest.map(|(country, benchmark)| BenchmarkFigure {
                country: Some(data.country(country).iso3.clone()),
                ..figure(benchmark)
            }),
            own: why.take("own", checked.own).map(figure),
            recycled: why.take("recycled", checked.recycled).map(figure),
            why,
        }
    }
}

/// The rule on third countries for every table where it can be checked: the table, and what is measured.
///
/// Empty for importers other than the European Union, whom the rule does not bind.
#[must_use]
pub fn one_country<'a>(
    sources: &Sources<'a>,
    tables: &[&'a SupplyTable],
    importer: Option<Importer>,
) -> Vec<(&'a SupplyTable, BenchmarkFigure)> {
    let checked = tables.iter().filter_map(|table| {
        let case = Case::of(sources, table, importer).importer?;
        let checked = case.risk.benchmarks.as_ref()?;
        let figures = BenchmarkFigures::of(sources.data, checked);
        Some((*table, figures.one_country?))
    });
    checked.collect()
}

fn figure(benchmark: Benchmark) -> BenchmarkFigure {
    BenchmarkFigure {
        country: None,
        wanted: benchmark.wanted,
        measured: benchmark.measured,
        short_by: benchmark.short_by,
        missed: benchmark.is_missed(),
    }
}
