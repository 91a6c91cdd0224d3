//! Contact with the browser, one facility a file. Nothing above this floor touches `web-sys` for these matters.
//!
//! Everything compiles natively too, so that the build can write the page out as HTML; what is called there is
//! guarded by the caller (effects and event handlers do not run natively).

pub(crate) mod canvas;
pub(crate) mod document;
pub(crate) mod download;
pub(crate) mod history;
