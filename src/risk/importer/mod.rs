//! Every method for one importer, one mineral, one stage, one edition and one year, with every input kept.
//!
//! [`WorldRisk`] needs no importer; [`ImporterRisk`] adds production and trade of a country or a bloc. Both hold terms
//! and not only values, so that any of their numbers can be opened to its last step.

mod case;
mod commission;
mod method;
mod production;
mod sample;
mod sources;
mod trade;

pub use case::{Case, ImporterCase};
pub use commission::{
    AssessedShare, EcBasis, EcRisk, StageAssessment, from_commission, mean_governance, trade_factor,
};
pub use method::Method;
pub use production::DomesticProduction;
pub use sample::{Sample, rank};
pub use sources::{Flows, STUDY, STUDY_YEARS, Sources};
pub use trade::ImporterTrade;

use super::eu_benchmarks::{self, Benchmarks};
use super::geopolrisk::{self, Corrected, Exact};
use super::{
    Absence, Balance, Bounded, Concentration, GovernanceWeighted, ImportReliance, Measured,
    NeedCovered, SupplyLeft, SupplyShares,
};
use crate::data::{CountryId, Dataset, EditionKind, Stage, SupplyTable};
use crate::units::{tonnes_in, total};

/// The measures of world supply, the same for every importer.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldRisk {
    /// Shares of world supply.
    pub shares: SupplyShares,
    /// R1.
    pub concentration: Measured<Concentration>,
    /// R2.
    pub governance: Measured<GovernanceWeighted>,
    /// R5 for the world.
    pub supply_left: Measured<SupplyLeft>,
}

impl WorldRisk {
    /// The measures of a table.
    #[must_use]
    pub fn of(data: &Dataset, table: &SupplyTable) -> Self {
        let shares = SupplyShares::of(table);
        let concentration = Concentration::of(&shares).ok_or(Absence::NoProduction);
        let governance = concentration.and_then(|_| {
            GovernanceWeighted::of(data, &shares, table.year).ok_or(Absence::NoGovernance)
        });
        let fractions: Vec<_> = shares.ranked.iter().map(|row| row.share).collect();
        Self {
            supply_left: SupplyLeft::of(&fractions, shares.unattributed, 1),
            concentration,
            governance,
            shares,
        }
    }
}

/// What is asked about an importer, and what is known.
#[derive(Debug, Clone, Copy)]
pub struct Inquiry<'a> {
    /// Where figures come from.
    pub sources: Sources<'a>,
    /// World supply of the mineral at the stage, in the edition and year asked for.
    pub table: &'a SupplyTable,
    /// The importer's members: a bloc's, or the one country; ordered.
    pub members: &'a [CountryId],
    /// Whether the importer is the European Union, for which the Commission's inputs are.
    pub union: bool,
    /// The members' flows under the codes that stand for the mineral at the stage, in the table's year.
    pub flows: Measured<&'a Flows>,
    /// The Commission's assessment of the mineral at the stage.
    pub assessed: Measured<&'a StageAssessment>,
}

/// Every method for an importer.
#[derive(Debug, Clone, PartialEq)]
pub struct ImporterRisk {
    /// What its members produce.
    pub production: DomesticProduction,
    /// What they buy and sell.
    pub trade: Measured<ImporterTrade>,
    /// IR.
    pub import_reliance: Measured<ImportReliance>,
    /// R3.
    pub ec: EcRisk,
    /// R4 as published, for verification.
    pub geopolrisk_exact: Measured<Exact<CountryId>>,
    /// R4 for readers.
    pub geopolrisk: Corrected<CountryId>,
    /// R5 for the importer's need.
    pub need_covered: Measured<NeedCovered<CountryId>>,
    /// The benchmarks for 2030; none unless the importer is the European Union.
    pub benchmarks: Option<Benchmarks<CountryId>>,
}

impl ImporterRisk {
    /// Every method for an importer.
    #[must_use]
    pub fn of(inquiry: &Inquiry<'_>, world: &WorldRisk) -> Self {
        let Inquiry {
            sources,
            table,
            members,
            ..
        } = *inquiry;
        let production = DomesticProduction::of(table, members);
        let listed = inquiry
            .flows
            .map(|flows| ImporterTrade::of(&sources, &flows.of_members, members, table.year));
        let trade = match inquiry.flows {
            Ok(flows) if !flows.anybody => Err(Absence::NoTrade),
            _ => listed.clone(),
        };
        let known_trade = trade.as_ref().map_err(|why| *why);
        let import_reliance = production.tonnes.and_then(|tonnes| {
            let trade = known_trade?;
            ImportReliance::of(Balance {
                production: tonnes,
                imports: trade.imports,
                exports: trade.exports,
            })
        });
        let need_covered = production.tonnes.and_then(|tonnes| {
            let trade = known_trade?;
            NeedCovered::of(tonnes, &trade.from_outside(), trade.exports, 1)
        });
        let geopolrisk = geopolrisk::corrected(
            world.concentration.map(normalised),
            production.tonnes,
            known_trade.map(|trade| trade.inflows.as_slice()),
        );
        let ec = ec_risk(inquiry, world, &production, known_trade, import_reliance);
        let benchmarks = inquiry.union.then(|| benchmarks(inquiry, &ec));
        Self {
            geopolrisk_exact: exact(table, &production, listed),
            import_reliance,
            need_covered,
            geopolrisk,
            benchmarks,
            ec,
            production,
            trade,
        }
    }
}

/// The Commission's risk: from its own inputs where they are asked for, else by its formula.
fn ec_risk(
    inquiry: &Inquiry<'_>,
    world: &WorldRisk,
    production: &DomesticProduction,
    trade: Measured<&ImporterTrade>,
    import_reliance: Measured<ImportReliance>,
) -> EcRisk {
    let Inquiry {
        sources,
        table,
        members,
        ..
    } = *inquiry;
    let own_edition = sources.data.edition(table.edition).kind == EditionKind::Ec;
    match inquiry.assessed {
        Ok(assessed) if inquiry.union && own_edition => from_commission(&sources, assessed),
        assessed => {
            let unit = tonnes_in(&table.unit).unwrap_or_default();
            let reported = production.reported.iter();
            let produced: Vec<_> = reported
                .map(|&(country, quantity)| (country, quantity * unit))
                .collect();
            commission::applied(
                &sources,
                &commission::Applied {
                    shares: &world.shares,
                    members,
                    production: production.tonnes,
                    produced: &produced,
                    trade,
                    import_reliance,
                    assessed,
                    year: table.year,
                },
            )
        }
    }
}

/// The published form of GeoPolRisk, which turns every absence but that of a code or a year into a number.
fn exact(
    table: &SupplyTable,
    production: &DomesticProduction,
    trade: Measured<ImporterTrade>,
) -> Measured<Exact<CountryId>> {
    let trade = trade?;
    let unit = match tonnes_in(&table.unit) {
        Some(unit) => unit,
        None if table.unit == "%" => return Err(Absence::ProductionIsAShare),
        None => return Err(Absence::ProductionIsNoMass),
    };
    let cells = table.countries.iter();
    let world: Vec<f64> = cells
        .filter_map(|(_, cell)| Some(cell.value()? * unit))
        .collect();
    let reported = production.reported.iter();
    let own = total(reported.map(|(_, value)| value * unit));
    Ok(geopolrisk::exact(&world, own, &trade.inflows))
}

fn benchmarks(inquiry: &Inquiry<'_>, ec: &EcRisk) -> Benchmarks<CountryId> {
    let sourcing = ec.sourcing.as_ref().map_err(|why| *why).map(|mix| {
        let suppliers = mix.suppliers.iter();
        suppliers
            .map(|row| {
                (
                    row.country,
                    inquiry.members.contains(&row.country),
                    row.share,
                )
            })
            .collect::<Vec<_>>()
    });
    let stage = inquiry.table.stage;
    let sourcing = match &sourcing {
        _ if stage == Stage::Reserves => Err(Absence::NotTraded),
        Ok(suppliers) => Ok(suppliers.as_slice()),
        Err(why) => Err(*why),
    };
    eu_benchmarks::check(stage, sourcing, ec.risk.terms.eol_rir)
}

fn normalised(concentration: Concentration) -> Bounded<f64> {
    Bounded {
        value: concentration.hhi.value.normalised(),
        low: concentration.hhi.low.normalised(),
        high: concentration.hhi.high.normalised(),
    }
}
