//! A compiler for C++, in which libFuzzer is written.

use super::debian;
use crate::command::{self, Outcome};

/// Finds one or gets one.
pub(crate) fn ensure() -> Outcome {
    if command::find(&["c++"]).is_some() {
        return Ok(());
    }
    if !debian::is_here() {
        return Err(
            "fuzzing needs a compiler for C++ called `c++`: install clang or g++".to_owned(),
        );
    }
    debian::install(&["g++"])
}
