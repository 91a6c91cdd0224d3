//! What may happen in a scenario, and what each kind of happening says of itself: its word, its fields, their ranges.

use std::ops::RangeInclusive;

use super::Stages;

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Exports stop.
    CutOff,
    /// Exports are held to a part of what they were.
    Quota,
    /// Exports wait for permits, then go on.
    LicenceDelay,
    /// Exports are taxed.
    Tax,
    /// Output is lost to violence or war.
    Conflict,
    /// Output is lost to an accident.
    Accident,
    /// Output is lost to an earthquake, a flood, a storm.
    NaturalDisaster,
    /// Output is lost to a strike.
    Strike,
    /// Output is lost for want of power.
    PowerShortage,
    /// A mine opens.
    NewMine,
    /// A refinery opens.
    NewRefinery,
    /// Stocks are sold.
    StockRelease,
    /// More is recycled.
    Recycling,
    /// Users turn to something else.
    Substitution,
    /// Users want more, or less.
    DemandChange,
}

impl StepKind {
    /// Every kind, in the order for showing them: measures on exports, losses of output, what makes up for them.
    pub const ALL: [Self; 15] = [
        Self::CutOff,
        Self::Quota,
        Self::LicenceDelay,
        Self::Tax,
        Self::Conflict,
        Self::Accident,
        Self::NaturalDisaster,
        Self::Strike,
        Self::PowerShortage,
        Self::NewMine,
        Self::NewRefinery,
        Self::StockRelease,
        Self::Recycling,
        Self::Substitution,
        Self::DemandChange,
    ];

    /// The kind's word in links, files and the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::CutOff => "cut-off",
            Self::Quota => "quota",
            Self::LicenceDelay => "licence-delay",
            Self::Tax => "tax",
            Self::Conflict => "conflict",
            Self::Accident => "accident",
            Self::NaturalDisaster => "natural-disaster",
            Self::Strike => "strike",
            Self::PowerShortage => "power-shortage",
            Self::NewMine => "new-mine",
            Self::NewRefinery => "new-refinery",
            Self::StockRelease => "stock-release",
            Self::Recycling => "recycling",
            Self::Substitution => "substitution",
            Self::DemandChange => "demand-change",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is a measure on exports, which may be aimed at one buyer.
    #[must_use]
    pub fn is_export_measure(self) -> bool {
        matches!(
            self,
            Self::CutOff | Self::Quota | Self::LicenceDelay | Self::Tax
        )
    }

    /// Whether it happens somewhere or is somebody's doing; stocks, recycling, substitution and demand may be the
    /// whole world's.
    #[must_use]
    pub fn needs_actor(self) -> bool {
        !matches!(
            self,
            Self::StockRelease | Self::Recycling | Self::Substitution | Self::DemandChange
        )
    }

    /// The stages that a step of the kind may be about, the one that it is about unless told otherwise first.
    #[must_use]
    pub fn stages(self) -> &'static [Stages] {
        match self {
            Self::NewMine => &[Stages::Mine],
            Self::NewRefinery => &[Stages::Refine],
            Self::Accident | Self::Strike => &[Stages::Mine, Stages::Refine, Stages::Both],
            Self::PowerShortage => &[Stages::Refine, Stages::Mine, Stages::Both],
            _ => &[Stages::Both, Stages::Mine, Stages::Refine],
        }
    }

    /// What a step's size may be.
    ///
    /// # Units
    /// Fraction, of what [`Step::size`](super::Step::size) says. Nothing can lose more than it has; a tax may be a
    /// multiple of the price, and demand may grow to three times what it was.
    #[must_use]
    pub fn sizes(self) -> RangeInclusive<f64> {
        match self {
            Self::Tax => 0.0..=5.0,
            Self::DemandChange => -1.0..=2.0,
            _ => 0.0..=1.0,
        }
    }

    /// The size that a step begins with: a round figure to start from, measured nowhere.
    ///
    /// # Units
    /// As [`StepKind::sizes`].
    #[must_use]
    pub fn first_size(self) -> f64 {
        match self {
            Self::CutOff => 1.0,
            Self::Quota
            | Self::LicenceDelay
            | Self::Conflict
            | Self::NaturalDisaster
            | Self::Strike => 0.5,
            Self::Tax | Self::Accident | Self::PowerShortage => 0.25,
            Self::NewMine
            | Self::NewRefinery
            | Self::StockRelease
            | Self::Recycling
            | Self::Substitution
            | Self::DemandChange => 0.1,
        }
    }

    /// For how long a step lasts unless told otherwise; none for good. As [`StepKind::first_size`], a start only.
    ///
    /// # Units
    /// Months.
    #[must_use]
    pub fn first_months(self) -> Option<u16> {
        match self {
            Self::Strike | Self::PowerShortage => Some(3),
            Self::LicenceDelay | Self::Accident | Self::NaturalDisaster | Self::StockRelease => {
                Some(6)
            }
            Self::CutOff | Self::Quota | Self::Conflict => Some(12),
            Self::Tax
            | Self::NewMine
            | Self::NewRefinery
            | Self::Recycling
            | Self::Substitution
            | Self::DemandChange => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_word() {
        for kind in StepKind::ALL {
            assert_eq!(StepKind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(StepKind::from_word("Cut-off"), None);
    }

    #[test]
    fn what_a_step_begins_with_is_within_its_range_and_not_nothing() {
        for kind in StepKind::ALL {
            assert!(kind.sizes().contains(&kind.first_size()), "{kind:?}");
            assert!(kind.first_size().abs() > 0.0, "{kind:?}");
            assert_ne!(kind.first_months(), Some(0), "{kind:?}");
            assert!(!kind.stages().is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn only_measures_on_exports_are_aimed_and_each_is_somebodys() {
        let aimed = StepKind::ALL
            .into_iter()
            .filter(|kind| kind.is_export_measure());
        let aimed: Vec<StepKind> = aimed.collect();
        assert_eq!(aimed, StepKind::ALL[..4]);
        assert!(aimed.into_iter().all(StepKind::needs_actor));
    }

    #[test]
    fn a_mine_opens_at_mining_and_a_refinery_at_refining() {
        assert_eq!(StepKind::NewMine.stages(), [Stages::Mine]);
        assert_eq!(StepKind::NewRefinery.stages(), [Stages::Refine]);
    }
}
