//! From a file's bytes to its figures, or to every mistake in it.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::cells::{Cell, WORLD};
use super::overlay::{grouped, table_of};
use super::{OwnData, OwnError, OwnIssue, OwnKind, Row};
use crate::data::Dataset;

/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 2_000_000;
/// The most lines of figures.
const MOST_ROWS: usize = 20_000;
/// Past this many mistakes the rest is only counted: a table made wrongly is wrong on every line.
const MOST_ISSUES: usize = 100;
/// Parts of a total may exceed it by this much, by rounding.
const ROUNDING: f64 = 0.005;

impl OwnData {
    /// Reads and checks a file.
    ///
    /// # Errors
    /// Every mistake found, each with line, column and remedy.
    pub fn read(file: &str, bytes: &[u8], data: &Dataset) -> Result<Self, OwnError> {
        let mut reading = Reading {
            data,
            kind: OwnKind::Production,
            names: Vec::new(),
            issues: Vec::new(),
        };
        let rows = reading.file(bytes);
        let mut issues = reading.issues;
        if issues.is_empty() {
            let (file, kind) = (file.to_owned(), reading.kind);
            return Ok(Self { file, kind, rows });
        }
        issues.sort_by_key(|issue| (issue.line, issue.column.as_ref().map(|(at, _)| *at)));
        let more = issues.len().saturating_sub(MOST_ISSUES);
        issues.truncate(MOST_ISSUES);
        if more > 0 {
            issues.push(OwnIssue {
                line: None,
                column: None,
                problem: format!("{more} more mistakes like these"),
                remedy: "correct the first ones and read the file again".to_owned(),
            });
        }
        Err(OwnError {
            file: file.to_owned(),
            issues,
        })
    }
}

/// A file being read.
pub(super) struct Reading<'a> {
    pub(super) data: &'a Dataset,
    pub(super) kind: OwnKind,
    /// The columns' names, in the file's order.
    names: Vec<String>,
    issues: Vec<OwnIssue>,
}

impl Reading<'_> {
    fn whole(&mut self, line: Option<u64>, problem: impl Into<String>, remedy: impl Into<String>) {
        self.issues.push(OwnIssue {
            line,
            column: None,
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }

    pub(super) fn wrong(
        &mut self,
        cell: &Cell<'_>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let name = self.names.get(cell.at).cloned().unwrap_or_default();
        self.issues.push(OwnIssue {
            line: Some(cell.line),
            column: Some((cell.at + 1, name)),
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }

    fn file(&mut self, bytes: &[u8]) -> Vec<Row> {
        if bytes.len() > MOST_BYTES {
            let problem = format!("the file has {} bytes", bytes.len());
            let remedy = format!("keep it under {MOST_BYTES}: one mineral or one year at a time");
            self.whole(None, problem, remedy);
            return Vec::new();
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}'),
            Err(error) => {
                let before = &bytes[..error.valid_up_to()];
                let lines = before.split(|byte| *byte == b'\n').count();
                self.whole(
                    u64::try_from(lines).ok(),
                    "what stands here is no text in UTF-8",
                    "save the table as “CSV UTF-8”; a workbook cannot be read",
                );
                return Vec::new();
            }
        };
        let first = text.lines().next().unwrap_or_default();
        let counted = [b',', b';', b'\t'].map(|sign| {
            let cells = first.bytes().filter(|byte| *byte == sign).count();
            (cells, sign)
        });
        let (_, separator) = counted
            .into_iter()
            .max_by_key(|(cells, _)| *cells)
            .unwrap_or((0, b','));
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .trim(Trim::All)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut records = reader.records().filter_map(Result::ok);
        let Some(header) = records.next() else {
            self.whole(
                None,
                "the file is empty",
                "begin with the template’s first line",
            );
            return Vec::new();
        };
        if !self.header(&header) {
            return Vec::new();
        }
        let mut rows = Vec::new();
        let mut lines = 0;
        for record in records {
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().all(str::is_empty) {
                continue;
            }
            lines += 1;
            if lines > MOST_ROWS {
                let remedy = "read one mineral or one year at a time";
                self.whole(Some(line), format!("more than {MOST_ROWS} lines"), remedy);
                break;
            }
            rows.extend(self.row(&record, line));
        }
        if lines == 0 {
            let remedy = "write a line for each figure below the first one";
            self.whole(
                Some(1),
                "there are no figures under the columns’ names",
                remedy,
            );
        }
        self.together(&rows);
        rows
    }

    /// Takes the columns' names; whether figures can be read under them.
    fn header(&mut self, header: &StringRecord) -> bool {
        let names = header
            .iter()
            .map(|name| name.to_ascii_lowercase().replace(' ', "_"));
        self.names = names.collect();
        self.kind = OwnKind::of_header(&self.names);
        let known = [self.kind.columns(), self.kind.optional()].concat();
        let before = self.issues.len();
        for (at, name) in self.names.clone().iter().enumerate() {
            let cell = Cell {
                line: 1,
                at,
                text: name,
            };
            if !known.contains(&name.as_str()) {
                let remedy = format!("a file of {} has {}", self.kind.word(), known.join(", "));
                self.wrong(&cell, format!("unknown column {name:?}"), remedy);
            } else if self.names[..at].contains(name) {
                self.wrong(
                    &cell,
                    format!("column {name:?} is there twice"),
                    "keep one of them",
                );
            }
        }
        for name in self.kind.columns() {
            if !self.names.iter().any(|one| one == name) {
                let remedy = format!("begin with {}", self.kind.columns().join(","));
                self.whole(Some(1), format!("column {name:?} is missing"), remedy);
            }
        }
        self.issues.len() == before
    }

    /// One line; every cell that cannot be read is noted.
    fn row(&mut self, record: &StringRecord, line: u64) -> Option<Row> {
        if let Some(text) = record.iter().find(|text| text.contains('\n')) {
            let begun = text.lines().next().unwrap_or_default();
            let problem = format!("a quotation mark before {begun:?} is not closed on its line");
            self.whole(
                Some(line),
                problem,
                "close it, or leave quotation marks out",
            );
            return None;
        }
        if record.len() != self.names.len() {
            let problem = format!("{} cells in place of {}", record.len(), self.names.len());
            let remedy = "write one cell a column; a comma inside a number or a name splits it";
            self.whole(Some(line), problem, remedy);
            return None;
        }
        let names = self.names.clone();
        let cell = |name: &str| {
            let at = names.iter().position(|one| one == name)?;
            Some(Cell {
                line,
                at,
                text: &record[at],
            })
        };
        let mineral = self.mineral(&cell("mineral")?);
        let stage = self.stage(&cell("stage")?);
        let seller = if self.kind == OwnKind::Imports {
            "exporter"
        } else {
            "country"
        };
        let country_cell = cell(seller)?;
        let of_the_world =
            self.kind == OwnKind::Production && country_cell.text.eq_ignore_ascii_case(WORLD);
        let country = if of_the_world {
            None
        } else {
            Some(self.country(&country_cell))
        };
        let importer = match self.kind {
            OwnKind::Imports => Some(self.country(&cell("importer")?)),
            OwnKind::Production | OwnKind::Suppliers => None,
        };
        if self.kind == OwnKind::Suppliers {
            let supplier = cell("supplier")?;
            if supplier.text.is_empty() {
                self.wrong(
                    &supplier,
                    "the supplier has no name",
                    "write a name, or any word that tells it from the others",
                );
            }
        }
        let year = self.year(&cell("year")?);
        let quantity = self.quantity(&cell("quantity")?);
        let unit = self.unit(&cell("unit")?);
        let value = cell("value_kusd").filter(|cell| !cell.text.is_empty());
        let value = value.map(|cell| self.value(&cell));
        if let (Some(Some(seller)), Some(Some(buyer))) = (country, importer)
            && seller == buyer
        {
            let problem = format!("{} sells to itself", self.data.country(seller).iso3);
            self.wrong(&country_cell, problem, "leave trade within a country out");
        }
        Some(Row {
            line,
            mineral: mineral?,
            stage: stage?,
            year: year?,
            country: match country {
                Some(found) => Some(found?),
                None => None,
            },
            importer: match importer {
                Some(found) => Some(found?),
                None => None,
            },
            quantity: quantity?,
            unit: unit?,
            value_kusd: match value {
                Some(read) => Some(read?),
                None => None,
            },
        })
    }

    /// What lines must be beside one another.
    fn together(&mut self, rows: &[Row]) {
        let kind = self.kind;
        // A firm may have several suppliers in a country.
        if kind != OwnKind::Suppliers {
            for same in grouped(rows, |row| (table_of(row), row.country, row.importer)) {
                for pair in same.windows(2) {
                    let problem = format!("the same is on line {}", pair[0].line);
                    self.whole(
                        Some(pair[1].line),
                        problem,
                        "keep one of the two, or add them up",
                    );
                }
            }
        }
        if kind != OwnKind::Production {
            return;
        }
        for table in grouped(rows, table_of) {
            let mut unit = table.iter();
            if let Some(other) = unit.find(|row| row.unit != table[0].unit) {
                let problem = format!(
                    "the unit is {}, and {} on line {}",
                    other.unit, table[0].unit, table[0].line
                );
                let remedy = "write one unit for a mineral at a stage in a year";
                self.whole(Some(other.line), problem, remedy);
                continue;
            }
            let parts = table.iter().filter(|row| row.country.is_some());
            let sum: f64 = parts.filter_map(|row| row.quantity.value()).sum();
            let total = table.iter().find(|row| row.country.is_none());
            let world = total.and_then(|row| row.quantity.value());
            let hundred = (table[0].unit == "%").then_some(100.0);
            let line = total.unwrap_or(&table[0]).line;
            if let Some(most) = world
                .or(hundred)
                .filter(|most| sum > most * (1.0 + ROUNDING))
            {
                let problem = format!("the countries add up to {sum}, more than {most}");
                self.whole(Some(line), problem, "correct the total or the countries");
            } else if sum <= 0.0 && world.unwrap_or_default() <= 0.0 {
                self.whole(
                    Some(line),
                    "no country has an amount",
                    "write the amount of at least one country",
                );
            }
        }
    }
}
