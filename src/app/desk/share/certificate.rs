//! The link of the view with its figures in it.

use leptos::prelude::*;

use super::Desk;
use crate::app::desk::certificate::{has_files, want_files};
use crate::app::desk::copy::CopyButton;
use crate::certificate::{Certificate, data_id};
use crate::i18n::EN_CERTIFICATE;
use crate::state::ViewState;
use crate::web;

/// Makes the link when it is asked for, since it is long and needs the files that its figures come from.
#[component]
pub(super) fn Certify() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_CERTIFICATE;
    let asked = RwSignal::new(None::<ViewState>);
    want_files(&desk, move || asked.get());
    let link = Memo::new(move |_| {
        let state = asked.get()?;
        has_files(&desk, &state).then(|| {
            let link = desk
                .store
                .ask(|sources| Certificate::link(sources, &state, data_id::SHIPPED));
            web::history::address(&link)
        })
    });
    let failure = move || {
        let failure = desk.store.failure.get().filter(|_| asked.get().is_some());
        failure.map(|(name, why)| (desk.words.desk.not_fetched)(&name, &why))
    };
    let body = move || {
        if desk.own.get().is_some() {
            return view! { <p class="note">{words.not_of_own}</p> }.into_any();
        }
        match link.get() {
            None => view! {
                <button type="button" class="quiet" id="certify" on:click=move |_| asked.set(Some(desk.app.now()))>
                    {words.make}
                </button>
                <p class="note" role="status">{failure}</p>
            }
            .into_any(),
            Some(link) => view! {
                <div class="filters">
                    <label class="field">
                        <span class="sr">{words.link}</span>
                        <input id="certified-link" type="text" readonly prop:value=link.clone() />
                    </label>
                    <CopyButton text=link id="copy-certified" />
                </div>
            }
            .into_any(),
        }
    };
    view! {
        <section aria-labelledby="certify-title">
            <h3 id="certify-title">{words.heading}</h3>
            <p class="note">{words.about}</p>
            {body}
        </section>
    }
    .into_any()
}
