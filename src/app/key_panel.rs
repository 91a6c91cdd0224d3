//! The key figures.

use leptos::prelude::*;

use super::context::App;
use crate::figure::KeyFigure;
use crate::state::{View, ViewState, query};

/// The heading of the key figures, which stand first below the map.
pub(super) const BELOW: &str = "keys-title";

/// Concentration and governance, each with its meaning in words.
#[component]
pub(super) fn KeyPanel() -> impl IntoView {
    let app = App::get();
    let items = move || key_list(app.figures.with(|figures| figures.keys.clone()), |_| ());
    // Pinned to what is shown: left open, another view would choose the year by other data.
    let derivations = move || {
        let choices = app.choices.get();
        let shown = ViewState {
            view: View::Dependence,
            edition: Some(choices.edition),
            year: Some(choices.year),
            ..app.shown()
        };
        format!("?{}#explain", query::encode(&shown, app.data))
    };
    view! {
        <section class="panel keys" data-part="keys" aria-labelledby=BELOW>
            <h2 id=BELOW>{app.words.keys.heading}</h2>
            <dl>{items}</dl>
            <p class="note"><a href=derivations>{app.words.keys.derivations}</a></p>
        </section>
    }
    .into_any()
}

/// Figures with their meanings, as the items of a description list; `more` is what follows each.
pub(super) fn key_list<V: IntoView + 'static>(
    keys: Vec<KeyFigure>,
    more: impl Fn(&KeyFigure) -> V,
) -> impl IntoView {
    let item = |key: KeyFigure| {
        let more = more(&key);
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
                    {more}
                </dd>
            </div>
        }
    };
    keys.into_iter().map(item).collect_view()
}
