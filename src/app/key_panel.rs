//! The key figures.

use leptos::prelude::*;

use super::context::App;
use crate::figure::KeyFigure;

/// Concentration and governance, each with its meaning in words.
#[component]
pub(super) fn KeyPanel() -> impl IntoView {
    let app = App::get();
    let items = move || key_list(app.figures.with(|figures| figures.keys.clone()));
    view! {
        <section class="panel keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{app.words.keys.heading}</h2>
            <dl>{items}</dl>
        </section>
    }
    .into_any()
}

/// Figures with their meanings, as the items of a description list.
pub(super) fn key_list(keys: Vec<KeyFigure>) -> impl IntoView {
    let item = |key: KeyFigure| {
        let phrases = key.meaning.into_iter();
        let meaning = phrases
            .map(|phrase| view! { <span>{phrase}</span> })
            .collect_view();
        view! {
            <div class="key" data-figure=key.id>
                <dt>{key.name}</dt>
                <dd>
                    <strong>{key.value}</strong>
                    {meaning}
                </dd>
            </div>
        }
    };
    keys.into_iter().map(item).collect_view()
}
