//! Ratios within the run, for people and for programs.

use std::fmt;

use serde_json::{Value, json};

use crate::numpy::Said;
use crate::ours::{COMPUTED, Timed};

/// Both sides' times of one turn.
pub struct Turn {
    /// Adit's.
    pub adit: Timed,
    /// The comparison's.
    pub numpy: Said,
}

/// Median, least and most of one ratio over the turns.
struct Ratio {
    label: &'static str,
    key: &'static str,
    median: f64,
    min: f64,
    max: f64,
}

/// How many times as long numpy takes.
pub struct Ratios {
    rows: Vec<Ratio>,
    compared: usize,
    questions: usize,
}

impl Ratios {
    /// The ratios of some turns; none without a turn.
    pub fn of(turns: &[Turn], compared: usize, questions: usize) -> Option<Self> {
        let ratio = |label, key, of: fn(&Turn) -> f64| {
            let mut values: Vec<f64> = turns.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            Some(Ratio {
                label,
                key,
                median: median(&values),
                min: *values.first()?,
                max: *values.last()?,
            })
        };
        let rows = vec![
            ratio(
                "computing all figures and writing them as JSON, tables in memory",
                "computing",
                |turn| median(&turn.numpy.computing) / median(&turn.adit.computing),
            )?,
            ratio(
                "everything: numpy reads once; Adit is called anew for each question",
                "everything",
                |turn| (turn.numpy.reading + median(&turn.numpy.computing)) / turn.adit.commands,
            )?,
        ];
        Some(Self {
            rows,
            compared,
            questions,
        })
    }

    /// The ratios for programs.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            let spread = json!({ "median": row.median, "min": row.min, "max": row.max });
            (row.key.to_owned(), spread)
        });
        json!({
            "numpy_over_adit": rows.collect::<serde_json::Map<_, _>>(),
            "figures_compared": self.compared,
            "questions": self.questions,
        })
    }
}

impl fmt::Display for Ratios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            questions,
            compared,
            ..
        } = self;
        writeln!(
            f,
            "{questions} questions, {compared} figures: all agree to 1e-9.\n"
        )?;
        writeln!(f, "numpy takes so many times as long: median (least–most)")?;
        for row in &self.rows {
            let Ratio {
                label,
                median,
                min,
                max,
                ..
            } = row;
            writeln!(f, "  {label:<70} {median:6.2} ({min:.2}–{max:.2})")?;
        }
        write!(f, "Each side computes {COMPUTED} times a turn.")
    }
}

/// The middle one of some values in any order, or the mean of the two in the middle.
fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => values[half],
        _ => f64::midpoint(values[half - 1], values[half]),
    }
}
