//! The system's own way to pass something on, where it has one.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FilePropertyBag, Navigator, ShareData};

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}

/// Whether there is one.
pub(crate) fn is_there() -> bool {
    navigator().is_some_and(|navigator| super::has(&navigator, "share"))
}

/// Passes a view on: its title, its address, and a picture where the system takes one. Who changes their mind has
/// refused nothing.
///
/// # Errors
/// What the browser refused, in words.
pub(crate) async fn pass_on(
    title: &str,
    address: &str,
    picture: Option<(String, Blob)>,
) -> Result<(), String> {
    let Some(navigator) = navigator() else {
        return Ok(());
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    if let Some((name, blob)) = picture {
        let options = FilePropertyBag::new();
        options.set_type(&blob.type_());
        let parts = Array::of1(&blob);
        let file = File::new_with_blob_sequence_and_options(&parts, &name, &options);
        let file = file.map_err(|error| super::told(&error))?;
        data.set_files(&Array::of1(&file));
        if !(super::has(&navigator, "canShare") && navigator.can_share_with_data(&data)) {
            data.set_files(&JsValue::UNDEFINED);
        }
    }
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Err(error) if !is_abort(&error) => Err(super::told(&error)),
        _ => Ok(()),
    }
}

/// Whether the reader changed their mind.
fn is_abort(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into());
    name.is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
}
