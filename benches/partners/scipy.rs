//! The comparison program: answers all games that it is handed, in their order.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::{Value, json};

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
    /// The least risk of all sets, where they were all asked about.
    pub least: Option<f64>,
    /// Seconds of asking about all sets.
    pub least_seconds: Option<f64>,
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

/// How it is asked about a game.
#[derive(Clone, Copy)]
pub struct How {
    /// It computes again until so many seconds have passed; the mean counts.
    pub seconds: f64,
    /// Whether it looks at every set, too.
    pub every_set: bool,
}

/// Runs it on some games.
pub fn run<'a>(
    python: &Path,
    games: impl IntoIterator<Item = (&'a Game, How)>,
) -> Result<Vec<Said>, String> {
    let asked = games.into_iter().map(|(game, how)| {
        let mut asked = game.json();
        asked["seconds"] = how.seconds.into();
        asked["every_set"] = how.every_set.into();
        asked
    });
    let asked: Vec<Value> = asked.collect();
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
            .write_all(json!(asked).to_string().as_bytes())
            .map_err(failed)?;
    }
    let output = program.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err("the scipy program failed".to_owned());
    }
    let said: Vec<Said> = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("the scipy program's answer: {error}"))?;
    if said.len() == asked.len() {
        Ok(said)
    } else {
        Err(format!(
            "the scipy program answered {} of {} games",
            said.len(),
            asked.len()
        ))
    }
}
