//! The scenario's steps: in order, on or off, to change, to move, to undo.

use leptos::prelude::*;

use super::Told;
use super::form::StepForm;
use crate::figure::{step_account, step_sentence};
use crate::scenario::{Scenario, Step};
use crate::web;

/// Which step the form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Editing {
    /// The one at a place.
    Step(usize),
    /// One more.
    New,
}

/// The steps with what can be done to each, and below them what can be done to all.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let told = Told::get();
    let words = &told.words.steps;
    let editing = RwSignal::new(None::<Editing>);
    // Every change of the steps closes the form: places are others afterwards.
    Effect::new(move || {
        told.scenario.track();
        editing.set(None);
    });
    let items = move || {
        told.scenario.with(|scenario| {
            let steps = scenario.steps.iter().enumerate();
            let count = scenario.steps.len();
            steps
                .map(|(at, step)| view! { <Item step=step.clone() at count editing /> })
                .collect_view()
        })
    };
    let nothing = move || told.scenario.with(|scenario| scenario.steps.is_empty());
    let add = move |_| {
        editing.set(Some(Editing::New));
        request_animation_frame(|| web::document::focus("#step-kind"));
    };
    let adding = move || editing.get() == Some(Editing::New);
    let no_past = move || told.past.with(Vec::is_empty);
    let no_future = move || told.future.with(Vec::is_empty);
    let largest = move || {
        let actor = told.next_step().actor;
        actor.map(|actor| (words.stop_largest)(told.desk.app.data.importer_name(actor)))
    };
    let stop_largest = move |_| {
        let changed = told
            .scenario
            .with_untracked(|scenario| scenario.with(told.next_step()));
        told.change(&changed);
    };
    let clear = move |_| told.change(&Scenario::default());
    view! {
        <p class="note" hidden=move || !nothing()>{told.words.empty}</p>
        <ol class="steps">{items}</ol>
        <div class="row">
            <button type="button" id="stop-largest" class="quiet" hidden=move || !nothing() on:click=stop_largest>
                {move || {
                    told.desk.app.shown();
                    largest()
                }}
            </button>
            <button type="button" id="add-step" class="quiet" hidden=adding on:click=add>{words.add}</button>
            <button type="button" id="undo" class="quiet" disabled=no_past on:click=move |_| told.undo()>
                {words.undo}
            </button>
            <button type="button" id="redo" class="quiet" disabled=no_future on:click=move |_| told.redo()>
                {words.redo}
            </button>
            <button type="button" id="clear" class="quiet" disabled=nothing on:click=clear>{words.clear}</button>
        </div>
        {move || adding().then(|| view! { <StepForm at=None first=None editing /> })}
    }
    .into_any()
}

/// One step: whether it counts, what it says, what can be done to it.
#[component]
fn Item(step: Step, at: usize, count: usize, editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let told = Told::get();
    let (data, words) = (told.desk.app.data, &told.words.steps);
    let (number, active) = (at + 1, step.active);
    let sentence = step_sentence(data, &step, told.words);
    // What a name stands for.
    let account = step
        .name
        .as_ref()
        .map(|_| step_account(data, &step, told.words));
    let change = move |change: &dyn Fn(&Scenario) -> Scenario| {
        let changed = told.scenario.with_untracked(change);
        told.change(&changed);
    };
    let to = move |to: usize| change(&|scenario| scenario.moved(at, to));
    let idle = move || {
        let why = told.idle.with(|idle| {
            let found = idle.iter().find(|(place, _)| *place == at);
            found.map(|(_, why)| why.clone())
        });
        why.map(|why| (words.idle)(&why))
    };
    let edited = move || editing.get() == Some(Editing::Step(at));
    let edit = move |_| {
        editing.set(Some(Editing::Step(at)));
        request_animation_frame(|| web::document::focus("#step-kind"));
    };
    let first = step.clone();
    view! {
        <li class="step" class:off=!active>
            <label class="says">
                <input
                    type="checkbox"
                    aria-label=(words.counts)(number)
                    prop:checked=active
                    checked=active
                    on:change=move |_| change(&|scenario| scenario.toggled(at))
                />
                <span>{sentence}</span>
            </label>
            {account.map(|account| view! { <p class="note">{account}</p> })}
            <p class="note idle">{idle}</p>
            <div class="row">
                <button type="button" class="quiet" aria-label=(words.edit)(number) on:click=edit>"✎"</button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=(words.up)(number)
                    disabled=at == 0
                    on:click=move |_| to(at.saturating_sub(1))
                >
                    "↑"
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=(words.down)(number)
                    disabled=at + 1 == count
                    on:click=move |_| to(at + 1)
                >
                    "↓"
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=(words.remove)(number)
                    on:click=move |_| change(&|scenario| scenario.without(at))
                >
                    "✕"
                </button>
            </div>
            {move || edited().then(|| view! { <StepForm at=Some(at) first=Some(first.clone()) editing /> })}
        </li>
    }
    .into_any()
}
