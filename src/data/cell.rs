//! A published figure, with the marks that keep *missing* apart from *zero*.
//!
//! In the files a cell is a string: `144000` reported, `170000e` estimated, `<50` less than, `>50` more
//! than, `W` withheld, `NA` not available, `0` zero.

/// What the source says about a figure it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// Given without a mark.
    Reported,
    /// Marked as an estimate.
    Estimated,
    /// The true figure is below the one given.
    Below,
    /// The true figure is above the one given.
    Above,
}

/// A figure as published, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reported {
    /// A figure, finite and not negative, in the unit of its table.
    Known {
        /// The number as published.
        value: f64,
        /// How the source marks it.
        flag: Flag,
    },
    /// The source knows the figure and does not publish it.
    Withheld,
    /// The source gives no figure.
    NotAvailable,
}

impl Reported {
    /// The number, if there is one. A missing figure is never zero.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Known { value, .. } => Some(value),
            Self::Withheld | Self::NotAvailable => None,
        }
    }

    /// The source's mark, if there is a number.
    #[must_use]
    pub fn flag(self) -> Option<Flag> {
        match self {
            Self::Known { flag, .. } => Some(flag),
            Self::Withheld | Self::NotAvailable => None,
        }
    }

    /// Reads a cell.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the text, in words that fit after the place.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "W" => return Ok(Self::Withheld),
            "NA" => return Ok(Self::NotAvailable),
            _ => {}
        }
        let (number, flag) = match text.as_bytes() {
            [b'<', ..] => (&text[1..], Flag::Below),
            [b'>', ..] => (&text[1..], Flag::Above),
            [.., b'e'] => (&text[..text.len() - 1], Flag::Estimated),
            _ => (text, Flag::Reported),
        };
        if number.starts_with('-') {
            return Err(format!(
                "a quantity cannot be negative, but the cell is {text:?}"
            ));
        }
        match parse_decimal(number) {
            Some(value) => Ok(Self::Known { value, flag }),
            None => Err(format!("{text:?} is not a figure")),
        }
    }
}

/// Digits with at most one point and an optional leading minus: how the sources write numbers.
///
/// No exponent, no infinity, at most fifteen digits, so that mantissa and power of ten are both exact
/// and their quotient is the nearest number to what is written.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (mut mantissa, mut scale, mut seen, mut point) = (0.0_f64, 1.0_f64, 0, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10.0 + f64::from(byte - b'0');
                seen += 1;
                if point {
                    scale *= 10.0;
                }
            }
            b'.' if !point && seen > 0 => point = true,
            _ => return None,
        }
    }
    if seen == 0 || seen > 15 || digits.ends_with('.') {
        return None;
    }
    let value = mantissa / scale;
    Some(if digits.len() < text.len() {
        -value
    } else {
        value
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn known(text: &str, value: f64, flag: Flag) {
        assert_eq!(Reported::parse(text), Ok(Reported::Known { value, flag }));
    }

    #[test]
    fn marks_are_read_beside_the_number() {
        known("144000", 144_000.0, Flag::Reported);
        known("170000e", 170_000.0, Flag::Estimated);
        known("<50", 50.0, Flag::Below);
        known(">2000000", 2_000_000.0, Flag::Above);
        known("0.1", 0.1, Flag::Reported);
        known("0", 0.0, Flag::Reported);
    }

    #[test]
    fn withheld_and_not_available_are_neither_zero_nor_each_other() {
        assert_eq!(Reported::parse("W"), Ok(Reported::Withheld));
        assert_eq!(Reported::parse("NA"), Ok(Reported::NotAvailable));
        assert_eq!(Reported::Withheld.value(), None);
        assert_eq!(Reported::NotAvailable.flag(), None);
    }

    #[test]
    fn anything_else_is_refused_with_the_text_quoted() {
        for text in [
            "", "e", "<", "1e5", "inf", "NaN", "1,000", " 5", "1.", ".5", "1.2.3", "w", "Large",
        ] {
            let message = Reported::parse(text).unwrap_err();
            assert_eq!(message, format!("{text:?} is not a figure"));
        }
        assert_eq!(
            Reported::parse("-5").unwrap_err(),
            "a quantity cannot be negative, but the cell is \"-5\""
        );
    }

    #[test]
    fn decimals_are_the_nearest_number_to_what_is_written() {
        for text in [
            "0.1",
            "-2.5134",
            "1300.5",
            "99.9",
            "123456789012345",
            "0.0254",
        ] {
            assert_eq!(parse_decimal(text), text.parse().ok());
        }
        assert_eq!(parse_decimal("1234567890123456"), None);
    }
}
