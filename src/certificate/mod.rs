//! Result certificates: a link's figures, carried with it, so that whoever opens it learns whether they still are.
//!
//! | step | module | question |
//! |---|---|---|
//! | figures | [`facts`] | which figures does the view of a link rest on? |
//! | data | [`data_id`] | which data are they computed from? |
//! | text | [`text`] | how does it stand in a link, and what is wrong with one? |
//! | verdict | [`verdict`](mod@verdict) | does it agree, is it old, or was something changed? |
//!
//! A certificate is the key `certificate` of a link: engine, data, figures and a check over all of them and over what
//! of the link decides figures. It is no signature, and needs no key: it finds slips, edits and stale figures. Whoever
//! has the program can make one for any link, but not one with other figures than the program computes, since the
//! figures are computed anew wherever it is read.

pub mod data_id;
pub mod facts;
pub mod text;
pub mod verdict;

pub use facts::{Fact, facts, needs_files, printed, trade_years};
pub use text::{Certificate, Unreadable};
pub use verdict::{Difference, Report, Verdict, verdict};

/// The version of what computes the figures. It is raised when a change makes any figure another one; a test holds
/// certificates of this version against what is computed.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");
