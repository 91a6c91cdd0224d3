//! What the methods need beyond production: the Commission's inputs, US import reliance, and older scores.
//!
//! No part of the first load: the page fetches `methods.bin` when a view first needs it, and the command line
//! has it at hand (`shipped::methods`).

use serde::{Deserialize, Serialize};

use super::dataset::newest_score;
use super::{
    Assessments, CountryId, DataError, Dataset, GovernanceMeta, NetImportReliance, Wgi, columns,
    packed, validate,
};

const FILE: &str = "methods.bin";

/// The text of the files that the methods' data is loaded from.
#[derive(Clone, Copy, Debug)]
pub struct MethodsFiles<'a> {
    /// `assessments.json`: the Commission's assessments.
    pub assessments: &'a str,
    /// `reliance.json`: US net import reliance and import sources.
    pub reliance: &'a str,
    /// `governance_long.json`: scores of political stability from the first year of the source on.
    pub governance: &'a str,
}

/// The methods' own data, immutable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Methods {
    pub(super) assessments: Assessments,
    pub(super) reliance: NetImportReliance,
    pub(super) governance: GovernanceMeta,
    #[serde(with = "columns::scores")]
    pub(super) scores: Vec<(CountryId, Wgi)>,
}

impl Methods {
    /// Reads and checks a set of files against the registries of a dataset.
    ///
    /// # Errors
    ///
    /// Every problem found, not only the first.
    pub fn load(files: &MethodsFiles<'_>, dataset: &Dataset) -> Result<Self, DataError> {
        validate::methods(files, dataset)
    }

    /// The data as bytes; the same data gives the same bytes.
    ///
    /// # Errors
    ///
    /// When a figure is no decimal of at most fifteen digits, which no file can give.
    pub fn to_bytes(&self, dataset: &Dataset) -> Result<Vec<u8>, DataError> {
        packed::write(FILE, self, dataset)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote. The content is not checked again.
    ///
    /// # Errors
    ///
    /// One issue, when the bytes end too early, mean nothing, or were made for another dataset.
    pub fn read(bytes: &[u8], dataset: &Dataset) -> Result<Self, DataError> {
        packed::read(FILE, bytes, dataset)
    }

    /// The European Commission's assessments.
    #[must_use]
    pub fn assessments(&self) -> &Assessments {
        &self.assessments
    }

    /// US net import reliance as published.
    #[must_use]
    pub fn net_import_reliance(&self) -> &NetImportReliance {
        &self.reliance
    }

    /// What the governance scores are.
    #[must_use]
    pub fn governance(&self) -> &GovernanceMeta {
        &self.governance
    }

    /// A country's governance score for a year: the newest that is not later than the year asked for.
    ///
    /// As [`Dataset::wgi`], from the source's first year on. Political Stability only: the six dimensions
    /// that the Commission averages are in none of the sources.
    #[must_use]
    pub fn wgi(&self, country: CountryId, year: u16) -> Option<Wgi> {
        newest_score(&self.scores, country, year)
    }
}
