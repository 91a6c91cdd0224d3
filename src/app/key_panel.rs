//! The key figures.

use leptos::prelude::*;

use super::context::App;
use crate::figure::KeyFigure;

/// Concentration and governance, each with its meaning in words.
#[component]
pub(super) fn KeyPanel() -> impl IntoView {
    let app = App::get();
    let items = move || {
        let keys = app.figures.with(|figures| figures.keys.clone());
        keys.into_iter()
            .map(
                |KeyFigure {
                     id,
                     name,
                     value,
                     meaning,
                 }| {
                    let meaning = meaning
                        .into_iter()
                        .map(|phrase| view! { <span>{phrase}</span> })
                        .collect_view();
                    view! {
                        <div class="key" data-figure=id>
                            <dt>{name}</dt>
                            <dd>
                                <strong>{value}</strong>
                                {meaning}
                            </dd>
                        </div>
                    }
                },
            )
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
