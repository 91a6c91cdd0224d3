//! The heading and the one sentence that says what the map shows.

use super::Context;
use crate::i18n::{Leader, number::percent};
use crate::risk::Concentration;

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
