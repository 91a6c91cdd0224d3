//! What may happen in a scenario.

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
