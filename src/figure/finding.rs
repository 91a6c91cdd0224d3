//! Headings, and the one sentence that says what a view shows.

use super::Context;
use crate::data::Dataset;
use crate::i18n::{
    DeskStrings, EN_ALLIANCES, EN_DESK, EN_SHOCK, EN_STUDY, Leader, Strings, number::percent,
};
use crate::report::{All, Figures, Trade};
use crate::risk::Concentration;
use crate::risk::ec_supply_risk::{SUPPLY_RISK_THRESHOLD, to_one_decimal};
use crate::state::{View, ViewState};
use crate::units::Share;

/// The heading of a state.
#[must_use]
pub fn title(context: &Context) -> String {
    (context.words.title)(context.mineral(), context.table.stage)
}

/// The finding of a state, computed from its table.
#[must_use]
pub fn finding(context: &Context) -> String {
    let words = context.words;
    let (Some(leader), Some(concentration)) = (
        context.shares.ranked.first(),
        Concentration::of(&context.shares),
    ) else {
        return (words.no_finding)(context.mineral(), context.table.stage, &context.period());
    };
    (words.finding)(&Leader {
        country: &context.data.country(leader.country).name,
        share: percent(leader.share),
        mineral: context.mineral(),
        stage: context.table.stage,
        period: context.period(),
        effective_suppliers: concentration
            .effective_suppliers()
            .map(|suppliers| suppliers.value),
        suppliers: context.shares.ranked.len(),
    })
}

/// The heading of any view: of a state, asked about an importer by that name.
#[must_use]
pub fn heading(
    data: &Dataset,
    words: &'static Strings,
    state: &ViewState,
    importer: &str,
) -> String {
    let mineral = &data.mineral(state.mineral).name;
    match state.view {
        View::Map => title(&Context::of(data, words, *state)),
        View::Minerals => (EN_DESK.desk.minerals_title)(importer),
        View::Dependence => (EN_DESK.desk.dependence_title)(importer, mineral),
        View::Shock => (EN_SHOCK.title)(mineral, importer),
        View::Alliances => (EN_ALLIANCES.title)(mineral, importer),
        View::Study => EN_STUDY.title.to_owned(),
        View::Data => EN_DESK.own.title.to_owned(),
    }
}

/// How many minerals are risky for an importer.
#[must_use]
pub fn minerals_finding(all: &All, importer: &str, words: &DeskStrings) -> String {
    let scores = || {
        let rows = all.minerals.iter();
        rows.filter_map(|row| row.ec_supply_risk.as_ref())
    };
    // The Commission rounds to one decimal before it compares.
    let above = scores().filter(|score| to_one_decimal(score.value) >= SUPPLY_RISK_THRESHOLD);
    (words.desk.minerals_finding)(above.count(), scores().count(), importer)
}

/// Whom an importer buys most from of a supply, or why that is not known.
#[must_use]
pub fn dependence_finding(
    data: &Dataset,
    figures: &Figures,
    importer: &str,
    supply: &str,
    words: &DeskStrings,
) -> String {
    let own = figures.importer.as_ref();
    let trade = own.and_then(|own| own.trade.as_ref());
    let Some((partner, part)) = trade.and_then(Trade::largest_seller) else {
        let why = figures.why.of("trade").unwrap_or("there is no figure");
        return (words.desk.no_trade)(importer, supply, why);
    };
    let reliance = own.and_then(|own| own.import_reliance);
    let reliance = reliance.map(|value| percent(Share::clamped(value)));
    (words.desk.dependence_finding)(
        importer,
        supply,
        &data.name_of(&partner.country),
        &percent(Share::clamped(part)),
        reliance.as_deref(),
    )
}
