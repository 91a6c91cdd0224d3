//! Who imports, and of which stage.

use leptos::prelude::*;

use super::Desk;
use super::compared::ComparedChooser;
use crate::app::chooser::MineralChooser;
use crate::app::controls::{Segment, Years};
use crate::data::{Stage, TRADE_YEARS};
use crate::state::{Action, View};

/// One choice of a list, chosen at first or not.
pub(super) fn option(value: String, name: String, chosen: &str) -> impl IntoView + use<> {
    let selected = chosen == value;
    view! { <option value=value selected=selected>{name}</option> }
}

/// Every importer as a choice: the blocs, and the countries by name.
pub(super) fn importers(desk: &Desk, chosen: &str) -> impl IntoView + use<> {
    let (data, words) = (desk.app.data, &desk.words.desk);
    let blocs = data.blocs().iter();
    let blocs = blocs.map(|bloc| option(bloc.id.clone(), bloc.name.clone(), chosen));
    let mut countries: Vec<_> = data.countries().iter().collect();
    countries.sort_by(|one, other| one.name.cmp(&other.name));
    let countries = countries.into_iter();
    let countries = countries.map(|one| option(one.iso3.clone(), one.name.clone(), chosen));
    view! {
        <optgroup label=words.blocs>{blocs.collect_view()}</optgroup>
        <optgroup label=words.countries>{countries.collect_view()}</optgroup>
    }
}

/// Choosers of importer, mineral and stage.
#[component]
pub(super) fn Choosers() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.desk;
    let chosen = move || {
        let importer = desk.importer.get();
        importer.map_or("", |importer| data.importer_code(importer))
    };
    // Only at first: afterwards the list's own value says which, for all of its many options at once.
    let importers = importers(&desk, untrack(chosen));
    let choose = move |event| {
        if let Some(importer) = data.importer_by_code(&event_target_value(&event)) {
            app.dispatch(Action::SelectImporter(importer));
        }
    };
    let stages = [Stage::Mine, Stage::Refine]
        .into_iter()
        .map(|one| {
            let chosen = Signal::derive(move || app.shown().stage == one);
            let offered = Signal::derive(move || {
                desk.view.get() == View::Minerals
                    || app.choices.with(|choices| choices.stages.contains(&one))
            });
            let choose = move || app.dispatch(Action::SelectStage(one));
            let (value, label) = (one.slug().to_owned(), (app.words.stage)(one).to_owned());
            view! { <Segment group="stage" value label chosen offered choose /> }
        })
        .collect_view();
    let (first, last) = TRADE_YEARS;
    let offered = Memo::new(move |_| {
        // What a scenario starts from needs no trade of the same year.
        let any = desk.view.get() == View::Shock;
        app.choices.with(|choices| {
            let known = choices.years.iter().copied();
            let own = data.own().map_or(&[][..], |own| &own.years);
            let traded =
                known.filter(|year| any || (first..=last).contains(year) || own.contains(year));
            (traded.collect::<Vec<u16>>(), choices.average.clone())
        })
    });
    let year = Signal::derive(move || desk.table(desk.importer.get(), &app.shown()).year);
    let one_stage = move || desk.view.get() != View::Shock;
    let one_mineral = move || desk.view.get() != View::Minerals;
    view! {
        <div class="bar">
            <div hidden=move || !one_mineral() class="chooser-place">
                <MineralChooser />
            </div>
            <label class="field importer">
                <span>{words.importer}</span>
                <select id="importer" prop:value=chosen on:change=choose>
                    {importers}
                </select>
            </label>
            <fieldset class="segments stage" hidden=move || !one_stage()>
                <legend>{app.words.controls.stage}</legend>
                {stages}
            </fieldset>
            <Years offered year />
            <div hidden=move || desk.view.get() != View::Dependence class="chooser-place">
                <ComparedChooser />
            </div>
        </div>
    }
    .into_any()
}
