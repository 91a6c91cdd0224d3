//! What is out of view follows a choice once the frame that answers the choice is painted.
//!
//! While the reader sees any of it, it follows at once: nothing out of date is ever in view.

use leptos::prelude::*;

#[cfg(not(feature = "prerender"))]
use crate::web;

/// A value for the parts of the page that may be out of view: `now` while the reader `reached` them, otherwise what
/// is `painted`.
pub(super) fn below<T>(reached: RwSignal<bool>, now: Memo<T>, painted: RwSignal<T>) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        if reached.get() {
            now.get()
        } else {
            painted.get()
        }
    })
}

/// A value for all that stands above the element with an id: `now`, or what was last painted while the reader has
/// scrolled past the element, so that none of it is in view.
#[cfg(not(feature = "prerender"))]
pub(super) fn above<T>(id: &'static str, now: Memo<T>) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let seen = RwSignal::new(true);
    Effect::new(move || {
        web::reach::watch(id, web::reach::NOT_PASSED, move |is_seen| {
            seen.try_set(is_seen);
        });
    });
    below(seen, now, once_painted(now))
}

/// What `now` was when a frame was last painted: for what no frame shows, such as the document's title.
pub(super) fn once_painted<T>(now: Memo<T>) -> RwSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let painted = RwSignal::new(now.get_untracked());
    let due = StoredValue::new(false);
    Effect::new(move || {
        let is_painted = now.with(|now| painted.with_untracked(|painted| painted == now));
        if !is_painted && !due.get_value() {
            due.set_value(true);
            after_paint(move || {
                // The view may have given way to another meanwhile.
                if let (None, Some(now)) = (due.try_set_value(false), now.try_get_untracked()) {
                    painted.try_set(now);
                }
            });
        }
    });
    painted
}

/// Runs once the next frame is painted.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, std::time::Duration::ZERO));
}
