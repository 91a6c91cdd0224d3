//! A link as text: what of it decides the figures, without asking any data.
//!
//! A state's one link depends on the data: what the newest would choose anyway is left out. Whoever has to know
//! whether a link still says what it said reads it here, where it stays the same whatever the data.

use super::query::{KEYS, pairs};
use super::{Presentation, percent};

/// The key of a certificate.
pub const CERTIFICATE: &str = "certificate";

/// Keys beside those of the page's dress that change how figures look, and none of them.
const LOOKS: [&str; 4] = ["theme", "lang", "zoom", CERTIFICATE];

/// What a query string says for a key, the first time that it says anything.
#[must_use]
pub fn value(query: &str, key: &str) -> Option<String> {
    let (_, value) = pairs(query).find(|(name, _)| *name == key)?;
    Some(percent::decoded(value))
}

/// What of a query string decides the figures, in the order of links: however a link was typed or encoded, one text.
#[must_use]
pub fn deciding(query: &str) -> String {
    let looks = |key: &str| LOOKS.contains(&key) || Presentation::is_word(key);
    let keys = KEYS.into_iter().filter(|key| !looks(key));
    let said = keys.filter_map(|key| Some((key, value(query, key)?)));
    let said = said.map(|(key, value)| format!("{key}={}", percent::encoded(&value)));
    said.collect::<Vec<_>>().join("&")
}

/// A query string without what it says for a key.
#[must_use]
pub fn without(query: &str, key: &str) -> String {
    let pairs = query.trim_start_matches('?').split('&');
    let kept = pairs.filter(|pair| pair.split('=').next() != Some(key));
    kept.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_encoding_and_looks_change_nothing_of_what_decides() {
        let one = deciding("view=shock&mineral=gallium&scenario=cut-off:CHN&seed=7");
        let other = deciding(
            "?theme=dark&seed=7&scenario=cut%2Doff%3ACHN&mineral=gallium&view=shock&zoom=2,0,0",
        );
        assert_eq!(one, other);
        assert_eq!(
            one,
            "view=shock&mineral=gallium&scenario=cut-off:CHN&seed=7"
        );
        assert_ne!(
            one,
            deciding("view=shock&mineral=gallium&scenario=cut-off:CHN&seed=8")
        );
    }

    #[test]
    fn of_a_key_that_is_written_twice_the_first_counts_as_everywhere() {
        assert_eq!(
            value("?mineral=a&mineral=b&certificate", "mineral").as_deref(),
            Some("a")
        );
        assert_eq!(
            value("mineral=a&certificate", CERTIFICATE).as_deref(),
            Some("")
        );
        assert_eq!(
            without("?mineral=a&certificate=x&year=2024", CERTIFICATE),
            "mineral=a&year=2024"
        );
    }
}
