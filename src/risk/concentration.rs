//! R1: how concentrated supply is.

use super::SupplyShares;
use crate::units::{Hhi, Share};

/// A value with the bounds that missing information leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounded<T> {
    /// The value when all that is unattributed is spread thinly.
    pub value: T,
    /// The smallest possible value.
    pub low: T,
    /// The largest possible value.
    pub high: T,
}

/// Concentration of supply among countries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// CR1: the largest share.
    pub cr1: Share,
    /// CR3: the sum of the three largest shares.
    pub cr3: Share,
    /// The Herfindahl–Hirschman index, Σ(100·S)².
    ///
    /// # Missing data
    /// What no named country has (a part r of supply) adds between 0, spread thinly over many countries, and
    /// (100·r)², all in one country. The value is the lower end.
    pub hhi: Bounded<Hhi>,
}

impl Concentration {
    /// The concentration of some shares; `None` when no country has supply.
    ///
    /// # References
    /// Rhoades, S. A. (1993), The Herfindahl–Hirschman index, Federal Reserve Bulletin 79, 188–189.
    ///
    /// # Examples
    /// Mined tungsten in 2023 as Mineral Commodity Summaries 2024 gives it: China has 63,000 of 78,000 t.
    /// ```
    /// use adit::data::{Dataset, Stage};
    /// use adit::risk::{Concentration, SupplyShares};
    ///
    /// let data = adit::data::embedded().unwrap();
    /// let tungsten = data.mineral_by_slug("tungsten").unwrap();
    /// let edition = data.edition_by_id("mcs2024").unwrap();
    /// let table = data.table(tungsten, Stage::Mine, edition, 2023).unwrap();
    /// let concentration = Concentration::of(&SupplyShares::of(table)).unwrap();
    /// assert!((concentration.cr1.fraction() - 63_000.0 / 78_000.0).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn of(shares: &SupplyShares) -> Option<Self> {
        let fractions: Vec<f64> = shares
            .ranked
            .iter()
            .map(|row| row.share.fraction())
            .collect();
        let largest = *fractions.first()?;
        let squares: f64 = fractions.iter().map(|share| share * share).sum();
        let rest = shares.unattributed.fraction();
        let low = Hhi::from_squares(squares);
        Some(Self {
            cr1: Share::clamped(largest),
            cr3: Share::clamped(fractions.iter().take(3).sum()),
            hhi: Bounded {
                value: low,
                low,
                high: Hhi::from_squares(squares + rest * rest),
            },
        })
    }

    /// The effective number of suppliers, 1/HHI: how many equal countries would be as concentrated.
    #[must_use]
    pub fn effective_suppliers(&self) -> Option<Bounded<f64>> {
        Some(Bounded {
            value: self.hhi.value.effective_suppliers()?,
            low: self.hhi.high.effective_suppliers()?,
            high: self.hhi.low.effective_suppliers()?,
        })
    }
}
