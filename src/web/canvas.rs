//! A canvas at the screen's own resolution.

use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

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
    // Setting the size clears the canvas, also when it is the size that it has.
    canvas.set_width(device(css_width, ratio));
    canvas.set_height(device(P::HEIGHT, ratio));
    let backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| DrawError("the canvas has no drawing context".to_owned()))?;
    let area = backend.into_drawing_area();
    P::paint(figure, &area, theme.scaled(ratio))?;
    area.present()?;
    Ok(())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a canvas's size is positive and far below u32's range"
)]
fn device(css: f64, ratio: f64) -> u32 {
    (css * ratio).round().max(1.0) as u32
}

/// Calls back whenever the canvas changes its size on the page, the screen its pixel ratio, or the system its theme.
///
/// The observers live as long as the page: charts are never taken away.
pub(crate) fn watch(canvas: &HtmlCanvasElement, changed: impl Fn() + Copy + 'static) {
    let resized = Closure::<dyn FnMut()>::new(changed);
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
            let noticed = Closure::<dyn FnMut()>::new(changed);
            // Fails only for a list that takes no listeners, which no browser has.
            list.add_event_listener_with_callback("change", noticed.as_ref().unchecked_ref())
                .ok();
            noticed.forget();
        }
    }
}
