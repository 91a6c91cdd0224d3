//! The frame as the other page would show it, which tells its height too.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::EN_EMBED;
use crate::web;

/// A preview, once it is asked for; what it measures becomes the height of the code.
#[component]
pub(super) fn Preview(
    /// The frame's query.
    link: Memo<String>,
    /// CSS pixels of its height.
    height: RwSignal<u32>,
) -> impl IntoView {
    let words = &EN_EMBED;
    let open = RwSignal::new(false);
    let frame = NodeRef::<html::Iframe>::new();
    let heard = window_event_listener(leptos::ev::message, move |event| {
        let Some(frame) = frame.get_untracked() else {
            return;
        };
        if let Some(told) = web::frame::height_told(&event, &frame) {
            height.set(told);
        }
    });
    on_cleanup(move || heard.remove());
    let shown = move || {
        open.get().then(|| {
            let source = move || web::history::address(&link.get());
            // It is of this page's own origin, which no sandbox would keep it from.
            view! {
                <iframe
                    node_ref=frame id="embed-preview" title=words.preview src=source
                    height=move || height.get().to_string()
                ></iframe>
            }
        })
    };
    view! {
        <button
            type="button" class="quiet" id="embed-show" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {words.preview}
        </button>
        <p class="note">{words.preview_about}</p>
        {shown}
    }
    .into_any()
}
