//! How numbers are written.

use crate::units::Share;

/// What stands where there is no number.
pub const ABSENT: &str = "–";

/// A share in percent, with one decimal: `73.9%`; what would round to nothing is `<0.1%`.
#[must_use]
pub fn percent(share: Share) -> String {
    let percent = share.fraction() * 100.0;
    if percent > 0.0 && percent < 0.05 {
        "<0.1%".to_owned()
    } else {
        format!("{percent:.1}%")
    }
}

/// A change in percent with its sign: `+12%`, `−3%`, `±0%`.
#[must_use]
pub fn signed_percent(fraction: f64) -> String {
    let percent = (fraction * 100.0).round();
    let sign = if percent > 0.0 {
        "+"
    } else if percent < 0.0 {
        "−"
    } else {
        "±"
    };
    format!("{sign}{:.0}%", percent.abs())
}

/// A whole number in groups of three: `170,000`; smaller ones keep the decimals that they have, three at most.
#[must_use]
pub fn quantity(value: f64) -> String {
    let written = format!("{:.3}", value.abs());
    let (digits, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 4);
    if value < 0.0 {
        grouped.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !decimals.is_empty() {
        grouped.push('.');
        grouped.push_str(decimals);
    }
    grouped
}

/// An index without decimals: `5,612`.
#[must_use]
pub fn index(value: f64) -> String {
    quantity(value.round())
}

/// A number with one decimal: `1.8`.
#[must_use]
pub fn tenth(value: f64) -> String {
    format!("{value:.1}")
}

/// A number with two decimals: `0.42`.
#[must_use]
pub fn hundredth(value: f64) -> String {
    let written = format!("{:.2}", value.abs());
    let negative = value < 0.0 && written != "0.00";
    if negative {
        format!("−{written}")
    } else {
        written
    }
}

/// A change with two decimals and its sign: `+0.04`, `−0.10`, `±0.00`.
#[must_use]
pub fn signed_hundredth(value: f64) -> String {
    let written = hundredth(value);
    if written == "0.00" {
        format!("±{written}")
    } else if value > 0.0 {
        format!("+{written}")
    } else {
        written
    }
}

/// A quantity for reading: whole from ten on, exact below.
#[must_use]
pub fn whole_from_ten(value: f64) -> String {
    quantity(if value < 10.0 { value } else { value.round() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_grouped_and_keep_their_decimals() {
        for (value, written) in [
            (0.0, "0"),
            (170_000.0, "170,000"),
            (1234.5, "1,234.5"),
            (0.25, "0.25"),
            (999.0, "999"),
            (1_000_000.0, "1,000,000"),
            (0.9999, "1"),
        ] {
            assert_eq!(quantity(value), written);
        }
    }

    #[test]
    fn a_small_share_is_never_written_as_nothing() {
        assert_eq!(percent(Share::clamped(0.0004)), "<0.1%");
        assert_eq!(percent(Share::ZERO), "0.0%");
        assert_eq!(percent(Share::clamped(240_000.0 / 350_000.0)), "68.6%");
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(signed_percent(0.123), "+12%");
        assert_eq!(signed_percent(-0.03), "−3%");
        assert_eq!(signed_percent(0.001), "±0%");
        assert_eq!(signed_hundredth(0.123), "+0.12");
        assert_eq!(signed_hundredth(-0.123), "−0.12");
        assert_eq!(signed_hundredth(-0.001), "±0.00");
    }
}
