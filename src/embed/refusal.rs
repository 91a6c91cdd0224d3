//! Why a request is not carried out, each with its remedy.

use super::command::TYPES;
use super::{LONGEST, VERSION};

/// Why a request is not carried out. Its text is for the host's developers; its [`code`](Self::code) for programs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The message is of another version of the dialect.
    #[error("v {0}: this page speaks version {VERSION}; use the adit.js that ships beside it")]
    WrongVersion(String),
    /// The type is none of the dialect's.
    #[error("type {0}: unknown; write one of {types}", types = TYPES.join(", "))]
    UnknownType(String),
    /// The id is none.
    #[error(
        "id: write a whole number from 0 on, or a text of 1 to 64 bytes; leave it out to get no reply"
    )]
    BadId,
    /// The envelope holds something else.
    #[error("{0}: no part of a message; what a command takes stands within data")]
    UnknownPart(String),
    /// The data are not what the command takes.
    #[error("{command}: data {data} is not what it takes; write {takes}")]
    BadData {
        /// The command's type.
        command: &'static str,
        /// The data, as JSON.
        data: String,
        /// What it takes.
        takes: &'static str,
    },
    /// The message is longer than is read.
    #[error("the message has {0} bytes of JSON, and at most {LONGEST} are read; send less at once")]
    TooLarge(usize),
    /// The message is no plain data: it holds itself, or a number that JSON has not.
    #[error(
        "the message is no plain data that JSON could hold; send objects, lists, texts and numbers"
    )]
    NotPlain,
    /// More is asked than is answered.
    #[error(
        "too many messages: {burst} at once and {rate} a second are answered; wait, or send only the last"
    )]
    TooMany {
        /// How many at once.
        burst: u32,
        /// How many a second.
        rate: u32,
    },
    /// A key is none of the link's words.
    #[error("{key}: not a word that links use; did you mean {near}?")]
    UnknownKey {
        /// The key.
        key: String,
        /// The word that is nearest.
        near: &'static str,
    },
    /// A value is not one that the key takes.
    #[error("{key} {value}: unknown {key}; {remedy}")]
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
        /// What the key takes.
        remedy: String,
    },
    /// A value is longer than links hold.
    #[error(
        "{key}: longer than the {} bytes that links hold; shorten it",
        crate::state::Text::LONGEST
    )]
    TooLong {
        /// The key.
        key: &'static str,
    },
    /// A key that only the frame's own link sets.
    #[error(
        "{key}: how a frame is dressed is said by its own link; make another frame for another dress"
    )]
    Fixed {
        /// The key.
        key: String,
    },
    /// A key occurs twice.
    #[error("{key}: given twice; give it once")]
    Repeated {
        /// The key.
        key: &'static str,
    },
    /// The data have nothing there.
    #[error(
        "{key} {value}: there are no figures for this {key} here; leave it out to get the nearest"
    )]
    NoFigures {
        /// The key.
        key: &'static str,
        /// The value.
        value: String,
    },
    /// A text of a view does not say what it should.
    #[error("{key}: {problem}")]
    BadText {
        /// The key.
        key: &'static str,
        /// What is wrong, and what would be right.
        problem: String,
    },
    /// The view has no such thing.
    #[error("{what}: not in the view {view}; {remedy}")]
    NotHere {
        /// What is asked for.
        what: String,
        /// The view shown.
        view: &'static str,
        /// Where it is.
        remedy: String,
    },
    /// The view shows figures of the reader's own file.
    #[error(
        "the reader's own figures are in view, and they leave the tab for no host; ask again once the reader has left them"
    )]
    Private,
    /// There is nothing of the kind in what is shown.
    #[error("{what}: {why}; set the state to something that has it")]
    Nothing {
        /// What is asked for.
        what: String,
        /// Why there is nothing.
        why: String,
    },
    /// What the answer needs could not be had.
    #[error("{what}: {why}; ask again later")]
    Unavailable {
        /// What is asked for.
        what: String,
        /// What went wrong.
        why: String,
    },
}

impl Refusal {
    /// That there is nothing, for a reason in a sentence.
    pub(super) fn nothing(what: &str, why: &str) -> Self {
        Self::Nothing {
            what: what.to_owned(),
            why: why.trim_end_matches('.').to_owned(),
        }
    }

    /// The word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongVersion(_) => "wrong-version",
            Self::UnknownType(_) => "unknown-type",
            Self::BadId => "bad-id",
            Self::UnknownPart(_) => "unknown-part",
            Self::BadData { .. } => "bad-data",
            Self::TooLarge(_) => "too-large",
            Self::NotPlain => "not-plain",
            Self::TooMany { .. } => "too-many",
            Self::UnknownKey { .. } => "unknown-key",
            Self::UnknownValue { .. } => "unknown-value",
            Self::TooLong { .. } => "too-long",
            Self::Fixed { .. } => "fixed",
            Self::Repeated { .. } => "repeated",
            Self::NoFigures { .. } => "no-figures",
            Self::BadText { .. } => "bad-text",
            Self::NotHere { .. } => "not-here",
            Self::Private => "private",
            Self::Nothing { .. } => "nothing",
            Self::Unavailable { .. } => "unavailable",
        }
    }
}
