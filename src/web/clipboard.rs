//! The reader's clipboard.

use wasm_bindgen_futures::JsFuture;

/// Puts a text there; whether the browser let it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Where the page is not served safely there is no clipboard, which `Reflect` tells without an exception.
    let navigator = window.navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if there.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
