//! The address bar and the back button.

use wasm_bindgen::JsValue;
use web_sys::History;

use super::document;

/// On the root element: the address cannot hold the state, as in a file from disk or in a frame without an origin.
const FIXED: &str = "data-fixed";
/// On the root element: the state that is shown, as a query string.
const STATE: &str = "data-state";

/// The query string of the history's entry: what the entry itself keeps, or else the address, without its question
/// mark.
pub(crate) fn query() -> String {
    let Some(window) = web_sys::window() else {
        return String::new();
    };
    let entry = window.history().and_then(|history| history.state());
    if let Some(link) = entry.ok().and_then(|state| state.as_string()) {
        return link;
    }
    // A place of the same page makes an entry that keeps nothing.
    let root = document::root().filter(|root| root.has_attribute(FIXED));
    if let Some(link) = root.and_then(|root| root.get_attribute(STATE)) {
        return link;
    }
    let search = window.location().search().unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// The place in the page that the address names, with its number sign.
#[cfg(not(feature = "prerender"))]
pub(crate) fn place() -> String {
    let window = web_sys::window();
    let place = window.and_then(|window| window.location().hash().ok());
    place.unwrap_or_default()
}

/// The whole address of a query string, as others can open it.
#[cfg(not(feature = "prerender"))]
pub(crate) fn address(query: &str) -> String {
    let window = web_sys::window();
    let here = window.and_then(|window| window.location().href().ok());
    let here = here.unwrap_or_default();
    let page = here.split(['?', '#']).next().unwrap_or_default();
    if query.is_empty() {
        page.to_owned()
    } else {
        format!("{page}?{query}")
    }
}

/// Writes a query string into the address: as a new entry of the history, or in place of the current one.
///
/// Where the address may not change, the history's entries keep the query string, so that the back button works.
pub(crate) fn write(query: &str, as_new_entry: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Ok(history) = window.history() else {
        return;
    };
    let path = window.location().pathname().unwrap_or_default();
    let address = if query.is_empty() {
        path
    } else {
        format!("?{query}")
    };
    if enter(&history, as_new_entry, &JsValue::NULL, Some(&address)).is_ok() {
        return;
    }
    if as_new_entry {
        // The entry to come back to keeps what the address said when the page was opened.
        let before = JsValue::from_str(&self::query());
        enter(&history, false, &before, None).ok();
    }
    document::set_root(FIXED, Some("true"));
    // A place in the page may be named everywhere.
    let (query, place) = query.split_at(query.find('#').unwrap_or(query.len()));
    enter(
        &history,
        as_new_entry,
        &JsValue::from_str(query),
        Some(place),
    )
    .ok();
}

fn enter(
    history: &History,
    as_new_entry: bool,
    state: &JsValue,
    address: Option<&str>,
) -> Result<(), JsValue> {
    if as_new_entry {
        history.push_state_with_url(state, "", address)
    } else {
        history.replace_state_with_url(state, "", address)
    }
}
