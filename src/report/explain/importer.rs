//! Derivations of what an importer's production and trade say.

use super::derivation::{Draft, DraftStep, METHOD, TABLE, TRADE};
use crate::data::CountryId;
use crate::risk::importer::{Case, ImporterCase, ImporterTrade};
use crate::risk::{Absence, Measured};
use crate::units::tonnes_in;

/// The sum of unlike tonnes.
pub(super) const UNLIKE: &str = "Production is what the table counts, often metal content; trade is gross weight. Their \
                                 sum adds unlike tonnes.";
/// What the trade data call a partner.
pub(super) const LAST_EXPORTER: &str =
    "A partner is the last exporter, which may not be the origin.";

/// The importer of a case.
pub(super) fn of<'a>(case: &'a Case<'_>) -> Measured<&'a ImporterCase<'a>> {
    case.importer.as_ref().ok_or(Absence::NoImporter)
}

/// The importer's trade.
pub(super) fn trade<'a>(case: &'a ImporterCase<'_>) -> Measured<&'a ImporterTrade> {
    case.risk.trade.as_ref().map_err(|why| *why)
}

/// p: the members' production.
pub(super) fn production_step(case: &Case<'_>, importer: &ImporterCase<'_>) -> Measured<DraftStep> {
    let tonnes = importer.risk.production.tonnes?;
    let unit = tonnes_in(&case.table.unit).unwrap_or_default();
    let reported = importer.risk.production.reported.iter();
    let rows = reported.map(|&(country, value)| (country, vec![Some(value)], ""));
    let step = DraftStep::new("p", "production of the importer", "sum(P) * u", tonnes)
        .unit("t")
        .input(
            "u",
            format!("tonnes in one {}", case.table.unit),
            unit,
            "t",
            METHOD,
        )
        .column("P", "production", &case.table.unit, TABLE)
        .rows(rows);
    Ok(step)
}

/// F: imports from outside.
pub(super) fn imports_step(trade: &ImporterTrade) -> DraftStep {
    DraftStep::new(
        "F",
        "imports from outside the importer",
        "sum(M)",
        trade.imports,
    )
    .unit("t")
    .column("M", "sent to the importer", "t", TRADE)
    .rows(by_quantity(trade.from_outside()))
}

fn by_quantity(
    mut flows: Vec<(CountryId, f64)>,
) -> impl Iterator<Item = (CountryId, Vec<Option<f64>>, &'static str)> {
    flows.sort_by(|a, b| b.1.total_cmp(&a.1));
    flows
        .into_iter()
        .map(|(country, quantity)| (country, vec![Some(quantity)], ""))
}

/// p, F, and IR after them.
pub(super) fn reliance_steps(
    case: &Case<'_>,
    importer: &ImporterCase<'_>,
) -> Measured<Vec<DraftStep>> {
    let reliance = importer.risk.import_reliance?;
    let trade = trade(importer)?;
    let meaning = "import reliance, a fraction";
    Ok(vec![
        production_step(case, importer)?,
        imports_step(trade),
        DraftStep::new(
            "IR",
            meaning,
            "clamp((F - E) / (p + F - E), 0, 1)",
            reliance.value.fraction(),
        )
        .input(
            "E",
            "exports to outside the importer",
            trade.exports,
            "t",
            TRADE,
        ),
    ])
}

/// Every partner's part of imports; the value is the largest one's.
pub(super) fn parts(case: &Case<'_>) -> Measured<Draft> {
    let trade = trade(of(case)?)?;
    let flows = trade.from_outside().into_iter().map(|(_, tonnes)| tonnes);
    let largest = flows.fold(0.0, f64::max);
    if largest <= 0.0 {
        return Err(Absence::NoTrade);
    }
    let meaning = "part of imports from the largest seller; each has M / F";
    let step = DraftStep::new("s", meaning, "M_top / F", largest / trade.imports).input(
        "M_top",
        "sent by the largest seller",
        largest,
        "t",
        TRADE,
    );
    Ok(Draft {
        steps: vec![imports_step(trade), step],
        assumptions: vec![LAST_EXPORTER],
    })
}

/// IR.
pub(super) fn reliance(case: &Case<'_>) -> Measured<Draft> {
    Ok(Draft {
        steps: reliance_steps(case, of(case)?)?,
        assumptions: vec![UNLIKE, LAST_EXPORTER],
    })
}

/// R5 for the importer's need.
pub(super) fn need_covered(case: &Case<'_>) -> Measured<Draft> {
    let importer = of(case)?;
    let covered = importer.risk.need_covered.as_ref().map_err(|why| *why)?;
    let trade = trade(importer)?;
    let lost: f64 = covered.stopped.iter().map(|(_, quantity)| quantity).sum();
    let meaning = "what own production and everyone else's supply cover of the importer's need";
    let step = DraftStep::new(
        "A_B",
        meaning,
        "(p + F - M_top) / (p + F - E)",
        covered.ratio,
    )
    .input(
        "M_top",
        "sent by the largest outside supplier",
        lost,
        "t",
        TRADE,
    )
    .input(
        "E",
        "exports to outside the importer",
        trade.exports,
        "t",
        TRADE,
    );
    Ok(Draft {
        steps: vec![production_step(case, importer)?, imports_step(trade), step],
        assumptions: vec![
            UNLIKE,
            LAST_EXPORTER,
            "Nobody sends more, and exports count as available at home: exposure, not a forecast.",
        ],
    })
}
