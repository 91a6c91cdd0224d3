//! The words of the command line.

use std::path::PathBuf;

/// How often both take their turn, unless told.
const RUNS: usize = 7;

const HELP: &str = "\
bench-all [--runs N] [--json]
    --runs N  turns that both take (7)
    --json    the ratios for programs instead of the table
ADIT_PYTHON names a Python that has numpy; `cargo xtask bench all` sets it.";

/// What was asked for.
pub struct Options {
    /// Turns that both take.
    pub runs: usize,
    /// Numbers for programs instead of a table.
    pub json: bool,
    /// A Python that has numpy.
    pub python: PathBuf,
}

impl Options {
    /// Reads the command line, less the program's name.
    ///
    /// # Errors
    /// What is wrong with it, or the help.
    pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let python = std::env::var_os("ADIT_PYTHON")
            .ok_or_else(|| format!("ADIT_PYTHON is not set\n{HELP}"))?;
        let mut options = Self {
            runs: RUNS,
            json: false,
            python: python.into(),
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--runs" => {
                    let number = words.next().and_then(|word| word.parse().ok());
                    options.runs = number
                        .filter(|runs| *runs > 0)
                        .ok_or("--runs takes a number above zero")?;
                }
                "--json" => options.json = true,
                other => return Err(format!("{other}: no such option\n{HELP}")),
            }
        }
        Ok(options)
    }
}
