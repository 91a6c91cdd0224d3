//! The view as a file: the single file, with the state written into its place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::embed::snippet::attribute;
use crate::i18n::EN_SHARE;
use crate::state::ViewState;
use crate::web;

/// The single file beside the page, and within itself.
const FILE: &str = "adit.html";
/// What the state stands behind, up to the next quotation mark.
const PLACE: &[u8] = b"<meta name=\"adit:state\" content=\"";

/// The button, what it makes, and what became of it.
#[component]
pub(super) fn Save() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_SHARE;
    let outcome = RwSignal::new(String::new());
    let save = move |_| {
        let app = desk.app;
        let (link, name) = (untrack(|| app.link()), name(&app.now(), desk));
        outcome.set(words.saving.to_owned());
        spawn_local(async move {
            let made = web::fetch::bytes(FILE).await;
            let made = made.and_then(|file| with_state(file, &link));
            let told = match made {
                Err(why) => (words.not_saved)(&why),
                Ok(file) => match web::download::bytes(&name, "text/html", &file) {
                    Ok(()) => (words.saved)(&name, file.len()),
                    Err(error) => (words.not_saved)(&web::told(&error)),
                },
            };
            // The window may be closed by now.
            outcome.try_set(told);
        });
    };
    let own = desk.app.data.own().map(|_| words.save_without);
    view! {
        <section aria-labelledby="save-title">
            <h3 id="save-title">{words.save}</h3>
            <p class="note">{words.save_about} {own.map(|own| format!(" {own}"))}</p>
            <button type="button" class="quiet" id="save-file" on:click=save>{words.save}</button>
            <p class="note" role="status" id="save-outcome">{outcome}</p>
        </section>
    }
    .into_any()
}

/// A name that says what is in the file and when it was made.
fn name(state: &ViewState, desk: Desk) -> String {
    let mineral = &desk.app.data.mineral(state.mineral).slug;
    format!(
        "adit-{}-{mineral}-{}.html",
        state.view.word(),
        web::document::today()
    )
}

/// The single file with a state in its place.
fn with_state(file: Vec<u8>, link: &str) -> Result<Vec<u8>, String> {
    let missing = || format!("{FILE} has no place for the view");
    let place = file.windows(PLACE.len()).position(|part| part == PLACE);
    let begin = place.ok_or_else(missing)? + PLACE.len();
    let length = file[begin..].iter().position(|byte| *byte == b'"');
    let end = begin + length.ok_or_else(missing)?;
    let mut saved = file;
    saved.splice(begin..end, attribute(link).into_bytes());
    Ok(saved)
}
