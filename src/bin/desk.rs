//! The desk: the views that compare minerals and importers, fetched when a link asks for one of them.

fn main() {
    adit::app::mount_desk();
}

/// Opens the window of what readers take with them.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn share() {
    adit::app::share();
}

/// Takes a message of the document that frames the page, and where it came from.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hear(message: &wasm_bindgen::JsValue, origin: String) {
    adit::app::hear(message, origin);
}
