//! An importer's present sourcing, as the effect of an alliance needs it: from the data.

use super::agreements::{Agreement, Depths, deepest};
use super::effect::Supplier;
use super::need::Need;
use crate::data::CountryId;
use crate::risk::importer::ImporterCase;
use crate::risk::{Absence, Measured, MixSupplier};

/// Whose shares stand for the importer's sourcing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcingBasis {
    /// Its own: production and imports from outside.
    Own,
    /// World supply, as if it bought as the world does, because its own sourcing is not known.
    World,
}

/// The suppliers of an importer, with what agreements and projects could change about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Present {
    /// Whose shares they are.
    pub basis: SourcingBasis,
    /// Present suppliers, largest first, then partners that send nothing yet.
    pub suppliers: Vec<Supplier<CountryId>>,
    /// Suppliers without a governance estimate, which cannot be weighed and are left out.
    pub unscored: Vec<CountryId>,
}

impl Present {
    /// The present sourcing under some agreements.
    ///
    /// `projects` holds what projects in a country are expected to add, as a fraction of the need. Without a known need
    /// nobody's cap is known, and suppliers can send what they send.
    ///
    /// # Errors
    /// Why there are neither shares of the importer's sourcing nor of world supply.
    pub fn of(
        importer: &ImporterCase<'_>,
        need: Measured<&Need>,
        agreements: &[&Agreement],
        depths: &Depths,
        projects: &[(CountryId, f64)],
    ) -> Measured<Self> {
        let ec = &importer.risk.ec;
        let (basis, mix) = match (&ec.sourcing, &ec.global) {
            (Ok(own), _) => (SourcingBasis::Own, own),
            (Err(_), Ok(world)) => (SourcingBasis::World, world),
            (Err(_), Err(why)) => return Err(*why),
        };
        let need = need.ok();
        let cap = |country: CountryId| {
            let producer = need?.producers().find(|one| one.country == country);
            producer.map(|producer| producer.cap)
        };
        let members = importer.members.as_slice();
        let supplier = |country: CountryId, share: f64, weight: f64| {
            let inside = members.contains(&country);
            let depth = deepest(agreements, members, country);
            let project = projects.iter().find(|(at, _)| *at == country);
            Supplier {
                country,
                share,
                weight,
                inside,
                bound: depth.map(|depth| depths.of(depth)),
                cap: cap(country).unwrap_or(share),
                project: project.map_or(0.0, |(_, output)| *output),
            }
        };
        let weight = |row: &MixSupplier<CountryId>| Some(row.governance? * row.trade_factor);
        let mut suppliers: Vec<_> = mix
            .suppliers
            .iter()
            .filter_map(|row| Some(supplier(row.country, row.share, weight(row)?)))
            .collect();
        if suppliers.is_empty() {
            return Err(Absence::NoGovernance);
        }
        let candidates = need.map_or(&[][..], |need| &need.candidates);
        for producer in candidates {
            let newcomer = supplier(producer.country, 0.0, producer.weight(0.0, 0.0));
            let known = suppliers.iter().any(|one| one.country == producer.country);
            if !known && newcomer.bound.is_some() {
                suppliers.push(newcomer);
            }
        }
        Ok(Self {
            basis,
            unscored: mix.unscored().collect(),
            suppliers,
        })
    }
}
