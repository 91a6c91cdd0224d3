//! What a scenario's model assumes: a value for every parameter, and its form as text.
//!
//! In links and on the command line only what differs from the defaults is written: `es:0.3,spare:none`.

use std::fmt;

use serde::{Deserialize, Serialize};

pub use super::parameter::{Key, PARAMETERS, Parameter, Support};

/// A value for every parameter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Assumptions([f64; PARAMETERS.len()]);

impl Default for Assumptions {
    fn default() -> Self {
        Self(PARAMETERS.map(|parameter| parameter.default))
    }
}

/// A word of a text of assumptions that could not be followed. The rest of the text still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssumptionProblem {
    /// The key as written.
    pub key: String,
    /// The value as written; empty where there is none.
    pub value: String,
    /// What would do.
    pub remedy: String,
}

impl fmt::Display for AssumptionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, value, remedy } = self;
        write!(f, "assumption {key}: \"{value}\" does not count; {remedy}")
    }
}

impl Assumptions {
    /// A parameter's value; infinity where there is no limit.
    #[must_use]
    pub fn get(&self, key: Key) -> f64 {
        self.0[key as usize]
    }

    /// These with another value for one parameter, held to its range.
    #[must_use]
    pub fn with(mut self, key: Key, value: f64) -> Self {
        let parameter = key.parameter();
        if parameter.allows(value) {
            self.0[key as usize] = value;
        } else if !value.is_nan() {
            self.0[key as usize] = value.clamp(parameter.low, parameter.high);
        }
        self
    }

    /// The parameters that differ from their defaults.
    pub fn changed(&self) -> impl Iterator<Item = (&'static Parameter, f64)> + '_ {
        let pairs = PARAMETERS.iter().zip(self.0);
        pairs.filter(|(parameter, value)| parameter.default.to_bits() != value.to_bits())
    }

    /// What differs from the defaults, as text; empty where nothing does.
    ///
    /// # Examples
    /// ```
    /// use adit::scenario::assumption::{Assumptions, Key};
    ///
    /// let assumptions = Assumptions::default().with(Key::SupplyElasticity, 0.25);
    /// assert_eq!(assumptions.to_text(), "es:0.25");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let words = self.changed().map(|(parameter, value)| {
            if value.is_infinite() {
                format!("{}:{NONE}", parameter.slug)
            } else {
                format!("{}:{value}", parameter.slug)
            }
        });
        words.collect::<Vec<_>>().join(",")
    }

    /// Reads what [`to_text`](Self::to_text) writes. What cannot be followed keeps its default and is named.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<AssumptionProblem>) {
        let (mut assumptions, mut problems) = (Self::default(), Vec::new());
        let mut seen = Vec::new();
        for word in text.split(',').map(str::trim) {
            if word.is_empty() {
                continue;
            }
            let (slug, value) = word.split_once(':').unwrap_or((word, ""));
            let problem = |remedy: String| AssumptionProblem {
                key: slug.to_owned(),
                value: value.to_owned(),
                remedy,
            };
            let Some(key) = Key::from_slug(slug) else {
                problems.push(problem(unknown(slug)));
                continue;
            };
            if seen.contains(&key) {
                problems.push(problem("the key is written twice: leave one".to_owned()));
                continue;
            }
            seen.push(key);
            match read(value).filter(|&number| key.parameter().allows(number)) {
                Some(number) => assumptions.0[key as usize] = number,
                None => problems.push(problem(format!("write {}", key.parameter().range()))),
            }
        }
        (assumptions, problems)
    }
}

/// The word for no limit.
const NONE: &str = "none";

fn read(value: &str) -> Option<f64> {
    if value == NONE {
        return Some(f64::INFINITY);
    }
    // −0 would come back as 0 and be another text.
    let number = value
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite())?;
    Some(number + 0.0)
}

fn unknown(slug: &str) -> String {
    let near = PARAMETERS
        .iter()
        .max_by(|a, b| strsim::jaro(slug, a.slug).total_cmp(&strsim::jaro(slug, b.slug)));
    near.map_or_else(String::new, |near| {
        format!("no such key: did you mean {}?", near.slug)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_followed_is_named_with_its_remedy_and_the_rest_counts() {
        let (assumptions, problems) =
            Assumptions::parse("es:9,ed:0.4,sparr:1,spare:none,ed:1,level:none,months");
        assert!((assumptions.get(Key::DemandElasticity) - 0.4).abs() < f64::EPSILON);
        assert!(assumptions.get(Key::SpareCapacity).is_infinite());
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "assumption es: \"9\" does not count; write 0 to 3",
                "assumption sparr: \"1\" does not count; no such key: did you mean spare?",
                "assumption ed: \"1\" does not count; the key is written twice: leave one",
                "assumption level: \"none\" does not count; write 0.5 to 0.999",
                "assumption months: \"\" does not count; write 0.5 to 60",
            ]
        );
    }

    #[test]
    fn a_value_outside_its_range_is_held_to_it() {
        let held = Assumptions::default().with(Key::Resourcing, 7.0);
        assert!((held.get(Key::Resourcing) - 1.0).abs() < f64::EPSILON);
    }
}
