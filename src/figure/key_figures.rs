//! The key figures: concentration and governance, each with its meaning in words.

use super::{Context, Trend};
use crate::data::CountryId;
use crate::i18n::number::{index, percent, signed_percent, tenth};
use crate::risk::{Concentration, GovernanceSplit, GovernanceWeighted};

/// One figure with its name, its value as it reads, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// A word for tests and links: `cr1`, `cr3`, `hhi`, `hhi_wgi`.
    pub id: &'static str,
    /// The figure's name.
    pub name: &'static str,
    /// The value.
    pub value: String,
    /// What it means, in phrases.
    pub meaning: Vec<String>,
}

/// The key figures of a state; empty when no country has supply.
#[must_use]
pub fn key_figures(context: &Context) -> Vec<KeyFigure> {
    let (words, shares) = (&context.words.keys, &context.shares);
    let Some(concentration) = Concentration::of(shares) else {
        return Vec::new();
    };
    let name = |country: CountryId| context.data.country(country).name.clone();
    let leaders: Vec<String> = shares
        .ranked
        .iter()
        .take(3)
        .map(|row| name(row.country))
        .collect();

    let mut hhi_meaning = Vec::new();
    if let Some(suppliers) = concentration.effective_suppliers() {
        hhi_meaning.push((words.as_if)(&tenth(suppliers.value)));
    }
    let (low, high) = (
        index(concentration.hhi.low.points()),
        index(concentration.hhi.high.points()),
    );
    if low != high {
        hhi_meaning.push((words.between)(&low, &high));
    }

    let mut figures = vec![
        KeyFigure {
            id: "cr1",
            name: words.cr1,
            value: percent(concentration.cr1),
            meaning: leaders.first().cloned().into_iter().collect(),
        },
        KeyFigure {
            id: "cr3",
            name: words.cr3,
            value: percent(concentration.cr3),
            meaning: vec![leaders.join(", ")],
        },
        KeyFigure {
            id: "hhi",
            name: words.hhi,
            value: (words.of_scale)(&index(concentration.hhi.value.points()), "10,000"),
            meaning: hhi_meaning,
        },
    ];
    if let Some(weighted) = GovernanceWeighted::of(context.data, shares, context.table.year) {
        let mut meaning = vec![(words.mean_score)(
            &tenth(weighted.mean_score()),
            weighted.wgi_year,
        )];
        let bounds = weighted.hhi_wgi;
        if tenth(bounds.low) != tenth(bounds.high) {
            meaning.push((words.between)(&tenth(bounds.low), &tenth(bounds.high)));
        }
        if !weighted.unscored.is_empty() {
            let names: Vec<String> = weighted
                .unscored
                .iter()
                .map(|&country| name(country))
                .collect();
            meaning.push((words.unscored)(&names.join(", ")));
        }
        meaning.extend(split(context, &weighted));
        figures.push(KeyFigure {
            id: "hhi_wgi",
            name: words.hhi_wgi,
            value: (words.of_scale)(&tenth(bounds.value), "10"),
            meaning,
        });
    }
    figures
}

/// How governance-weighted concentration changed since the first year of the trend, split in its two parts.
fn split(context: &Context, now: &GovernanceWeighted) -> Option<String> {
    let first = Trend::tables(context)
        .into_iter()
        .find(|table| table.year < context.table.year)?;
    let shares = crate::risk::SupplyShares::of(first);
    let then = GovernanceWeighted::of(context.data, &shares, first.year)?;
    let split = GovernanceSplit::between(&then, now)?;
    Some((context.words.keys.split)(
        first.year,
        context.table.year,
        &signed_percent(split.total.exp_m1()),
        &signed_percent(split.concentration.exp_m1()),
        &signed_percent(split.governance.exp_m1()),
    ))
}
