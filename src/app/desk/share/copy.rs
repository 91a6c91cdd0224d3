//! The button that copies a text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::EN_SHARE;
use crate::web;

/// Copies a text, and says whether the browser let it.
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
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let went_well = web::clipboard::copy(&text).await;
            // The window may be closed by now.
            outcome.try_set(if went_well {
                words.copied
            } else {
                words.refused
            });
        });
    };
    view! {
        <button type="button" class="quiet" id=id on:click=copy>{words.copy}</button>
        <p class="note" role="status">{outcome}</p>
    }
    .into_any()
}
