//! The colours of maps, by the names that the style sheets give them.
//!
//! They stand here and in `style.css` and `desk.css`; a test holds the two to each other.

use crate::draw::Theme;

/// Each custom property without its dashes, on a light and on a dark ground.
pub static COLOURS: [(&str, &str, &str); 31] = [
    ("paper", "#fbfaf7", "#151413"),
    ("ink", "#1d1b18", "#f1ede6"),
    ("muted", "#5f5a52", "#b3aca1"),
    ("line", "#d9d4ca", "#3b3a38"),
    ("sea", "#f1f3f3", "#1a1d1f"),
    ("graticule", "#e2e5e5", "#24282b"),
    ("land", "#e9e6df", "#34332f"),
    ("border", "#8d877b", "#7e7a72"),
    ("zero", "#fdfcf9", "#201f1d"),
    ("hatch", "#7d776c", "#97918a"),
    ("ring", "#1d1b18", "#ffffff"),
    ("s0", "#f8dfb4", "#53371c"),
    ("s1", "#f0bf77", "#794a1a"),
    ("s2", "#e19642", "#a5661f"),
    ("s3", "#c26a25", "#d1872d"),
    ("s4", "#8f4115", "#f2b158"),
    ("s5", "#571f09", "#ffe3a6"),
    ("flow", "#1f5f7a", "#7cc4e0"),
    ("d0", "#7a2f6b", "#e08fd0"),
    ("d1", "#b0669f", "#b264a3"),
    ("d2", "#dcb6d2", "#6a4263"),
    ("d3", "#e9e6df", "#34332f"),
    ("d4", "#b5dcc9", "#2d5a4a"),
    ("d5", "#4fa383", "#4fa383"),
    ("d6", "#17664a", "#8fe0c0"),
    ("a0", "#cfe0ee", "#27435a"),
    ("a1", "#8fb9d9", "#3b6c92"),
    ("a2", "#4a86b5", "#66a3cf"),
    ("a3", "#1f4f7a", "#b4dbf5"),
    ("mark", "#10202c", "#ffffff"),
    ("mark-edge", "#ffffff", "#10202c"),
];

/// A colour by its name, on a ground; a name that no style sheet has is that of the ground.
#[must_use]
pub fn colour(theme: Theme, name: &str) -> &'static str {
    let found = COLOURS.iter().find(|(known, ..)| *known == name);
    let (_, light, dark) = found.unwrap_or(&COLOURS[0]);
    if theme.is_dark() { dark } else { light }
}

/// How a class of the style sheet fills a country, and whether it draws a ring around it.
#[must_use]
pub fn fill(theme: Theme, class: &str) -> (&'static str, bool) {
    let mut filled = colour(theme, "land");
    let mut ring = false;
    for word in class.split(' ') {
        match word {
            "home" => ring = true,
            "na" => filled = "url(#adit-na)",
            "withheld" => filled = "url(#adit-withheld)",
            _ if COLOURS.iter().any(|(known, ..)| *known == word) => filled = colour(theme, word),
            _ => {}
        }
    }
    (filled, ring)
}
