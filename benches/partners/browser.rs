//! The same in the built page, run once a turn.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The program that drives the page; none where the variable is not set.
pub fn program() -> Option<PathBuf> {
    std::env::var_os("ADIT_PARTNERS").map(PathBuf::from)
}

/// Runs it; gives the milliseconds from the beginning of a search to its answer on the page.
pub fn run(program: &Path) -> Result<f64, String> {
    let failed = |error: String| format!("{}: {error}", program.display());
    let output = Command::new(program).output();
    let output = output.map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let found: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| failed(error.to_string()))?;
    found["milliseconds"]
        .as_f64()
        .ok_or_else(|| failed("no time in its answer".to_owned()))
}
