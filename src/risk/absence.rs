//! Why a measure has no value.

use thiserror::Error;

/// A measure's value, or the reason why it has none.
///
/// Absence is never a zero: a mineral without a trade code is not a mineral without trade.
pub type Measured<T> = Result<T, Absence>;

/// The reason why a measure, or one of its inputs, has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum Absence {
    /// The edition has no table for this mineral, stage and year.
    #[error("the edition has no figures for this mineral, stage and year")]
    NoTable,
    /// The source names producers but no quantity above zero.
    #[error("no country has a published quantity above zero")]
    NoProduction,
    /// A figure of the importer or of a member is withheld, so that its production is not known.
    #[error("the importer's own production is withheld by the source")]
    ProductionWithheld,
    /// A figure of the importer or of a member is not available.
    #[error("the importer's own production is not available in the source")]
    ProductionNotAvailable,
    /// The edition gives shares, which cannot be added to tonnes of trade.
    #[error("the edition gives shares and no quantities, which cannot be added to trade")]
    ProductionIsAShare,
    /// The unit of production is not a mass.
    #[error("production is counted in a unit that is no mass and cannot be added to trade")]
    ProductionIsNoMass,
    /// No code of the Harmonised System stands for the mineral at this stage.
    #[error("no trade code stands for this mineral at this stage")]
    NoTradeCode,
    /// The trade data do not cover the year.
    #[error("the trade data do not cover this year")]
    NoTradeYear,
    /// Trade has not been read.
    #[error("the trade data are not loaded")]
    NoTradeData,
    /// There is a code, but no flow with a quantity.
    #[error("no trade with a quantity is recorded under the codes")]
    NoTrade,
    /// A stage that is not traded: reserves stay in the ground.
    #[error("reserves are not traded")]
    NotTraded,
    /// Neither production nor imports: there is nothing that could be at risk.
    #[error("the importer has neither production nor imports of it")]
    NoSupply,
    /// Production plus imports minus exports is not above zero.
    #[error(
        "production plus imports minus exports is not above zero, so there is no apparent consumption"
    )]
    NoApparentConsumption,
    /// No supplier has a governance estimate.
    #[error("no supplier has a governance estimate")]
    NoGovernance,
    /// There are no shares of world supply.
    #[error("there are no shares of world supply")]
    NoGlobalShares,
    /// There are no shares of the importer's own sourcing.
    #[error("there are no shares of the importer's sourcing")]
    NoSourcingShares,
    /// Import reliance is not known.
    #[error("import reliance is not known")]
    NoImportReliance,
    /// The end-of-life recycling input rate is not known.
    #[error("the end-of-life recycling input rate is not known")]
    NoRecyclingRate,
    /// The substitution index is not known.
    #[error("the substitution index of supply risk is not known")]
    NoSubstitutionIndex,
    /// The assessment does not cover the material at the stage.
    #[error("the assessment does not cover this material at this stage")]
    NotAssessed,
    /// The figure is published for one importer only.
    #[error("the figure is published for another importer only")]
    OtherImporter,
    /// No importer was named.
    #[error("it needs an importer")]
    NoImporter,
    /// All of the importer's supply comes from inside it.
    #[error("nothing is imported from outside the importer")]
    NoOutsideSupplier,
}

#[cfg(test)]
mod tests {
    use super::Absence;

    #[test]
    fn a_reason_reads_as_the_end_of_a_sentence() {
        assert_eq!(
            Absence::NoTradeCode.to_string(),
            "no trade code stands for this mineral at this stage"
        );
    }
}
