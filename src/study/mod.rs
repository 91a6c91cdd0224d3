//! The study that the program starts from, checked: each of its claims computed anew from the edition that it used and
//! from the newest.
//!
//! The study is Kanovici and Bulin (2025) on international partnerships for critical raw materials; it was read in an
//! account of it, and its claims are shipped as secondary.
//!
//! | part | module | question |
//! |---|---|---|
//! | words | [`claims`] | what does it claim, about whom, from which edition? |
//! | answer | [`check`] | does it hold, and did it then? |

pub mod check;
pub mod claims;

pub use check::{Checked, Finding, Outcome, Verdict};
pub use claims::{Claim, ClaimKind};
