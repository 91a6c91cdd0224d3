//! Derivations of geopolitical supply risk.

use super::derivation::{DERIVED, Draft, DraftStep, GOVERNANCE, TABLE, TRADE};
use super::importer::{self, LAST_EXPORTER, UNLIKE};
use super::world;
use crate::risk::Measured;
use crate::risk::importer::{Case, Sources};
use crate::units::tonnes_in;

/// R4 for readers.
pub(super) fn corrected(sources: &Sources<'_>, case: &Case<'_>) -> Measured<Draft> {
    let importer = importer::of(case)?;
    let score = &importer.risk.geopolrisk;
    let value = score.value?.value;
    let trade = importer::trade(importer)?;
    let mut steps = world::hhi(case)?.steps;
    steps.push(importer::production_step(case, importer)?);
    steps.push(importer::imports_step(trade));
    let rows = score.terms.iter().map(|term| {
        let estimate = sources.wgi(term.partner, case.table.year);
        let estimate = estimate.map(|wgi| wgi.estimate);
        let flag = if estimate.is_some() {
            ""
        } else {
            "no estimate"
        };
        (term.partner, vec![Some(term.quantity), estimate], flag)
    });
    let meaning = "part of the importer's supply that comes from outside, weighted by instability";
    steps.push(
        DraftStep::new(
            "R",
            meaning,
            "sum(M * clamp((2.5 - e) / 5, 0, 1)) / (p + F)",
            score.import_risk?.value,
        )
        .column("M", "sent to the importer", "t", TRADE)
        .column(
            "e",
            "political stability, the estimate of the year or the newest before",
            "",
            GOVERNANCE,
        )
        .rows(rows),
    );
    steps.push(DraftStep::new(
        "GPRS",
        "geopolitical supply risk, a fraction",
        "HHI / 10000 * R",
        value,
    ));
    Ok(Draft {
        steps,
        assumptions: vec![
            "Only what comes from outside the importer counts, and no data is no data: two corrections of the published \
             form.",
            UNLIKE,
            LAST_EXPORTER,
        ],
    })
}

/// R4 as published.
pub(super) fn exact(sources: &Sources<'_>, case: &Case<'_>) -> Measured<Draft> {
    let importer = importer::of(case)?;
    let score = importer
        .risk
        .geopolrisk_exact
        .as_ref()
        .map_err(|why| *why)?;
    let unit = tonnes_in(&case.table.unit).unwrap_or_default();
    let cells = case.table.countries.iter();
    let whole = cells.filter_map(|(country, cell)| {
        let tonnes = (cell.value()? * unit).trunc();
        Some((*country, vec![Some(tonnes)], ""))
    });
    let hhi = DraftStep::new(
        "HHI",
        "concentration of world production, a fraction",
        "ratio(sum(P ^ 2), sum(P) ^ 2)",
        score.hhi,
    )
    .column("P", "production, truncated to whole tonnes", "t", TABLE)
    .rows(whole);
    let inside = |partner| importer.members.contains(&partner);
    let rows = score.terms.iter().map(|term| {
        let flag = if inside(term.partner) {
            "inside the bloc: 0"
        } else if sources.wgi(term.partner, case.table.year).is_none() {
            "no estimate: 0.5"
        } else {
            ""
        };
        (term.partner, vec![Some(term.quantity), term.risk], flag)
    });
    let risk = DraftStep::new(
        "R",
        "imports weighted by instability, over production and imports",
        "ratio(sum(M * g), p + sum(M))",
        score.import_risk,
    )
    .input(
        "p",
        "production of the importer, what is missing counted as 0",
        score.domestic,
        "t",
        TABLE,
    )
    .column(
        "M",
        "sent to the importer, what is missing counted as 0",
        "t",
        TRADE,
    )
    .column("g", "governance risk, 0 best to 1 worst", "", DERIVED)
    .rows(rows);
    let meaning = "geopolitical supply risk, a fraction";
    let last = DraftStep::new("GPRS", meaning, "HHI * R", score.value);
    Ok(Draft {
        steps: vec![hhi, risk, last],
        assumptions: vec![
            "The published form, for verification: trade inside a bloc counts, unknown partners count 0.5, missing \
             quantities 0, and 0/0 is 0.",
            UNLIKE,
            LAST_EXPORTER,
        ],
    })
}
