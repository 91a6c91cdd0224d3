//! What is wrong with one field of one step.

use std::fmt;

use super::MOST_STEPS;

/// A field of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What happens.
    Kind,
    /// Where, or who does it.
    Actor,
    /// To which minerals.
    Minerals,
    /// At which stages.
    Stages,
    /// How much.
    Size,
    /// From when.
    Start,
    /// For how long.
    Months,
    /// Whose purchases it hits.
    Aim,
    /// No single field: how many steps there are.
    Steps,
}

impl Field {
    /// The field's word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Actor => "actor",
            Self::Minerals => "minerals",
            Self::Stages => "stages",
            Self::Size => "size",
            Self::Start => "start",
            Self::Months => "months",
            Self::Aim => "aim",
            Self::Steps => "steps",
        }
    }
}

/// What is wrong with one field of one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProblem {
    /// The step, from 1.
    pub step: usize,
    /// The field.
    pub field: Field,
    /// What stands there, shortened where it is long.
    pub value: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// How much of a wrong value is repeated.
const LONGEST_VALUE: usize = 40;

impl StepProblem {
    pub(super) fn new(step: usize, field: Field, value: &str, (problem, remedy): Refused) -> Self {
        let mut value: String = value.chars().filter(|sign| !sign.is_control()).collect();
        if let Some((end, _)) = value.char_indices().nth(LONGEST_VALUE) {
            value.truncate(end);
            value.push('…');
        }
        Self {
            step,
            field,
            value,
            problem,
            remedy,
        }
    }

    /// More steps than a scenario has.
    pub(super) fn too_many(steps: usize) -> Self {
        let problem = format!("there are more than {MOST_STEPS}");
        let remedy = format!("only the first {MOST_STEPS} count; leave others out");
        let value = steps.to_string();
        Self::new(MOST_STEPS + 1, Field::Steps, &value, (problem, remedy))
    }
}

impl fmt::Display for StepProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "step {}, {}", self.step, self.field.word())?;
        if !self.value.is_empty() {
            write!(out, " “{}”", self.value)?;
        }
        write!(out, ": {}; {}", self.problem, self.remedy)
    }
}

impl std::error::Error for StepProblem {}

/// What is wrong with a field, and what to do about it.
pub(super) type Refused = (String, String);

/// A refusal of fixed words.
pub(super) fn refused<T>(
    problem: impl Into<String>,
    remedy: impl Into<String>,
) -> Result<T, Refused> {
    Err((problem.into(), remedy.into()))
}
