//! Whom an importer buys from: shares of its supply by country at one stage.

use crate::data::{CountryId, EditionKind, SupplyTable, Trade};
use crate::risk::importer::{AssessedShare, Sources};
use crate::risk::{Absence, ImporterRisk, Inquiry, Measured, WorldRisk};
use crate::units::{tonnes_in, total};

/// What an importer's shares are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcingBasis {
    /// Own production and imports by origin in a year.
    Trade {
        /// The year.
        year: u16,
    },
    /// The European Commission's own shares of the Union's sourcing, averages of years.
    Commission,
    /// The world's shares, because its own are not known.
    World(Absence),
}

/// An importer's supply at one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourcing {
    /// What the shares are taken from.
    pub basis: SourcingBasis,
    /// Each country's part of its supply, a fraction; own production included.
    pub shares: Vec<(CountryId, f64)>,
    /// Its part of world use, a fraction: apparent consumption over world supply.
    ///
    /// Production is often metal content and trade gross weight, so that this is rough.
    pub need: Measured<f64>,
    /// What it pays for imports from outside in the year of the trade, in thousand US dollars.
    pub import_value: Measured<f64>,
}

impl Sourcing {
    /// The sourcing of some countries that act as one, ordered; `union` says whether they are the European Union.
    ///
    /// The year is the newest for which trade is at hand and that is not later than the table's.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        table: &SupplyTable,
        members: &[CountryId],
        union: bool,
    ) -> Self {
        let traded = traded(sources, table, members);
        let flows = sources.flows(traded, members);
        let assessed = sources.assessed(traded);
        let inquiry = Inquiry {
            sources: *sources,
            table: traded,
            members,
            union,
            flows: flows.as_ref().map_err(|why| *why),
            assessed: assessed.as_ref().map_err(|why| *why),
        };
        let world = WorldRisk::of(sources.data, traded);
        let risk = ImporterRisk::of(&inquiry, &world);
        let from_commission = sources.data.edition(traded.edition).kind == EditionKind::Ec && union;
        let (basis, shares) = match &risk.ec.sourcing {
            Ok(mix) => {
                let suppliers = mix.suppliers.iter();
                let shares = suppliers.map(|row| (row.country, row.share)).collect();
                let basis = if from_commission {
                    SourcingBasis::Commission
                } else {
                    SourcingBasis::Trade { year: traded.year }
                };
                (basis, shares)
            }
            Err(why) => match &assessed {
                Ok(stage) if union && !stage.sourcing.is_empty() => {
                    (SourcingBasis::Commission, printed(&stage.sourcing))
                }
                _ => (SourcingBasis::World(*why), of_the_world(sources, table)),
            },
        };
        Self {
            basis,
            shares,
            need: need(traded, &world, &risk),
            import_value: risk.trade.map(|trade| {
                let outside = trade.inflows.iter().filter(|flow| !flow.inside);
                total(outside.filter_map(|flow| flow.value))
            }),
        }
    }
}

/// The table of the year that trade is taken from: this one, or an earlier one of the mineral and stage.
fn traded<'a>(
    sources: &Sources<'a>,
    table: &'a SupplyTable,
    members: &[CountryId],
) -> &'a SupplyTable {
    if sources.flows(table, members) != Err(Absence::NoTradeYear) {
        return table;
    }
    let years = sources.trade.into_iter().flat_map(Trade::years);
    let Some(year) = years.filter(|year| *year < table.year).max() else {
        return table;
    };
    let tables = sources.data.tables_of(table.mineral).iter();
    let yearly = |table: &SupplyTable| sources.data.edition(table.edition).kind.is_yearly();
    let fitting =
        tables.filter(|other| other.stage == table.stage && other.year == year && yearly(other));
    fitting
        .max_by_key(|other| (other.edition == table.edition, other.edition))
        .unwrap_or(table)
}

fn printed(shares: &[AssessedShare]) -> Vec<(CountryId, f64)> {
    shares.iter().map(|row| (row.country, row.share)).collect()
}

fn of_the_world(sources: &Sources<'_>, table: &SupplyTable) -> Vec<(CountryId, f64)> {
    let world = WorldRisk::of(sources.data, table).shares;
    let ranked = world.ranked.iter();
    ranked
        .map(|row| (row.country, row.share.fraction()))
        .collect()
}

/// Apparent consumption over world supply, held to 0–1.
fn need(table: &SupplyTable, world: &WorldRisk, risk: &ImporterRisk) -> Measured<f64> {
    let reliance = risk.import_reliance?;
    let tonnes = tonnes_in(&table.unit).ok_or(Absence::ProductionIsNoMass)?;
    let supply = world.shares.denominator.quantity() * tonnes;
    if supply <= 0.0 {
        return Err(Absence::NoProduction);
    }
    Ok((reliance.balance.apparent_consumption() / supply).clamp(0.0, 1.0))
}
