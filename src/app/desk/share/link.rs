//! The link of the view.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::i18n::EN_SHARE;
use crate::web;

/// The link, to be copied.
#[component]
pub(super) fn Link() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_SHARE;
    let link = Signal::derive(move || web::history::address(&desk.app.link()));
    let outcome = RwSignal::new("");
    let copy = move |_| {
        let link = link.get_untracked();
        spawn_local(async move {
            let went_well = web::clipboard::copy(&link).await;
            outcome.set(if went_well {
                words.copied
            } else {
                words.refused
            });
        });
    };
    view! {
        <section aria-labelledby="link-title">
            <h3 id="link-title">{words.link}</h3>
            <div class="filters">
                <label class="field">
                    <span class="sr">{words.link}</span>
                    <input id="link" type="text" readonly prop:value=link />
                </label>
                <button type="button" class="quiet" id="copy-link" on:click=copy>{words.copy}</button>
                <p class="note" role="status">{outcome}</p>
            </div>
        </section>
    }
    .into_any()
}
