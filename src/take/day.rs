//! A day of the calendar, by the reader's clock.

use std::fmt;

use crate::i18n::EN_TAKE;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year, from 1980 on: archives know no earlier one.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Reads `2026-02-06`; none for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return None;
        };
        let day = Self {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        (1980..2108).contains(&day.year).then_some(())?;
        ((1..=12).contains(&day.month) && (1..=day.last()).contains(&day.day)).then_some(day)
    }

    /// The day that is so many days after the first of 1970; none outside the years that count.
    #[must_use]
    pub fn after_1970(days: u64) -> Option<Self> {
        let (mut left, mut day) = (
            days,
            Self {
                year: 1970,
                month: 1,
                day: 1,
            },
        );
        while left >= u64::from(day.last()) {
            left -= u64::from(day.last());
            day.month += 1;
            if day.month > 12 {
                day.month = 1;
                day.year = day.year.checked_add(1)?;
            }
        }
        day.day += u8::try_from(left).ok()?;
        Self::read(&day.to_string())
    }

    /// The last day of its month.
    fn last(self) -> u8 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// The day in words: `6 February 2026`.
    #[must_use]
    pub fn written(self) -> String {
        let month = EN_TAKE.months[usize::from(self.month.saturating_sub(1)) % 12];
        format!("{} {month} {}", self.day, self.year)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_over_leap_years() {
        // By another program: date -d @SECONDS.
        for (days, text) in [
            (19_782, "2024-02-29"),
            (20_782, "2026-11-25"),
            (11_016, "2000-02-29"),
        ] {
            assert_eq!(Day::after_1970(days).expect("a day").to_string(), text);
        }
        assert_eq!(Day::after_1970(0), None, "before archives");
        assert_eq!(Day::after_1970(u64::MAX), None);
    }

    #[test]
    fn a_day_reads_as_it_is_written_and_no_other_text_is_one() {
        for text in ["2026-02-28", "2028-02-29", "2026-12-31"] {
            assert_eq!(Day::read(text).expect("a day").to_string(), text);
        }
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-04-31",
            "26-4-1",
            "1970-01-01",
            "",
            "2026-02",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
        assert_eq!(
            Day::read("2026-02-06").expect("a day").written(),
            "6 February 2026"
        );
    }
}
