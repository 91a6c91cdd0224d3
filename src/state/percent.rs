//! Values as query strings hold them, byte by byte.

/// A value as a query string holds it: what browsers leave as it is, and the rest byte by byte.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:;,!*/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
    encoded
}

/// The value that a query string holds; what is no valid encoding stays as it is.
#[must_use]
pub fn decoded(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = raw
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], hex) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 3;
            }
            (b'+', _) => {
                decoded.push(b' ');
                at += 1;
            }
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_leave_as_it_is_stays_readable_and_the_rest_comes_back() {
        let plain = "cut-off:CHN:*:both:100:2025-04/2026-03:~20!;,_.";
        assert_eq!(encoded(plain), plain);
        let other = "a+b c&d=e#f%20?é\n";
        assert_eq!(encoded(other), "a%2Bb%20c%26d%3De%23f%2520%3F%C3%A9%0A");
        assert_eq!(decoded(&encoded(other)), other);
    }

    #[test]
    fn what_is_no_encoding_stays_as_it_is() {
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz+%4"), "%zz %4");
    }
}
