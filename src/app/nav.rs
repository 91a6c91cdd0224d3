//! From one view to another: plain links, so that each opens in its own tab as well.

use leptos::prelude::*;

use super::context::App;
use crate::state::View;

/// The views, as links that keep mineral, year and importer.
#[component]
pub(super) fn Nav() -> impl IntoView {
    let app = App::get();
    let words = &app.words.views;
    let links = View::ALL
        .into_iter()
        .map(|view| {
            let name = match view {
                View::Map => words.map,
                View::Minerals => words.minerals,
                View::Dependence => words.dependence,
            };
            let here = move || (app.shown().view == view).then_some("page");
            view! { <a href=move || app.link_to(view) aria-current=here>{name}</a> }
        })
        .collect_view();
    view! { <nav class="views" aria-label=words.heading>{links}</nav> }.into_any()
}
