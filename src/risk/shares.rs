//! Shares of world supply from a table of quantities.
//!
//! A share is of the *published* world total. Where there is none, or where the countries add up to more than
//! rounding explains, it is of the sum instead, and [`Denominator`] says so. Withheld, not available and zero stay
//! apart; what no country is named for stays [`SupplyShares::unattributed`].

use crate::data::{CountryId, Flag, Reported, SupplyTable};
use crate::units::Share;

/// No published total in the source tables differs from its countries' sum by more than this through rounding
/// alone; a larger excess is an error in the source, whatever its digits.
const LARGEST_ROUNDING: f64 = 0.06;

/// One country's part of world supply.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountryShare {
    /// Whose.
    pub country: CountryId,
    /// The part, of [`SupplyShares::denominator`].
    pub share: Share,
    /// The published quantity, in the table's unit.
    pub quantity: f64,
    /// How the source marks it.
    pub flag: Flag,
}

/// What the shares are shares of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Denominator {
    /// The world total that the source publishes.
    PublishedTotal(f64),
    /// The sum of all rows, because the source publishes no total.
    SumWithoutTotal(f64),
    /// The sum of all rows, because they exceed the published total by more than rounding.
    SumOverTotal {
        /// The sum used.
        sum: f64,
        /// The total that the source publishes.
        published: f64,
    },
    /// There is no quantity at all.
    Nothing,
}

impl Denominator {
    /// The quantity that a share of 1 stands for, in the table's unit; 0 when there is none.
    #[must_use]
    pub fn quantity(self) -> f64 {
        match self {
            Self::PublishedTotal(total) => total,
            Self::SumWithoutTotal(sum) | Self::SumOverTotal { sum, .. } => sum,
            Self::Nothing => 0.0,
        }
    }
}

/// World supply of one mineral at one stage in one year, as shares.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplyShares {
    /// Countries with a quantity above zero, largest first; equal ones in the order of the registry.
    pub ranked: Vec<CountryShare>,
    /// Countries for which the source states zero.
    pub zero: Vec<CountryId>,
    /// Countries whose figure the source withholds.
    pub withheld: Vec<CountryId>,
    /// Countries named without a figure.
    pub not_available: Vec<CountryId>,
    /// The part of supply that no named country has: "other countries", withheld figures, rounding.
    pub unattributed: Share,
    /// What the shares are of.
    pub denominator: Denominator,
}

impl SupplyShares {
    /// The shares in a table.
    #[must_use]
    pub fn of(table: &SupplyTable) -> Self {
        let denominator = denominator(table);
        let whole = denominator.quantity();
        let mut shares = Self {
            ranked: Vec::new(),
            zero: Vec::new(),
            withheld: Vec::new(),
            not_available: Vec::new(),
            unattributed: Share::ZERO,
            denominator,
        };
        for &(country, cell) in &table.countries {
            match cell {
                Reported::Known { value, flag } if value > 0.0 => {
                    shares.ranked.push(CountryShare {
                        country,
                        share: Share::clamped(value / whole),
                        quantity: value,
                        flag,
                    });
                }
                Reported::Known { .. } => shares.zero.push(country),
                Reported::Withheld => shares.withheld.push(country),
                Reported::NotAvailable => shares.not_available.push(country),
            }
        }
        crate::order::sort_by(&mut shares.ranked, |a, b| b.quantity.total_cmp(&a.quantity));
        if whole > 0.0 {
            let named: f64 = shares.ranked.iter().map(|row| row.quantity).sum();
            shares.unattributed = Share::clamped((whole - named) / whole);
        }
        shares
    }

    /// The place of a country among those with supply, counted from 1.
    #[must_use]
    pub fn rank(&self, country: CountryId) -> Option<usize> {
        self.ranked
            .iter()
            .position(|row| row.country == country)
            .map(|place| place + 1)
    }

    /// The row of a country, if it has supply.
    #[must_use]
    pub fn get(&self, country: CountryId) -> Option<&CountryShare> {
        self.ranked.iter().find(|row| row.country == country)
    }
}

/// The denominator of a table by the rule in the module's head.
fn denominator(table: &SupplyTable) -> Denominator {
    let rows = || {
        table
            .countries
            .iter()
            .map(|(_, cell)| *cell)
            .chain(table.other)
    };
    let sum: f64 = rows().filter_map(Reported::value).sum();
    let world = table
        .world
        .and_then(Reported::value)
        .filter(|total| *total > 0.0);
    match world {
        Some(published) => {
            let slack: f64 = rows()
                .filter_map(Reported::value)
                .map(half_last_digit)
                .sum::<f64>()
                + half_last_digit(published);
            if sum - published > slack.min(LARGEST_ROUNDING * published) {
                Denominator::SumOverTotal { sum, published }
            } else {
                Denominator::PublishedTotal(published)
            }
        }
        None if sum > 0.0 => Denominator::SumWithoutTotal(sum),
        None => Denominator::Nothing,
    }
}

/// Half a unit of the last digit that a published number shows: 500 for 63,000, 0.05 for 0.3.
///
/// Sources round to two or three digits; trailing zeros are read as rounded.
fn half_last_digit(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let mut unit = 0.001;
    while unit < value && is_multiple(value, unit * 10.0) {
        unit *= 10.0;
    }
    unit / 2.0
}

/// Whether `value` is a whole multiple of `unit`, up to the error of binary fractions.
fn is_multiple(value: f64, unit: f64) -> bool {
    let times = value / unit;
    (times - times.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::half_last_digit;

    #[test]
    fn the_last_digit_shown_sets_the_rounding() {
        for (value, half) in [
            (63_000.0, 500.0),
            (238_000.0, 500.0),
            (4_400.0, 50.0),
            (0.3, 0.05),
            (7.0, 0.5),
        ] {
            assert!((half_last_digit(value) - half).abs() < 1e-9, "{value}");
        }
        assert!(half_last_digit(0.0).abs() < f64::EPSILON);
    }
}
