//! Events that are ready to open: what happened, with its source, and what is imagined.

use leptos::prelude::*;

use super::Told;
use crate::app::desk::choosers::option;
use crate::scenario::presets::{Origin, Preset, presets};
use crate::scenario::text;
use crate::state::{Action, Text, View, ViewState};

/// The chooser of events; below it, of the one that is open, what happened, where that was read and what is assumed.
#[component]
pub(super) fn Presets() -> impl IntoView {
    let told = Told::get();
    let (app, words) = (told.desk.app, &told.words.steps);
    let data = app.data;
    let known = StoredValue::new(presets(data));
    // The steps say which event is open: a scenario that was changed is the reader's own.
    let open = Memo::new(move |_| {
        known.with_value(|known| {
            told.scenario.with(|scenario| {
                let found = known.iter().find(|preset| preset.scenario == *scenario);
                found.cloned()
            })
        })
    });
    let chosen = move || {
        open.with(|open| {
            open.as_ref()
                .map_or_else(String::new, |preset| preset.id.clone())
        })
    };
    let first = untrack(chosen);
    let choices = |imagined: bool| {
        known.with_value(|known| {
            let known = known.iter();
            let kept = known.filter(|preset| (preset.origin == Origin::Imagined) == imagined);
            kept.map(|preset| option(preset.id.clone(), preset.name.clone(), &first))
                .collect_view()
        })
    };
    let (happened, imagined) = (choices(false), choices(true));
    let choose = move |event| {
        let id = event_target_value(&event);
        let preset = known.with_value(|known| known.iter().find(|preset| preset.id == id).cloned());
        if let Some(preset) = preset {
            let now = app.now();
            told.past.update(|past| past.push(now));
            told.future.update(Vec::clear);
            app.dispatch(Action::Open(ViewState {
                view: View::Shock,
                mineral: preset.mineral,
                edition: preset.edition,
                year: None,
                scenario: Text::new(&text::encode(&preset.scenario, data)),
                ..now
            }));
        }
    };
    let account = move || {
        open.get().map(|preset| {
            let Preset {
                what,
                origin,
                note,
                date,
                ..
            } = preset;
            let source = match origin {
                Origin::Event { source, .. } => {
                    format!("{}: {source}", words.preset_source)
                }
                Origin::Imagined => words.no_source.to_owned(),
            };
            view! {
                <p class="prose">{what}" "<span class="note">{date}</span></p>
                <p class="note source">{source}</p>
                <p class="note">{note}</p>
            }
        })
    };
    view! {
        <label class="field">
            <span>{words.preset}</span>
            <select id="preset" prop:value=chosen on:change=choose>
                <option value="">{words.own}</option>
                <optgroup label=words.happened>{happened}</optgroup>
                <optgroup label=words.imagined>{imagined}</optgroup>
            </select>
        </label>
        <div id="preset-account">{account}</div>
    }
    .into_any()
}
