//! What the model assumes: each parameter with its slider, its number, its range and what supports it.

use leptos::prelude::*;

use super::Told;
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
        <section class="panel assumptions" aria-labelledby="assumptions-title">
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
    let value = move || told.assumptions.with(|assumptions| assumptions.get(key));
    let set = move |value: f64| {
        let text = told.assumptions.get_untracked().with(key, value).to_text();
        app.dispatch(Action::SetAssumptions(Text::new(&text)));
    };
    let typed = move |event| {
        if let Ok(number) = event_target_value(&event).trim().parse::<f64>() {
            set(number);
        }
    };
    let written = move || {
        let value = value();
        if value.is_infinite() {
            String::new()
        } else {
            value.to_string()
        }
    };
    let slid = move || {
        let value = value();
        if value.is_infinite() {
            parameter.high
        } else {
            value
        }
        .to_string()
    };
    let unlimited = move || value().is_infinite();
    let switch = move |event| {
        let none = event_target_checked(&event);
        set(if none {
            f64::INFINITY
        } else {
            parameter.default
        });
    };
    let id = format!("assume-{}", parameter.slug);
    let step = if parameter.high > 10.0 {
        "0.5"
    } else if parameter.high > 1.0 {
        "0.05"
    } else {
        "0.01"
    };
    let none = parameter.may_be_none.then(|| {
        view! {
            <label class="inline">
                <input type="checkbox" prop:checked=unlimited on:change=switch />
                {words.none}
            </label>
        }
    });
    view! {
        <div class="parameter">
            <label for=id.clone()>{parameter.meaning}</label>
            <div class="row">
                <input
                    type="range"
                    aria-label=parameter.meaning
                    min=parameter.low.to_string()
                    max=parameter.high.to_string()
                    step=step
                    prop:value=slid
                    on:change=typed
                />
                <input
                    id=id
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=written
                    on:change=typed
                />
                {none}
            </div>
            <p class="note">
                {(words.range)(&parameter.range(), parameter.unit)}" · "
                <span class="support">{words.support[parameter.support as usize]}</span>": "{parameter.source}
            </p>
        </div>
    }
    .into_any()
}
