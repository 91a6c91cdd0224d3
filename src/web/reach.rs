//! How far down the page the reader has come.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// What has been scrolled past counts as seen: the window is extended upwards, further than any page is long.
pub(crate) const COME_TO: &str = "1000000px 0px 0px 0px";
/// What has not been come to counts as seen: the window is extended downwards.
#[cfg_attr(
    feature = "prerender",
    expect(dead_code, reason = "nobody scrolls while the build writes")
)]
pub(crate) const NOT_PASSED: &str = "0px 0px 1000000px 0px";

/// Calls back with whether any of the element with an id is in the window, extended by a margin, at first and whenever
/// that changes.
///
/// The observer lives as long as the page; an element that is gone may still be told of.
pub(crate) fn watch(id: &str, margin: &str, changed: impl Fn(bool) + 'static) {
    let Some(element) = super::document::element(id) else {
        return;
    };
    let noticed = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
            // What is hidden has no place, and tells nothing of what is in view.
            let hidden = entry.bounding_client_rect().height() <= 0.0;
            changed(hidden || entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let callback = noticed.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) {
        observer.observe(&element);
    }
    noticed.forget();
}
