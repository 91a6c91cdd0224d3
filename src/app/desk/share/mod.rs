//! What readers take with them: a window over the view with the link, and ways to pass it on.
//!
//! The button that opens it stands in the page's head, in either program; the document's script has the desk's
//! program come and open it.

mod certificate;
mod citation;
mod data;
mod embed;
mod link;
mod picture;
mod preview;
mod save;
mod taking;

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;

use super::Desk;
use crate::i18n::EN_SHARE;
use crate::web;
use certificate::Certify;
use citation::CitationPart;
use data::DataPart;
use embed::Embed;
use link::Link;
use picture::PicturePart;
use save::Save;
use taking::Taking;

thread_local! {
    /// Whether the window of the desk in the document is open.
    static OPEN: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
}

/// Opens the window.
pub(in crate::app) fn open() {
    if let Some(open) = OPEN.get() {
        open.try_set(true);
    }
}

/// The window; closed, there is nothing in it.
#[component]
pub(super) fn Share() -> impl IntoView {
    let words = &EN_SHARE;
    let open = RwSignal::new(false);
    OPEN.set(Some(open));
    let window = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let (true, Some(window)) = (open.get(), window.get()) {
            // It fails only where it is open already.
            window.show_modal().ok();
        }
    });
    let close = move |_| {
        if let Some(window) = window.get_untracked() {
            window.close();
        }
    };
    let parts = move || {
        open.get().then(|| {
            let taking = Taking::begin();
            view! {
                <Link />
                // Nobody can frame a file of the reader's own disk.
                {(!web::enclosed::is_here()).then(|| view! { <Embed /> })}
                <PicturePart taking />
                <DataPart taking />
                <CitationPart taking />
                <Save />
                <Certify />
            }
        })
    };
    view! {
        <dialog node_ref=window class="share-window" aria-labelledby="share-title" on:close=move |_| open.set(false)>
            <div class="share-head">
                <h2 id="share-title">{words.heading}</h2>
                <button type="button" class="quiet" id="share-close" on:click=close>{words.close}</button>
            </div>
            {parts}
        </dialog>
    }
    .into_any()
}
