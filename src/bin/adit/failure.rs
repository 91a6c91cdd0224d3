//! What went wrong, and which exit code says so.

use std::fmt::Display;
use std::process::ExitCode;

/// The answer's text, or why there is none.
pub(crate) type Answer<T = String> = Result<T, Failure>;

/// A failure with its message.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something is wrong with the data or with files: exit code 1.
    Problem(String),
    /// Something is wrong with the question: exit code 2.
    Usage(String),
}

impl Failure {
    /// A problem with data or files.
    pub(crate) fn problem(message: impl Display) -> Self {
        Self::Problem(message.to_string())
    }

    /// A problem with the question.
    pub(crate) fn usage(message: impl Display) -> Self {
        Self::Usage(message.to_string())
    }

    /// Says it on standard error.
    pub(crate) fn report(self) -> ExitCode {
        let (message, code) = match self {
            Self::Problem(message) => (message, 1),
            Self::Usage(message) => (format!("{message}\n\nFor help, try '--help'."), 2),
        };
        eprintln!("adit: {message}");
        ExitCode::from(code)
    }
}
