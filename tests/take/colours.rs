//! The colours of pictures are the page's.

use std::collections::BTreeMap;

use adit::take::COLOURS;

/// The custom properties of every rule with a selector, in both style sheets.
fn properties(selector: &str) -> BTreeMap<String, String> {
    let css = concat!(
        include_str!("../../style.css"),
        include_str!("../../desk.css")
    );
    let mut found = BTreeMap::new();
    for block in css.split(&format!("{selector} {{")).skip(1) {
        let block = block.split('}').next().expect("a block");
        let pairs = block.split(';').filter_map(|pair| pair.split_once(':'));
        found.extend(pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())));
    }
    found
}

/// A value of a style sheet as six digits.
fn resolved(properties: &BTreeMap<String, String>, name: &str) -> Option<String> {
    let value = properties.get(name)?;
    if let Some(other) = value.strip_prefix("var(") {
        return resolved(properties, other.trim_end_matches(')'));
    }
    let digits = value.strip_prefix('#')?;
    Some(match digits.len() {
        3 => digits
            .chars()
            .fold("#".to_owned(), |hex, digit| format!("{hex}{digit}{digit}")),
        _ => value.clone(),
    })
}

#[test]
fn maps_have_the_colours_of_the_style_sheets() {
    let light = properties(":root");
    let mut dark = light.clone();
    dark.extend(properties(":root[data-theme=\"dark\"]"));
    for (name, on_light, on_dark) in &COLOURS {
        let property = format!("--{name}");
        assert_eq!(
            resolved(&light, &property).as_deref(),
            Some(*on_light),
            "{name}"
        );
        assert_eq!(
            resolved(&dark, &property).as_deref(),
            Some(*on_dark),
            "{name} on dark"
        );
    }
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn the_words_of_a_picture_stand_out_from_its_ground() {
    let of = |wanted: &str, dark: bool| {
        let found = COLOURS.iter().find(|(name, ..)| *name == wanted);
        let (_, on_light, on_dark) = found.expect("a colour");
        luminance(if dark { on_dark } else { on_light })
    };
    for dark in [false, true] {
        for (words, ground) in [("ink", "paper"), ("muted", "paper"), ("mark", "mark-edge")] {
            let (one, other) = (of(words, dark), of(ground, dark));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(contrast >= 4.5, "{words} on {ground}: {contrast:.2}");
        }
    }
}
