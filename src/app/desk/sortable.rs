//! A table whose columns sort.

use leptos::prelude::*;

use super::Desk;
use super::explained::PLACE;
use crate::report::explain::Figure;

/// A cell: how it reads, what it sorts by, and what is said beside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SortCell {
    /// The text.
    pub(super) text: String,
    /// The number to sort by; none sorts last, either way.
    pub(super) by: Option<f64>,
    /// A smaller remark: a rank, an interval, or why there is nothing.
    pub(super) remark: String,
    /// The number's derivation, if the row's link leads to one.
    pub(super) figure: Option<Figure>,
}

/// A row: its name, where the name leads, and its cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SortRow {
    /// The name.
    pub(super) name: String,
    /// A link, as an address.
    pub(super) link: String,
    /// One cell a column after the first.
    pub(super) cells: Vec<SortCell>,
}

/// A table that sorts by the column whose heading is pressed: largest first, then smallest first.
#[component]
pub(super) fn Sortable(
    /// What the table shows.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns' names, the rows' own first.
    columns: Vec<&'static str>,
    /// The rows.
    rows: Memo<Vec<SortRow>>,
    /// What is said where there are no rows.
    empty: &'static str,
    /// The column sorted by at first.
    first: usize,
) -> impl IntoView {
    let words = &Desk::get().words.desk;
    // A column, counted from the rows' names as 0, and whether the largest come first.
    let order = RwSignal::new((first, true));
    let width = columns.len() - 1;
    let head = columns
        .into_iter()
        .enumerate()
        .map(|(at, name)| {
            let sort = move || match order.get() {
                (column, true) if column == at => "descending",
                (column, false) if column == at => "ascending",
                _ => "none",
            };
            let press = move |_| {
                order.update(|(column, down)| {
                    *down = *column != at && at > 0 || *column == at && !*down;
                    *column = at;
                });
            };
            let class = if at > 0 { "number" } else { "" };
            view! {
                <th scope="col" aria-sort=sort class=class>
                    <button type="button" class="sort" aria-label=(words.sort_by)(name) on:click=press>
                        {name}
                    </button>
                </th>
            }
        })
        .collect_view();
    let sorted = Memo::new(move |_| {
        let (column, down) = order.get();
        let mut sorted = rows.get();
        match column.checked_sub(1) {
            None => sorted.sort_by(|one, other| {
                let by = one.name.cmp(&other.name);
                if down { by.reverse() } else { by }
            }),
            Some(at) => sorted.sort_by(|one, other| {
                let (one, other) = (one.cells[at].by, other.cells[at].by);
                match (one, other) {
                    (Some(one), Some(other)) if down => other.total_cmp(&one),
                    (Some(one), Some(other)) => one.total_cmp(&other),
                    (one, other) => other.is_some().cmp(&one.is_some()),
                }
            }),
        }
        sorted
    });
    // Rows keep their elements and change their words: that is less for the browser to lay out anew.
    let places = move || 0..sorted.with(Vec::len);
    let row = move |at: usize| {
        let row = Memo::new(move |_| sorted.with(|rows| rows.get(at).cloned()));
        let cells = (0..width).map(|column| view! { <Number row column /> });
        let link = move || row.with(|row| row.as_ref().map(|row| row.link.clone()));
        let name = move || row.with(|row| row.as_ref().map(|row| row.name.clone()));
        view! {
            <tr>
                <th scope="row"><a href=link>{name}</a></th>
                {cells.collect_view()}
            </tr>
        }
    };
    let nothing = move || rows.with(Vec::is_empty);
    view! {
        <div class="table wide" tabindex="0" role="region" aria-label=caption>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody><For each=places key=|at| *at children=row /></tbody>
            </table>
            <p class="note" hidden=move || !nothing()>{empty}</p>
        </div>
    }
    .into_any()
}

/// One cell of a row: its number, which may lead to its derivation, and the remark.
#[component]
fn Number(row: Memo<Option<SortRow>>, column: usize) -> impl IntoView {
    let of = move |read: fn(&SortRow, &SortCell) -> Option<String>| {
        row.with(|row| {
            let row = row.as_ref()?;
            read(row, row.cells.get(column)?)
        })
    };
    let how = move || {
        of(|row, cell| {
            let figure = cell.figure.filter(|_| cell.by.is_some())?;
            Some(format!("{}{PLACE}={}", row.link, figure.slug()))
        })
    };
    let text = move || of(|_, cell| Some(cell.text.clone()));
    let remark = move || of(|_, cell| Some(cell.remark.clone()));
    view! {
        <td class="number">
            <a class="plain" href=how>{text}</a>
            <span class="remark">{remark}</span>
        </td>
    }
    .into_any()
}
