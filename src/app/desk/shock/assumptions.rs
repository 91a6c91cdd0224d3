//! What the model assumes: each parameter with its slider, its number, its range and what supports it.

use leptos::prelude::*;

use super::Told;
use crate::app::desk::number_field::{NumberField, NumberInput};
use crate::scenario::assumption::{Assumptions, Key, PARAMETERS, Parameter};
use crate::state::{Action, Text};

/// Every parameter.
#[component]
pub(super) fn AssumptionPanel() -> impl IntoView {
    let told = Told::get();
    let (app, words) = (told.desk.app, &told.words.assumptions);
    let reset = move |_| app.dispatch(Action::SetAssumptions(None));
    let as_usual = move || told.assumptions.get() == Assumptions::default();
    let items = PARAMETERS
        .iter()
        .map(|parameter| view! { <Item parameter /> })
        .collect_view();
    view! {
        <section class="panel assumptions" data-part="assumptions" aria-labelledby="assumptions-title">
            <h2 id="assumptions-title">{words.heading}</h2>
            <p class="prose">{words.intro}</p>
            <div class="parameters">{items}</div>
            <div class="row">
                <button type="button" id="as-usual" class="quiet" disabled=as_usual on:click=reset>{words.reset}</button>
            </div>
        </section>
    }
    .into_any()
}

/// One parameter.
#[component]
fn Item(parameter: &'static Parameter) -> impl IntoView {
    let told = Told::get();
    let (app, words) = (told.desk.app, &told.words.assumptions);
    let key: Key = parameter.key;
    let value = Signal::derive(move || told.assumptions.with(|assumptions| assumptions.get(key)));
    let set = move |value: f64| {
        let text = told.assumptions.get_untracked().with(key, value).to_text();
        app.dispatch(Action::SetAssumptions(Text::new(&text)));
    };
    let field = NumberField {
        meaning: parameter.meaning,
        low: parameter.low,
        high: parameter.high,
        step: if parameter.high > 10.0 {
            "0.5"
        } else if parameter.high > 1.0 {
            "0.05"
        } else {
            "0.01"
        },
        none: parameter
            .may_be_none
            .then_some((words.none, parameter.default)),
        // Without a limit is as far as the slider goes.
        resting: parameter.high,
        support: words.support[parameter.support as usize],
        source: parameter.source,
    };
    let range = (words.range)(&parameter.range(), parameter.unit);
    let id = format!("assume-{}", parameter.slug);
    view! { <NumberInput id field range value set /> }
}
