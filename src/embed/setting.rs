//! A state that a host asks for, as a link or word by word.

use serde_json::Value;

use crate::data::Dataset;
use crate::state::query::{self, pairs};
use crate::state::{Presentation, ViewState, percent};

/// What a link that does not name it leaves as it is, beside the page's dress: how that is, the frame's own link says,
/// and no message changes it.
const KEPT: &str = "theme";

/// A state asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// All of it: what the link does not name goes back to its default.
    Link(String),
    /// Some words of it; none puts a word back to its default.
    Words(Vec<(String, Option<String>)>),
}

impl Setting {
    pub(super) fn read(data: &Value) -> Option<Self> {
        match data {
            Value::String(link) => Some(Self::Link(query_of(link).to_owned())),
            Value::Object(words) => {
                let word = |(key, value): (&String, &Value)| {
                    let value = match value {
                        Value::Null => None,
                        Value::String(text) => Some(text.clone()),
                        Value::Number(number) => Some(number.to_string()),
                        Value::Bool(flag) => Some(flag.to_string()),
                        Value::Array(_) | Value::Object(_) => return None,
                    };
                    Some((key.clone(), value))
                };
                words
                    .iter()
                    .map(word)
                    .collect::<Option<_>>()
                    .map(Self::Words)
            }
            _ => None,
        }
    }

    /// The query string that it comes to from a state, and the keys that the host names.
    pub(super) fn query(&self, now: &ViewState, data: &Dataset) -> (String, Vec<String>) {
        let before = query::encode(now, data);
        let before = pairs(&before);
        let (mut words, named): (Vec<String>, Vec<String>) = match self {
            Self::Link(link) => (
                pairs(link)
                    .map(|(key, value)| format!("{key}={value}"))
                    .collect(),
                pairs(link).map(|(key, _)| key.to_owned()).collect(),
            ),
            Self::Words(words) => (
                words
                    .iter()
                    .filter(|(key, _)| is_word(key))
                    .filter_map(|(key, value)| {
                        Some(format!("{key}={}", percent::encoded(value.as_ref()?)))
                    })
                    .collect(),
                words.iter().map(|(key, _)| key.clone()).collect(),
            ),
        };
        let stays =
            |key: &str| matches!(self, Self::Words(_)) || key == KEPT || Presentation::is_word(key);
        words.extend(
            before
                .filter(|(key, _)| stays(key) && !named.iter().any(|one| one == key))
                .map(|(key, value)| format!("{key}={value}")),
        );
        (words.join("&"), named)
    }
}

/// The query string of a link; one without an address is all query.
fn query_of(link: &str) -> &str {
    let link = link.split('#').next().unwrap_or_default();
    match link.split_once('?') {
        Some((address, query)) if !address.contains('=') => query,
        _ => link,
    }
}

/// The words of the dress that another query string has otherwise.
pub(super) fn dressed_otherwise<'a>(
    query: &str,
    named: &'a [String],
    now: &ViewState,
    data: &Dataset,
) -> impl Iterator<Item = &'a String> {
    let before = query::encode(now, data);
    let otherwise = move |key: &&String| {
        let value = |query| {
            pairs(query)
                .find(|(word, _)| word == key)
                .map(|(_, value)| value)
        };
        Presentation::is_word(key) && value(query) != value(&before)
    };
    named
        .iter()
        .filter(otherwise)
        .collect::<Vec<_>>()
        .into_iter()
}

pub(super) fn is_word(key: &str) -> bool {
    query::KEYS.contains(&key)
}
