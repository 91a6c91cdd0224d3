//! In a real browser: canvases that hold what was painted, and an address that keeps the state.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

#[path = "shared/shock_bits.rs"]
mod shock_bits;

use adit::data::embedded;
use adit::draw::{Bars, Colour, Painter, Theme};
use adit::figure::{Context, Ranking};
use adit::i18n::EN;
use adit::state::ViewState;
use adit::web::canvas::paint;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .expect("a document");
    let canvas = document.create_element("canvas").expect("a canvas");
    document
        .body()
        .expect("a body")
        .append_child(&canvas)
        .expect("attached");
    canvas.unchecked_into()
}

fn pixel(canvas: &HtmlCanvasElement, x: f64, y: f64) -> [u8; 4] {
    let context = canvas
        .get_context("2d")
        .expect("a context")
        .expect("a context");
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let data = context
        .get_image_data(x, y, 1.0, 1.0)
        .expect("a pixel")
        .data();
    [data[0], data[1], data[2], data[3]]
}

fn ranking() -> Ranking {
    let data = embedded().expect("valid data");
    Ranking::build(&Context::of(data, &EN, ViewState::first(data)))
}

/// Paints the first view's bars at a pixel ratio and looks where they must be and where they must not.
fn bars_at(ratio: f64) {
    let canvas = canvas();
    let (width, ranking) = (520.0, ranking());
    paint::<Bars>(&canvas, &ranking, width, ratio, Theme::LIGHT).expect("painted");
    assert_eq!(f64::from(canvas.width()), (width * ratio).round());
    assert_eq!(f64::from(canvas.height()), (Bars::HEIGHT * ratio).round());
    let (red, green, blue) = Theme::LIGHT.rgb(Colour::Accent);
    // The first bar starts at the end of the names' gutter and is centred in its row of 26 pixels.
    assert_eq!(
        pixel(&canvas, (Bars::NAMES + 6.0) * ratio, 13.0 * ratio),
        [red, green, blue, 255],
        "the first bar"
    );
    assert_eq!(
        pixel(&canvas, (width - 4.0) * ratio, 20.0 * ratio)[3],
        0,
        "right of the first value"
    );
    assert_eq!(
        pixel(&canvas, (Bars::NAMES + 6.0) * ratio, 25.0 * ratio)[3],
        0,
        "between two bars"
    );
    // The longest bar is longer than the second by the ratio of their shares.
    let second = ranking.bars[1].share.fraction() / ranking.bars[0].share.fraction();
    let end = Bars::NAMES + (width - Bars::NAMES - Bars::VALUES) * second;
    assert_eq!(
        pixel(&canvas, (end - 3.0) * ratio, 39.0 * ratio)[3],
        255,
        "within the second bar"
    );
    assert_eq!(
        pixel(&canvas, (end + 3.0) * ratio, 39.0 * ratio)[3],
        0,
        "past the second bar"
    );
}

#[wasm_bindgen_test]
fn bars_are_where_expected_at_ratio_one() {
    bars_at(1.0);
}

#[wasm_bindgen_test]
fn bars_are_where_expected_at_ratio_two() {
    bars_at(2.0);
}

#[wasm_bindgen_test]
fn the_dark_theme_paints_its_own_colours() {
    let canvas = canvas();
    paint::<Bars>(&canvas, &ranking(), 520.0, 1.0, Theme::DARK).expect("painted");
    let (red, green, blue) = Theme::DARK.rgb(Colour::Accent);
    assert_eq!(
        pixel(&canvas, Bars::NAMES + 6.0, 13.0),
        [red, green, blue, 255]
    );
}

#[wasm_bindgen_test]
fn the_data_pass_their_checks_in_the_browser_too() {
    let data = embedded().expect("valid data");
    assert!(data.minerals().len() >= 60);
}

#[wasm_bindgen_test]
fn a_simulation_gives_the_same_bits_as_natively() {
    let summary = shock_bits::run(shock_bits::job());
    assert_eq!(shock_bits::checksum(&summary), shock_bits::CHECKSUM);
}
