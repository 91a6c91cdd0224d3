//! A published number as the sources write it, a few digits and a power of ten, and back without a loss.

use serde::{Deserialize, Serialize};

/// Digits and a power of ten. Eight bytes of binary fraction become two or three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Decimal {
    pub(super) digits: i64,
    pub(super) exponent: i8,
}

/// Beyond fifteen digits a decimal is not always the only one nearest to a number.
const MOST_DIGITS: i8 = 15;

impl Decimal {
    /// The shortest decimal that gives exactly this number, if one of at most fifteen digits does.
    pub(super) fn of(value: f64) -> Option<Self> {
        (0..=MOST_DIGITS).find_map(|decimals| {
            let scaled = (value * power(decimals)).round();
            // Not a number fails here too.
            if scaled.abs() < power(MOST_DIGITS) {
                #[expect(clippy::cast_possible_truncation, reason = "whole, and under 1e15")]
                let digits = scaled as i64;
                let exponent = -decimals;
                let found = Self { digits, exponent }.shortest();
                (found.value().to_bits() == value.to_bits()).then_some(found)
            } else {
                None
            }
        })
    }

    /// The number: digits and power are both exact, so that one rounding at most is between them and it.
    pub(super) fn value(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "at most fifteen digits are written"
        )]
        let digits = self.digits as f64;
        if self.exponent < 0 {
            digits / power(self.exponent.saturating_neg())
        } else {
            digits * power(self.exponent)
        }
    }

    fn shortest(mut self) -> Self {
        while self.digits != 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.exponent += 1;
        }
        self
    }
}

/// Ten to the power of `exponent`, exact up to 22.
fn power(exponent: i8) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(value: f64, digits: i64, exponent: i8) {
        let decimal = Decimal::of(value).expect("a decimal");
        assert_eq!(decimal, Decimal { digits, exponent });
        assert_eq!(decimal.value().to_bits(), value.to_bits());
    }

    #[test]
    fn numbers_become_their_shortest_decimal_and_come_back_bit_for_bit() {
        is(0.0, 0, 0);
        is(170_000.0, 17, 4);
        is(-2.5134, -25134, -4);
        is(0.1, 1, -1);
        is(1300.5, 13005, -1);
        is(123_456_789_012_345.0, 123_456_789_012_345, 0);
    }

    #[test]
    fn what_no_source_can_write_is_refused() {
        for value in [f64::NAN, f64::INFINITY, -0.0, 1.0 / 3.0, 1e15 + 1.0] {
            assert_eq!(Decimal::of(value), None, "{value}");
        }
    }
}
