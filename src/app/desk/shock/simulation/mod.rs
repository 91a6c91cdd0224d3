//! How sure it is: the scenario drawn many times, other disruptions arriving too.

mod draws;

use leptos::prelude::*;

use super::Told;
use crate::app::key_panel::key_list;
use crate::app::plot::Plot;
use crate::draw::Histogram;
use crate::figure::{LossDistribution, Simulated};
use crate::risk::intervals::SEED;
use crate::scenario::simulation::OUTER;
use crate::state::Action;

pub(super) use draws::Draws;
pub(in crate::app) use draws::work;

use draws::Phase;

/// The button, how far it is, and what it comes to.
#[component]
pub(super) fn SimulationPanel() -> impl IntoView {
    let told = Told::get();
    let (draws, words) = (told.draws, &told.words.simulation);
    let (phase, summary) = (draws.phase, draws.summary);
    let drawing = move || phase.with(|phase| matches!(phase, Phase::Drawing(_)));
    let idle = move || draws.job.with(Option::is_none) || phase.get() == Phase::Done;
    let toggle = move |_| {
        if untrack(drawing) {
            draws.stop();
        } else {
            draws.start();
        }
    };
    let label = move || if drawing() { words.cancel } else { words.run };
    let done = move || {
        phase.with(|phase| match phase {
            Phase::Drawing(done) => *done,
            _ => 0,
        })
    };
    let outer = move || summary.with(|summary| summary.as_ref().map(|summary| summary.outer));
    // Said aloud when it changes: a word a phase, not one a draw.
    let status = Memo::new(move |_| {
        phase.with(|phase| match phase {
            Phase::Waiting if draws.job.with(Option::is_none) => told.words.empty.to_owned(),
            Phase::Waiting => words.none_yet.to_owned(),
            Phase::Drawing(_) => words.drawing.to_owned(),
            Phase::Done => (words.done)(OUTER),
            Phase::Stopped => match outer() {
                Some(outer) => (words.cancelled)(outer, OUTER),
                None => words.cancelled_early.to_owned(),
            },
            Phase::Failed(why) => (words.failed)(why),
        })
    });
    view! {
        <section class="panel losses" data-part="losses" aria-labelledby="simulation-title">
            <h2 id="simulation-title">{words.heading}</h2>
            <p class="prose">{words.intro}</p>
            <div class="row">
                <button type="button" id="simulate" class="quiet" disabled=idle on:click=toggle>{label}</button>
                <Seed />
            </div>
            <p id="on-page" class="note" hidden=move || !draws.on_page.get()>{words.on_page}</p>
            <p id="simulation-status" class="note" role="status">{status}</p>
            <p class="note" hidden=move || !drawing()>
                <progress id="simulation-progress" aria-label=words.heading max=OUTER.to_string() prop:value=done></progress>
                <span>{move || (words.progress)(done(), OUTER)}</span>
            </p>
            <SimulationResults />
        </section>
    }
    .into_any()
}

/// The seed, which with the link says everything about the draws.
#[component]
fn Seed() -> impl IntoView {
    let told = Told::get();
    let (app, words) = (told.desk.app, &told.words.simulation);
    let refused = RwSignal::new(false);
    let seed = move || app.shown().seed.map_or(SEED, u64::from).to_string();
    let typed = move |event| {
        let text = event_target_value(&event);
        let number = text.trim().parse::<u32>();
        refused.set(number.is_err());
        if let Ok(number) = number {
            let usual = u64::from(number) == SEED;
            app.dispatch(Action::SetSeed((!usual).then_some(number)));
        }
    };
    view! {
        <label class="field seed">
            <span>{words.seed}</span>
            <input
                id="seed"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="no-seed"
                aria-invalid=move || refused.get().then_some("true")
                prop:value=seed
                on:change=typed
            />
        </label>
        <span id="no-seed" class="note" role="status">{move || refused.get().then_some(words.no_seed)}</span>
    }
    .into_any()
}

/// What the draws so far come to.
#[component]
fn SimulationResults() -> impl IntoView {
    let told = Told::get();
    let (simulated, words) = (told.simulated, &told.words.simulation);
    let none = move || simulated.with(Option::is_none);
    let text = move |part: fn(&Simulated) -> String| {
        move || simulated.with(|found| found.as_ref().map(part))
    };
    let keys = move || {
        let keys = simulated.with(|found| found.as_ref().map(|found| found.keys.clone()));
        key_list(keys.unwrap_or_default(), |_| ())
    };
    let losses = move || {
        let losses = simulated.with(|found| found.as_ref().map(|found| found.losses.clone()));
        losses.unwrap_or_else(LossDistribution::empty)
    };
    let rows = move || {
        let rows = simulated.with(|found| found.as_ref().map(|found| found.rows.clone()));
        let rows = rows.unwrap_or_default().into_iter();
        rows.map(|(step, part)| {
            view! {
                <tr>
                    <th scope="row">{step}</th>
                    <td class="number">{part}</td>
                </tr>
            }
        })
        .collect_view()
    };
    view! {
        <div id="simulated" class="keys" hidden=none>
            <p class="note">{text(|found| found.rests_on.clone())}</p>
            <dl>{keys}</dl>
            <p id="simulated-world" class="note">{text(|found| found.world.clone())}</p>
            <Plot painter=Histogram figure=losses />
            <p class="note">{text(|found| found.losses.summary.clone())}</p>
            <details>
                <summary>{told.desk.app.words.table.show}</summary>
                <div class="table" tabindex="0" role="region" aria-label=words.caption>
                    <table id="losses-table">
                        <caption>{words.caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.loss}</th>
                                <th scope="col" class="number">{words.part}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </div>
    }
    .into_any()
}
