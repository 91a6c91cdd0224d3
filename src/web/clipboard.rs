//! The reader's clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::ClipboardItem;

use super::picture::PNG;

/// Puts a text there; whether the browser let it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // There is none where the page is not served safely.
    if !super::has(&navigator, "clipboard") {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}

/// Puts a picture there, which may still be made; whether the browser let it.
pub(crate) async fn copy_picture(
    picture: impl Future<Output = Result<web_sys::Blob, String>> + 'static,
) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    if !super::has(&window, "ClipboardItem") || !super::has(&navigator, "clipboard") {
        return false;
    }
    // Some browsers let only what was begun within the click.
    let made = future_to_promise(async move {
        let made = picture.await;
        made.map(JsValue::from)
            .map_err(|why| JsValue::from_str(&why))
    });
    let items = js_sys::Object::new();
    let set = js_sys::Reflect::set(&items, &PNG.into(), &made);
    let item = set.and_then(|_| ClipboardItem::new_with_record_from_str_to_blob_promise(&items));
    let Ok(item) = item else { return false };
    let written = navigator.clipboard().write(&js_sys::Array::of1(&item));
    JsFuture::from(written).await.is_ok()
}
