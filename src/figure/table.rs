//! A table of facts: what a figure shows, for reading, for assistive technology and for a spreadsheet.

/// One cell: how it reads, and the bare value for a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text on the page.
    pub text: String,
    /// The value in the download: numbers without grouping, unit or sign.
    pub plain: String,
    /// Whether the cell holds a number, which aligns right.
    pub numeric: bool,
}

impl Cell {
    /// A cell of text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            plain: text.clone(),
            text,
            numeric: false,
        }
    }

    /// A cell with a number: as it reads and as it is.
    #[must_use]
    pub fn number(text: impl Into<String>, value: f64) -> Self {
        Self {
            text: text.into(),
            plain: value.to_string(),
            numeric: true,
        }
    }

    /// An empty cell in a column of numbers.
    #[must_use]
    pub fn blank() -> Self {
        Self {
            text: crate::i18n::number::ABSENT.to_owned(),
            plain: String::new(),
            numeric: true,
        }
    }
}

/// A table with a caption, named columns and rows; the first column's cells are the rows' headings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table shows, with period and edition.
    pub caption: String,
    /// The columns' names.
    pub columns: Vec<String>,
    /// The rows, each with a cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// Where the figures come from; the download's last lines.
    pub source: String,
    /// The download's file name, without its ending.
    pub file: String,
}

impl Table {
    /// The columns' names in the download, where percentages are fractions.
    fn heads(&self) -> impl Iterator<Item = String> {
        let is_percent = |at: usize| {
            let mut cells = self.rows.iter().filter_map(move |row| row.get(at));
            cells.any(|cell| cell.numeric && cell.text.ends_with('%'))
        };
        let columns = self.columns.iter().enumerate();
        columns.map(move |(at, name)| {
            if is_percent(at) {
                format!("{name} (fraction)")
            } else {
                name.clone()
            }
        })
    }

    /// The table as comma-separated values (RFC 4180), with caption and source as closing rows.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut csv = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            let fields: Vec<String> = cells.map(field).collect();
            csv.push_str(&fields.join(","));
            csv.push_str("\r\n");
        };
        let heads: Vec<String> = self.heads().collect();
        line(&mut heads.iter().map(String::as_str));
        for row in &self.rows {
            line(&mut row.iter().map(|cell| cell.plain.as_str()));
        }
        line(&mut std::iter::empty());
        line(&mut [self.caption.as_str()].into_iter());
        line(&mut [self.source.as_str()].into_iter());
        csv
    }
}

/// A field, quoted where it must be.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_fractions_in_the_download_and_its_head_says_so() {
        let table = Table {
            columns: vec!["Country".to_owned(), "Share".to_owned()],
            rows: vec![
                vec![Cell::text("Chile"), Cell::blank()],
                vec![Cell::text("Peru"), Cell::number("12.5%", 0.125)],
            ],
            ..Table::default()
        };
        assert!(
            table
                .csv()
                .starts_with("Country,Share (fraction)\r\nChile,\r\nPeru,0.125\r\n")
        );
    }

    #[test]
    fn the_download_has_bare_numbers_and_quotes_only_where_needed() {
        let table = Table {
            caption: "Shares".to_owned(),
            columns: vec!["Country".to_owned(), "Quantity (t)".to_owned()],
            rows: vec![vec![
                Cell::text("Korea, South"),
                Cell::number("1,200", 1200.0),
            ]],
            source: "A \"source\"".to_owned(),
            file: "shares".to_owned(),
        };
        assert_eq!(
            table.csv(),
            "Country,Quantity (t)\r\n\"Korea, South\",1200\r\n\r\nShares\r\n\"A \"\"source\"\"\"\r\n"
        );
    }
}
