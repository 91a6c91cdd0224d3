//! Words broken into lines, where nothing measures type: SVG has no paragraphs, and which font a reader has is not
//! known. Letters count as wide as in the widest fonts in common use, so that no line is ever cut off.

/// The width of a letter, as a part of the size of the type.
fn letter(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | 'I' => 0.33,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.98,
        'A'..='Z' | '&' | '=' | '+' | '−' | '#' | '~' | '<' | '>' => 0.78,
        _ => 0.64,
    }
}

/// The most that a text takes at a size of type, in the unit of that size.
#[must_use]
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter).sum::<f64>() * size
}

/// A text in lines of at most a width; what no line has room for, such as a link, is broken anywhere.
#[must_use]
pub fn broken(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let gap = if line.is_empty() { "" } else { " " };
        let with = format!("{line}{gap}{word}");
        if width(&with, size) <= most {
            line = with;
            continue;
        }
        if width(word, size) > most {
            // No line has room for it: it begins here.
            line.push_str(gap);
        } else {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, size) > most && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                line.push(letter);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        let text = "In 2025 the Democratic Republic of the Congo mined 74% of the world’s cobalt. \
                    https://example.org/adit/?view=shock&scenario=cut-off:CHN:gallium:both:50:2025-04:12:USA";
        for most in [20.0, 120.0, 300.0] {
            let lines = broken(text, 12.0, most);
            assert!(
                lines.iter().all(|line| width(line, 12.0) <= most),
                "{lines:?}"
            );
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert!(broken("", 12.0, 100.0).is_empty());
    }
}
