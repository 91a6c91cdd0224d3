//! What a message is wrapped in, read from its JSON.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Command, LONGEST, Refusal, SOURCE, VERSION};

/// What a host calls a request, to know its reply by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// A number.
    Number(u64),
    /// A text.
    Text(String),
}

impl Id {
    /// The longest text that is one, in bytes.
    const LONGEST: usize = 64;

    fn is_short(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Text(text) => (1..=Self::LONGEST).contains(&text.len()),
        }
    }
}

/// What a host asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What to reply under; none where no reply is wanted.
    pub id: Option<Id>,
    /// What is asked.
    pub command: Command,
}

/// What a message comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// It is not in this dialect, and none of our business: whoever sent it hears nothing.
    Nothing,
    /// It is in this dialect, and wrong.
    Wrong(Option<Id>, Refusal),
    /// A request.
    Asked(Request),
}

/// The part of a message that says whether it is ours and whom to answer; the rest is passed over unread.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    source: Value,
    #[serde(default)]
    id: Value,
}

/// Reads a message's JSON. It never fails as a whole, whatever the text.
#[must_use]
pub fn parse(json: &str) -> Heard {
    if json.len() <= LONGEST {
        return serde_json::from_str(json).map_or(Heard::Nothing, |value| read(&value));
    }
    match serde_json::from_str::<Head>(json) {
        Ok(Head { source, id }) if source == SOURCE => {
            Heard::Wrong(named(&id).unwrap_or(None), Refusal::TooLarge(json.len()))
        }
        _ => Heard::Nothing,
    }
}

/// The id that a piece of JSON is; none where it is none.
#[must_use]
pub fn id(json: &str) -> Option<Id> {
    named(&serde_json::from_str(json).ok()?).ok().flatten()
}

fn read(message: &Value) -> Heard {
    let Some(message) = message.as_object() else {
        return Heard::Nothing;
    };
    if message.get("source").and_then(Value::as_str) != Some(SOURCE) {
        return Heard::Nothing;
    }
    let id = match named(message.get("id").unwrap_or(&Value::Null)) {
        Ok(id) => id,
        Err(refusal) => return Heard::Wrong(None, refusal),
    };
    match command(message) {
        Ok(command) => Heard::Asked(Request { id, command }),
        Err(refusal) => Heard::Wrong(id, refusal),
    }
}

fn named(id: &Value) -> Result<Option<Id>, Refusal> {
    if id.is_null() {
        return Ok(None);
    }
    let read = Id::deserialize(id).ok().filter(Id::is_short);
    read.map(Some).ok_or(Refusal::BadId)
}

fn command(message: &Map<String, Value>) -> Result<Command, Refusal> {
    let version = message.get("v").unwrap_or(&Value::Null);
    if version.as_u64() != Some(VERSION.into()) {
        return Err(Refusal::WrongVersion(brief(version)));
    }
    let known = ["source", "v", "id", "type", "data"];
    if let Some(key) = message.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(Refusal::UnknownPart(cut(key)));
    }
    let kind = message.get("type").unwrap_or(&Value::Null);
    let Some(word) = kind.as_str() else {
        return Err(Refusal::UnknownType(brief(kind)));
    };
    Command::read(word, message.get("data").unwrap_or(&Value::Null))
}

/// A value as an error quotes it: as JSON, and not longer than is good to read.
pub(super) fn brief(value: &Value) -> String {
    cut(&value.to_string())
}

/// A text as an error quotes it.
pub(super) fn cut(text: &str) -> String {
    const LONG: usize = 40;
    if text.chars().count() <= LONG {
        return text.to_owned();
    }
    text.chars().take(LONG).chain(['…']).collect()
}
