//! Choosers of stage, year, edition and colours.

use leptos::prelude::*;

use super::context::App;
use crate::data::Stage;
use crate::figure::edition_short;
use crate::state::{Action, Theme};

/// One choice among few: a radio button that looks like a segment.
#[component]
pub(super) fn Segment(
    /// The group's name.
    group: &'static str,
    /// The choice's word, as links use it.
    value: String,
    /// The choice as it is read.
    label: String,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Whether it can be chosen.
    #[prop(into)]
    offered: Signal<bool>,
    /// What choosing it does.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="segment">
            <input
                type="radio"
                name=group
                value=value
                prop:checked=chosen
                checked=chosen.get_untracked()
                disabled=move || !offered.get()
                on:change=move |_| choose()
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// Choosers of stage, year and edition.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let app = App::get();
    let words = &app.words.controls;
    let data = app.data;
    let stages = Stage::ALL
        .into_iter()
        .map(|one| {
            let chosen = Signal::derive(move || app.shown().stage == one);
            let offered =
                Signal::derive(move || app.choices.with(|choices| choices.stages.contains(&one)));
            let choose = move || app.dispatch(Action::SelectStage(one));
            let (value, label) = (one.slug().to_owned(), (app.words.stage)(one).to_owned());
            view! { <Segment group="stage" value label chosen offered choose /> }
        })
        .collect_view();
    let edition_word = move || {
        data.edition(app.choices.with(|choices| choices.edition))
            .id
            .as_str()
    };
    let offered = Memo::new(move |_| {
        app.choices
            .with(|choices| (choices.years.clone(), choices.average.clone()))
    });
    let year = Signal::derive(move || app.choices.with(|choices| choices.year));
    let editions = Memo::new(move |_| {
        app.choices
            .with(|choices| (choices.editions.clone(), choices.edition))
    });
    let edition_options = move || {
        let (editions, shown) = editions.get();
        let option = |id| {
            let edition = data.edition(id);
            let label = edition_short(app.words, edition);
            view! { <option value=edition.id.as_str() selected=id == shown>{label}</option> }
        };
        editions.into_iter().map(option).collect_view()
    };
    let choose_edition = move |event| {
        if let Some(edition) = data.edition_by_id(&event_target_value(&event)) {
            app.dispatch(Action::SelectEdition(edition));
        }
    };
    view! {
        <fieldset class="segments stage">
            <legend>{words.stage}</legend>
            {stages}
        </fieldset>
        <Years offered year />
        <label class="field edition">
            <span>{words.edition}</span>
            <select id="edition" prop:value=edition_word on:change=choose_edition>
                {edition_options}
            </select>
        </label>
    }
    .into_any()
}

/// The years that the mineral and stage have; an average's years are one choice.
#[component]
pub(super) fn Years(
    /// The years, and the average's name where they are one.
    offered: Memo<(Vec<u16>, Option<String>)>,
    /// The year shown.
    year: Signal<u16>,
) -> impl IntoView {
    let app = App::get();
    let choices = move || {
        let (years, average) = offered.get();
        years
            .into_iter()
            .map(|one| {
                let label = average.clone().unwrap_or_else(|| one.to_string());
                let chosen = Signal::derive(move || year.get() == one);
                let choose = move || app.dispatch(Action::SelectYear(one));
                view! { <Segment group="year" value=one.to_string() label chosen offered=true choose /> }
            })
            .collect_view()
    };
    view! {
        <fieldset class="segments years">
            <legend>{app.words.controls.year}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

/// Light, dark, or as the system says.
#[component]
pub(super) fn ThemeChooser() -> impl IntoView {
    let app = App::get();
    let words = &app.words.controls;
    let choices = [
        (Theme::System, words.system),
        (Theme::Light, words.light),
        (Theme::Dark, words.dark),
    ]
    .into_iter()
    .map(|(one, label)| {
        let chosen = Signal::derive(move || app.shown().theme == one);
        let choose = move || app.dispatch(Action::SetTheme(one));
        let value = one.word().unwrap_or("system").to_owned();
        view! { <Segment group="theme" value label=label.to_owned() chosen offered=true choose /> }
    })
    .collect_view();
    view! {
        <fieldset class="segments theme">
            <legend class="sr">{words.theme}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}
