//! A number that the reader may move: its slider, a field to type it in, its range, and what supports it.

use leptos::prelude::*;

/// What is said of a number, and how it may move.
#[derive(Clone, Copy)]
pub(super) struct NumberField {
    /// What it means.
    pub(super) meaning: &'static str,
    /// The least it may be.
    pub(super) low: f64,
    /// The most it may be.
    pub(super) high: f64,
    /// The slider's steps.
    pub(super) step: &'static str,
    /// What there may be in place of a number, and the number to begin with where that is given up.
    pub(super) none: Option<(&'static str, f64)>,
    /// Where the slider rests while there is none.
    pub(super) resting: f64,
    /// How well it is supported.
    pub(super) support: &'static str,
    /// By what.
    pub(super) source: &'static str,
}

/// The number; infinity stands for none.
#[component]
pub(super) fn NumberInput(
    /// The field's id.
    id: String,
    /// What is said of it.
    field: NumberField,
    /// Range and unit as they read.
    range: String,
    /// The number now.
    #[prop(into)]
    value: Signal<f64>,
    /// Moves it.
    set: impl Fn(f64) + Copy + 'static,
) -> impl IntoView {
    let typed = move |event| {
        if let Ok(number) = event_target_value(&event).trim().parse::<f64>() {
            set(number);
        }
    };
    let absent = move || value.get().is_infinite();
    let written = move || {
        if absent() {
            String::new()
        } else {
            value.get().to_string()
        }
    };
    let slid = move || if absent() { field.resting } else { value.get() }.to_string();
    let none = field.none.map(|(word, first)| {
        let switch = move |event| {
            set(if event_target_checked(&event) {
                f64::INFINITY
            } else {
                first
            });
        };
        view! {
            <label class="inline">
                <input type="checkbox" prop:checked=absent on:change=switch />
                {word}
            </label>
        }
    });
    view! {
        <div class="parameter">
            <label for=id.clone()>{field.meaning}</label>
            <div class="row">
                <input
                    type="range"
                    aria-label=field.meaning
                    min=field.low.to_string()
                    max=field.high.to_string()
                    step=field.step
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
                {range}" · "
                <span class="support">{field.support}</span>": "{field.source}
            </p>
        </div>
    }
    .into_any()
}
