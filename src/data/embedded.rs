//! The files that travel with the page.

use std::sync::LazyLock;

use super::{DataError, Dataset, Files};

/// The shipped files, as text.
pub const EMBEDDED: Files<'static> = Files {
    minerals: include_str!("../../data/minerals.json"),
    countries: include_str!("../../data/countries.json"),
    blocs: include_str!("../../data/blocs.json"),
    editions: include_str!("../../data/editions.json"),
    supply: include_str!("../../data/supply.json"),
    lists: include_str!("../../data/lists.json"),
    governance: include_str!("../../data/governance.json"),
};

/// The shipped dataset, read on first use and kept.
///
/// # Errors
///
/// Every problem of the shipped files; a test keeps them free of any.
pub fn embedded() -> Result<&'static Dataset, &'static DataError> {
    static DATASET: LazyLock<Result<Dataset, DataError>> =
        LazyLock::new(|| Dataset::load(&EMBEDDED));
    DATASET.as_ref()
}
