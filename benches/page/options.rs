//! The words of the command line.

/// How often to measure, unless told.
const RUNS: usize = 7;

const HELP: &str = "\
bench-page [--runs N] [--json]
    --runs N  visits to each page (7)
    --json    the numbers for programs instead of the table
ADIT_DIST names the built page's folder, ADIT_PEER the npm packages of the comparison page,
CHROME the browser; `cargo xtask bench page` sets all three.";

/// What was asked for.
pub struct Options {
    /// Visits to each page.
    pub runs: usize,
    /// Numbers for programs instead of a table.
    pub json: bool,
}

impl Options {
    /// Reads the command line, less the program's name.
    ///
    /// # Errors
    /// What is wrong with it, or the help.
    pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            runs: RUNS,
            json: false,
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
