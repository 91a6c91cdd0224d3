//! What one country holds.

use leptos::prelude::*;

use super::context::App;
use super::table_view::{TableView, TakeButton};
use crate::figure::{Figures, Table};
use crate::order;
use crate::state::Action;

/// A chooser of countries, for those too small to hit on the map as for all others, and the chosen one's holdings.
#[component]
pub(super) fn CountryPanel() -> impl IntoView {
    let app = App::get();
    let words = app.words;
    let table: fn(&Figures) -> Option<&Table> =
        |figures| figures.holdings.as_ref().map(|holdings| &holdings.table);
    let mut countries: Vec<(&'static str, &'static str)> = app
        .data
        .countries()
        .iter()
        .map(|country| (country.iso3.as_str(), country.name.as_str()))
        .collect();
    order::sort_by_key(&mut countries, |(_, name)| *name);
    if cfg!(feature = "prerender") {
        // Nothing can be chosen before the code arrives, and every name would travel twice.
        countries.clear();
    }
    let options = countries
        .into_iter()
        .map(|(iso3, name)| view! { <option value=iso3>{name}</option> })
        .collect_view();
    let value = move || {
        app.shown()
            .country
            .map_or("", |country| app.data.country(country).iso3.as_str())
    };
    let choose = move |event| {
        let country = app.data.country_by_iso3(&event_target_value(&event));
        app.dispatch(Action::SelectCountry(country));
    };
    let shown = move || app.shown().country.is_some();
    let summary = move || {
        app.figures.with(|figures| {
            figures
                .holdings
                .as_ref()
                .map(|holdings| holdings.summary.clone())
                .unwrap_or_default()
        })
    };
    view! {
        <section class="panel country" data-part="country" aria-labelledby="country-title">
            <h2 id="country-title">{words.controls.country}</h2>
            <label class="field">
                <span class="sr">{words.controls.country}</span>
                <select id="country" prop:value=value on:change=choose>
                    <option value="">{words.controls.no_country}</option>
                    {options}
                </select>
            </label>
            <p id="country-summary" aria-live="polite">{summary}</p>
            <div hidden=move || !shown()>
                <TableView table />
                <TakeButton />
            </div>
            <p class="note" hidden=shown>{words.controls.country_hint}</p>
        </section>
    }
    .into_any()
}
