//! Derivations of what needs no importer.

use super::derivation::{DERIVED, Draft, DraftStep, GOVERNANCE, TABLE};
use crate::data::CountryId;
use crate::report::figures::flag_word;
use crate::risk::importer::{Case, Sources};
use crate::risk::{Absence, Measured, SupplyMix};
use crate::units::total;

/// What shares are of.
const NAMED: &str = "What the source gives to no named country counts as spread over many: the value is the lower end \
                     of its bounds.";

/// The rows of world supply: quantity and share.
pub(super) fn supply_rows(
    case: &Case<'_>,
) -> impl Iterator<Item = (CountryId, Vec<Option<f64>>, &'static str)> {
    case.world.shares.ranked.iter().map(|row| {
        let values = vec![Some(row.quantity), Some(row.share.fraction())];
        (row.country, values, flag_word(row.flag))
    })
}

/// A step over the rows of world supply.
fn supply_step(
    case: &Case<'_>,
    symbol: &'static str,
    meaning: &str,
    formula: &'static str,
    value: f64,
) -> DraftStep {
    let unit = &case.table.unit;
    let total = case.world.shares.denominator.quantity();
    DraftStep::new(symbol, meaning, formula, value)
        .input("W", "world total that shares are of", total, unit, TABLE)
        .column("P", "production", unit, TABLE)
        .rows(supply_rows(case).map(|(country, values, flag)| (country, vec![values[0]], flag)))
}

/// Every share, and what they come to.
pub(super) fn shares(case: &Case<'_>) -> Measured<Draft> {
    case.world.concentration?;
    let rows = case.world.shares.ranked.iter();
    let named = total(rows.map(|row| row.share.fraction()));
    let meaning = "part of world supply that named countries have; each has P / W";
    Ok(Draft {
        steps: vec![supply_step(
            case,
            "S",
            meaning,
            "sum(clamp(P / W, 0, 1))",
            named,
        )],
        assumptions: Vec::new(),
    })
}

/// CR1 or CR3.
pub(super) fn cr(case: &Case<'_>, count: usize) -> Measured<Draft> {
    let concentration = case.world.concentration?;
    let (symbol, meaning, value) = if count == 1 {
        ("CR1", "largest share of world supply", concentration.cr1)
    } else {
        (
            "CR3",
            "three largest shares of world supply together",
            concentration.cr3,
        )
    };
    let mut step = supply_step(
        case,
        symbol,
        meaning,
        "clamp(sum(P / W), 0, 1)",
        value.fraction(),
    );
    step.rows.truncate(count);
    Ok(Draft {
        steps: vec![step],
        assumptions: Vec::new(),
    })
}

fn hhi_step(case: &Case<'_>) -> Measured<DraftStep> {
    let hhi = case.world.concentration?.hhi.value;
    let meaning = "Herfindahl–Hirschman index of world supply, 0 to 10,000";
    let formula = "10000 * clamp(sum(clamp(P / W, 0, 1) ^ 2), 0, 1)";
    Ok(supply_step(case, "HHI", meaning, formula, hhi.points()))
}

/// R1.
pub(super) fn hhi(case: &Case<'_>) -> Measured<Draft> {
    Ok(Draft {
        steps: vec![hhi_step(case)?],
        assumptions: vec![NAMED],
    })
}

/// 1/HHI.
pub(super) fn effective_suppliers(case: &Case<'_>) -> Measured<Draft> {
    let suppliers = case.world.concentration?.effective_suppliers();
    let suppliers = suppliers.ok_or(Absence::NoProduction)?.value;
    let meaning = "how many equal suppliers would be as concentrated";
    Ok(Draft {
        steps: vec![
            hhi_step(case)?,
            DraftStep::new("N", meaning, "10000 / HHI", suppliers),
        ],
        assumptions: vec![NAMED],
    })
}

/// R2.
pub(super) fn hhi_wgi(sources: &Sources<'_>, case: &Case<'_>) -> Measured<Draft> {
    let measured = match &case.world.governance {
        Ok(measured) => measured,
        Err(why) => return Err(*why),
    };
    let rows = supply_rows(case).map(|(country, values, flag)| {
        let estimate = sources.data.wgi(country, case.table.year);
        let estimate = estimate.map(|wgi| wgi.estimate);
        (
            country,
            vec![values[1], estimate],
            if estimate.is_some() {
                flag
            } else {
                "no estimate"
            },
        )
    });
    let meaning = "governance-weighted concentration, 0 to 10";
    let step = DraftStep::new(
        "HHI_WGI",
        meaning,
        "sum(S ^ 2 * clamp(2 * (2.5 - e), 0, 10))",
        measured.hhi_wgi.value,
    )
    .column("S", "share of world supply", "", TABLE)
    .column(
        "e",
        "political stability, the estimate of the year or the newest before",
        "",
        GOVERNANCE,
    )
    .rows(rows);
    Ok(Draft {
        steps: vec![step],
        assumptions: vec![
            NAMED,
            "Governance is political stability alone; a supplier without an estimate counts nothing.",
        ],
    })
}

/// R5.
pub(super) fn n_minus_1(case: &Case<'_>) -> Measured<Draft> {
    let left = case.world.supply_left?;
    let mut draft = cr(case, 1)?;
    let meaning = "share of world supply left without the largest supplier";
    let value = left.share.value.fraction();
    let last = DraftStep::new("A0", meaning, "clamp(1 - CR1, 0, 1)", value);
    draft.steps.push(last);
    draft
        .assumptions
        .push("Nobody else supplies more; whether what is left is enough is not said.");
    Ok(draft)
}

/// A mix's rows as the Commission's formula weighs them: share, score and trade factor.
pub(super) fn mix_step(
    symbol: &'static str,
    meaning: &str,
    mix: &SupplyMix<CountryId>,
    source: &'static str,
) -> DraftStep {
    let rows = mix.suppliers.iter().map(|row| {
        let flag = if row.governance.is_some() {
            ""
        } else {
            "no estimate"
        };
        let values = vec![Some(row.share), row.governance, Some(row.trade_factor)];
        (row.country, values, flag)
    });
    DraftStep::new(symbol, meaning, "sum(S ^ 2 * G * t)", mix.hhi_wgi_t.value)
        .column("S", "share of the mix", "", source)
        .column("G", "governance score, 0 best to 10 worst", "", GOVERNANCE)
        .column("t", "trade factor", "", DERIVED)
        .rows(rows)
}
