//! What stands below a figure in another's page.

use leptos::prelude::*;

use super::context::App;

/// The source, the way to the whole page, and to what readers take with them; the style sheet shows it only where the
/// link asks for a figure alone.
#[component]
pub(super) fn Foot(
    /// Source, edition and licence; read within a reactive scope.
    source: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let app = App::get();
    let words = &app.words.controls;
    view! {
        <footer class="foot">
            <p>{source}</p>
            <a href=move || app.full_link() target="_blank" rel="noopener">{words.full}</a>
            <button type="button" class="quiet share">{words.share}</button>
        </footer>
    }
    .into_any()
}
