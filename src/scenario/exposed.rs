//! Whom and what a scenario hits hardest.

use super::Scenario;
use super::act::Acts;
use super::assumption::Assumptions;
use super::market::{Market, StageTables};
use super::outcome::Outcome;
use crate::data::{Importer, MineralId};
use crate::risk::Measured;
use crate::risk::importer::Sources;

/// A mineral and an importer under a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposed {
    /// Which mineral.
    pub mineral: MineralId,
    /// Whose use; none for the world's.
    pub importer: Option<Importer>,
    /// The market.
    pub market: Market,
    /// What the scenario's steps do to it.
    pub acts: Acts,
    /// The outcome.
    pub outcome: Outcome,
}

impl Exposed {
    /// A mineral and an importer under a scenario.
    ///
    /// # Errors
    /// Why the mineral has no market.
    pub fn of(
        sources: &Sources<'_>,
        tables: &StageTables<'_>,
        importer: Option<Importer>,
        scenario: &Scenario,
        assumptions: &Assumptions,
    ) -> Measured<Self> {
        let market = Market::of(sources, tables, importer, scenario)?;
        let acts = Acts::of(sources.data, &market, scenario);
        Ok(Self {
            mineral: tables.mineral,
            importer,
            outcome: Outcome::of(&market, &acts, assumptions),
            market,
            acts,
        })
    }
}

/// Every mineral that has a market, by the shortfall of its worst twelve months, the largest first.
#[must_use]
pub fn minerals(
    sources: &Sources<'_>,
    tables: &[StageTables<'_>],
    importer: Option<Importer>,
    scenario: &Scenario,
    assumptions: &Assumptions,
) -> Vec<Exposed> {
    let exposed = tables
        .iter()
        .filter_map(|tables| Exposed::of(sources, tables, importer, scenario, assumptions).ok());
    ranked(exposed.collect())
}

/// Every importer of a mineral whose own sourcing is known at some stage, by the shortfall of its worst twelve months,
/// the largest first.
#[must_use]
pub fn importers(
    sources: &Sources<'_>,
    tables: &StageTables<'_>,
    importers: &[Importer],
    scenario: &Scenario,
    assumptions: &Assumptions,
) -> Vec<Exposed> {
    let exposed = importers.iter().filter_map(|&importer| {
        let exposed = Exposed::of(sources, tables, Some(importer), scenario, assumptions).ok()?;
        exposed.market.knows_sourcing().then_some(exposed)
    });
    ranked(exposed.collect())
}

fn ranked(mut exposed: Vec<Exposed>) -> Vec<Exposed> {
    exposed.sort_by(|a, b| {
        let shortfall = |exposed: &Exposed| exposed.outcome.worst_year.shortfall;
        shortfall(b).total_cmp(&shortfall(a))
    });
    exposed
}
