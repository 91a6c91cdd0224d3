//! Who is in a market: gathered from tables, trade and a scenario's steps.

use std::collections::BTreeMap;

use super::market::StageTables;
use super::numbers::Supplier;
use super::sourcing::Sourcing;
use super::target::Aimed;
use super::{Scenario, StepKind};
use crate::data::{CountryId, Importer};
use crate::risk::geopolrisk::governance_risk;
use crate::risk::importer::Sources;
use crate::risk::{Measured, SupplyShares};

/// The governance risk of a country without an estimate: the middle.
const UNKNOWN_GOVERNANCE: f64 = 0.5;

/// Somebody's supply at each stage that has a table.
pub(super) type Bought = [Option<Sourcing>; 2];

/// What is asked: sources, tables, and the world's shares in them.
pub(super) struct Asked<'a> {
    pub(super) sources: &'a Sources<'a>,
    pub(super) tables: &'a StageTables<'a>,
    pub(super) world: &'a [Measured<SupplyShares>; 2],
}

impl Asked<'_> {
    /// What an importer buys.
    pub(super) fn bought(&self, importer: Importer) -> Bought {
        let data = self.sources.data;
        self.bought_by(
            &data.importer_members(importer),
            data.is_european_union(importer),
        )
    }

    /// What some countries buy that act as one, ordered.
    pub(super) fn bought_by(&self, members: &[CountryId], union: bool) -> Bought {
        [0, 1].map(|at| {
            self.world[at].as_ref().ok()?;
            Some(Sourcing::of(
                self.sources,
                self.tables.tables[at]?,
                members,
                union,
            ))
        })
    }

    /// Everybody who supplies the world, the importer, or those aimed at, or whom a step makes one, ordered.
    pub(super) fn suppliers(
        &self,
        own: &Bought,
        aimed: &[Aimed],
        scenario: &Scenario,
    ) -> Vec<Supplier> {
        let regions = self.regions();
        let mut found: BTreeMap<CountryId, Supplier> = BTreeMap::new();
        for (at, shares) in self.world.iter().enumerate() {
            for row in shares.iter().flat_map(|shares| &shares.ranked) {
                let place = found.entry(row.country);
                place
                    .or_insert_with(|| self.supplier(row.country, &regions))
                    .world[at] = row.share.fraction();
            }
        }
        for (at, sourcing) in own.iter().enumerate() {
            for &(country, share) in sourcing.iter().flat_map(|sourcing| &sourcing.shares) {
                let place = found.entry(country);
                place
                    .or_insert_with(|| self.supplier(country, &regions))
                    .sourcing[at] = share;
            }
        }
        if own.iter().all(Option::is_none) {
            for supplier in found.values_mut() {
                supplier.sourcing = supplier.world;
            }
        }
        let builders = scenario
            .active()
            .filter(|step| matches!(step.kind, StepKind::NewMine | StepKind::NewRefinery))
            .filter_map(|step| step.actor)
            .flat_map(|actor| self.sources.data.importer_members(actor));
        let sellers = aimed.iter().flat_map(|aimed| aimed.theirs.iter().flatten());
        let sellers =
            sellers.flat_map(|sourcing| sourcing.shares.iter().map(|(country, _)| *country));
        for country in builders.chain(sellers) {
            let place = found.entry(country);
            place.or_insert_with(|| self.supplier(country, &regions));
        }
        found.into_values().collect()
    }

    /// A country that supplies nothing yet.
    fn supplier(&self, country: CountryId, regions: &[&str]) -> Supplier {
        let data = self.sources.data;
        let year = self
            .tables
            .tables
            .iter()
            .flatten()
            .map(|table| table.year)
            .max();
        let wgi = self.sources.wgi(country, year.unwrap_or_default());
        let region = data.country(country).region.as_str();
        let region = regions.iter().position(|known| *known == region);
        Supplier {
            country,
            region: region
                .and_then(|at| u16::try_from(at).ok())
                .unwrap_or_default(),
            governance: wgi.map_or(UNKNOWN_GOVERNANCE, |wgi| governance_risk(wgi.estimate)),
            world: [0.0; 2],
            sourcing: [0.0; 2],
        }
    }

    /// The parts of the earth, ordered.
    fn regions(&self) -> Vec<&str> {
        let countries = self.sources.data.countries().iter();
        let mut regions: Vec<&str> = countries.map(|country| country.region.as_str()).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }
}
