//! The document that frames the page: messages from it, and to it.

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// The JSON of a message; none where it holds what JSON has not, or itself.
pub(crate) fn json(message: &JsValue) -> Option<String> {
    JSON::stringify(message).ok()?.as_string()
}

/// What a message that has no JSON calls itself, if that is a text or a number.
pub(crate) fn id_of(message: &JsValue) -> Option<String> {
    let id = js_sys::Reflect::get(message, &"id".into()).ok()?;
    json(&id)
}

/// Posts a message to the host, and to no other document that may have taken its place.
///
/// # Units
/// `origin` is the host's, as the browser says it; where it is hidden (`null`), any document in its place hears.
pub(crate) fn post(message: &impl Serialize, origin: &str) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    let message = message.serialize(&Serializer::json_compatible());
    if let (Some(parent), Ok(message)) = (parent, message) {
        let target = if origin == "null" { "*" } else { origin };
        // It fails for what is no origin, which browsers do not give.
        parent.post_message(&message, target).ok();
    }
}
