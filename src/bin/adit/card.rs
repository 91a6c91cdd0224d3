//! A card of words, for views that open without a figure: 1200 by 628 dots, as the pictures of the others.

use std::fmt::Write as _;

use adit::draw::{Theme, escaped};
use adit::take::broken;

use crate::failure::Answer;
use crate::png;

/// CSS pixels of the card; twice as many dots.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 314;
/// Dots to a CSS pixel.
const SCALE: u32 = 2;
/// The card's size in dots.
pub(crate) const DOTS: (u32, u32) = (WIDTH * SCALE, HEIGHT * SCALE);
/// CSS pixels between the text's lines.
const LINE: u32 = 30;
/// The text's type, in CSS pixels.
const TYPE: f64 = 24.0;
/// How wide its lines are at most.
const MOST: f64 = 536.0;

/// What a view is called and says, as a card.
pub(crate) fn of_words(heading: &str, text: &str) -> Answer<Vec<u8>> {
    let accent = "#9c4312";
    let mut inner = format!(
        "<path d=\"M32 62 V46 a14 14 0 0 1 28 0 V62\" fill=\"none\" stroke=\"{accent}\" stroke-width=\"8\"/>\
         <text x=\"74\" y=\"60\" font-size=\"26\" font-weight=\"600\">Adit</text>\
         <text x=\"32\" y=\"112\" font-size=\"17\" fill=\"#5f5a52\">{}</text>",
        escaped(heading)
    );
    for (at, line) in (0_u32..).zip(broken(text, TYPE, MOST)) {
        let y = 156 + at * LINE;
        let line = escaped(&line);
        // Writing to a string cannot fail.
        write!(
            inner,
            "<text x=\"32\" y=\"{y}\" font-size=\"{TYPE}\">{line}</text>"
        )
        .ok();
    }
    painted(&inner)
}

fn painted(inner: &str) -> Answer<Vec<u8>> {
    let font = Theme::FONT;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"{font}\" fill=\"#1d1b18\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#fbfaf7\"/>{inner}</svg>"
    );
    png::of_svg(&svg, SCALE)
}
