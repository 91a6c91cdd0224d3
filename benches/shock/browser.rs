//! The same simulation in the built page's worker, run once a turn.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

/// What the page's worker took.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Worker {
    /// Seconds from the worker's making to its last figures, its program's start and interim figures included.
    pub seconds: f64,
    /// The median time between two frames of the page meanwhile, in milliseconds.
    pub median_ms: f64,
    /// The longest time between two frames, in milliseconds.
    pub longest_ms: f64,
    /// What tasks of the main thread took beyond 50 ms each, in milliseconds.
    pub blocked_ms: f64,
}

/// The program that drives the page; none where the variable is not set.
pub fn program() -> Option<PathBuf> {
    std::env::var_os("ADIT_WORKER").map(PathBuf::from)
}

/// Runs it.
pub fn run(program: &PathBuf) -> Result<Worker, String> {
    let failed = |error: String| format!("{}: {error}", program.display());
    let output = Command::new(program).output();
    let output = output.map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| failed(error.to_string()))
}
