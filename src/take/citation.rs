//! How a view is cited: as text, and for BibTeX.

use super::{Day, Taken};
use crate::certificate::ENGINE;
use crate::i18n::{Cited, EN_TAKE};

/// The program's version, which figures are cited with.
pub const VERSION: &str = ENGINE;

/// A citation of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    title: String,
    sources: Vec<String>,
    link: String,
    accessed: Day,
    key: String,
}

impl Taken<'_> {
    /// How the view is cited: by the address of its link, read on a day.
    #[must_use]
    pub fn citation(&self, link: &str, accessed: Day) -> Citation {
        // What was read of facts, agreement by agreement, is in the list of sources.
        let sources = self.origins().into_iter();
        let sources = sources.filter(|one| one.what != EN_TAKE.agreement);
        Citation {
            title: self.title(),
            sources: sources.map(|one| one.citation).collect(),
            link: link.to_owned(),
            accessed,
            key: self.name().to_lowercase(),
        }
    }
}

impl Citation {
    /// As text.
    #[must_use]
    pub fn text(&self) -> String {
        (EN_TAKE.cited)(Cited {
            title: &self.title,
            version: VERSION,
            sources: &self.sources.join("; "),
            link: &self.link,
            accessed: &self.accessed.written(),
        })
    }

    /// As an entry for BibTeX.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let fields = [
            ("author", "{Adit}".to_owned()),
            ("title", format!("{{{}}}", escaped(&self.title))),
            ("year", self.accessed.year.to_string()),
            ("version", VERSION.to_owned()),
            (
                "note",
                escaped(&(EN_TAKE.computed_from)(&self.sources.join("; "))),
            ),
            ("url", address(&self.link)),
            ("urldate", self.accessed.to_string()),
        ];
        let fields = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n"));
        format!("@misc{{{},\n{}}}\n", self.key, fields.concat())
    }
}

/// A text without what TeX reads as commands.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '–' => escaped.push_str("--"),
            '’' => escaped.push('\''),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An address as the field of one, in which nothing but braces and backslashes means anything.
fn address(link: &str) -> String {
    link.replace('\\', "%5C")
        .replace('{', "%7B")
        .replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_title_is_a_command_of_tex() {
        assert_eq!(
            escaped(r"50 % of {A}_b & c\d ~ ^ #1 $"),
            r"50 \% of \{A\}\_b \& c\textbackslash{}d \textasciitilde{} \textasciicircum{} \#1 \$"
        );
        assert_eq!(
            address(r"https://x.org/?a={b}\c&d=%20"),
            "https://x.org/?a=%7Bb%7D%5Cc&d=%20"
        );
    }
}
