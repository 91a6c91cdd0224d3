//! The comparison program, run once a turn.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use crate::IMPORTERS;
use crate::ours::{COMPUTED, Question};

/// The program with its words.
pub struct Peer {
    python: PathBuf,
    years: String,
}

/// What it said.
#[derive(Deserialize)]
pub struct Said {
    /// Seconds from its first line of work to all tables in memory.
    pub reading: f64,
    /// Seconds that each computation of all answers took, writing them as JSON included.
    pub computing: Vec<f64>,
    /// The rows of each question.
    pub answers: Value,
}

impl Peer {
    /// The program for some questions.
    pub fn new(python: &Path, questions: &[Question]) -> Self {
        let mut years: Vec<u16> = questions.iter().map(|question| question.year).collect();
        years.dedup();
        let years: Vec<String> = years.iter().map(u16::to_string).collect();
        Self {
            python: python.to_owned(),
            years: years.join(","),
        }
    }

    /// Runs it.
    pub fn run(&self) -> Result<Said, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let output = Command::new(&self.python)
            // Beside the script would be the sources' folder.
            .arg("-B")
            .arg(root.join("benches/all/main.py"))
            .arg(root)
            .args([
                IMPORTERS.join(","),
                self.years.clone(),
                COMPUTED.to_string(),
            ])
            .output()
            .map_err(|error| format!("{}: {error}", self.python.display()))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("the numpy program failed: {said}"));
        }
        serde_json::from_slice(&output.stdout)
            .map_err(|error| format!("the numpy program's answer: {error}"))
    }
}
