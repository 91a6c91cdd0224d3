//! What a less risky mix of suppliers would ask of people and nature, for the mineral and importer of the view.

use leptos::prelude::*;

use super::Allied;
use crate::alliance::{Asked, Burdens, Key, burden};
use crate::app::desk::Desk;
use crate::app::plot::Plot;
use crate::draw;
use crate::figure::{Frontier, between, burden_finding, present_name};
use crate::i18n::number::{ABSENT, hundredth, percent};
use crate::i18n::{BurdenWords, EN_BURDEN};
use crate::report::{BurdenFigures, BurdenQuestion, MixBurden};
use crate::risk::importer::Case;
use crate::units::Share;
use crate::web;

/// The place in the address at which the panel stands.
const PLACE: &str = "#burden";

/// How many suppliers of a mix are named.
const NAMED: usize = 3;

/// Risk against burden: the frontier, and the mix at the reader's weight.
#[component]
pub(super) fn Burden() -> impl IntoView {
    match burden::embedded(Desk::get().app.data) {
        Ok(burdens) => view! { <Panel burdens /> }.into_any(),
        Err(error) => view! { <p class="notice">{error.to_string()}</p> }.into_any(),
    }
}

#[component]
fn Panel(burdens: Burdens) -> impl IntoView {
    let allied = Allied::get();
    let (desk, words) = (allied.desk, &EN_BURDEN);
    let listed: Vec<(String, String)> = burdens
        .indicators
        .iter()
        .map(|one| (one.id.clone(), one.name.clone()))
        .collect();
    let burdens = StoredValue::new(burdens);
    let question = Memo::new(move |_| {
        let asked = allied.asked.get();
        burdens.with_value(|burdens| BurdenQuestion::of(&asked, burdens))
    });
    let indicator = Memo::new(move |_| question.with(|question| question.indicator));
    let weight = Memo::new(move |_| question.with(|question| question.weight));
    let heaviest = Key::Weight.parameter().high;
    let options: Vec<_> = listed
        .into_iter()
        .enumerate()
        .map(|(at, (id, name))| {
            let chosen = move || indicator.get() == at;
            view! { <option value=id selected=chosen>{name}</option> }
        })
        .collect();
    let figures = Memo::new(move |_| {
        let importer = desk.importer.get();
        let table = desk.table(importer, &desk.app.shown());
        let asked = allied.answered.get();
        let question = burdens.with_value(|burdens| BurdenQuestion::of(&asked, burdens));
        let counted = allied.known.with_value(|known| {
            let known = known.iter().filter(|one| asked.counts(one));
            known.cloned().collect::<Vec<_>>()
        });
        desk.store.ask(|sources| {
            let case = Case::of(sources, table, importer);
            burdens.with_value(|burdens| {
                BurdenFigures::of(sources, &case, &counted, burdens, &question)
            })
        })
    });
    let frontier = move || {
        figures.with(|figures| {
            let answer = figures.answer.as_ref();
            answer.map_or_else(
                || Frontier::empty(words),
                |answer| Frontier::build(answer, words),
            )
        })
    };
    let none = move || figures.with(|figures| figures.answer.is_none());
    let source = move || {
        burdens.with_value(|burdens| {
            let one = burdens.indicators.get(indicator.get());
            one.map(|one| (words.source)(&one.measure, one.year, &one.source, &one.licence))
        })
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        let asked = allied.asked.get_untracked();
        allied.change(&Asked {
            indicator: (id != BurdenQuestion::FIRST).then_some(id),
            ..asked
        });
    };
    let weigh = move |event| {
        if let Ok(value) = event_target_value(&event).parse::<f64>() {
            let asked = allied.asked.get_untracked();
            allied.change(&asked.with_number(Key::Weight, value));
        }
    };
    // Another view's link leads here, and the browser looked for the place before it was there.
    Effect::new(move || {
        if web::history::place() == PLACE {
            web::document::focus(PLACE);
        }
    });
    view! {
        <section class="panel burden" data-part="burden" aria-labelledby="burden">
            <h2 id="burden" tabindex="-1">{words.heading}</h2>
            <div class="filters">
                <label class="field">
                    <span>{words.indicator}</span>
                    <select id="burden-indicator" on:change=choose>{options}</select>
                </label>
                <label class="field">
                    <span>{words.weight}": "<output>{move || weight.get().to_string()}</output></span>
                    <input
                        id="burden-weight" type="range" min="0" max=heaviest step="0.5"
                        prop:value=move || weight.get().to_string() on:change=weigh
                        aria-describedby="burden-weight-note"
                    />
                </label>
            </div>
            <p class="note" id="burden-weight-note">{words.weight_note}</p>
            <div hidden=none>
                <Plot painter=draw::Frontier figure=frontier />
            </div>
            <p class="prose" id="burden-finding" aria-live="polite">{move || figures.with(|figures| burden_finding(figures, words))}</p>
            <div class="table" tabindex="0" role="region" aria-label=words.mix hidden=none>
                <table id="burden-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.mix}</th>
                            <th scope="col" class="number">{words.risk}</th>
                            <th scope="col" class="number">{words.burden}</th>
                            <th scope="col">{words.from}</th>
                        </tr>
                    </thead>
                    <tbody>{move || figures.with(|figures| rows(desk, figures, words))}</tbody>
                </table>
            </div>
            <p class="note">{move || figures.with(|figures| without(desk, figures, words))}</p>
            <p class="note">{words.note}</p>
            <p class="note">{source}</p>
        </section>
    }
    .into_any()
}

fn rows(desk: Desk, figures: &BurdenFigures, words: &BurdenWords) -> impl IntoView + use<> {
    let answer = figures.answer.as_ref();
    let mixes = answer.map(|answer| {
        [
            (
                "present",
                present_name(answer, words),
                answer.present.as_ref(),
            ),
            ("least-risky", words.least_risky, Some(&answer.least_risky)),
            ("adjusted", words.adjusted, answer.adjusted.as_ref()),
        ]
    });
    let rows = mixes.into_iter().flatten().map(|(id, name, mix)| {
        let burden = |mix: &MixBurden| between((mix.burden_low, mix.burden_high), words);
        let risk = mix.map_or_else(|| ABSENT.to_owned(), |mix| hundredth(mix.risk));
        let burden = mix.map_or_else(|| ABSENT.to_owned(), burden);
        let from = mix.map_or_else(|| ABSENT.to_owned(), |mix| mostly(desk, mix, words));
        view! {
            <tr data-mix=id>
                <th scope="row">{name}</th>
                <td class="number">{risk}</td>
                <td class="number">{burden}</td>
                <td>{from}</td>
            </tr>
        }
    });
    rows.collect_view()
}

/// The largest suppliers of a mix.
fn mostly(desk: Desk, mix: &MixBurden, words: &BurdenWords) -> String {
    let part = |share: f64| percent(Share::clamped(share));
    let named = mix.mix.iter().take(NAMED);
    let mut named: Vec<String> = named
        .map(|row| {
            format!(
                "{} {}",
                desk.app.data.name_of(&row.country),
                part(row.share)
            )
        })
        .collect();
    if mix.shortage > 0.0 {
        named.push((words.short)(&part(mix.shortage)));
    }
    named.join(", ")
}

fn without(desk: Desk, figures: &BurdenFigures, words: &BurdenWords) -> Option<String> {
    let answer = figures.answer.as_ref()?;
    let names: Vec<String> = answer
        .without_value
        .iter()
        .map(|code| desk.app.data.name_of(code))
        .collect();
    (!names.is_empty()).then(|| (words.without)(&names.join(", ")))
}
