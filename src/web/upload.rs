//! A file that the reader hands to the page.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file's name and its bytes.
pub(crate) type Named = (String, Vec<u8>);

/// The file that was chosen in an input; choosing the same one again is a new choice.
pub(crate) fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = first(input.files());
    input.set_value("");
    file
}

/// The file that was dropped.
pub(crate) fn dropped(event: &DragEvent) -> Option<File> {
    first(event.data_transfer()?.files())
}

fn first(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// Reads a file; it stays in this tab.
///
/// # Errors
/// When the browser cannot read it, for one because it was moved since.
pub(crate) async fn read(file: File) -> Result<Named, String> {
    let name = file.name();
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_error| format!("the browser could not read {name}"))?;
    Ok((name, Uint8Array::new(&buffer).to_vec()))
}
