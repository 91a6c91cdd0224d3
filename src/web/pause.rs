//! Waiting for a while.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Comes back after a time, in milliseconds; what the browser has to do meanwhile comes first.
pub(crate) async fn pause(milliseconds: i32) {
    let waited = Promise::new(&mut |done, _| {
        // It fails only where there is no window, and then there is nothing to wait for either.
        web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds)
        });
    });
    JsFuture::from(waited).await.ok();
}
