//! What the page and the document that frames it say to each other.
//!
//! A host embeds the page in a frame and posts messages to it; the module `adit.js` does the same for it. Both speak
//! this dialect, version 1. Every message is an object `{ source: "adit", v: 1, id, type, data }`. The host asks with
//! a [`Command`]; whoever gives an `id` receives one reply with the same `id`, either an [`Answer`] or a [`Refusal`].
//! By itself the page says [`Event`]s.
//!
//! What comes from a host is hostile until read: [`parse`] takes any text, keeps silent about what is not in this
//! dialect, and names what is wrong, with its remedy, in what is. Nothing here touches the browser, so all of it is
//! tested natively. The words are those of links, of the command line and of its JSON.

mod answer;
mod asked;
mod change;
mod command;
mod envelope;
mod gate;
mod picture;
mod refusal;
mod remedy;
mod setting;
pub mod snippet;

pub use answer::{Answer, By, Event, Greeting, Reply, Shown, StateAnswer, TextAnswer};
pub use asked::FiguresAnswer;
pub use change::{Change, Reached};
pub use command::{Command, Format, PictureWish, StepWish, TYPES};
pub use envelope::{Heard, Id, Request, id, parse};
pub use gate::Gate;
pub use picture::PictureAnswer;
pub use refusal::Refusal;
pub use setting::Setting;

/// The version of the dialect; another one is spoken by other messages.
pub const VERSION: u8 = 1;

/// What every message of the dialect carries as its `source`.
pub const SOURCE: &str = "adit";

/// The longest message that is read.
///
/// # Units
/// Bytes of its JSON.
pub const LONGEST: usize = 64 * 1024;
