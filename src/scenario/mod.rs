//! What if it stops: scenarios of named steps, and what they do to supply, price and an importer.
//!
//! | part | module | question |
//! |---|---|---|
//! | words | [`step`], [`kind`] | what happens, where, to which minerals and stages, how much, from when, for how long, to whom? |

pub mod kind;
pub mod step;

pub use kind::StepKind;
pub use step::{Minerals, Month, Scenario, Stages, Step};
