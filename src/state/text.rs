//! Texts that a state holds without understanding them.

use std::sync::{Mutex, PoisonError};

/// A text of a link: a scenario, or what is assumed of it. Its views read it; here it is a word like another.
///
/// States are compared and copied with every frame, so a text is as small to copy as its address. Each distinct text
/// is kept once and for as long as the page is open: a reader makes a few hundred of them. Who sends links by the
/// thousand fills what room there is for them, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text(&'static str);

/// Every text there has been, and the room that they take.
static KEPT: Mutex<(Vec<&'static str>, usize)> = Mutex::new((Vec::new(), 0));

/// The most room for texts, in bytes.
const ROOM: usize = 32 << 20;

impl Text {
    /// The longest text that links hold.
    ///
    /// # Units
    /// Bytes of UTF-8.
    pub const LONGEST: usize = 8_000;

    /// A text to hold; none where it is empty or longer than links hold, or where there is no room for another.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > Self::LONGEST {
            return None;
        }
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let (kept, taken) = &mut *kept;
        if let Some(known) = kept.iter().copied().find(|known| *known == text) {
            return Some(Self(known));
        }
        let room = text.len() + size_of::<&str>();
        if *taken + room > ROOM {
            return None;
        }
        *taken += room;
        let new = text.to_owned().leak();
        kept.push(new);
        Some(Self(new))
    }

    /// The text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_kept_once() {
        let [one, other] = [0, 1].map(|_| Text::new("cut-off:CHN").expect("a text"));
        assert_eq!(one, other);
        assert!(std::ptr::eq(one.as_str(), other.as_str()));
        assert_ne!(Some(one), Text::new("cut-off:USA"));
    }

    #[test]
    fn nothing_is_no_text_and_neither_is_what_links_cannot_hold() {
        assert_eq!(Text::new(""), None);
        assert!(Text::new(&"x".repeat(Text::LONGEST)).is_some());
        assert_eq!(Text::new(&"x".repeat(Text::LONGEST + 1)), None);
    }
}
