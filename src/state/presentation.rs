//! How a view is dressed where it stands in another's page.
//!
//! It belongs in the link, so that every link inside a frame stays in the frame's dress, and no intent of the reader
//! touches it. What the words do is the style sheet's and the document's script's; here they are only kept.

use super::View;

/// The word of a whole view, shown alone.
pub const WHOLE: &str = "view";

/// The words of the figures that each view shows alone, in the order of [`View::ALL`]: what its parts carry as
/// `data-part`.
const PARTS: [&str; 7] = [
    "map keys ranking trend shares country lists",
    "risk methods table rule",
    "flows compared keys benchmarks partners missing explain",
    "scenario results map path losses minerals importers assumptions",
    "agreements effect map partners candidates burden counter numbers",
    "walk claims open rare-earths-share tungsten-share cobalt-share nickel-dominance lithium-reserves copper-reserves \
     eu-partners us-partners alliances-help",
    "",
];

/// The words that say how it is dressed, each with the one value that is not the usual one.
const FLAGS: [(&str, &str); 7] = [
    ("plain", "true"),
    ("static", "true"),
    ("transparent", "true"),
    ("fit", "true"),
    ("controls", "true"),
    ("controls", "false"),
    ("medium", "true"),
];

/// Which figure stands alone, and in which dress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Presentation {
    /// The figure's word, or [`WHOLE`]; none where the page is by itself.
    pub embed: Option<&'static str>,
    /// Which of [`FLAGS`] are set, by place.
    flags: u8,
}

impl Presentation {
    /// Whether a key is one of its words.
    #[must_use]
    pub fn is_word(key: &str) -> bool {
        key == "embed" || FLAGS.iter().any(|(word, _)| *word == key)
    }

    /// A presentation of words and values as links hold them; what is none of them is left out.
    #[must_use]
    pub fn of<'a>(words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut presentation = Self::default();
        for (key, value) in words {
            presentation.take(key, value);
        }
        presentation
    }

    /// The same for another view: a figure that it does not have is the whole of it.
    #[must_use]
    pub fn within(self, view: View) -> Self {
        let has = |word: &&str| Self::parts(view).any(|part| part == *word);
        Self {
            embed: self
                .embed
                .map(|word| Some(word).filter(has).unwrap_or(WHOLE)),
            ..self
        }
    }

    /// The words of a view's figures.
    pub fn parts(view: View) -> impl Iterator<Item = &'static str> {
        PARTS[view as usize].split_ascii_whitespace()
    }

    /// Takes one parameter of a link; `None` when the value is not one that the key takes. A figure that is none is
    /// the whole view, still alone.
    pub(super) fn take(&mut self, key: &str, value: &str) -> Option<()> {
        if key == "embed" {
            let mut words = PARTS
                .iter()
                .flat_map(|words| words.split_ascii_whitespace());
            let found = words.find(|word| *word == value);
            self.embed = Some(found.unwrap_or(WHOLE));
            return (found.is_some() || value == WHOLE).then_some(());
        }
        let value = match value {
            "1" => "true",
            "0" => "false",
            value => value,
        };
        match FLAGS.iter().position(|flag| *flag == (key, value)) {
            Some(at) => self.flags |= 1 << at,
            None if value == "false" => {}
            None => return None,
        }
        Some(())
    }

    /// What stands in a link for it.
    pub(super) fn put(self, mut put: impl FnMut(&str, &str)) {
        if let Some(word) = self.embed {
            put("embed", word);
        }
        for (at, (key, value)) in FLAGS.into_iter().enumerate() {
            if self.flags & (1 << at) != 0 {
                put(key, value);
            }
        }
    }
}
