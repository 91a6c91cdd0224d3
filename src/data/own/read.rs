//! From a file's bytes to its figures, or to every mistake in it.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::overlay::{grouped, table_of};
use super::{OwnData, OwnError, OwnIssue, OwnKind, Row};
use crate::data::{CountryId, Dataset, Flag, MineralId, Reported, Stage, parse_decimal};
use crate::units::tonnes_in;

/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 2_000_000;
/// The most lines of figures.
const MOST_ROWS: usize = 20_000;
/// Past this many mistakes the rest is only counted: a table made wrongly is wrong on every line.
const MOST_ISSUES: usize = 100;
/// The units of mass that sources use.
const UNITS: [&str; 6] = ["t", "kt", "Mt", "kg", "kct", "Mct"];
/// In place of a country: the world's total.
const WORLD: &str = "WORLD";
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
struct Reading<'a> {
    data: &'a Dataset,
    kind: OwnKind,
    /// The columns' names, in the file's order.
    names: Vec<String>,
    issues: Vec<OwnIssue>,
}

/// A cell's place and text.
struct Cell<'a> {
    line: u64,
    at: usize,
    text: &'a str,
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

    fn wrong(&mut self, cell: &Cell<'_>, problem: impl Into<String>, remedy: impl Into<String>) {
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

    fn mineral(&mut self, cell: &Cell<'_>) -> Option<MineralId> {
        let minerals = || self.data.minerals().iter();
        let named = |text: &str| minerals().position(|one| one.name.eq_ignore_ascii_case(text));
        let by_slug = self.data.mineral_by_slug(&cell.text.to_ascii_lowercase());
        let found = by_slug.or_else(|| named(cell.text).map(MineralId::at));
        if found.is_none() {
            let near = nearest(cell.text, minerals().map(|one| one.slug.as_str()));
            self.wrong(
                cell,
                format!("unknown mineral {:?}", cell.text),
                format!("did you mean {near}?"),
            );
        }
        found
    }

    fn stage(&mut self, cell: &Cell<'_>) -> Option<Stage> {
        let stage = Stage::from_slug(&cell.text.to_ascii_lowercase());
        let stage = stage.filter(|stage| *stage != Stage::Reserves);
        if stage.is_none() {
            let problem = match cell.text {
                "reserves" => "reserves are neither produced nor traded".to_owned(),
                other => format!("unknown stage {other:?}"),
            };
            self.wrong(cell, problem, "write mine or refine");
        }
        stage
    }

    fn country(&mut self, cell: &Cell<'_>) -> Option<CountryId> {
        let countries = || self.data.countries().iter();
        let named = |text: &str| countries().position(|one| one.name.eq_ignore_ascii_case(text));
        let by_code = self.data.country_by_iso3(&cell.text.to_ascii_uppercase());
        let found = by_code.or_else(|| named(cell.text).map(CountryId::at));
        if found.is_none() {
            if let Some(bloc) = self.data.bloc_by_id(&cell.text.to_ascii_uppercase()) {
                let problem = format!("{} is a bloc, not a country", bloc.id);
                self.wrong(
                    cell,
                    problem,
                    "write its members, a line each; views of the bloc add them up",
                );
            } else if cell.text.eq_ignore_ascii_case(WORLD) {
                self.wrong(
                    cell,
                    "the world is nobody’s trading partner",
                    "write a country",
                );
            } else {
                let codes = countries().flat_map(|one| [one.iso3.as_str(), one.name.as_str()]);
                let near = nearest(cell.text, codes);
                let remedy = format!(
                    "write an ISO 3166-1 alpha-3 code or an English name; did you mean {near}?"
                );
                self.wrong(cell, format!("unknown country {:?}", cell.text), remedy);
            }
        }
        found
    }

    fn year(&mut self, cell: &Cell<'_>) -> Option<u16> {
        let year = cell.text.parse::<u16>().ok();
        match year {
            Some(year) if (1990..2100).contains(&year) => return Some(year),
            Some(year) => {
                let remedy = "write a year from 1990 to 2099";
                self.wrong(cell, format!("{year} is too far away"), remedy);
            }
            None => self.wrong(
                cell,
                format!("{:?} is not a year", cell.text),
                "write four digits, such as 2024",
            ),
        }
        None
    }

    fn quantity(&mut self, cell: &Cell<'_>) -> Option<Reported> {
        let traded = self.kind != OwnKind::Production;
        if cell.text.is_empty() {
            let remedy = if traded {
                "write a number, or leave the line out"
            } else {
                "write a number, 0 for nothing, NA for not known, or leave the line out"
            };
            self.wrong(cell, "the quantity is empty", remedy);
            return None;
        }
        if cell.text.contains([',', ' ', '\u{a0}', '\u{202f}', '\'']) {
            let problem = format!("{:?} has a sign between its digits", cell.text);
            self.wrong(
                cell,
                problem,
                "write a point before decimals and nothing between thousands",
            );
            return None;
        }
        match Reported::parse(cell.text) {
            Err(problem) => {
                self.wrong(cell, problem, "write digits with at most one point");
                None
            }
            Ok(Reported::Known { value, .. }) if traded && value <= 0.0 => {
                self.wrong(cell, "nothing was bought", "leave the line out");
                None
            }
            Ok(
                read @ Reported::Known {
                    flag: Flag::Reported | Flag::Estimated,
                    ..
                },
            ) => Some(read),
            Ok(_) if traded => {
                let remedy =
                    "write a number, with e behind it if it is an estimate, or leave the line out";
                self.wrong(cell, format!("{:?} is no amount", cell.text), remedy);
                None
            }
            Ok(read) => Some(read),
        }
    }

    fn unit(&mut self, cell: &Cell<'_>) -> Option<String> {
        let shares = self.kind == OwnKind::Production;
        if tonnes_in(cell.text).is_some() || shares && cell.text == "%" {
            return Some(cell.text.to_owned());
        }
        let known = UNITS.join(", ");
        let (problem, remedy) = match cell.text {
            "" => (
                "the unit is empty".to_owned(),
                format!("write one of {known}"),
            ),
            "%" => (
                "parts of a whole are no amounts".to_owned(),
                format!("write amounts in one of {known}"),
            ),
            other if shares => (
                format!("unknown unit {other:?}"),
                format!("write one of {known}, or %"),
            ),
            other => (
                format!("unknown unit {other:?}"),
                format!("write one of {known}"),
            ),
        };
        self.wrong(cell, problem, remedy);
        None
    }

    fn value(&mut self, cell: &Cell<'_>) -> Option<f64> {
        let value = parse_decimal(cell.text).filter(|value| *value > 0.0);
        if value.is_none() {
            let problem = format!("{:?} is no value", cell.text);
            self.wrong(
                cell,
                problem,
                "write thousand US dollars, more than 0, or leave the cell empty",
            );
        }
        value
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

/// Of some words the one that resembles another most.
fn nearest<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> &'a str {
    let word = word.to_lowercase();
    let likeness = |other: &str| strsim::jaro_winkler(&word, &other.to_lowercase());
    let best = among.map(|other| (likeness(other), other));
    best.max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map_or("", |(_, word)| word)
}
