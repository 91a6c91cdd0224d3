//! Any number of a case, opened to its last step.

use leptos::prelude::*;

use super::Desk;
use super::copy::copy;
use crate::figure::explained_name;
use crate::report::explain::Figure;
use crate::web;

/// The place in the address at which a number is explained; after an equals sign may stand which.
pub(super) const PLACE: &str = "#explain";

/// The derivation of a chosen number, as text.
#[component]
pub(super) fn Explained(
    /// The number.
    figure: RwSignal<Figure>,
    /// Its derivation.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let desk = Desk::get();
    let (words, explain) = (desk.app.words, &desk.words.explain);
    let outcome = RwSignal::new("");
    let options = Figure::ALL
        .into_iter()
        .map(|one| {
            let chosen = move || figure.get() == one;
            let name = explained_name(one, words, desk.words);
            view! { <option value=one.slug() selected=chosen>{name}</option> }
        })
        .collect_view();
    let choose = move |event| {
        if let Some(chosen) = Figure::from_slug(&event_target_value(&event)) {
            figure.set(chosen);
            outcome.set("");
        }
    };
    let press = move |_| {
        copy(
            text.get_untracked(),
            outcome,
            [explain.copied, explain.refused],
        );
    };
    // Another view's link leads here, and the browser looked for the place before it was there.
    Effect::new(move || {
        let place = web::history::place();
        let Some(which) = place.strip_prefix(PLACE) else {
            return;
        };
        if let Some(which) = which.strip_prefix('=').and_then(Figure::from_slug) {
            figure.set(which);
        }
        web::document::focus(PLACE);
    });
    view! {
        <section class="panel explain" data-part="explain" aria-labelledby="explain">
            <h2 id="explain" tabindex="-1">{explain.heading}</h2>
            <div class="filters">
                <label class="field">
                    <span>{explain.figure}</span>
                    <select id="explained" prop:value=move || figure.get().slug() on:change=choose>
                        {options}
                    </select>
                </label>
                <button type="button" class="quiet" id="copy" on:click=press>{explain.copy}</button>
                <p class="note" role="status">{outcome}</p>
            </div>
            <pre id="derivation" tabindex="0" role="region" aria-label=explain.derivation>{text}</pre>
        </section>
    }
    .into_any()
}

/// The button that opens a number's derivation.
#[component]
pub(super) fn How(
    /// The number.
    of: Figure,
    /// Where the chosen number is kept.
    figure: RwSignal<Figure>,
) -> impl IntoView {
    let desk = Desk::get();
    let words = desk.app.words;
    let open = move |_| {
        figure.set(of);
        web::document::focus(PLACE);
    };
    let name = (desk.words.explain.how_of)(explained_name(of, words, desk.words));
    view! {
        <button type="button" class="quiet how" aria-label=name on:click=open>
            {desk.words.explain.how}
        </button>
    }
    .into_any()
}
