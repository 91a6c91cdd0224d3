//! One mineral's market from the tables: who supplies the world at both stages, and who supplies an importer.
//!
//! A stage that has no table is left out: supply is then only as scarce as the other stage makes it.

use super::Scenario;
use super::asked::Asked;
use super::numbers::{Numbers, Supplier};
use super::sourcing::{Sourcing, SourcingBasis};
use super::target::Aimed;
use crate::data::{EditionId, Importer, MineralId, SupplyTable};
use crate::risk::importer::Sources;
use crate::risk::{Absence, Measured, SupplyShares};

/// The tables that a market is read from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageTables<'a> {
    /// Which mineral.
    pub mineral: MineralId,
    /// One table a stage, in the order of [`STAGES`](super::numbers::STAGES); none where no edition has one.
    pub tables: [Option<&'a SupplyTable>; 2],
}

/// Where the figures of a stage come from.
#[derive(Debug, Clone, PartialEq)]
pub struct StageBasis {
    /// The edition of the world's figures.
    pub edition: EditionId,
    /// Their year; of averages the last.
    pub year: u16,
    /// The importer's sourcing, where an importer is asked about.
    pub sourcing: Option<Sourcing>,
}

/// One mineral's market, with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// Which mineral.
    pub mineral: MineralId,
    /// Who is asked about; none for the world alone.
    pub importer: Option<Importer>,
    /// The figures of each stage, in the order of [`STAGES`](super::numbers::STAGES).
    pub stages: [Measured<StageBasis>; 2],
    /// The importers that steps are aimed at, in the order of [`Numbers::targets`].
    pub aims: Vec<Importer>,
    /// Aims whose part of world use is not known at some stage that has a table: what the world loses by them counts
    /// as nothing there.
    pub aims_without_need: Vec<Importer>,
    /// The numbers.
    pub numbers: Numbers,
}

impl Market {
    /// The market of a mineral for an importer, with all whom a scenario's active steps name.
    ///
    /// # Errors
    /// [`Absence::NoTable`] where no stage has a table with a quantity above zero.
    pub fn of(
        sources: &Sources<'_>,
        tables: &StageTables<'_>,
        importer: Option<Importer>,
        scenario: &Scenario,
    ) -> Measured<Self> {
        let world = tables.tables.map(|table| {
            let shares = SupplyShares::of(table.ok_or(Absence::NoTable)?);
            if shares.ranked.is_empty() {
                return Err(Absence::NoProduction);
            }
            Ok(shares)
        });
        if world.iter().all(Result::is_err) {
            return Err(Absence::NoTable);
        }
        let asked = Asked {
            sources,
            tables,
            world: &world,
        };
        let members = importer.map(|importer| sources.data.importer_members(importer));
        let own = importer.map_or([None, None], |importer| asked.bought(importer));
        let aims = aims(scenario);
        let aimed: Vec<Aimed> = aims
            .iter()
            .map(|&aim| Aimed::of(&asked, aim, members.as_deref()))
            .collect();
        let mut suppliers = asked.suppliers(&own, &aimed, scenario);
        let mut rest = [0, 1].map(|at| {
            let shares = world[at].as_ref();
            shares.map_or(0.0, |shares| shares.unattributed.fraction())
        });
        let mut own_rest = [0, 1].map(|at| {
            own[at]
                .as_ref()
                .map_or(rest[at], |own| unnamed(own, rest[at]))
        });
        make_whole(&mut suppliers, &mut rest, |supplier| &mut supplier.world);
        make_whole(&mut suppliers, &mut own_rest, |supplier| {
            &mut supplier.sourcing
        });
        let without_need = aims
            .iter()
            .zip(&aimed)
            .filter(|(_, aimed)| !aimed.need_is_known());
        let [mine, refine] = &own;
        let basis = |at: usize, own: &Option<Sourcing>| {
            world[at].as_ref().map_err(|why| *why)?;
            let table = tables.tables[at].ok_or(Absence::NoTable)?;
            Ok(StageBasis {
                edition: table.edition,
                year: table.year,
                sourcing: own.clone(),
            })
        };
        Ok(Self {
            mineral: tables.mineral,
            importer,
            stages: [basis(0, mine), basis(1, refine)],
            aims_without_need: without_need.map(|(aim, _)| *aim).collect(),
            numbers: Numbers {
                stages: [0, 1].map(|at| world[at].is_ok()),
                own_rest,
                targets: aimed
                    .iter()
                    .map(|aimed| aimed.target(&suppliers, &own))
                    .collect(),
                suppliers,
                rest,
            },
            aims,
        })
    }

    /// Whether the importer's own sourcing, and not the world's in its place, is known at some stage.
    #[must_use]
    pub fn knows_sourcing(&self) -> bool {
        let stages = self.stages.iter().flatten();
        let mut known = stages.filter_map(|stage| stage.sourcing.as_ref());
        known.any(|sourcing| !matches!(sourcing.basis, SourcingBasis::World(_)))
    }

    /// What the importer pays for imports of what it buys last in the chain, in thousand US dollars a year.
    ///
    /// # Errors
    /// The reason why it is not known.
    pub fn import_value(&self) -> Measured<f64> {
        let mut stages = self.stages.iter().rev().flatten();
        let last = stages.find_map(|stage| stage.sourcing.as_ref());
        last.ok_or(Absence::NoImporter)?.import_value
    }
}

/// Everyone whom active steps are aimed at, each once, in the order of the steps.
fn aims(scenario: &Scenario) -> Vec<Importer> {
    let mut aims = Vec::new();
    for aim in scenario.active().filter_map(|step| step.aim) {
        if !aims.contains(&aim) {
            aims.push(aim);
        }
    }
    aims
}

/// The part of an importer's supply that nobody is named for.
fn unnamed(own: &Sourcing, of_the_world: f64) -> f64 {
    if matches!(own.basis, SourcingBasis::World(_)) {
        return of_the_world;
    }
    let named: f64 = own.shares.iter().map(|(_, share)| share).sum();
    (1.0 - named).max(0.0)
}

/// Makes shares and what nobody is named for add up to 1 at each stage: rounding in the sources leaves a little more.
fn make_whole(
    suppliers: &mut [Supplier],
    rest: &mut [f64; 2],
    shares: impl Fn(&mut Supplier) -> &mut [f64; 2],
) {
    for (at, rest) in rest.iter_mut().enumerate() {
        let named: f64 = suppliers
            .iter_mut()
            .map(|supplier| shares(supplier)[at])
            .sum();
        let whole = named + *rest;
        if whole > 0.0 {
            *rest /= whole;
            for supplier in suppliers.iter_mut() {
                shares(supplier)[at] /= whole;
            }
        }
    }
}
