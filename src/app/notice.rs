//! What of a link could not be used.

use leptos::prelude::*;

use super::context::App;
use crate::state::Problem;

/// A notice that names each part of the link that could not be used; it can be dismissed.
#[component]
pub(super) fn Notice() -> impl IntoView {
    let App {
        words, problems, ..
    } = App::get();
    let text = move |problem: Problem| match problem {
        Problem::UnknownKey(key) => (words.link.unknown_key)(&key),
        Problem::UnknownValue { key, value } => (words.link.unknown_value)(key, &value),
        Problem::TooLong(key) => (words.link.too_long)(key),
        Problem::Repeated(key) => (words.link.repeated)(key),
        Problem::NoFigures { key, value } => (words.link.no_figures)(key, &value),
    };
    let body = move || {
        let found = problems.get();
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|problem| view! { <li>{text(problem)}</li> })
                .collect_view();
            view! {
                <div id="notice" class="notice">
                    <p>{words.link.intro}</p>
                    <ul>{items}</ul>
                    <button type="button" on:click=move |_| problems.set(Vec::new())>
                        {words.controls.close}
                    </button>
                </div>
            }
        })
    };
    view! { <div role="status">{body}</div> }.into_any()
}
