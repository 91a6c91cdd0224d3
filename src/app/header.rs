//! What stands above every view: the name, the way to the other views, light or dark.

use leptos::prelude::*;

use super::context::App;
use super::controls::ThemeChooser;
use crate::state::View;

/// The head of the page, and before it the way around it for keyboards.
#[component]
pub(super) fn Header() -> impl IntoView {
    let words = App::get().words;
    view! {
        <a class="skip" href="#content">{words.controls.skip}</a>
        <header class="top">
            <p class="brand"><span class="mark" aria-hidden="true"></span>"Adit"</p>
            <p class="tagline">{words.tagline}</p>
            <Nav />
            <button type="button" class="quiet share" id="share">{words.controls.share}</button>
            <ThemeChooser />
        </header>
    }
    .into_any()
}

/// The views, as plain links, so that each opens in its own tab as well; they keep mineral, year and importer.
#[component]
fn Nav() -> impl IntoView {
    let app = App::get();
    let words = &app.words.views;
    let links = View::ALL
        .into_iter()
        .map(|view| {
            let name = match view {
                View::Map => words.map,
                View::Minerals => words.minerals,
                View::Dependence => words.dependence,
                View::Shock => words.shock,
                View::Alliances => words.alliances,
                View::Study => words.study,
                View::Data => words.data,
            };
            let here = move || (app.shown().view == view).then_some("page");
            view! { <a href=move || app.link_to(view) aria-current=here>{name}</a> }
        })
        .collect_view();
    view! { <nav class="views" aria-label=words.heading>{links}</nav> }.into_any()
}
