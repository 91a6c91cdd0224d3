//! What the study left open, and where it is taken up.

use leptos::prelude::*;

use super::{Desk, address};
use crate::i18n::{EN_STUDY, OpenWord};
use crate::state::{View, ViewState};

/// The questions, each with the way to its answer.
#[component]
pub(super) fn Open() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_STUDY.open;
    let questions = [
        (words.effectiveness, View::Alliances, ""),
        (words.burden, View::Dependence, "#burden"),
        (words.counter, View::Shock, ""),
        (words.overlap, View::Alliances, ""),
    ];
    let question = |(word, view, place): (OpenWord, View, &'static str)| {
        let state = ViewState {
            view,
            ..ViewState::first(desk.shipped)
        };
        view! {
            <li data-open=word.id>
                <h3>{word.question}</h3>
                <p>{word.taken_up}</p>
                <p><a href=move || address(desk, state) + place>{word.link}</a></p>
            </li>
        }
    };
    view! {
        <section class="open" aria-labelledby="open-title">
            <h2 id="open-title">{words.heading}</h2>
            <ul>{questions.map(question)}</ul>
            <p class="note">{words.note}</p>
        </section>
    }
    .into_any()
}
