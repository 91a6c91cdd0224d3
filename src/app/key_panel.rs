//! The key figures.

use leptos::prelude::*;

use super::context::App;
use crate::figure::{KeyFigure, key_figures};

/// Concentration and governance, each with its meaning in words.
#[component]
pub(super) fn KeyPanel() -> impl IntoView {
    let app = App::get();
    let figures = app.figure(key_figures);
    let items = move || {
        figures
            .get()
            .into_iter()
            .map(|KeyFigure { id, name, value, meaning }| {
                let meaning =
                    meaning.into_iter().map(|phrase| view! { <span>{phrase}</span> }).collect_view();
                view! {
                    <div class="key" data-figure=id>
                        <dt>{name}</dt>
                        <dd>
                            <strong>{value}</strong>
                            {meaning}
                        </dd>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <section class="panel keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{app.words.keys.heading}</h2>
            <dl>{items}</dl>
        </section>
    }
    .into_any()
}
