//! A file of the page's own folder, or one that the document holds itself.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{document, enclosed};

/// The attribute of the root element with the folder of the data, whose name changes with them.
const FOLDER: &str = "data-files";

/// The bytes of a file of data.
///
/// # Errors
/// As [`bytes`].
pub(crate) async fn data(name: &str) -> Result<Vec<u8>, String> {
    if let Some(enclosed) = enclosed::bytes(name).await {
        return enclosed;
    }
    let folder = document::root().and_then(|root| root.get_attribute(FOLDER));
    let folder = folder.ok_or("the document does not say where its data are")?;
    over_the_line(&format!("{folder}/{name}")).await
}

/// The bytes of a file beside the page.
///
/// # Errors
/// What went wrong, in words: the server's status, or that nothing answered.
pub(crate) async fn bytes(name: &str) -> Result<Vec<u8>, String> {
    match enclosed::bytes(name).await {
        Some(enclosed) => enclosed,
        None => over_the_line(name).await,
    }
}

async fn over_the_line(path: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or("there is no window")?;
    let unreachable = |_| "nothing answered; is the connection down?".to_owned();
    let answer = JsFuture::from(window.fetch_with_str(path)).await;
    let response: Response = answer.map_err(unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(format!("the server said {}", response.status()));
    }
    let buffer = response.array_buffer().map_err(unreachable)?;
    let buffer = JsFuture::from(buffer).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
