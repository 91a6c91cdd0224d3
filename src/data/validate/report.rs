//! The list that problems are written on.

use serde::Deserialize;
use serde_json::error::Category;

use crate::data::{DataError, DataIssue};

/// Collects problems instead of stopping at the first.
#[derive(Default)]
pub(super) struct Report {
    issues: Vec<DataIssue>,
}

impl Report {
    /// Notes a problem.
    pub(super) fn add(
        &mut self,
        file: &'static str,
        place: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let (place, problem, remedy) = (place.into(), problem.into(), remedy.into());
        self.issues.push(DataIssue {
            file,
            place,
            problem,
            remedy,
        });
    }

    /// Reads a file's text; a text that does not follow the schema is noted with line and column.
    pub(super) fn read<'a, T: Deserialize<'a>>(
        &mut self,
        file: &'static str,
        text: &'a str,
    ) -> Option<T> {
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note_unreadable(file, &error);
                None
            }
        }
    }

    fn note_unreadable(&mut self, file: &'static str, error: &serde_json::Error) {
        let (line, column) = (error.line(), error.column());
        let message = error.to_string();
        let message = message.strip_suffix(&format!(" at line {line} column {column}"));
        let remedy = match error.classify() {
            Category::Eof => "the file ends too early: restore it whole",
            Category::Syntax => "correct the JSON at this place",
            Category::Data | Category::Io => "follow the schema in data/README.md",
        };
        let problem = message.map_or_else(|| error.to_string(), str::to_owned);
        self.add(
            file,
            format!("line {line}, column {column}"),
            problem,
            remedy,
        );
    }

    pub(super) fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// Takes over what another list says about a file, or its beginning and how much more there is.
    pub(super) fn take(&mut self, file: &'static str, mut other: Self, most: usize) {
        let more = other.issues.len().saturating_sub(most);
        other.issues.truncate(most);
        self.issues.extend(other.issues);
        if more > 0 {
            let problem = format!("{more} more problems like these");
            self.add(
                file,
                "the rest",
                problem,
                "correct the first ones and read it again",
            );
        }
    }

    /// What was read, if nothing is wrong with it.
    pub(super) fn pass<T>(self, read: T) -> Result<T, DataError> {
        if self.is_empty() {
            Ok(read)
        } else {
            Err(self.into_error())
        }
    }

    pub(super) fn into_error(self) -> DataError {
        DataError {
            issues: self.issues,
        }
    }
}
