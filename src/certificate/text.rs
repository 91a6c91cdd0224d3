//! A certificate as text, the value of its key in a link.
//!
//! `adit:0.1.0;data:0123456789abcdef;edition:mcs2026;hhi:4812.35;…;check:0123456789abcdef`: fields are joined by `;`,
//! each a name and its value; engine and data come first, the check last, figures between, in the words of
//! `adit figures --json`, with `-` for what is absent. Numbers have [six significant digits](super::facts).

use std::fmt;

use sha2::{Digest, Sha256};

use super::data_id::{LENGTH, hexadecimal};
use super::facts::Fact;

/// The longest text that is looked at, in bytes.
const LONGEST: usize = 2_000;
/// The most figures.
const MOST_FACTS: usize = 40;
/// How much of a wrong part is repeated.
const LONGEST_PART: usize = 40;

/// What a link says that it was computed from, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Version of the engine.
    pub engine: String,
    /// Name of the data.
    pub data: String,
    /// The figures.
    pub facts: Vec<Fact>,
}

/// Why a text is no certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Which part of it.
    pub part: String,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, problem } = self;
        write!(
            out,
            "{part}: {problem}; copy the link once more, to its end, from where it was made"
        )
    }
}

impl std::error::Error for Unreadable {}

impl Certificate {
    /// The text of this for what of a link decides the figures.
    #[must_use]
    pub fn encode(&self, deciding: &str) -> String {
        let body = self.body();
        let check = check(&body, deciding);
        format!("{body};check:{check}")
    }

    fn body(&self) -> String {
        let facts = self
            .facts
            .iter()
            .map(|fact| format!("{}:{}", fact.key, fact.value));
        let head = [
            format!("adit:{}", self.engine),
            format!("data:{}", self.data),
        ];
        head.into_iter().chain(facts).collect::<Vec<_>>().join(";")
    }

    /// The certificate of a text, and the check that stands at its end.
    ///
    /// # Errors
    /// The first part that is not as it should be.
    pub fn decode(text: &str) -> Result<(Self, String), Unreadable> {
        if text.len() > LONGEST {
            return Err(unreadable("the whole", "it is longer than any certificate"));
        }
        let mut fields = text.split(';').enumerate().map(|(at, field)| {
            let named = field
                .split_once(':')
                .filter(|(key, value)| is_key(key) && is_value(value));
            named.ok_or_else(|| {
                let place = format!("part {}, “{}”", at + 1, shortened(field));
                unreadable(place, "it is no name and value joined by a colon")
            })
        });
        let engine = expected(&mut fields, "adit")?;
        let data = expected(&mut fields, "data")?;
        let (mut facts, mut check) = (Vec::<Fact>::new(), None);
        for field in fields {
            let (key, value) = field?;
            if check.is_some() {
                return Err(unreadable("check", "something stands after it"));
            }
            if key == "check" {
                check = Some(value.to_owned());
            } else if facts.iter().any(|fact| fact.key == key) {
                return Err(unreadable(key, "it is written twice"));
            } else if facts.len() == MOST_FACTS {
                return Err(unreadable(
                    key,
                    "there are more figures than any certificate has",
                ));
            } else {
                facts.push(Fact {
                    key: key.to_owned(),
                    value: value.to_owned(),
                });
            }
        }
        let Some(check) = check else {
            return Err(unreadable("check", "it is missing, the end was cut off"));
        };
        let digits = check
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !digits || check.len() != LENGTH {
            return Err(unreadable("check", "it is not sixteen hexadecimal digits"));
        }
        Ok((
            Self {
                engine,
                data,
                facts,
            },
            check,
        ))
    }

    /// Whether a check fits this and what of a link decides the figures.
    #[must_use]
    pub fn fits(&self, found: &str, deciding: &str) -> bool {
        check(&self.body(), deciding) == found
    }
}

fn expected<'a>(
    fields: &mut impl Iterator<Item = Result<(&'a str, &'a str), Unreadable>>,
    name: &str,
) -> Result<String, Unreadable> {
    match fields.next() {
        Some(Ok((key, value))) if key == name => Ok(value.to_owned()),
        Some(Err(unreadable)) => Err(unreadable),
        _ => Err(unreadable(name, "it is not where it should be")),
    }
}

fn check(body: &str, deciding: &str) -> String {
    hexadecimal(&Sha256::digest(format!("{body}\n{deciding}")))
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn is_value(value: &str) -> bool {
    !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b','))
}

fn unreadable(part: impl Into<String>, problem: &'static str) -> Unreadable {
    Unreadable {
        part: part.into(),
        problem,
    }
}

fn shortened(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_control())
        .take(LONGEST_PART)
        .collect()
}
