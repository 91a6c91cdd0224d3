//! The document that frames the page: messages from it, and to it.

use js_sys::{JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::Blob;

/// The JSON of a message; none where it holds what JSON has not, or itself.
pub(crate) fn json(message: &JsValue) -> Option<String> {
    JSON::stringify(message).ok()?.as_string()
}

/// What a message that has no JSON calls itself, if that is a text or a number.
pub(crate) fn id_of(message: &JsValue) -> Option<String> {
    let id = Reflect::get(message, &"id".into()).ok()?;
    json(&id)
}

/// Posts a message to the host, and to no other document that may have taken its place.
///
/// # Units
/// `origin` is the host's, as the browser says it; where it is hidden (`null`), any document in its place hears.
pub(crate) fn post(message: &impl Serialize, origin: &str) {
    // A message is plain data, which always has a form.
    if let Ok(message) = message.serialize(&Serializer::json_compatible()) {
        send(&message, origin);
    }
}

/// The same with a file in the place of `data` within its data.
pub(crate) fn post_with(message: &impl Serialize, file: &Blob, origin: &str) {
    let Ok(message) = message.serialize(&Serializer::json_compatible()) else {
        return;
    };
    let data = Reflect::get(&message, &"data".into());
    let put = data.and_then(|data| Reflect::set(&data, &"data".into(), file));
    if put.is_ok() {
        send(&message, origin);
    }
}

fn send(message: &JsValue, origin: &str) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    if let Some(parent) = parent {
        let target = if origin == "null" { "*" } else { origin };
        // It fails for what is no origin, which browsers do not give.
        parent.post_message(message, target).ok();
    }
}
