//! The address bar and the back button.

use wasm_bindgen::JsValue;

/// The query string of the address, without its question mark.
pub(crate) fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .map(|search| search.trim_start_matches('?').to_owned())
        .unwrap_or_default()
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
/// A frame whose host forbids it keeps its address; the page works on.
pub(crate) fn write(query: &str, as_new_entry: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let path = window.location().pathname().unwrap_or_default();
    let address = if query.is_empty() {
        path
    } else {
        format!("?{query}")
    };
    let Ok(history) = window.history() else {
        return;
    };
    let written = if as_new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    written.ok();
}
