//! What the page says: replies to requests, and events.

use std::collections::BTreeMap;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::command::TYPES;
use super::{FiguresAnswer, Id, PictureAnswer, Reached, Refusal, SOURCE, VERSION};
use crate::certificate::ENGINE;
use crate::data::Dataset;
use crate::state::{Selection, percent, query};

/// What a request is answered with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Who listens.
    Greeting(Greeting),
    /// What is shown.
    State(Box<StateAnswer>),
    /// What is shown, in words.
    Text(TextAnswer),
    /// What is shown, in numbers.
    Figures(FiguresAnswer),
    /// What is shown, as a picture.
    Picture(PictureAnswer),
}

/// Who listens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Greeting {
    /// The version of the dialect.
    pub version: u8,
    /// The version of the program.
    pub program: &'static str,
    /// The types of the requests that are answered.
    pub commands: [&'static str; TYPES.len()],
    /// The types of events.
    pub events: [&'static str; 3],
}

impl Greeting {
    /// This program.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: VERSION,
            program: ENGINE,
            commands: TYPES,
            events: [Event::READY, Event::STATE_CHANGED, Event::ERROR],
        }
    }
}

impl Default for Greeting {
    fn default() -> Self {
        Self::new()
    }
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateAnswer {
    /// The query string of its link; empty for the page's first view.
    pub query: String,
    /// The whole link.
    pub link: String,
    /// The link's words and their values; sent back by `set-state`, they lead to the same.
    pub state: BTreeMap<String, String>,
    /// What the data lead to where the link leaves it open.
    pub shown: Shown,
    /// What a lenient host asked for in vain, each with its remedy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<String>,
}

/// What the data lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The view's word.
    pub view: &'static str,
    /// The mineral's slug.
    pub mineral: String,
    /// The mineral's name.
    pub name: String,
    /// The stage's word.
    pub stage: &'static str,
    /// The edition's id.
    pub edition: String,
    /// The year; of an average its last.
    pub year: u16,
}

impl StateAnswer {
    /// A state reached, with the address of a query string.
    #[must_use]
    pub fn of(reached: &Reached, data: &Dataset, address: impl FnOnce(&str) -> String) -> Self {
        let state = &reached.state;
        let query = query::encode(state, data);
        let shown = Selection::of(data, state);
        let mineral = data.mineral(state.mineral);
        let words = query::pairs(&query);
        Self {
            link: address(&query),
            state: words
                .map(|(key, value)| (key.to_owned(), percent::decoded(value)))
                .collect(),
            shown: Shown {
                view: state.view.word(),
                mineral: mineral.slug.clone(),
                name: mineral.name.clone(),
                stage: state.stage.slug(),
                edition: data.edition(shown.edition).id.clone(),
                year: shown.year,
            },
            problems: reached.problems.clone(),
            query,
        }
    }
}

/// What is shown, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TextAnswer {
    /// The heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub finding: String,
    /// Both, as the alternative text of a picture.
    pub alternative: String,
}

impl TextAnswer {
    /// The words of a heading and a finding.
    #[must_use]
    pub fn of(title: String, finding: String) -> Self {
        let alternative = format!("{title}. {finding}").trim_end().to_owned();
        Self {
            title,
            finding,
            alternative,
        }
    }
}

/// A reply to the request with an id.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// What the request called itself.
    pub id: Id,
    /// What came of it.
    pub outcome: Result<Answer, Refusal>,
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut message = serializer.serialize_struct("Reply", 6)?;
        message.serialize_field("source", SOURCE)?;
        message.serialize_field("v", &VERSION)?;
        message.serialize_field("id", &self.id)?;
        message.serialize_field("type", "reply")?;
        message.serialize_field("ok", &self.outcome.is_ok())?;
        match &self.outcome {
            Ok(answer) => message.serialize_field("data", answer)?,
            Err(refusal) => message.serialize_field("error", &Mistake::of(refusal))?,
        }
        message.end()
    }
}

/// A refusal, as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Mistake {
    code: &'static str,
    message: String,
}

impl Mistake {
    fn of(refusal: &Refusal) -> Self {
        Self {
            code: refusal.code(),
            message: refusal.to_string(),
        }
    }
}

/// What the page says by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Something else is shown; its words are none while the reader's own figures are in view.
    StateChanged {
        /// What is shown now.
        state: Box<StateAnswer>,
        /// Who changed it.
        by: By,
        /// The same, in words.
        text: Option<TextAnswer>,
    },
    /// A message without an id could not be carried out.
    Error(Refusal),
}

/// Who changed what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The host.
    Host,
    /// The reader.
    Reader,
}

impl Event {
    /// Messages are heard from now on; said by the script that hears them first.
    const READY: &'static str = "ready";
    const STATE_CHANGED: &'static str = "state-changed";
    const ERROR: &'static str = "error";
}

/// The data of a change.
#[derive(Serialize)]
struct Changed<'a> {
    #[serde(flatten)]
    state: &'a StateAnswer,
    by: By,
    title: Option<&'a str>,
    finding: Option<&'a str>,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut message = serializer.serialize_struct("Event", 4)?;
        message.serialize_field("source", SOURCE)?;
        message.serialize_field("v", &VERSION)?;
        match self {
            Event::StateChanged { state, by, text } => {
                message.serialize_field("type", Event::STATE_CHANGED)?;
                let text = text.as_ref();
                message.serialize_field(
                    "data",
                    &Changed {
                        state,
                        by: *by,
                        title: text.map(|text| text.title.as_str()),
                        finding: text.map(|text| text.finding.as_str()),
                    },
                )?;
            }
            Event::Error(refusal) => {
                message.serialize_field("type", Event::ERROR)?;
                message.serialize_field("data", &Mistake::of(refusal))?;
            }
        }
        message.end()
    }
}
