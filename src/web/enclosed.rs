//! What the document holds itself: the single file, which opens from disk, has every file within.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the document is the single file.
pub(crate) fn is_here() -> bool {
    reader().is_some()
}

/// The bytes of a file that the document holds; none where the document is not the single file.
///
/// # Errors
/// What went wrong, in words.
pub(crate) async fn bytes(name: &str) -> Option<Result<Vec<u8>, String>> {
    let read = reader()?.call1(&JsValue::NULL, &JsValue::from_str(name));
    let read = match read.and_then(JsCast::dyn_into::<Promise>) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    let read = read.and_then(JsCast::dyn_into::<Uint8Array>);
    Some(
        read.map(|bytes| bytes.to_vec())
            .map_err(|error| super::told(&error)),
    )
}

/// What the single file's own script reads its files with.
fn reader() -> Option<Function> {
    let window = web_sys::window()?;
    let adit = Reflect::get(&window, &JsValue::from_str("adit")).ok()?;
    let reader = Reflect::get(&adit, &JsValue::from_str("enclosed")).ok()?;
    reader.dyn_into().ok()
}
