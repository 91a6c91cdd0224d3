//! One mineral's market as numbers and nothing else: what a timeline and a simulation need.

use serde::{Deserialize, Serialize};

use crate::data::{CountryId, Stage};

/// The stages that supply passes, in order; places in every array of two.
pub const STAGES: [Stage; 2] = [Stage::Mine, Stage::Refine];

/// One country in the market.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supplier {
    /// Who.
    pub country: CountryId,
    /// Its part of the earth, whose countries are hit together.
    pub region: u16,
    /// g: its governance risk, 0 best to 1 worst; the middle where there is no estimate.
    pub governance: f64,
    /// S: its part of world supply at each stage, a fraction.
    pub world: [f64; 2],
    /// s: its part of the importer's supply at each stage, a fraction; the world's where no importer is asked about.
    pub sourcing: [f64; 2],
}

/// Those whom some steps are aimed at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// What can be withheld from them, supplier after supplier at each stage, as a part of world supply: `s·n`, at
    /// most all that the supplier has. Nothing where their need n is not known.
    pub world: Vec<[f64; 2]>,
    /// What of it is the importer's own, as a part of the importer's supply.
    pub own: Vec<[f64; 2]>,
}

/// The market as numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Every country that supplies anybody asked about, ordered.
    pub suppliers: Vec<Supplier>,
    /// Which stages have a table.
    pub stages: [bool; 2],
    /// The part of world supply that nobody is named for.
    pub rest: [f64; 2],
    /// The part of the importer's supply that nobody is named for.
    pub own_rest: [f64; 2],
    /// Whom the scenario's steps are aimed at.
    pub targets: Vec<Target>,
}

impl Numbers {
    /// The place of a country among the suppliers.
    #[must_use]
    pub fn place(&self, country: CountryId) -> Option<usize> {
        let found = self
            .suppliers
            .binary_search_by_key(&country, |supplier| supplier.country);
        found.ok()
    }
}
