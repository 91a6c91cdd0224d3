//! A file of the page's own folder.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file beside the page.
///
/// # Errors
/// What went wrong, in words: the server's status, or that nothing answered.
pub(crate) async fn bytes(path: &str) -> Result<Vec<u8>, String> {
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
