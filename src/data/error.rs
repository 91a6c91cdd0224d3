//! What is wrong with the files: every problem at once, each with its place and its remedy.

use std::fmt;

/// Every problem found in a set of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// At least one, in the order of the files.
    pub issues: Vec<DataIssue>,
}

/// One problem in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataIssue {
    /// The file's name, such as `supply.json`.
    pub file: &'static str,
    /// Where in the file: the entry's own words, or line and column.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for DataIssue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}, {}: {}; {}",
            self.file, self.place, self.problem, self.remedy
        )
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, issue) in self.issues.iter().enumerate() {
            if position > 0 {
                out.write_str("\n")?;
            }
            write!(out, "{issue}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DataError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_reads_as_place_problem_remedy_and_an_error_as_one_line_each() {
        let issue = DataIssue {
            file: "supply.json",
            place: "cobalt mine mcs2024, COD 2023".into(),
            problem: "\"17o000\" is not a figure".into(),
            remedy: "write the published number".into(),
        };
        let line = "supply.json, cobalt mine mcs2024, COD 2023: \"17o000\" is not a figure; \
                    write the published number";
        assert_eq!(issue.to_string(), line);
        let error = DataError {
            issues: vec![issue.clone(), issue],
        };
        assert_eq!(error.to_string(), format!("{line}\n{line}"));
    }
}
