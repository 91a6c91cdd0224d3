//! Derivations of what is compared with a benchmark, and of what is published as it stands.

use super::derivation::{ASSESSMENT, Draft, DraftStep, TRADE};
use super::importer::{self, LAST_EXPORTER, UNLIKE};
use crate::data::CountryId;
use crate::risk::eu_benchmarks::Benchmarks;
use crate::risk::importer::{Case, EcBasis, ImporterCase, Sources};
use crate::risk::{Absence, Measured};

/// The regulation speaks of consumption.
const SOURCING: &str =
    "The benchmark is of consumption by 2030; measured is sourcing, own production and imports.";

fn benchmarks<'a>(importer: &'a ImporterCase<'_>) -> Measured<&'a Benchmarks<CountryId>> {
    let checked = importer.risk.benchmarks.as_ref();
    checked.ok_or(Absence::OtherImporter)
}

/// The part of the Union's sourcing from the third country that most comes from.
pub(super) fn one_country(case: &Case<'_>) -> Measured<Draft> {
    let importer = importer::of(case)?;
    let (country, benchmark) = benchmarks(importer)?.largest?;
    let meaning = "part of sourcing from the largest third country";
    sourced(case, importer, meaning, benchmark.measured, |one| {
        one == country
    })
}

/// The Union's own part of its sourcing.
pub(super) fn own(case: &Case<'_>) -> Measured<Draft> {
    let importer = importer::of(case)?;
    let benchmark = benchmarks(importer)?.own?;
    let meaning = "part of sourcing that is the Union's own production";
    let inside = |one| importer.members.contains(&one);
    sourced(case, importer, meaning, benchmark.measured, inside)
}

/// A part of sourcing, from some countries: as the Commission prints it, or from production and trade.
fn sourced(
    case: &Case<'_>,
    importer: &ImporterCase<'_>,
    meaning: &str,
    value: f64,
    counts: impl Fn(CountryId) -> bool,
) -> Measured<Draft> {
    let mix = importer.risk.ec.sourcing.as_ref().map_err(|why| *why)?;
    if importer.risk.ec.basis == EcBasis::Commission {
        let rows = mix.suppliers.iter().filter(|row| counts(row.country));
        let step = DraftStep::new("s", meaning, "sum(S)", value)
            .column("S", "part of the Union's sourcing", "", ASSESSMENT)
            .rows(rows.map(|row| (row.country, vec![Some(row.share)], "")));
        return Ok(Draft {
            steps: vec![step],
            assumptions: vec![SOURCING],
        });
    }
    let trade = importer::trade(importer)?;
    let flows = trade.from_outside().into_iter();
    let sent: f64 = flows
        .filter(|(one, _)| counts(*one))
        .map(|(_, tonnes)| tonnes)
        .sum();
    let own = importer.members.iter().any(|member| counts(*member));
    let (formula, steps) = (
        if own { "p / (p + F)" } else { "M / (p + F)" },
        vec![
            importer::production_step(case, importer)?,
            importer::imports_step(trade),
        ],
    );
    let mut last = DraftStep::new("s", meaning, formula, value);
    if !own {
        last = last.input("M", "sent by that country", sent, "t", TRADE);
    }
    Ok(Draft {
        steps: steps.into_iter().chain([last]).collect(),
        assumptions: vec![SOURCING, UNLIKE, LAST_EXPORTER],
    })
}

/// The recycled part.
pub(super) fn recycled(case: &Case<'_>) -> Measured<Draft> {
    let benchmark = benchmarks(importer::of(case)?)?.recycled?;
    let meaning = "end-of-life recycling input rate, which stands for the recycled part";
    Ok(as_published("RIR", meaning, benchmark.measured))
}

/// The Commission's economic importance.
pub(super) fn economic_importance(sources: &Sources<'_>, case: &Case<'_>) -> Measured<Draft> {
    let value = sources.economic_importance(case.table)?;
    let meaning = "economic importance for the European Union, as published";
    Ok(as_published("EI", meaning, value))
}

/// A number that stands in its source as it is.
fn as_published(symbol: &'static str, meaning: &str, value: f64) -> Draft {
    let step = DraftStep::new("x", meaning, symbol, value);
    Draft {
        steps: vec![step.input(symbol, meaning, value, "", ASSESSMENT)],
        assumptions: Vec::new(),
    }
}
