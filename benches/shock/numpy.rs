//! The comparison program, run once a turn.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use adit::scenario::assumption::Key;
use adit::scenario::simulation::{Job, SMALLEST};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What it said.
#[derive(Deserialize)]
pub struct Said {
    /// Seconds of simulating and summing up.
    pub seconds: f64,
    /// The world's figures, each draw's.
    pub world: Figures,
    /// The importer's figures, each draw's.
    pub importer: Figures,
}

/// Figures, one an outer draw.
#[derive(Deserialize)]
pub struct Figures {
    /// Mean shortfall.
    pub mean: Vec<f64>,
    /// Mean shortfall in the worst year.
    pub worst_year: Vec<f64>,
    /// How often the worst year's is large.
    pub large_loss: Vec<f64>,
    /// The mean of the worst.
    pub tail_mean: Vec<f64>,
}

/// Runs it on a job.
pub fn run(python: &Path, job: &Job) -> Result<Said, String> {
    let assumed: Map<String, Value> = Key::all()
        .map(|key| {
            (
                key.parameter().slug.to_owned(),
                json!(job.assumptions.get(key)),
            )
        })
        .collect();
    let asked = json!({
        "numbers": job.numbers,
        "acts": job.acts,
        "assumptions": assumed,
        "smallest": SMALLEST,
        "outer": job.outer,
        "inner": job.inner,
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let failed = |error: std::io::Error| format!("{}: {error}", python.display());
    let mut program = Command::new(python)
        // Beside the script would be the sources' folder.
        .arg("-B")
        .arg(root.join("benches/shock/main.py"))
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
        return Err("the numpy program failed".to_owned());
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("the numpy program's answer: {error}"))
}
