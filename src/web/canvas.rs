//! A canvas at the screen's own resolution.

use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ResizeObserver, ResizeObserverEntry};

use crate::draw::{DrawError, Painter, Theme};

/// The screen's device pixels a CSS pixel.
pub(crate) fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// Sizes a canvas for a pixel ratio, clears it, and paints a figure over it.
///
/// # Units
/// `css_width` is in CSS pixels, as the painter's height is; the backing store is that many times `ratio`, rounded
/// once.
///
/// # Errors
/// [`DrawError`] when there is no drawing context, or when the painter fails.
pub fn paint<P: Painter>(
    canvas: &HtmlCanvasElement,
    figure: &P::Figure,
    css_width: f64,
    ratio: f64,
    theme: Theme,
) -> Result<(), DrawError> {
    let size = (device(css_width, ratio), device(P::HEIGHT, ratio));
    let backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| DrawError("the canvas has no drawing context".to_owned()))?;
    if (canvas.width(), canvas.height()) == size {
        clear(canvas);
    } else {
        // Setting a size clears too, but the page is laid out anew.
        canvas.set_width(size.0);
        canvas.set_height(size.1);
    }
    let area = backend.into_drawing_area();
    P::paint(figure, &area, theme.scaled(ratio))?;
    area.present()?;
    Ok(())
}

fn clear(canvas: &HtmlCanvasElement) {
    let context = canvas.get_context("2d").ok().flatten();
    if let Some(context) = context.and_then(|one| one.dyn_into::<CanvasRenderingContext2d>().ok()) {
        context.clear_rect(0.0, 0.0, canvas.width().into(), canvas.height().into());
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a canvas's size is positive and far below u32's range"
)]
fn device(css: f64, ratio: f64) -> u32 {
    (css * ratio).round().max(1.0) as u32
}

/// Calls back with the canvas's width in CSS pixels at first and whenever it changes, and with none when the screen's
/// pixel ratio or the system's theme does. The width is the observer's: asking the canvas would lay the page out.
///
/// The observers live as long as the page; a canvas that is gone may still be told of.
pub(crate) fn watch(canvas: &HtmlCanvasElement, changed: impl Fn(Option<f64>) + Copy + 'static) {
    let resized = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entry = entries.pop().dyn_into::<ResizeObserverEntry>().ok();
        changed(entry.map(|entry| entry.content_rect().width()));
    });
    if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        observer.observe(canvas);
    }
    resized.forget();
    let ratio = pixel_ratio();
    for query in [
        "(prefers-color-scheme: dark)".to_owned(),
        format!("(resolution: {ratio}dppx)"),
    ] {
        let list = web_sys::window().and_then(|window| window.match_media(&query).ok().flatten());
        if let Some(list) = list {
            let noticed = Closure::<dyn FnMut()>::new(move || changed(None));
            // Fails only for a list that takes no listeners, which no browser has.
            list.add_event_listener_with_callback("change", noticed.as_ref().unchecked_ref())
                .ok();
            noticed.forget();
        }
    }
}
