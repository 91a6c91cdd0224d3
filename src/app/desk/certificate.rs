//! A link that names its figures: whether they are what is computed here.

use leptos::prelude::*;

use super::Desk;
use crate::certificate::{Difference, Report, Verdict, data_id, needs_files, trade_years, verdict};
use crate::data::Dataset;
use crate::i18n::EN_CERTIFICATE;
use crate::state::deciding::{self, CERTIFICATE};
use crate::state::{ViewState, Viewport, query};
use crate::web;

/// What the reader's own figures are called, which no certificate knows.
const OWN: &str = "own";

/// A link with a certificate, and the state that it leads to.
#[derive(Clone, PartialEq)]
struct Opened {
    link: String,
    state: ViewState,
}

impl Opened {
    /// The address, if it has a certificate.
    fn here(data: &Dataset) -> Option<Self> {
        let link = web::history::query();
        deciding::value(&link, CERTIFICATE)?;
        let state = ViewState {
            viewport: Viewport::WORLD,
            ..query::decode(&link, data).state
        };
        Some(Self { link, state })
    }
}

/// The verdict on the address's certificate, for as long as what it is about is shown.
#[component]
pub(super) fn Certified() -> impl IntoView {
    let desk = Desk::get();
    let (data, words) = (desk.app.data, &EN_CERTIFICATE);
    let opened = RwSignal::new(Opened::here(data));
    let arrived = window_event_listener(leptos::ev::popstate, move |_| {
        opened.try_set(Opened::here(data));
    });
    on_cleanup(move || arrived.remove());
    let shown = Memo::new(move |_| {
        opened
            .get()
            .filter(|opened| opened.state == desk.app.shown())
    });
    want_files(&desk, move || shown.get().map(|opened| opened.state));
    let report = Memo::new(move |_| {
        let Opened { link, state } = shown.get()?;
        let name = if desk.own.get().is_some() {
            OWN
        } else {
            data_id::SHIPPED
        };
        has_files(&desk, &state).then(|| desk.store.ask(|sources| verdict(sources, &link, name)))
    });
    let body = move || {
        shown.get()?;
        let told = match (report.get(), desk.store.failure.get()) {
            (Some(report), _) => view! { <Told report /> }.into_any(),
            (None, Some((name, why))) => {
                view! { <p>{(words.not_read)(&name, &why)}</p> }.into_any()
            }
            (None, None) => view! { <p>{words.reading}</p> }.into_any(),
        };
        Some(view! {
            <div id="certified" class="notice">
                {told}
                <button type="button" on:click=move |_| opened.set(None)>{desk.app.words.controls.close}</button>
            </div>
        })
    };
    view! { <div role="status" aria-label=words.label>{body}</div> }.into_any()
}

/// Asks for what a state's figures need, whenever there is one.
pub(super) fn want_files(desk: &Desk, state: impl Fn() -> Option<ViewState> + 'static) {
    let (data, store) = (desk.app.data, desk.store);
    Effect::new(move || {
        if let Some(state) = state().filter(needs_files) {
            store.want(trade_years(data, &state).into_iter());
        }
    });
}

/// Whether it is there; read within a reactive scope.
pub(super) fn has_files(desk: &Desk, state: &ViewState) -> bool {
    !needs_files(state) || desk.store.has(&trade_years(desk.app.data, state))
}

/// The verdict in words, and what differs.
#[component]
fn Told(report: Report) -> impl IntoView {
    let words = &EN_CERTIFICATE;
    let differ = report.differences.len();
    let told = match report.verdict {
        Verdict::Agrees => (words.agrees)(report.figures, report.engine_now, &report.data_now),
        Verdict::Old => {
            let (engine, data) = (report.other_engine(), report.other_data());
            (words.old)(engine, data, differ, report.figures.max(differ))
        }
        Verdict::Tampered if report.check_fits == Some(true) => words.forged.to_owned(),
        Verdict::Tampered => words.changed.to_owned(),
        Verdict::Unreadable => (words.unreadable)(report.unreadable.as_deref().unwrap_or_default()),
        Verdict::None => String::new(),
    };
    let details = (differ > 0).then(|| view! { <Differences differences=report.differences /> });
    view! {
        <p>{told}</p>
        {details}
    }
    .into_any()
}

/// Figure by figure: then, now and by how much.
#[component]
fn Differences(differences: Vec<Difference>) -> impl IntoView {
    let words = &EN_CERTIFICATE;
    let or_absent = |value: Option<String>| value.unwrap_or_else(|| words.absent.to_owned());
    let rows = differences
        .into_iter()
        .map(|one| {
            let change = one.change.map(crate::certificate::printed);
            view! {
                <tr>
                    <th scope="row">{(words.figure)(&one.figure).to_owned()}</th>
                    <td class="number">{or_absent(one.then)}</td>
                    <td class="number">{or_absent(one.now)}</td>
                    <td class="number">{change}</td>
                </tr>
            }
        })
        .collect_view();
    let [figure, numbers @ ..] = words.columns;
    let numbers = numbers
        .map(|name| view! { <th scope="col" class="number">{name}</th> })
        .collect_view();
    view! {
        <details>
            <summary>{words.details}</summary>
            <div class="table" tabindex="0" role="region" aria-label=words.details>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{figure}</th>
                            {numbers}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
