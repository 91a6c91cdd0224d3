//! What a frame in the page tells it.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{HtmlIFrameElement, MessageEvent};

/// The tallest frame that is believed.
const TALLEST: f64 = 6000.0;

/// The height that a message tells, in CSS pixels, if it comes from the document in that frame.
pub(crate) fn height_told(event: &MessageEvent, frame: &HtmlIFrameElement) -> Option<u32> {
    let (from, window) = (event.source()?, frame.content_window()?);
    Object::is(&from, &window).then_some(())?;
    let data = event.data();
    let get = |key: &str| Reflect::get(&data, &JsValue::from_str(key)).ok();
    (get("type")?.as_string()? == "embed-size").then_some(())?;
    let height = get("height")?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 1 and the tallest"
    )]
    (1.0..=TALLEST)
        .contains(&height)
        .then_some(height.ceil() as u32)
}
