//! Zoom and pan of the map by mouse, touch and wheel, without capturing the page's scroll.
//!
//! The wheel zooms only with Ctrl or Cmd held; one finger scrolls the page, two zoom; a mouse drags once the map is
//! enlarged. Buttons do all of it too.

use leptos::ev::{PointerEvent, WheelEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::context::App;
use crate::state::{Action, Viewport};

/// How far a pointer moves before it drags instead of clicking, in CSS pixels.
const DRAG: f64 = 4.0;
/// How much a wheel's step enlarges, per unit of its travel.
const WHEEL: f64 = 0.0022;

/// A pointer that is down on the map.
#[derive(Debug, Clone, Copy)]
struct Held {
    id: i32,
    x: f64,
    y: f64,
}

/// The pointers on the map and what they do to the view.
#[derive(Clone, Copy)]
pub(super) struct PanZoom {
    app: App,
    held: StoredValue<Vec<Held>>,
    dragged: StoredValue<bool>,
}

impl PanZoom {
    /// No pointer on the map yet.
    pub(super) fn new(app: App) -> Self {
        Self {
            app,
            held: StoredValue::new(Vec::new()),
            dragged: StoredValue::new(false),
        }
    }

    /// Whether the last press was a drag, so that its release is no click.
    pub(super) fn was_drag(self) -> bool {
        self.dragged.get_value()
    }

    fn look(self, change: impl FnOnce(Viewport) -> Viewport) {
        self.app
            .dispatch(Action::SetViewport(change(self.app.now().viewport)));
    }

    /// Enlarges about the middle of the frame.
    pub(super) fn by(self, factor: f64) {
        self.look(|view| view.zoomed_about(factor, 0.5, 0.5));
    }

    /// Shows the whole world.
    pub(super) fn reset(self) {
        self.look(|_| Viewport::WORLD);
    }

    /// The wheel turned.
    pub(super) fn wheel(self, event: &WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let Some((x, y, width, height)) = frame(event) else {
            return;
        };
        let factor = (-event.delta_y() * WHEEL).exp();
        self.look(|view| view.zoomed_about(factor, x / width, y / height));
    }

    /// A pointer went down.
    pub(super) fn down(self, event: &PointerEvent) {
        self.dragged.set_value(false);
        let held = Held {
            id: event.pointer_id(),
            x: event.client_x().into(),
            y: event.client_y().into(),
        };
        self.held.update_value(|all| {
            all.retain(|other| other.id != held.id);
            all.push(held);
        });
    }

    /// A pointer moved.
    pub(super) fn moved(self, event: &PointerEvent) {
        let now = Held {
            id: event.pointer_id(),
            x: event.client_x().into(),
            y: event.client_y().into(),
        };
        let held = self.held.get_value();
        let Some(before) = held.iter().find(|held| held.id == now.id).copied() else {
            return;
        };
        let Some((_, _, width, height)) = frame(event) else {
            return;
        };
        let (dx, dy) = (now.x - before.x, now.y - before.y);
        if let Some(other) = held.iter().find(|held| held.id != now.id) {
            let spread = |one: Held| (one.x - other.x).hypot(one.y - other.y).max(1.0);
            self.look(|view| {
                view.zoomed_about(spread(now) / spread(before), 0.5, 0.5)
                    .moved(-dx / width / 2.0, -dy / height / 2.0)
            });
        } else if self.app.now().viewport.is_world()
            || event.pointer_type() == "touch"
            || (!self.dragged.get_value() && dx.hypot(dy) < DRAG)
        {
            return;
        } else {
            self.look(|view| view.moved(-dx / width, -dy / height));
        }
        self.dragged.set_value(true);
        self.held.update_value(|all| {
            for one in all.iter_mut().filter(|one| one.id == now.id) {
                *one = now;
            }
        });
    }

    /// A pointer was lifted or left.
    pub(super) fn up(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.held
            .update_value(|all| all.retain(|held| held.id != id));
    }
}

/// Where a pointer is on the element that listens, and that element's size: x, y, width, height in CSS pixels.
pub(super) fn frame(event: &web_sys::MouseEvent) -> Option<(f64, f64, f64, f64)> {
    let element: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    (bounds.width() > 0.0 && bounds.height() > 0.0).then(|| {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        (
            x - bounds.left(),
            y - bounds.top(),
            bounds.width(),
            bounds.height(),
        )
    })
}
