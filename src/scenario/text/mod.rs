//! A scenario as text, the same in links, in files and on the command line, and back.
//!
//! Steps are joined by `;`, a step's fields by `:`, and lists by `,`:
//!
//! `kind:actor:minerals:stages:size:start:months:aim:name`
//!
//! | field | takes | left empty |
//! |---|---|---|
//! | kind | a word of [`StepKind`](super::StepKind), after `!` where the step is switched off | refused |
//! | actor | ISO 3166-1 alpha-3, a bloc's id, `*` the whole world | `*` |
//! | minerals | slugs, `*` all, `led` all whose largest supplier the actor is | refused |
//! | stages | `mine`, `refine`, `both` | the kind's first |
//! | size | percent, without its sign | the kind's first |
//! | start | a month, `2025-04`; or the first and the last, `2025-04/2026-03`, with months left empty | refused |
//! | months | how many, or `-` for good | the kind's first |
//! | aim | the one whose purchases a measure on exports hits, `*` everyone | `*` |
//! | name | what the reader calls it, see below | none |
//!
//! `cut-off:CHN:gallium:both:100:2025-04:12:USA` stops what China sells of gallium to the United States for a year.
//! Written out, aim and name are left out from the end where they say nothing, and no other field is.
//!
//! In a name every byte of its UTF-8 but letters, digits, `-`, `_` and `.` is `~` and two hexadecimal digits, `~3A` for
//! a colon: that is plain text to the encoding of links, which is undone once before a scenario is read. Typed by hand,
//! a name may hold anything but `;`, `#` and the end of the line. Signs that cannot be seen are dropped, and blanks at
//! its ends.
//!
//! In a file a line may end a step as `;` does, and what stands from `#` to the end of a line is a remark. A step that
//! cannot be read becomes a [`StepProblem`] for each field that is wrong; the others still count.

mod decode;
mod encode;
mod fields;
mod name;
mod problem;

pub use decode::{Decoded, decode};
pub use encode::encode;
pub use problem::{Field, StepProblem};

/// The most steps that a scenario has: more than a reader can follow, few enough to be computed at once.
pub const MOST_STEPS: usize = 60;
