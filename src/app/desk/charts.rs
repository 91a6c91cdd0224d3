//! The charts over all minerals: risk against importance, and where the methods disagree.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::app::below::{below, once_painted};
use crate::app::plot::Plot;
use crate::draw::{Lanes, Points};
use crate::figure::{Places, Scatter};
use crate::report::All;

/// Supply risk against economic importance.
#[component]
pub(super) fn RiskAndImportance(
    /// Every mineral.
    all: Memo<Arc<All>>,
) -> impl IntoView {
    let desk = Desk::get();
    let (data, words) = (desk.app.data, &desk.words.scatter);
    let scatter = Memo::new(move |_| {
        all.with(|all| Scatter::build(data, all, &desk.importer_name(), desk.words))
    });
    let empty = move || scatter.with(|scatter| scatter.points.is_empty());
    view! {
        <section class="panel scatter" data-part="risk" aria-labelledby="scatter-title">
            <h2 id="scatter-title">{words.heading}</h2>
            <div hidden=empty>
                <Plot painter=Points figure=move || scatter.get() />
                <p class="note">{move || scatter.with(|scatter| scatter.summary.clone())}</p>
                <p class="note">{words.note}</p>
            </div>
            <p class="note" hidden=move || !empty()>{words.nothing}</p>
        </section>
    }
    .into_any()
}

/// Where the methods disagree.
#[component]
pub(super) fn Disagreement(
    /// Every mineral.
    all: Memo<Arc<All>>,
) -> impl IntoView {
    let desk = Desk::get();
    let (app, words) = (desk.app, &desk.words.places);
    let places =
        Memo::new(move |_| all.with(|all| Places::build(app.data, all, app.words, desk.words)));
    let empty = move || places.with(|places| places.rows.is_empty());
    let methods = places.with_untracked(|places| places.methods.clone());
    let head = methods
        .into_iter()
        .map(|method| view! { <th scope="col" class="number">{method}</th> })
        .collect_view();
    // While the table is folded away it is out of view.
    let open = RwSignal::new(false);
    let folded = below(open, places, once_painted(places));
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    let body = move || {
        folded.with(|places| {
            let line = |(name, cells): (&str, Vec<String>)| {
                let cells = cells.into_iter();
                let cells = cells.map(|text| view! { <td class="number">{text}</td> });
                view! { <tr><th scope="row">{name.to_owned()}</th>{cells.collect_view()}</tr> }
            };
            places.cells().into_iter().map(line).collect_view()
        })
    };
    view! {
        <section class="panel places" data-part="methods" aria-labelledby="places-title">
            <h2 id="places-title">{words.heading}</h2>
            <div hidden=empty>
                <Plot painter=Lanes figure=move || places.get() />
            </div>
            <p class="note">{move || places.with(|places| places.summary.clone())}</p>
            <p class="note">{words.note}</p>
            <details on:toggle=toggled>
                <summary>{app.words.table.show}</summary>
                <div class="table" tabindex="0" role="region" aria-label=words.caption>
                    <table>
                        <caption>{words.caption}</caption>
                        <thead>
                            <tr><th scope="col">{app.words.table.mineral}</th>{head}</tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}
