//! Tables, and the button that takes one away.

use leptos::prelude::*;

use super::context::App;
use crate::figure::{Cell, Figures, Table};
use crate::web;

/// A table as it is read.
#[component]
pub(super) fn TableView(
    /// Where among the figures the table is, if it is there.
    table: fn(&Figures) -> Option<&Table>,
) -> impl IntoView {
    let app = App::get();
    let number = |numeric: bool| if numeric { "number" } else { "" };
    let head = move |table: &Table| {
        let numeric = |at: usize| table.rows.first().is_some_and(|row| row[at].numeric);
        table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| view! { <th scope="col" class=number(numeric(at))>{column.clone()}</th> })
            .collect_view()
    };
    let line = move |row: &[Cell]| {
        let cells = row
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let text = cell.text.clone();
                if at == 0 {
                    view! { <th scope="row">{text}</th> }.into_any()
                } else {
                    view! { <td class=number(cell.numeric)>{text}</td> }.into_any()
                }
            })
            .collect_view();
        view! { <tr>{cells}</tr> }
    };
    let body = move || {
        app.figures.with(|figures| {
            let table = table(figures)?;
            let rows = table.rows.iter().map(|row| line(row)).collect_view();
            Some(view! {
                <table>
                    <caption>{table.caption.clone()}</caption>
                    <thead>
                        <tr>{head(table)}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            })
        })
    };
    let name = move || app.figures.with(|figures| caption(table(figures)));
    view! { <div class="table" tabindex="0" role="region" aria-label=name>{body}</div> }.into_any()
}

/// A button that downloads a table as CSV.
#[component]
pub(super) fn DownloadButton(
    /// Where among the figures the table is, if it is there.
    table: fn(&Figures) -> Option<&Table>,
) -> impl IntoView {
    let app = App::get();
    let words = app.words;
    let failure = RwSignal::new(false);
    let download = move |_| {
        let outcome = app.figures.with_untracked(|figures| {
            let table = table(figures)?;
            let name = format!("{}.csv", table.file);
            Some(web::download::text(
                &name,
                "text/csv;charset=utf-8",
                &table.csv(),
            ))
        });
        failure.set(outcome.is_some_and(|outcome| outcome.is_err()));
    };
    let name = move || {
        let caption = app.figures.with(|figures| caption(table(figures)));
        format!("{}: {caption}", words.table.download)
    };
    view! {
        <button type="button" class="quiet download" aria-label=name on:click=download>
            {words.table.download}
        </button>
        {move || failure.get().then(|| view! { <p class="note" role="alert">{words.table.refused}</p> })}
    }
    .into_any()
}

fn caption(table: Option<&Table>) -> String {
    table.map(|table| table.caption.clone()).unwrap_or_default()
}
