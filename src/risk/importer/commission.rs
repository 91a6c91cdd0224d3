//! R3 for an importer: from the European Commission's own inputs, or its formula applied to anyone.

use crate::data::{CountryId, EcAssessment, EcShare, EcStage, MixUsed, Reported};
use crate::risk::supply_mix::{INSIDE, UNRESTRICTED};
use crate::risk::{
    Absence, EcSupplyRisk, EcTerms, ImportReliance, Measured, MixSupplier, Mixes, SupplyMix,
    SupplyShares, governance_score,
};
use crate::units::Share;

use super::{ImporterTrade, Sources};

/// What the Commission's assessment says about one material at one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct StageAssessment {
    /// SR as published.
    pub supply_risk: Option<f64>,
    /// The mixes that the assessment used.
    pub mixes: Option<Mixes>,
    /// IR.
    pub import_reliance: Option<Share>,
    /// `EoL_RIR`.
    pub eol_rir: Option<Share>,
    /// `SI_SR`.
    pub substitution_index: Option<Share>,
    /// Shares of world supply with the trade factor t.
    pub global: Vec<AssessedShare>,
    /// Shares of the European Union's sourcing with the trade factor t.
    pub sourcing: Vec<AssessedShare>,
    /// First and last year of the averages.
    pub years: (u16, u16),
}

impl StageAssessment {
    /// A stage of one of the Commission's assessments, whose shares are averages of some years.
    #[must_use]
    pub fn of(assessment: &EcAssessment, stage: &EcStage, years: (u16, u16)) -> Self {
        let percent = |percent: f64| Share::clamped(percent / 100.0);
        let shares = |rows: &[EcShare]| rows.iter().filter_map(AssessedShare::of).collect();
        Self {
            supply_risk: stage.supply_risk,
            mixes: stage.used.map(|used| match used {
                MixUsed::Both => Mixes::Both,
                MixUsed::GlobalOnly => Mixes::GlobalOnly,
                MixUsed::EuOnly => Mixes::SourcingOnly,
            }),
            import_reliance: stage.import_reliance_percent.map(percent),
            eol_rir: assessment.eol_rir_percent.map(percent),
            substitution_index: assessment.si_sr.map(Share::clamped),
            global: shares(&stage.global),
            sourcing: shares(&stage.eu),
            years,
        }
    }
}

/// A share as the assessment prints it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AssessedShare {
    /// Whose.
    pub country: CountryId,
    /// A fraction.
    pub share: f64,
    /// t.
    pub trade_factor: f64,
}

impl AssessedShare {
    /// A printed share; none where the study prints no number. A bound from above, a tenth of a percent or less,
    /// counts as itself: its square does not matter.
    fn of(row: &EcShare) -> Option<Self> {
        Some(Self {
            country: row.country,
            share: Reported::value(row.percent)? / 100.0,
            trade_factor: row.trade_variable,
        })
    }
}

/// Where the terms of a supply risk come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EcBasis {
    /// The Commission's own shares, reliance and rates, for the European Union.
    Commission,
    /// The Commission's formula applied to another importer, or to other figures: shares from the table, sourcing and
    /// reliance from production and trade, recycling and substitution from the Commission's assessment of the Union.
    Applied,
}

/// Supply risk by the Commission's method, with both mixes laid open.
#[derive(Debug, Clone, PartialEq)]
pub struct EcRisk {
    /// Where the terms come from.
    pub basis: EcBasis,
    /// The risk and its terms.
    pub risk: EcSupplyRisk,
    /// World supply.
    pub global: Measured<SupplyMix<CountryId>>,
    /// The importer's sourcing.
    pub sourcing: Measured<SupplyMix<CountryId>>,
    /// SR as the Commission published it for the European Union.
    pub published: Option<f64>,
}

/// The mean governance score G of a country over some years; none without an estimate.
///
/// Years before the first of the series count as that first one would: they are left out of the mean.
#[must_use]
pub fn mean_governance(
    sources: &Sources<'_>,
    country: CountryId,
    (first, last): (u16, u16),
) -> Option<f64> {
    let mut scores = Vec::new();
    for year in first..=last {
        if let Some(wgi) = sources.wgi(country, year).filter(|wgi| wgi.year == year) {
            scores.push(governance_score(wgi.estimate));
        }
    }
    if scores.is_empty() {
        return sources
            .wgi(country, last)
            .map(|wgi| governance_score(wgi.estimate));
    }
    let count = f64::from(u16::try_from(scores.len()).unwrap_or(u16::MAX));
    Some(scores.iter().sum::<f64>() / count)
}

/// The risk from the Commission's own inputs.
#[must_use]
pub fn from_commission(sources: &Sources<'_>, assessed: &StageAssessment) -> EcRisk {
    let mix = |shares: &[AssessedShare], empty| {
        let suppliers = shares.iter().map(|row| MixSupplier {
            country: row.country,
            share: row.share,
            governance: mean_governance(sources, row.country, assessed.years),
            trade_factor: row.trade_factor,
        });
        SupplyMix::of(suppliers.collect(), empty)
    };
    let global = mix(&assessed.global, Absence::NoGlobalShares);
    let sourcing = mix(&assessed.sourcing, Absence::NoSourcingShares);
    let reliance = assessed.import_reliance.ok_or(Absence::NoImportReliance);
    let terms = terms(&global, &sourcing, reliance, Ok(assessed));
    let risk = match assessed.mixes {
        Some(mixes) => EcSupplyRisk::with(terms, mixes),
        None => EcSupplyRisk::of(terms),
    };
    EcRisk {
        basis: EcBasis::Commission,
        risk,
        global,
        sourcing,
        published: assessed.supply_risk,
    }
}

/// Where an importer's supply and sales are known from.
#[derive(Debug, Clone, Copy)]
pub struct Applied<'a> {
    /// World supply.
    pub shares: &'a SupplyShares,
    /// The importer's members.
    pub members: &'a [CountryId],
    /// The members' production, in tonnes.
    pub production: Measured<f64>,
    /// Each member's production, in tonnes.
    pub produced: &'a [(CountryId, f64)],
    /// Their trade.
    pub trade: Measured<&'a ImporterTrade>,
    /// Their import reliance.
    pub import_reliance: Measured<ImportReliance>,
    /// The Commission's assessment of the material at the stage, for recycling, substitution and restrictions.
    pub assessed: Measured<&'a StageAssessment>,
    /// The year of the governance estimates.
    pub year: u16,
}

/// t of a country for an importer: 0.8 for its own members alone, the Commission's factor where it finds a restriction on
/// exports, and 1 for everyone else.
#[must_use]
pub fn trade_factor(
    assessed: Measured<&StageAssessment>,
    members: &[CountryId],
    country: CountryId,
) -> f64 {
    if members.contains(&country) {
        return INSIDE;
    }
    let assessed = assessed.ok();
    let row = assessed.and_then(|stage| stage.global.iter().find(|row| row.country == country));
    row.map_or(UNRESTRICTED, |row| row.trade_factor.max(UNRESTRICTED))
}

/// The Commission's formula applied to an importer.
///
/// # Definition
/// Sourcing share s = (P of members + M from others) / (P + F), F imports from outside; t by [`trade_factor`].
#[must_use]
pub fn applied(sources: &Sources<'_>, inputs: &Applied<'_>) -> EcRisk {
    let supplier = |country: CountryId, share: f64| MixSupplier {
        country,
        share,
        governance: sources
            .wgi(country, inputs.year)
            .map(|wgi| governance_score(wgi.estimate)),
        trade_factor: trade_factor(inputs.assessed, inputs.members, country),
    };
    let ranked = inputs.shares.ranked.iter();
    let world = ranked.map(|row| supplier(row.country, row.share.fraction()));
    let global = SupplyMix::of(world.collect(), Absence::NoGlobalShares);
    let sourcing = sourcing_shares(inputs).and_then(|shares| {
        let suppliers = shares
            .into_iter()
            .map(|(country, share)| supplier(country, share));
        SupplyMix::of(suppliers.collect(), Absence::NoSourcingShares)
    });
    let reliance = inputs.import_reliance.map(|reliance| reliance.value);
    let terms = terms(&global, &sourcing, reliance, inputs.assessed);
    EcRisk {
        basis: EcBasis::Applied,
        risk: EcSupplyRisk::of(terms),
        global,
        sourcing,
        published: None,
    }
}

/// The importer's sourcing: own production and imports from outside, as fractions of both together.
fn sourcing_shares(inputs: &Applied<'_>) -> Measured<Vec<(CountryId, f64)>> {
    let (production, trade) = (inputs.production?, inputs.trade?);
    let total = production + trade.imports;
    if total <= 0.0 {
        return Err(Absence::NoSupply);
    }
    let sources = inputs.produced.iter().copied().chain(trade.from_outside());
    Ok(sources
        .map(|(country, tonnes)| (country, tonnes / total))
        .collect())
}

fn terms(
    global: &Measured<SupplyMix<CountryId>>,
    sourcing: &Measured<SupplyMix<CountryId>>,
    import_reliance: Measured<Share>,
    assessed: Measured<&StageAssessment>,
) -> EcTerms {
    let hhi = |mix: &Measured<SupplyMix<CountryId>>| match mix {
        Ok(mix) => Ok(mix.hhi_wgi_t),
        Err(why) => Err(*why),
    };
    EcTerms {
        global: hhi(global),
        sourcing: hhi(sourcing),
        import_reliance,
        eol_rir: assessed.and_then(|stage| stage.eol_rir.ok_or(Absence::NoRecyclingRate)),
        substitution_index: assessed
            .and_then(|stage| stage.substitution_index.ok_or(Absence::NoSubstitutionIndex)),
    }
}
