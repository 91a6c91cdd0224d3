//! A scenario: an ordered list of steps.

use super::StepKind;
use crate::data::{Importer, MineralId};

/// A month of the calendar.
///
/// # Units
/// Months since January of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub u16);

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
}
