//! Numbers that know what they measure.
//!
//! A [`Share`] is a fraction of something named elsewhere (a stage's world supply); a [`Hhi`] is a concentration.
//! Both are checked when they are made, so that arithmetic further up cannot meet a value that has no meaning.
//! What is *not* here: how shares come from quantities (that is [`crate::risk`]) and how numbers are written
//! (that is [`crate::i18n`]).

use thiserror::Error;

/// A number outside the range that its quantity allows.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{quantity} is {value}, which is outside {range}")]
pub struct OutOfRange {
    /// The quantity's name, in the field's own words.
    pub quantity: &'static str,
    /// The value that was refused.
    pub value: f64,
    /// The allowed range, in words.
    pub range: &'static str,
}

/// A part of a whole, as a fraction.
///
/// # Units
/// Fraction, 0 to 1; printed in percent.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Share(f64);

impl Share {
    /// Nothing of the whole.
    pub const ZERO: Self = Self(0.0);

    /// A share from a fraction.
    ///
    /// # Errors
    /// [`OutOfRange`] when `fraction` is not within 0 and 1.
    pub fn new(fraction: f64) -> Result<Self, OutOfRange> {
        if (0.0..=1.0).contains(&fraction) {
            Ok(Self(fraction))
        } else {
            Err(OutOfRange {
                quantity: "share",
                value: fraction,
                range: "0 to 1",
            })
        }
    }

    /// The nearest share to a fraction that rounding in a source may have carried past an end of the range.
    #[must_use]
    pub fn clamped(fraction: f64) -> Self {
        Self(if fraction.is_nan() {
            0.0
        } else {
            fraction.clamp(0.0, 1.0)
        })
    }

    /// The fraction, 0 to 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        self.0
    }
}

/// The Herfindahl–Hirschman index: the sum of squared percentage shares.
///
/// # Units
/// 0 to 10,000 (one supplier); [`Hhi::normalised`] gives 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Hhi(f64);

impl Hhi {
    /// The index of a single supplier.
    pub const MONOPOLY: f64 = 10_000.0;

    /// The index from a sum of squared *fractions*; what rounding in a source carries past 1 counts as 1.
    #[must_use]
    pub fn from_squares(sum: f64) -> Self {
        Self(Self::MONOPOLY * Share::clamped(sum).fraction())
    }

    /// The index on its usual scale, 0 to 10,000.
    #[must_use]
    pub fn points(self) -> f64 {
        self.0
    }

    /// The index as a fraction, 0 to 1.
    #[must_use]
    pub fn normalised(self) -> f64 {
        self.0 / Self::MONOPOLY
    }

    /// How many equal suppliers would be as concentrated: 1 / HHI.
    ///
    /// `None` for an index of zero, which no finite number of suppliers has.
    #[must_use]
    pub fn effective_suppliers(self) -> Option<f64> {
        (self.0 > 0.0).then(|| Self::MONOPOLY / self.0)
    }
}

/// The sum of some numbers; of none it is 0, and not the −0 that [`Iterator::sum`] begins with.
#[must_use]
pub fn total(parts: impl Iterator<Item = f64>) -> f64 {
    parts.fold(0.0, |sum, part| sum + part)
}

/// How many tonnes one of a source's units of mass is; none where the unit is no mass.
///
/// # Examples
/// ```
/// assert_eq!(adit::units::tonnes_in("kt"), Some(1_000.0));
/// assert_eq!(adit::units::tonnes_in("ML"), None);
/// ```
#[must_use]
pub fn tonnes_in(unit: &str) -> Option<f64> {
    Some(match unit {
        "kg" => 1e-3,
        "t" => 1.0,
        "kt" => 1e3,
        "Mt" => 1e6,
        // A carat is 0.2 g.
        "kct" => 2e-4,
        "Mct" => 0.2,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_outside_zero_to_one_is_refused_with_its_value() {
        assert_eq!(
            Share::new(1.2).unwrap_err().to_string(),
            "share is 1.2, which is outside 0 to 1"
        );
        assert!(Share::new(f64::NAN).is_err());
    }

    #[test]
    fn rounding_past_the_end_is_brought_back() {
        assert!((Share::clamped(1.004).fraction() - 1.0).abs() < f64::EPSILON);
        assert!((Hhi::from_squares(1.01).points() - 10_000.0).abs() < f64::EPSILON);
    }

    #[test]
    fn nothing_adds_up_to_nought_without_a_sign() {
        assert!(total(std::iter::empty()).is_sign_positive());
    }

    #[test]
    fn a_monopoly_is_one_effective_supplier_and_nothing_is_none() {
        assert_eq!(Hhi::from_squares(1.0).effective_suppliers(), Some(1.0));
        assert_eq!(Hhi::from_squares(0.0).effective_suppliers(), None);
    }
}
