//! Two importers, or two years of one, side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use super::choosers::{importers, option};
use crate::data::TRADE_YEARS;
use crate::figure::Comparison;
use crate::report::Figures;
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
    let chosen = untrack(word);
    let (first, last) = TRADE_YEARS;
    let years = (first..=last)
        .rev()
        .map(|year| option(year.to_string(), year.to_string(), &chosen))
        .collect_view();
    let importers = importers(&desk, &chosen);
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
                {importers}
            </select>
        </label>
    }
    .into_any()
}

/// The two, figure by figure; nothing where nothing is chosen.
#[component]
pub(super) fn Compared(
    /// The figures of the importer that the view is about.
    figures: Memo<Arc<Figures>>,
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
    Effect::new(move || {
        let asked = asked();
        let years = asked.map(|(importer, state)| desk.table(importer, &state).year);
        desk.store.want(years.into_iter());
    });
    let comparison = Memo::new(move |_| {
        let (importer, state) = asked()?;
        let beside = desk.store.ask(|sources| {
            Figures::of(
                sources,
                &Case::of(sources, desk.table(importer, &state), importer),
            )
        });
        let other = importer.map_or("", |importer| data.importer_name(importer));
        figures.with(|figures| {
            let differ = figures.year != beside.year;
            let names = [
                (words.side)(&desk.importer_name(), differ.then_some(figures.year)),
                (words.side)(other, differ.then_some(beside.year)),
            ];
            Comparison::build(
                names,
                [figures.as_ref(), &beside],
                |iso3| data.name_of(iso3),
                desk.words,
            )
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
            <section class="panel compared" data-part="compared" aria-labelledby="compared-title">
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
