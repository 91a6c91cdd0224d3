//! A text for the reader's clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::EN_SHARE;
use crate::web;

/// Copies a text, and tells how it went: that it is copied, or that the browser refused.
pub(super) fn copy(
    text: String,
    outcome: RwSignal<&'static str>,
    [copied, refused]: [&'static str; 2],
) {
    spawn_local(async move {
        let went_well = web::clipboard::copy(&text).await;
        // What tells it may be gone by now.
        outcome.try_set(if went_well { copied } else { refused });
    });
}

/// A button that copies a text, and says how it went.
#[component]
pub(super) fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// The button's id.
    id: &'static str,
) -> impl IntoView {
    let words = &EN_SHARE;
    let outcome = RwSignal::new("");
    let press = move |_| copy(text.get_untracked(), outcome, [words.copied, words.refused]);
    view! {
        <button type="button" class="quiet" id=id on:click=press>{words.copy}</button>
        <p class="note" role="status">{outcome}</p>
    }
    .into_any()
}
