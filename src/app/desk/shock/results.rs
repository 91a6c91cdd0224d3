//! What the scenario would do: the finding, the key figures, and the scenario held beside it.

use leptos::prelude::*;

use super::Told;
use crate::app::key_panel::key_list;
use crate::figure::{KeyFigure, ShockFigure};
use crate::scenario::Scenario;
use crate::state::{Action, ViewState};

/// The finding, and what it rests on.
#[component]
pub(super) fn Finding() -> impl IntoView {
    let told = Told::get();
    let finding = move || match told.outcome.with(|outcome| outcome.as_ref().err().copied()) {
        Some(why) => why.to_string(),
        None => told.figure.with(|figure| {
            figure
                .as_ref()
                .map_or_else(String::new, |figure| figure.finding.clone())
        }),
    };
    let words = &told.words.assumptions;
    let assuming = move || {
        if told.scenario.with(|scenario| scenario.steps.is_empty()) {
            return String::new();
        }
        told.assumptions.with(|assumptions| {
            let changed = assumptions.changed().map(|(parameter, value)| {
                let value = if value.is_infinite() {
                    words.none.to_lowercase()
                } else {
                    value.to_string()
                };
                format!("{} {value}", parameter.slug)
            });
            let changed: Vec<String> = changed.collect();
            if changed.is_empty() {
                words.defaults.to_owned()
            } else {
                (words.assuming)(&changed.join(", "))
            }
        })
    };
    view! {
        <p id="finding" aria-live="polite">{finding}</p>
        <p id="assuming" class="note">{assuming}</p>
    }
    .into_any()
}

/// The key figures; with a scenario held beside, the two in a table.
#[component]
pub(super) fn Results() -> impl IntoView {
    let told = Told::get();
    let (app, words) = (told.desk.app, told.words);
    let results = &words.results;
    let keys = move || {
        let keys = told.figure.with(|figure| {
            figure
                .as_ref()
                .map(|figure| figure.keys.clone())
                .unwrap_or_default()
        });
        key_list(keys, |_| ())
    };
    let notes = move || {
        let notes = told.figure.with(|figure| {
            figure
                .as_ref()
                .map(|figure| figure.notes.clone())
                .unwrap_or_default()
        });
        notes
            .into_iter()
            .map(|note| view! { <p class="note">{note}</p> })
            .collect_view()
    };
    let nothing = move || told.scenario.with(|scenario| scenario.steps.is_empty());
    let held = move || told.beside.with(Option::is_some);
    let hold = move |_| app.dispatch(Action::SetAgainst(app.now().scenario));
    let let_go = move |_| app.dispatch(Action::SetAgainst(None));
    let swap = move |_| {
        let now = app.now();
        told.past.update(|past| past.push(now));
        app.dispatch(Action::Open(ViewState {
            scenario: now.against,
            against: now.scenario,
            ..now
        }));
    };
    let compared = move || {
        let importer = told.desk.importer_name();
        let both = told.outcome_beside.with(|beside| {
            let beside = beside.as_ref()?;
            let scenario = told.beside.get()?;
            let other = ShockFigure::build(app.data, beside, &scenario, &importer, words);
            let keys = told
                .figure
                .with(|figure| figure.as_ref().map(|figure| figure.keys.clone()))?;
            Some((keys, other.keys, other.finding))
        });
        both.map(|(keys, others, finding)| {
            let value = |keys: &[KeyFigure], id: &str| {
                let found = keys.iter().find(|key| key.id == id);
                found.map_or_else(String::new, |key| key.value.clone())
            };
            let lines = keys.iter().map(|key| {
                view! {
                    <tr>
                        <th scope="row">{key.name}</th>
                        <td class="number">{key.value.clone()}</td>
                        <td class="number">{value(&others, key.id)}</td>
                    </tr>
                }
            });
            view! {
                <p class="note" id="beside-finding">{results.beside}": "{finding}</p>
                <div class="table" tabindex="0" role="region" aria-label=results.beside>
                    <table>
                        <caption>{results.in_model}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{results.heading}</th>
                                <th scope="col" class="number">{results.this}</th>
                                <th scope="col" class="number">{results.beside}</th>
                            </tr>
                        </thead>
                        <tbody>{lines.collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    };
    let steps = &words.steps;
    view! {
        <section class="panel keys" data-part="results" aria-labelledby="results-title">
            <h2 id="results-title">{results.heading}</h2>
            <dl hidden=nothing>{keys}</dl>
            {notes}
            <div class="row beside">
                <button type="button" id="hold" class="quiet" disabled=nothing on:click=hold>{steps.hold}</button>
                <button type="button" id="swap" class="quiet" hidden=move || !held() on:click=swap>{steps.swap}</button>
                <button type="button" id="let-go" class="quiet" hidden=move || !held() on:click=let_go>
                    {steps.let_go}
                </button>
            </div>
            <div id="beside">{compared}</div>
        </section>
    }
    .into_any()
}

/// Whether a scenario says anything.
pub(super) fn is_told(scenario: &Scenario) -> bool {
    scenario.steps.iter().any(|step| step.active)
}
