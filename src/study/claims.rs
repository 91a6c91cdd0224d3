//! The claims, as a table: `data/tables/claims.csv`.

use serde::Deserialize;
use thiserror::Error;

use crate::data::Stage;

static TABLE: &str = include_str!("../../data/tables/claims.csv");

/// What kind of statement a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// A country has this percentage.
    Share,
    /// A country is the largest and has half or more.
    Dominant,
    /// A country is the largest.
    Largest,
    /// Somebody has agreements with all of these.
    Partners,
    /// Something that no public figure decides.
    Hypothesis,
}

impl ClaimKind {
    /// Its word in files and figures.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Dominant => "dominant",
            Self::Largest => "largest",
            Self::Partners => "partners",
            Self::Hypothesis => "hypothesis",
        }
    }
}

/// One claim, in the words of the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Claim {
    /// Its word in links and files.
    pub id: String,
    /// What is claimed, in our words.
    pub claim: String,
    /// What kind of statement it is.
    pub kind: ClaimKind,
    /// Codes of the countries that it is about, with a bar between.
    pub subject: String,
    /// The mineral's slug; empty where it is about none.
    pub mineral: String,
    /// The stage; none where it is about none.
    pub stage: Option<StageWord>,
    /// The percentage claimed.
    pub percent: Option<f64>,
    /// Whose partners are claimed.
    pub of: String,
    /// The edition that the study used.
    pub edition: String,
    /// The year of the figures.
    pub year: Option<u16>,
    /// Where it was read.
    pub source: String,
    /// `secondary`: read in an account of the study.
    pub evidence: String,
    /// What a reader must know.
    pub note: String,
}

/// A stage by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct StageWord(pub Stage);

impl TryFrom<String> for StageWord {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        let stage = Stage::from_slug(&word);
        stage.map(Self).ok_or(format!("{word:?} is no stage"))
    }
}

/// What is wrong with a table of claims.
#[derive(Debug, Error)]
#[error("claims.csv: {0}; its columns are in data/README.md")]
pub struct ClaimError(#[from] csv::Error);

/// The shipped claims.
///
/// # Errors
/// When the table is broken, which a test excludes.
pub fn embedded() -> Result<Vec<Claim>, ClaimError> {
    read(TABLE)
}

/// Claims from the text of a table.
///
/// # Errors
/// The first line that is no claim, with its place.
pub fn read(text: &str) -> Result<Vec<Claim>, ClaimError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize();
    rows.map(|row| row.map_err(ClaimError::from)).collect()
}

impl Claim {
    /// The codes of the countries that it is about.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.subject.split('|').filter(|code| !code.is_empty())
    }
}
