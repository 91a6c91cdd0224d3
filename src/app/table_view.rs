//! Tables, and the button that leads to their files.

use leptos::prelude::*;

use super::context::App;
use crate::figure::{Cell, Figures, Table};

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

/// The button below a table that leads to its file, in the window of what readers take with them.
#[component]
pub(super) fn TakeButton() -> impl IntoView {
    let words = App::get().words;
    view! {
        <button type="button" class="quiet download share" aria-haspopup="dialog">{words.table.download}</button>
    }
    .into_any()
}

fn caption(table: Option<&Table>) -> String {
    table.map(|table| table.caption.clone()).unwrap_or_default()
}
