//! The document: its root element, the reader's system preferences, focus.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// The element with an id.
pub(super) fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// The first element that a selector finds.
fn first(selector: &str) -> Option<Element> {
    let found = web_sys::window()?.document()?.query_selector(selector);
    found.ok().flatten()
}

/// The root element.
pub(crate) fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Sets or removes an attribute of the root element.
pub(crate) fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // Both fail only for names that are no attribute names; these are fixed words.
    match value {
        Some(value) => root.set_attribute(name, value).ok(),
        None => root.remove_attribute(name).ok(),
    };
}

/// The document's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Whether a media query holds now.
pub(crate) fn matches_media(query: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// The text of the element with an id, its parts set apart by spaces; none where there is no such element.
#[cfg(not(feature = "prerender"))]
pub(crate) fn text(id: &str) -> String {
    let Some(element) = element(id) else {
        return String::new();
    };
    let parts = element.children();
    let parts: Vec<String> = (0..parts.length())
        .filter_map(|at| parts.item(at)?.text_content())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        element.text_content().unwrap_or_default()
    } else {
        parts.join(" ")
    }
}

/// The text of the first element that a selector finds.
#[cfg(not(feature = "prerender"))]
pub(crate) fn text_of(selector: &str) -> Option<String> {
    first(selector)?.text_content()
}

/// Removes the element with an id, such as what the build wrote for readers without script.
pub(crate) fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Moves the element with an id to where another stands, which goes.
pub(crate) fn put_in_place(id: &str, place: &str) {
    if let (Some(element), Some(place)) = (element(id), element(place)) {
        place.replace_with_with_node_1(&element).ok();
    }
}

/// Moves the element with an id to the end of another.
pub(crate) fn move_into(id: &str, place: &str) {
    if let (Some(element), Some(place)) = (element(id), element(place)) {
        place.append_with_node_1(&element).ok();
    }
}

/// Shows the top of the page.
pub(crate) fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets an attribute of the element with an id.
pub(crate) fn set_attribute(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        element.set_attribute(name, value).ok();
    }
}

/// An attribute of the element with an id.
#[cfg(not(feature = "prerender"))]
pub(crate) fn attribute(id: &str, name: &str) -> Option<String> {
    element(id)?.get_attribute(name)
}

/// The link that an event happened on, or within.
pub(crate) fn link_of(event: &web_sys::Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("a[href]").ok().flatten()
}

/// Moves the focus to the element that a selector finds, of HTML or of SVG.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        // Elements of SVG have the same method, by its name; it fails only where there is none.
        element
            .unchecked_into::<web_sys::HtmlElement>()
            .focus()
            .ok();
    }
}

/// Scrolls the element with an id just into view of its list.
pub(crate) fn scroll_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The time since the page was opened, in milliseconds.
pub(crate) fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// The day, as `2026-01-31`.
#[cfg(not(feature = "prerender"))]
pub(crate) fn today() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.split('T').next().unwrap_or_default().to_owned()
}
