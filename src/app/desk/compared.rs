//! Two importers, or two years of one, side by side.

use leptos::prelude::*;

use super::Desk;
use crate::data::TRADE_YEARS;
use crate::figure::Comparison;
use crate::report::{Figures, table_for};
use crate::risk::importer::Case;
use crate::state::{Action, Compared as Beside};

/// The chooser of what to compare with.
#[component]
pub(super) fn ComparedChooser() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.comparison;
    let word = move || match app.shown().compare {
        Some(Beside::Importer(importer)) => data.importer_code(importer).to_owned(),
        Some(Beside::Year(year)) => year.to_string(),
        None => String::new(),
    };
    // Only at first: afterwards the list's own value says which.
    let first = untrack(word);
    let option = |(value, name): (String, String)| {
        let selected = first == value;
        view! { <option value=value selected=selected>{name}</option> }
    };
    let (first, last) = TRADE_YEARS;
    let years = (first..=last)
        .rev()
        .map(|year| option((year.to_string(), year.to_string())))
        .collect_view();
    let [blocs, countries] = super::choosers::importers(data);
    let blocs = blocs.into_iter().map(option).collect_view();
    let countries = countries.into_iter().map(option).collect_view();
    let choose = move |event| {
        let value = event_target_value(&event);
        let year = value.parse().ok().map(Beside::Year);
        let beside = year.or_else(|| data.importer_by_code(&value).map(Beside::Importer));
        app.dispatch(Action::Compare(beside));
    };
    view! {
        <label class="field importer">
            <span>{words.chooser}</span>
            <select id="compare" prop:value=word on:change=choose>
                <option value="">{words.nothing}</option>
                <optgroup label=words.years>{years}</optgroup>
                <optgroup label=desk.words.desk.blocs>{blocs}</optgroup>
                <optgroup label=desk.words.desk.countries>{countries}</optgroup>
            </select>
        </label>
    }
    .into_any()
}

/// The two, figure by figure; nothing where nothing is chosen.
#[component]
pub(super) fn Compared(
    /// The figures of the importer that the view is about.
    figures: Memo<Figures>,
) -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.comparison;
    let asked = move || {
        let state = app.shown();
        Some(match state.compare? {
            Beside::Importer(importer) => (Some(importer), state),
            Beside::Year(year) => {
                let then = state.apply(Action::SelectYear(year), data);
                (desk.importer.get(), then)
            }
        })
    };
    let table = move |importer, state| table_for(data, &state, importer, Some(TRADE_YEARS.1));
    Effect::new(move || {
        let asked = asked();
        let years = asked.map(|(importer, state)| table(importer, state).year);
        desk.store.want(years.into_iter());
    });
    let comparison = Memo::new(move |_| {
        let (importer, state) = asked()?;
        let beside = desk.store.ask(|sources| {
            Figures::of(
                sources,
                &Case::of(sources, table(importer, state), importer),
            )
        });
        let other = importer.map_or("", |importer| data.importer_name(importer));
        figures.with(|figures| {
            let differ = figures.year != beside.year;
            let names = [
                (words.side)(&desk.importer_name(), differ.then_some(figures.year)),
                (words.side)(other, differ.then_some(beside.year)),
            ];
            let country = |iso3: &str| {
                let id = data.country_by_iso3(iso3);
                id.map_or_else(|| iso3.to_owned(), |id| data.country(id).name.clone())
            };
            Comparison::build(names, [figures, &beside], country, desk.words)
        })
    });
    let shown = move |comparison: Comparison| {
        let heads = comparison
            .names
            .map(|name| view! { <th scope="col">{name}</th> });
        let rows = comparison
            .rows
            .into_iter()
            .map(|(id, name, values)| {
                let values = values.map(|value| view! { <td>{value}</td> });
                view! { <tr data-figure=id><th scope="row">{name}</th>{values}</tr> }
            })
            .collect_view();
        view! {
            <section class="panel compared" aria-labelledby="compared-title">
                <h2 id="compared-title">{words.heading}</h2>
                <p id="compared-finding" aria-live="polite">{comparison.finding}</p>
                <div class="table" tabindex="0" role="region" aria-labelledby="compared-title">
                    <table>
                        <thead><tr><th scope="col">{words.figure}</th>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    };
    view! { {move || comparison.get().map(shown)} }.into_any()
}
