//! A scenario: an ordered list of steps.

use std::fmt;
use std::ops::Range;

use super::StepKind;
use crate::data::{CountryId, Dataset, Importer, MineralId};

/// A month of the calendar.
///
/// # Units
/// Months since January of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub u16);

impl Month {
    /// The years that a scenario may be about: from the first ones of trade statistics on, to the century's end.
    pub const YEARS: Range<u16> = 1990..2100;

    /// The month of a year, 1 to 12; none for others and outside [`Month::YEARS`].
    #[must_use]
    pub fn of(year: u16, month: u16) -> Option<Self> {
        let known = Self::YEARS.contains(&year) && (1..=12).contains(&month);
        known.then(|| Self(year * 12 + month - 1))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.0 / 12
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn of_year(self) -> u16 {
        self.0 % 12 + 1
    }
}

/// As ISO 8601 writes it: `2025-04`.
impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year(), self.of_year())
    }
}

/// Which minerals a step is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Minerals {
    /// Every mineral.
    All,
    /// Every mineral whose largest supplier, at a stage that the step is about, the actor is.
    Led,
    /// These.
    These(Vec<MineralId>),
}

/// Which stages a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stages {
    /// Mining.
    Mine,
    /// Refining.
    Refine,
    /// Mining and refining together.
    Both,
}

impl Stages {
    /// Every choice of stages, in the order for showing them.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Refine, Self::Both];

    /// The word in links, files and the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Refine => "refine",
            Self::Both => "both",
        }
    }

    /// The stages of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stages| stages.word() == word)
    }
}

/// One thing that happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What happens.
    pub kind: StepKind,
    /// Where, or who does it; none for the whole world.
    pub actor: Option<Importer>,
    /// To which minerals.
    pub minerals: Minerals,
    /// At which stages.
    pub stages: Stages,
    /// How much, as a fraction: of the actor's supply (cut-off, quota: the part that is cut; licence delay; conflict,
    /// accident, disaster, strike, power shortage: the part that is lost), of the price (tax), of the world's supply at
    /// the stage (new mine, new refinery), of the world's use in a year (stock release: in all; recycling: each year;
    /// substitution: of use that goes; demand change: of use, less where negative).
    pub size: f64,
    /// From when.
    pub start: Month,
    /// For how many months; none for good.
    pub months: Option<u16>,
    /// Whose purchases it hits; none for everyone's.
    pub aim: Option<Importer>,
    /// Whether it counts.
    pub active: bool,
    /// What the reader calls it.
    pub name: Option<String>,
}

/// Steps, in the reader's order. The order is the reader's story: each step acts on what the earlier ones left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// The steps.
    pub steps: Vec<Step>,
}

impl Scenario {
    /// The steps that count, in their order.
    pub fn active(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.active)
    }

    /// Whether one of these countries holds back exports in a step that counts.
    ///
    /// The model has one world market and does not see that what is held back stays at home.
    #[must_use]
    pub fn held_back_by(&self, data: &Dataset, countries: &[CountryId]) -> bool {
        let measures = self.active().filter(|step| step.kind.is_export_measure());
        let actors = measures.filter_map(|step| step.actor);
        let mut members = actors.flat_map(|actor| data.importer_members(actor));
        members.any(|member| countries.contains(&member))
    }
}
