//! Who imports, and of which stage.

use leptos::prelude::*;

use super::Desk;
use super::compared::ComparedChooser;
use crate::app::chooser::MineralChooser;
use crate::app::controls::{Segment, Years};
use crate::data::{Dataset, Stage, TRADE_YEARS};
use crate::report::table_for;
use crate::state::{Action, View};

/// Codes and names of the blocs, and of the countries by name.
pub(super) fn importers(data: &Dataset) -> [Vec<(String, String)>; 2] {
    let blocs = data.blocs().iter();
    let blocs = blocs.map(|bloc| (bloc.id.clone(), bloc.name.clone()));
    let countries = data.countries().iter();
    let countries = countries.map(|country| (country.iso3.clone(), country.name.clone()));
    let mut countries: Vec<_> = countries.collect();
    countries.sort_by(|(_, one), (_, other)| one.cmp(other));
    [blocs.collect(), countries]
}

/// Choosers of importer, mineral and stage.
#[component]
pub(super) fn Choosers() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.desk;
    let [blocs, countries] = importers(data);
    let chosen = move || {
        let importer = desk.importer.get();
        importer.map_or("", |importer| data.importer_code(importer))
    };
    // Only at first: afterwards the list's own value says which, for all of its many options at once.
    let first = untrack(chosen);
    let option = move |(code, name): (String, String)| {
        let selected = first == code;
        view! { <option value=code selected=selected>{name}</option> }
    };
    let blocs = blocs.into_iter().map(option).collect_view();
    let countries = countries.into_iter().map(option).collect_view();
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
        app.choices.with(|choices| {
            let known = choices.years.iter().copied();
            let own = data.own().map_or(&[][..], |own| &own.years);
            let traded = known.filter(|year| (first..=last).contains(year) || own.contains(year));
            (traded.collect::<Vec<u16>>(), choices.average.clone())
        })
    });
    let year =
        Signal::derive(move || table_for(data, &app.shown(), desk.importer.get(), Some(last)).year);
    let one_mineral = move || desk.view.get() == View::Dependence;
    view! {
        <div class="bar">
            <div hidden=move || !one_mineral() class="chooser-place">
                <MineralChooser />
            </div>
            <label class="field importer">
                <span>{words.importer}</span>
                <select id="importer" prop:value=chosen on:change=choose>
                    <optgroup label=words.blocs>{blocs}</optgroup>
                    <optgroup label=words.countries>{countries}</optgroup>
                </select>
            </label>
            <fieldset class="segments stage">
                <legend>{app.words.controls.stage}</legend>
                {stages}
            </fieldset>
            <Years offered year />
            <div hidden=move || !one_mineral() class="chooser-place">
                <ComparedChooser />
            </div>
        </div>
    }
    .into_any()
}
