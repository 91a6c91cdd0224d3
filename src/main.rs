//! The page: mounts the components into the document.

fn main() {
    adit::app::mount();
}

/// Gives way to another program in the same document.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn leave() {
    adit::app::leave();
}
