//! The words of a bench's command line, the same for all.

/// How often to measure, unless told.
const RUNS: usize = 7;

/// What was asked for.
pub struct Options {
    /// How often to measure.
    pub runs: usize,
    /// Numbers for programs instead of a table.
    pub json: bool,
}

impl Options {
    /// Reads the command line, less the program's name.
    ///
    /// # Errors
    /// What is wrong with it, or the help.
    pub fn parse(mut words: impl Iterator<Item = String>, help: &str) -> Result<Self, String> {
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
                other => return Err(format!("{other}: no such option\n{help}")),
            }
        }
        Ok(options)
    }
}
