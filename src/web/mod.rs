//! Contact with the browser, one facility a file. Nothing above this floor touches `web-sys` for these matters.
//!
//! Everything compiles natively too, so that the build can write the page out as HTML; what is called there is
//! guarded by the caller (effects and event handlers do not run natively).

#[cfg_attr(
    feature = "prerender",
    expect(dead_code, reason = "the build paints charts as SVG")
)]
pub mod canvas;
#[cfg(not(feature = "prerender"))]
pub(crate) mod clipboard;
#[cfg_attr(
    feature = "prerender",
    expect(dead_code, reason = "the build mounts nothing")
)]
pub(crate) mod document;
#[cfg(not(feature = "prerender"))]
pub(crate) mod download;
#[cfg_attr(
    feature = "prerender",
    expect(dead_code, reason = "the build is no document")
)]
pub(crate) mod enclosed;
#[cfg_attr(
    feature = "prerender",
    expect(dead_code, reason = "the build fetches nothing")
)]
pub(crate) mod fetch;
#[cfg(not(feature = "prerender"))]
pub(crate) mod frame;
pub(crate) mod history;
#[cfg(not(feature = "prerender"))]
pub(crate) mod host;
#[cfg(not(feature = "prerender"))]
pub(crate) mod pause;
#[cfg(not(feature = "prerender"))]
pub(crate) mod picture;
pub(crate) mod reach;
#[cfg(not(feature = "prerender"))]
pub(crate) mod share;
#[cfg(not(feature = "prerender"))]
pub(crate) mod upload;
#[cfg(not(feature = "prerender"))]
pub(crate) mod worker;

/// Whether an object of the browser has something, which reading it where there is none would end in an exception.
#[cfg(not(feature = "prerender"))]
pub(crate) fn has(object: &wasm_bindgen::JsValue, name: &str) -> bool {
    let found = js_sys::Reflect::get(object, &name.into());
    found.is_ok_and(|found| !found.is_undefined())
}

/// What the browser says of something that it refused.
pub(crate) fn told(error: &wasm_bindgen::JsValue) -> String {
    use wasm_bindgen::JsCast;

    let error: Option<&js_sys::Error> = error.dyn_ref();
    let said = error.map(|error| String::from(error.message()));
    said.filter(|said| !said.is_empty())
        .unwrap_or_else(|| "the browser did not say why".to_owned())
}
