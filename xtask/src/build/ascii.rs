//! A document in ASCII alone, which means the same whatever character set it is declared in.

use std::fmt::Write as _;

/// The document with what is outside ASCII written as its text, its styles and its scripts each allow.
pub(crate) fn document(html: &str) -> String {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((element, at)) = next(rest) {
        let (text, from) = rest.split_at(at);
        text.chars()
            .for_each(|letter| reference(&mut written, letter));
        let end = from.find(element.end).unwrap_or(from.len());
        let (inside, after) = from.split_at(end);
        inside
            .chars()
            .for_each(|letter| (element.write)(&mut written, letter));
        rest = after;
    }
    rest.chars()
        .for_each(|letter| reference(&mut written, letter));
    written
}

/// An element whose text knows no references.
struct Element {
    end: &'static str,
    write: fn(&mut String, char),
}

/// The next such element, and where its tag begins.
fn next(html: &str) -> Option<(Element, usize)> {
    let style = html.find("<style").map(|at| {
        let (end, write) = ("</style>", style as fn(&mut String, char));
        (Element { end, write }, at)
    });
    let script = html.find("<script").map(|at| {
        let (end, write) = ("</script>", script as fn(&mut String, char));
        (Element { end, write }, at)
    });
    style.into_iter().chain(script).min_by_key(|(_, at)| *at)
}

fn reference(written: &mut String, letter: char) {
    ascii_or(written, letter, |written| {
        write!(written, "&#{};", u32::from(letter))
    });
}

fn style(written: &mut String, letter: char) {
    ascii_or(written, letter, |written| {
        write!(written, "\\{:x} ", u32::from(letter))
    });
}

fn script(written: &mut String, letter: char) {
    ascii_or(written, letter, |written| {
        let mut units = [0; 2];
        letter
            .encode_utf16(&mut units)
            .iter()
            .try_for_each(|unit| write!(written, "\\u{unit:04x}"))
    });
}

fn ascii_or(
    written: &mut String,
    letter: char,
    write: impl FnOnce(&mut String) -> std::fmt::Result,
) {
    if letter.is_ascii() {
        written.push(letter);
    } else {
        // Writing to a text cannot fail.
        write(written).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_written_as_its_surroundings_read_it() {
        let html =
            "<p title=\"é\">→</p><style>a{content:\"↓\"}</style><b>’</b><script>'…𝄞'</script>é";
        assert_eq!(
            document(html),
            "<p title=\"&#233;\">&#8594;</p><style>a{content:\"\\2193 \"}</style><b>&#8217;</b>\
             <script>'\\u2026\\ud834\\udd1e'</script>&#233;"
        );
    }
}
