//! The picture of a view as other sites show it beside a link: 1200 by 628 dots, with its words in it.

use adit::draw::{Theme, escaped};

use crate::failure::Answer;
use crate::png;

/// CSS pixels of the card; twice as many dots.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 314;
/// Dots to a CSS pixel.
const SCALE: u32 = 2;
/// The card's size in dots.
pub(crate) const DOTS: (u32, u32) = (WIDTH * SCALE, HEIGHT * SCALE);
/// CSS pixels of the text's lines, and letters that fit into one.
const LINE: (u32, usize) = (30, 40);

/// A drawing on the card's ground, as large as fits; `heading` stands above one that has none of its own.
pub(crate) fn of_drawing(heading: Option<&str>, drawing: &str) -> Answer<Vec<u8>> {
    let top = if heading.is_some() { 38 } else { 0 };
    let title = heading.map_or_else(String::new, |heading| {
        format!(
            "<text x=\"16\" y=\"26\" font-size=\"17\" font-weight=\"600\">{}</text>",
            escaped(heading)
        )
    });
    // The drawing is a picture of its own: within the card it keeps its proportions.
    let size = format!(
        "<svg y=\"{top}\" width=\"{WIDTH}\" height=\"{}\" ",
        HEIGHT - top
    );
    let inner = without_size(drawing).replacen("<svg ", &size, 1);
    painted(&[title, inner].concat())
}

/// A card of words alone.
pub(crate) fn of_words(heading: &str, text: &str) -> Answer<Vec<u8>> {
    let accent = "#9c4312";
    let mut inner = format!(
        "<path d=\"M32 62 V46 a14 14 0 0 1 28 0 V62\" fill=\"none\" stroke=\"{accent}\" stroke-width=\"8\"/>\
         <text x=\"74\" y=\"60\" font-size=\"26\" font-weight=\"600\">Adit</text>\
         <text x=\"32\" y=\"112\" font-size=\"17\" fill=\"#5f5a52\">{}</text>",
        escaped(heading)
    );
    for (at, line) in (0_u32..).zip(lines(text, LINE.1)) {
        let y = 156 + at * LINE.0;
        inner += &format!(
            "<text x=\"32\" y=\"{y}\" font-size=\"24\">{}</text>",
            escaped(&line)
        );
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

/// A drawing's text less the width and height of its root, which says them as its view box too.
fn without_size(drawing: &str) -> String {
    let Some(end) = drawing.find('>') else {
        return drawing.to_owned();
    };
    let (root, rest) = drawing.split_at(end);
    let kept = root.split(' ').filter(|part| {
        let sized = part.starts_with("width=") || part.starts_with("height=");
        !sized
    });
    let root: Vec<&str> = kept.collect();
    [&root.join(" "), rest].concat()
}

/// A text in lines of at most so many letters, broken between words.
fn lines(text: &str, longest: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let full = lines.last().is_some_and(|line| {
            !line.is_empty() && line.chars().count() + word.chars().count() >= longest
        });
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_between_words_and_none_is_lost() {
        assert_eq!(lines("who holds what", 10), ["who holds", "what"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn a_drawing_gives_up_its_own_size_and_keeps_its_proportions() {
        let drawing = "<svg width=\"9\" height=\"5\" viewBox=\"0 0 9 5\"><rect width=\"1\"/></svg>";
        assert_eq!(
            without_size(drawing),
            "<svg viewBox=\"0 0 9 5\"><rect width=\"1\"/></svg>"
        );
    }
}
