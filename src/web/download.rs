//! What is handed to the reader as a file.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `text` as a file named `name`, with the mark that tells spreadsheets that it is UTF-8.
///
/// # Errors
/// What the browser says when it refuses to make the file.
pub(crate) fn text(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of2(&JsValue::from_str("\u{feff}"), &JsValue::from_str(text));
    blob(
        name,
        &Blob::new_with_str_sequence_and_options(&parts, &options)?,
    )
}

/// Offers bytes as a file named `name`.
///
/// # Errors
/// As [`text`].
pub(crate) fn bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    blob(name, &file(kind, bytes)?)
}

/// Bytes as a file of the browser's.
///
/// # Errors
/// As [`text`].
pub(crate) fn file(kind: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Offers a file under a name.
///
/// # Errors
/// As [`text`].
pub(crate) fn blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
