//! What one run comes to: its losses, year after year.

use crate::scenario::act::{HORIZON, YEAR};

/// Years of the horizon.
const YEARS: usize = (HORIZON / YEAR) as usize;
/// Use below this part of what is wanted counts as not recovered.
pub const RECOVERED: f64 = 0.9;
/// Months of a year.
const YEAR_LENGTH: f64 = 12.0;

/// What one run comes to, for the world or an importer.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Run {
    /// Mean shortfall over the horizon.
    pub(super) mean: f64,
    /// Mean shortfall in the worst year, counted from the scenario's start.
    pub(super) worst_year: f64,
    /// The longest time in which use stayed below nine tenths of what is wanted, in months.
    pub(super) longest: f64,
}

/// Counts one run for the world or an importer.
#[derive(Debug, Clone, Default)]
pub(super) struct Count {
    years: [f64; YEARS],
    spell: u16,
    longest: u16,
}

impl Count {
    /// So many months with a shortfall.
    pub(super) fn add(&mut self, from: u16, until: u16, shortfall: f64) {
        let (mut from, mut year) = (from, usize::from(from / YEAR));
        self.spell = if shortfall > 1.0 - RECOVERED {
            self.spell + until - from
        } else {
            0
        };
        self.longest = self.longest.max(self.spell);
        while from < until {
            let end = (from / YEAR + 1) * YEAR;
            let end = end.min(until);
            self.years[year] += f64::from(end - from) * shortfall;
            (from, year) = (end, year + 1);
        }
    }

    /// What the run comes to.
    pub(super) fn run(&self) -> Run {
        let worst = self
            .years
            .iter()
            .fold(f64::NEG_INFINITY, |worst, &year| worst.max(year));
        Run {
            mean: self.years.iter().sum::<f64>() / f64::from(HORIZON),
            worst_year: worst / YEAR_LENGTH,
            longest: f64::from(self.longest),
        }
    }
}
