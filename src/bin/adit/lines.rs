//! Tables as lines of text, for people.

use serde::Serialize;

use crate::failure::{Answer, Failure};

/// What stands where there is no value.
pub(crate) const ABSENT: &str = "–";

/// A table whose columns are as wide as their widest cell.
pub(crate) struct Lines {
    rows: Vec<Vec<String>>,
    /// Columns of words, which begin where numbers end.
    words: usize,
}

impl Lines {
    /// A table with these headings, of which the first `words` are over words.
    pub(crate) fn new(words: usize, headings: &[&str]) -> Self {
        let headings = headings.iter().map(|heading| (*heading).to_owned());
        Self {
            rows: vec![headings.collect()],
            words,
        }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The table.
    pub(crate) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let padded = |(column, cell): (usize, &String)| {
            let blank = " ".repeat(widths[column] - cell.chars().count());
            if column < self.words {
                cell.clone() + &blank
            } else {
                blank + cell
            }
        };
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().enumerate().map(padded).collect();
            cells.join("  ").trim_end().to_owned() + "\n"
        };
        self.rows.iter().map(line).collect()
    }
}

/// A number with so many decimals, or the mark of none.
pub(crate) fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| format!("{value:.decimals$}"))
}

/// A fraction in percent, or the mark of none.
pub(crate) fn percent(value: Option<f64>) -> String {
    value.map_or_else(
        || ABSENT.to_owned(),
        |value| format!("{:.1} %", 100.0 * value),
    )
}

/// A value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Answer {
    serde_json::to_string_pretty(value).map_err(Failure::problem)
}
