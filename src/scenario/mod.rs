//! What if it stops: scenarios of named steps, and what they do to supply, price and an importer.
//!
//! | part | module | question |
//! |---|---|---|
//! | words | [`step`], [`kind`] | what happens, where, to which minerals and stages, how much, from when, for how long, to whom? |
//! | changes | [`edit`] | what a scenario becomes when a step is put in, taken out, moved, switched |
//! | text | [`text`] | how is it written in a link, a file, a command? |
//! | examples | [`presets`] | what has happened, and what might? |
//! | model | [`assumption`] | what does the model assume, in which range, on which grounds? |
//! | market | [`market`], [`sourcing`], [`numbers`] | who supplies the world, and an importer, at both stages? |
//! | acts | [`act`], [`timeline`] | what do the steps leave of supply, month after month? |
//! | R6 | [`clearing`], [`outcome`] | at which price does the market clear, and how much does an importer use? |
//! | R6 | [`simulation`] | what may happen over ten years? |
//! | ranks | [`exposed`] | which minerals and importers are hit hardest? |

pub mod act;
mod actor;
mod asked;
pub mod assumption;
pub mod clearing;
pub mod edit;
pub mod exposed;
pub mod kind;
pub mod market;
pub mod numbers;
pub mod outcome;
mod parameter;
pub mod presets;
pub mod simulation;
mod situation;
pub mod sourcing;
pub mod step;
mod target;
pub mod text;
pub mod timeline;

pub use assumption::Assumptions;
pub use exposed::Exposed;
pub use kind::StepKind;
pub use market::{Market, StageTables};
pub use outcome::Outcome;
pub use step::{Minerals, Month, Scenario, Stages, Step};
