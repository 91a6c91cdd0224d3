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
    let body = move || {
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
            .into_iter()
            .map(|row| {
                let link = row.link.clone();
                let number = move |cell: &SortCell| match (cell.figure, cell.by) {
                    (Some(figure), Some(_)) => {
                        let how = format!("{link}{PLACE}={}", figure.slug());
                        let text = cell.text.clone();
                        view! { <a class="plain" href=how>{text}</a> }.into_any()
                    }
                    _ => cell.text.clone().into_any(),
                };
                let cells = row
                    .cells
                    .into_iter()
                    .map(|cell| {
                        view! {
                            <td class="number">
                                {number(&cell)}
                                <span class="remark">{cell.remark}</span>
                            </td>
                        }
                    })
                    .collect_view();
                view! {
                    <tr>
                        <th scope="row"><a href=row.link>{row.name}</a></th>
                        {cells}
                    </tr>
                }
            })
            .collect_view()
    };
    let nothing = move || rows.with(Vec::is_empty);
    view! {
        <div class="table wide" tabindex="0" role="region" aria-label=caption>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
            <p class="note" hidden=move || !nothing()>{empty}</p>
        </div>
    }
    .into_any()
}
