//! Pictures in dots: SVG painted by the browser, with the reader's own fonts.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

use super::told;

/// The kind of such a file.
pub(crate) const PNG: &str = "image/png";

/// An SVG of a size in CSS pixels as PNG, so many device pixels a CSS pixel.
///
/// # Errors
/// What the browser refused, in words.
pub(crate) async fn png(svg: &str, size: (u32, u32), scale: u32) -> Result<Blob, String> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml;charset=utf-8");
    let parts = Array::of1(&JsValue::from_str(svg));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let address = Url::create_object_url_with_blob(&blob.map_err(|error| told(&error))?);
    let address = address.map_err(|error| told(&error))?;
    let painted = painted(&address, size, scale).await;
    // It fails only for what is no address.
    Url::revoke_object_url(&address).ok();
    painted.map_err(|error| told(&error))
}

async fn painted(address: &str, size: (u32, u32), scale: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.ok_or(JsValue::NULL)?.create_element("canvas")?;
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    canvas.set_width(size.0 * scale);
    canvas.set_height(size.1 * scale);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (canvas.width(), canvas.height());
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width.into(),
        height.into(),
    )?;
    let mut ask = |done: Function, failed: Function| {
        if let Err(error) = canvas.to_blob_with_type(&done, PNG) {
            // The promise is rejected with it.
            failed.call1(&JsValue::NULL, &error).ok();
        }
    };
    // A canvas that is too large for the browser gives nothing.
    JsFuture::from(Promise::new(&mut ask)).await?.dyn_into()
}

/// The bytes of a file.
///
/// # Errors
/// What the browser refused, in words.
pub(crate) async fn bytes(blob: &Blob) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    Ok(Uint8Array::new(&buffer.map_err(|error| told(&error))?).to_vec())
}
