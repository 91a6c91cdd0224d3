//! What is assumed and asked: each number with its slider, its range and what supports it.

use leptos::prelude::*;

use super::Allied;
use crate::alliance::parameter::GROUPS;
use crate::alliance::text::decode;
use crate::alliance::{Asked, Key, Parameter};
use crate::app::desk::number_field::{NumberField, NumberInput};

/// The heading of the numbers, which stand last: once it is scrolled past, nothing above them is in view.
pub(super) const HEADING: &str = "numbers-title";

/// Every number.
#[component]
pub(super) fn Numbers() -> impl IntoView {
    let allied = Allied::get();
    let words = &allied.words.numbers;
    let reset = move |_| {
        let asked = allied.asked.get_untracked();
        allied.change(&Asked {
            numbers: crate::alliance::asked::Numbers::default(),
            projects: Vec::new(),
            ..asked
        });
    };
    let as_usual = move || {
        allied
            .asked
            .with(|asked| asked.changed().next().is_none() && asked.projects.is_empty())
    };
    let groups = GROUPS
        .into_iter()
        .zip(words.groups)
        .enumerate()
        .map(|(at, (keys, heading))| {
            let items = keys
                .iter()
                .map(|key| view! { <Number parameter=key.parameter() /> })
                .collect_view();
            let projects = (at == 0).then(|| view! { <Projects /> });
            view! {
                <h3>{heading}</h3>
                <div class="parameters">{items}{projects}</div>
            }
        })
        .collect_view();
    let count = move |event| {
        let sourced_only = !event_target_checked(&event);
        let asked = allied.asked.get_untracked();
        allied.change(&Asked {
            sourced_only,
            ..asked
        });
    };
    view! {
        <section class="panel assumptions" data-part="numbers" aria-labelledby=HEADING>
            <h2 id=HEADING>{words.heading}</h2>
            <p class="prose">{words.intro}</p>
            <label class="inline assumed">
                <input type="checkbox" id="count-assumed" prop:checked=move || allied.claims() on:change=count />
                {words.count_assumed}
            </label>
            {groups}
            <div class="row">
                <button type="button" id="as-usual" class="quiet" disabled=as_usual on:click=reset>{words.reset}</button>
            </div>
        </section>
    }
    .into_any()
}

/// One number.
#[component]
fn Number(parameter: &'static Parameter) -> impl IntoView {
    let allied = Allied::get();
    let words = &allied.words.numbers;
    let value = Signal::derive(move || allied.asked.with(|asked| asked.number(parameter.key)));
    let set = move |value: f64| {
        let asked = allied.asked.get_untracked();
        allied.change(&asked.with_number(parameter.key, value));
    };
    // Where there is none the slider rests where a first value would be.
    let first = parameter.low.max(0.0).min(parameter.high);
    let field = NumberField {
        meaning: parameter.meaning,
        low: parameter.low,
        high: parameter.high,
        step: if parameter.whole {
            "1"
        } else if parameter.key == Key::Need {
            "any"
        } else if parameter.high > 10.0 {
            "0.5"
        } else {
            "0.01"
        },
        none: parameter.may_be_none.then_some((words.none, first)),
        resting: first,
        support: words.support[parameter.support as usize],
        source: parameter.source,
    };
    let range = (words.range)(&parameter.range(), parameter.unit);
    let id = format!("ask-{}", parameter.slug);
    view! { <NumberInput id field range value set /> }
}

/// What projects add, as the link writes it.
#[component]
fn Projects() -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (&allied.words.numbers, allied.desk.app.data);
    let wrong = RwSignal::new(String::new());
    let written = move || {
        allied.asked.with(|asked| {
            let projects = asked.projects.iter();
            let projects = projects.map(|(at, part)| format!("{}/{part}", data.country(*at).iso3));
            projects.collect::<Vec<_>>().join(",")
        })
    };
    let typed = move |event| {
        let text = event_target_value(&event);
        let read = if text.trim().is_empty() {
            decode("", data, &[])
        } else {
            decode(&format!("project:{}", text.trim()), data, &[])
        };
        let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        // What cannot be followed stays in the field, with what to do.
        wrong.set(problems.join(" "));
        if problems.is_empty() {
            let asked = allied.asked.get_untracked();
            allied.change(&Asked {
                projects: read.asked.projects,
                ..asked
            });
        }
    };
    view! {
        <div class="parameter">
            <label for="ask-projects">{words.projects}</label>
            <div class="row">
                <input
                    id="ask-projects"
                    type="text"
                    class="wide"
                    autocomplete="off"
                    prop:value=written
                    on:change=typed
                />
            </div>
            <p class="note" role="status">{wrong}</p>
            <p class="note">{words.projects_note}</p>
        </div>
    }
    .into_any()
}
