//! What several measurements say together.

use std::fmt;

use serde_json::{Value, json};

/// Median, least and most of some measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The middle one, or the mean of the two in the middle.
    pub median: f64,
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
}

impl Spread {
    /// The spread of measurements in any order; `None` when there are none.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let (min, max) = (*values.first()?, *values.last()?);
        let half = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            values[half]
        } else {
            f64::midpoint(values[half - 1], values[half])
        };
        Some(Self { median, min, max })
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, min, max } = self;
        let digits = f.precision().unwrap_or(0);
        write!(f, "{median:.digits$} ({min:.digits$}–{max:.digits$})")
    }
}

impl From<Spread> for Value {
    fn from(spread: Spread) -> Self {
        json!({ "median": spread.median, "min": spread.min, "max": spread.max })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        // Within, as a bench without tests has no use for it.
        use super::Spread;
        let spread = Spread::of([9.0, 1.0, 4.0]).unwrap();
        assert_eq!(format!("{spread:.1}"), "4.0 (1.0–9.0)");
        let spread = Spread::of([4.0, 1.0, 9.0, 2.0]).unwrap();
        assert_eq!(spread.to_string(), "3 (1–9)");
        assert_eq!(Spread::of([]), None);
    }
}
