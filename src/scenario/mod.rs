//! What if it stops: scenarios of named steps, and what they do to supply, price and an importer.
//!
//! | part | module | question |
//! |---|---|---|
//! | words | [`step`], [`kind`] | what happens, where, to which minerals and stages, how much, from when, for how long, to whom? |
//! | changes | [`edit`] | what a scenario becomes when a step is put in, taken out, moved, switched |
//! | text | [`text`] | how is it written in a link, a file, a command? |
//! | examples | [`presets`] | what has happened, and what might? |

pub mod edit;
pub mod kind;
pub mod presets;
pub mod step;
pub mod text;

pub use kind::StepKind;
pub use step::{Minerals, Month, Scenario, Stages, Step};
