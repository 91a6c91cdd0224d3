//! The data files, regenerated from the source tables.

use std::path::Path;

use crate::command::Outcome;
use crate::{data, shapes};

/// Writes `data/*.json`; with `check`, only compares and names what differs.
pub(crate) fn run(root: &Path, check: bool) -> Outcome {
    // The outlines first: the list of countries names where each is drawn.
    shapes::run(root, check)?;
    data::run(root, check)
}
