//! The link of the view.

use leptos::prelude::*;

use super::Desk;
use crate::app::desk::copy::CopyButton;
use crate::i18n::EN_SHARE;
use crate::web;

/// The link, to be copied.
#[component]
pub(super) fn Link() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_SHARE;
    let link = Signal::derive(move || web::history::address(&desk.app.link()));
    view! {
        <section aria-labelledby="link-title">
            <h3 id="link-title">{words.link}</h3>
            <div class="filters">
                <label class="field">
                    <span class="sr">{words.link}</span>
                    <input id="link" type="text" readonly prop:value=link />
                </label>
                <CopyButton text=link id="copy-link" />
            </div>
        </section>
    }
    .into_any()
}
