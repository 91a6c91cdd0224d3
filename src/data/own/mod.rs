//! The reader's own figures: one CSV, laid over the shipped data for as long as the page is open.
//!
//! A file is of one of three kinds ([`OwnKind`]), told by its columns. [`OwnData::read`] checks it and names every
//! mistake by line and column; [`OwnData::over`] makes a data set of which every view works as it does on the shipped
//! one. What the file says counts in place of what the sources say, mineral by mineral, stage by stage, year by year;
//! everything else stays. Nothing of it is written anywhere.

mod cells;
mod columns;
mod overlay;
mod read;
mod template;

use std::fmt;

pub use columns::OwnKind;

use super::{CountryId, Flow, MineralId, Reported, Stage};

/// The code of the reader's firm among the countries; ISO 3166-1 leaves it to its users.
pub const OWN_FIRM: &str = "ZZZ";
/// Under which licence the reader's own figures stand.
pub const OWN_LICENCE: &str = "yours";
/// The word of the reader's edition in links.
pub const OWN_EDITION: &str = "own";

/// A file of the reader's, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnData {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub kind: OwnKind,
    /// Its lines, less the first.
    rows: Vec<Row>,
}

/// What one importer bought of a mineral at a stage in a year, by the reader's own figures.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnImports {
    /// The mineral.
    pub mineral: MineralId,
    /// The stage.
    pub stage: Stage,
    /// The year.
    pub year: u16,
    /// Who bought.
    pub importer: CountryId,
    /// From whom.
    pub flows: Vec<Flow>,
}

/// What a data set holds of the reader's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub kind: OwnKind,
    /// How many lines of figures it has.
    pub rows: usize,
    /// Its minerals, ordered.
    pub minerals: Vec<MineralId>,
    /// Its years, ordered.
    pub years: Vec<u16>,
    /// Its stages, ordered.
    pub stages: Vec<Stage>,
    /// What it says about imports; empty for production.
    pub imports: Vec<OwnImports>,
}

impl Own {
    /// What the file says that some countries bought, one entry for each that it has an answer for.
    pub fn imports_of<'a>(
        &'a self,
        (mineral, stage, year): (MineralId, Stage, u16),
        members: &'a [CountryId],
    ) -> impl Iterator<Item = &'a OwnImports> {
        let of = self.imports.iter();
        of.filter(move |one| (one.mineral, one.stage, one.year) == (mineral, stage, year))
            .filter(|one| members.contains(&one.importer))
    }

    /// The newest year for which the file says what each of some countries bought.
    #[must_use]
    pub fn newest_import(
        &self,
        mineral: MineralId,
        stage: Stage,
        members: &[CountryId],
    ) -> Option<u16> {
        let years = self.years.iter().rev().copied();
        let mut whole = years.filter(|year| {
            let told = self.imports_of((mineral, stage, *year), members);
            told.count() == members.len()
        });
        whole.next()
    }

    /// The file as a source.
    #[must_use]
    pub fn citation(&self) -> String {
        format!("your own file {}", self.file)
    }
}

/// One line's figure.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    line: u64,
    mineral: MineralId,
    stage: Stage,
    year: u16,
    /// Whose production, or who sold; none for the world's total.
    country: Option<CountryId>,
    /// Who bought; none for production and for the firm.
    importer: Option<CountryId>,
    quantity: Reported,
    unit: String,
    value_kusd: Option<f64>,
}

/// One mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIssue {
    /// The line, from 1; none where it is about the whole file.
    pub line: Option<u64>,
    /// The column, from 1, with its name; none where it is about the whole line.
    pub column: Option<(usize, String)>,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for OwnIssue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.line, &self.column) {
            (Some(line), Some((at, name))) => write!(out, "line {line}, column {at} ({name}): ")?,
            (Some(line), None) => write!(out, "line {line}: ")?,
            (None, _) => {}
        }
        write!(out, "{}; {}", self.problem, self.remedy)
    }
}

/// Every mistake found in a file, in the order of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnError {
    /// The file's name.
    pub file: String,
    /// At least one.
    pub issues: Vec<OwnIssue>,
}

impl fmt::Display for OwnError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, issue) in self.issues.iter().enumerate() {
            let end = if at > 0 { "\n" } else { "" };
            write!(out, "{end}{}, {issue}", self.file)?;
        }
        Ok(())
    }
}

impl std::error::Error for OwnError {}
