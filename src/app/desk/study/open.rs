//! What the study left open, and where it is taken up.

use leptos::prelude::*;

use super::{Desk, address};
use crate::i18n::{EN_STUDY, OpenWord};
use crate::state::{View, ViewState};

/// The questions, each with the way to its answer.
#[component]
pub(super) fn Open(
    /// A dominant supplier that stops.
    stop: Option<ViewState>,
) -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_STUDY.open;
    let at = |view| ViewState {
        view,
        ..ViewState::first(desk.shipped)
    };
    let questions = [
        (words.effectiveness, at(View::Alliances), ""),
        (words.burden, at(View::Alliances), "#burden"),
        (words.counter, stop.unwrap_or(at(View::Shock)), ""),
        (words.overlap, at(View::Alliances), ""),
    ];
    let question = |(word, state, place): (OpenWord, ViewState, &'static str)| {
        view! {
            <li data-open=word.id>
                <h3>{word.question}</h3>
                <p>{word.taken_up}</p>
                <p><a href=move || address(desk, state) + place>{word.link}</a></p>
            </li>
        }
    };
    view! {
        <section class="open" data-part="open" aria-labelledby="open-title">
            <h2 id="open-title">{words.heading}</h2>
            <ul>{questions.map(question)}</ul>
            <p class="note">{words.note}</p>
        </section>
    }
    .into_any()
}
