//! How packed files stand in a document: as letters, one a byte, in an element each.

use super::bundle::NAME;
use crate::command::Outcome;

/// What begins a byte that may not stand as it is.
const MARK: u8 = 0x1b;

/// A file within the file.
pub(super) struct Part {
    /// What the program knows it by.
    pub(super) name: String,
    /// Its bytes, packed.
    pub(super) packed: Vec<u8>,
}

/// The document without the outlines of elements that have an id.
pub(super) fn without_outlines(document: &str) -> String {
    let mut pieces = document.split("\" d=\"");
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let last = written.rsplit_once('"').map_or("", |(before, _)| before);
        match piece.split_once('"') {
            Some((_, rest)) if last.ends_with("id=") => written.extend(["\"", rest]),
            _ => written.extend(["\" d=\"", piece]),
        }
    }
    written
}

/// The element that a part is put into.
pub(super) fn place(name: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"file:{name}\"></script>")
}

/// The document with every part in its place.
pub(super) fn filled(document: &str, parts: &[Part]) -> Outcome<Vec<u8>> {
    let mut file = Vec::new();
    let mut rest = document;
    for Part { name, packed } in parts {
        let place = place(name);
        let (before, after) = rest
            .split_once(&place)
            .ok_or_else(|| format!("{NAME} has no place for {name}"))?;
        let (opening, closing) = place.split_at(place.len() - "</script>".len());
        file.extend([before, opening].concat().bytes());
        file.extend(escaped(packed));
        file.extend(closing.bytes());
        rest = after;
    }
    file.extend(rest.bytes());
    Ok(file)
}

/// Bytes as they may stand in an element: none that a reader of HTML drops, joins or takes for a tag.
fn escaped(packed: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(packed.len() + packed.len() / 32);
    for (at, &byte) in packed.iter().enumerate() {
        // Only these two make a tag or a comment of what they follow.
        let is_tag = byte == b'<' && matches!(packed.get(at + 1), Some(b'/' | b'!') | None);
        if is_tag || matches!(byte, 0 | b'\r' | MARK) {
            written.extend([MARK, byte ^ 0x40]);
        } else {
            written.push(byte);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_of_a_part_can_end_its_element_or_be_lost_by_a_reader_of_html() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        let written = escaped(&all);
        assert_eq!(written.len(), 256 + 3);
        assert!(!written.iter().any(|byte| matches!(byte, 0 | b'\r')));
        for tag in [&b"</script>"[..], b"<!--", b"a<"] {
            assert!(!escaped(tag).contains(&b'<'), "{tag:?}");
        }
        let mut read = Vec::new();
        let mut bytes = written.into_iter();
        while let Some(byte) = bytes.next() {
            read.push(match byte {
                MARK => bytes.next().unwrap() ^ 0x40,
                other => other,
            });
        }
        assert_eq!(read, all);
    }

    #[test]
    fn outlines_go_with_their_ids_and_no_others() {
        let document =
            "<path id=\"o-A\" d=\"M1\"/><path class=\"b\" d=\"M2\"/><path id=\"c\" d=\"\"/>";
        assert_eq!(
            without_outlines(document),
            "<path id=\"o-A\"/><path class=\"b\" d=\"M2\"/><path id=\"c\"/>"
        );
    }

    #[test]
    fn parts_stand_in_their_places_in_any_bytes() {
        let document = format!("<body>{}{}</body>", place("a"), place("b"));
        let part = |name: &str, packed: &[u8]| Part {
            name: name.to_owned(),
            packed: packed.to_vec(),
        };
        let file = filled(&document, &[part("a", b"x</script>"), part("b", &[0xff])]).unwrap();
        let opening = "<script type=\"application/octet-stream\" id=\"file:";
        let first = format!("<body>{opening}a\">x\u{1b}|/script></script>{opening}b\">");
        let expected = [first.as_bytes(), &[0xff], b"</script></body>"];
        assert_eq!(file, expected.concat());
    }
}
