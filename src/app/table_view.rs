//! Tables, and the button that takes one away.

use leptos::prelude::*;

use super::context::App;
use crate::figure::{Cell, Table};
use crate::web;

/// A table as it is read.
#[component]
pub(super) fn TableView(
    /// The table.
    table: Memo<Table>,
) -> impl IntoView {
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
        table.with(|table| {
            let rows = table.rows.iter().map(|row| line(row)).collect_view();
            view! {
                <table>
                    <caption>{table.caption.clone()}</caption>
                    <thead>
                        <tr>{head(table)}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        })
    };
    view! { <div class="table" tabindex="0" role="region" aria-label=move || table.with(|t| t.caption.clone())>{body}</div> }.into_any()
}

/// A button that downloads a table as CSV.
#[component]
pub(super) fn DownloadButton(
    /// The table.
    table: Memo<Table>,
) -> impl IntoView {
    let words = App::get().words;
    let failure = RwSignal::new(false);
    let download = move |_| {
        let outcome = table.with_untracked(|table| {
            web::download::text(&format!("{}.csv", table.file), "text/csv;charset=utf-8", &table.csv())
        });
        failure.set(outcome.is_err());
    };
    let name = move || table.with(|table| format!("{}: {}", words.table.download, table.caption));
    view! {
        <button type="button" class="quiet download" aria-label=name on:click=download>
            {words.table.download}
        </button>
        {move || failure.get().then(|| view! { <p class="note" role="alert">{words.table.refused}</p> })}
    }
    .into_any()
}
