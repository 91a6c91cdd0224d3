//! Names as they stand in a scenario's text.

/// Before two hexadecimal digits.
const MARK: u8 = b'~';

/// A name whose every sign is plain to scenarios and to links.
pub(super) fn encoded(name: &str) -> String {
    let written = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("{}{byte:02X}", char::from(MARK))
        }
    };
    name.bytes().map(written).collect()
}

/// The name of a text; none where nothing is left of it.
pub(super) fn decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut name = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(byte_of);
        if let Some(marked) = hex.filter(|_| byte == MARK) {
            name.push(marked);
            at += 3;
        } else {
            name.push(byte);
            at += 1;
        }
    }
    let name = String::from_utf8_lossy(&name);
    let seen: String = name.chars().filter(|sign| !sign.is_control()).collect();
    let trimmed = seen.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// The byte of two hexadecimal digits.
fn byte_of(digits: &[u8]) -> Option<u8> {
    let digit = |digit: u8| {
        char::from(digit)
            .to_digit(16)
            .and_then(|it| u8::try_from(it).ok())
    };
    match *digits {
        [high, low] => Some(16 * digit(high)? + digit(low)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_and_comes_back() {
        let name = "Gallium: 50 % & more; “now” #1, ~ + ünï!";
        let text = encoded(name);
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.~".contains(sign);
        assert!(text.chars().all(plain), "{text}");
        assert_eq!(decoded(&text).as_deref(), Some(name));
    }

    #[test]
    fn a_mark_before_anything_else_stands_for_itself() {
        assert_eq!(decoded("~ ~zz ~4").as_deref(), Some("~ ~zz ~4"));
    }

    #[test]
    fn what_cannot_be_seen_is_no_name() {
        assert_eq!(decoded("~20~07~0A"), None);
        assert_eq!(decoded("~1B[31mred").as_deref(), Some("[31mred"));
    }
}
