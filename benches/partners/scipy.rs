//! The comparison program: answers all games that it is handed, in their order.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::Value;

use crate::game::Game;

/// What it said of a game.
#[derive(Deserialize)]
pub struct Said {
    /// The best set.
    pub partners: Vec<usize>,
    /// Its risk.
    pub risk: f64,
    /// The same risk by a general solver.
    pub programmed: f64,
    /// Branches looked at.
    pub nodes: usize,
    /// What each member is worth.
    pub worths: Vec<f64>,
    /// Seconds of the search.
    #[serde(rename = "search_seconds")]
    pub search: f64,
    /// Seconds of the worths.
    #[serde(rename = "worth_seconds")]
    pub worth: f64,
}

/// Runs it on some games.
pub fn run(python: &Path, games: &[&Game]) -> Result<Vec<Said>, String> {
    let asked: Value = games.iter().map(|game| game.json()).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let failed = |error: std::io::Error| format!("{}: {error}", python.display());
    let mut program = Command::new(python)
        // Beside the script would be the sources' folder.
        .arg("-B")
        .arg(root.join("benches/partners/main.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut input) = program.stdin.take() {
        input
            .write_all(asked.to_string().as_bytes())
            .map_err(failed)?;
    }
    let output = program.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err("the scipy program failed".to_owned());
    }
    let said: Vec<Said> = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("the scipy program's answer: {error}"))?;
    if said.len() == games.len() {
        Ok(said)
    } else {
        Err(format!(
            "the scipy program answered {} of {} games",
            said.len(),
            games.len()
        ))
    }
}
