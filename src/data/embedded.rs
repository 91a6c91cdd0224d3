//! The dataset that travels with the page.

use std::sync::LazyLock;

use super::{DataError, Dataset};

/// The shipped dataset, checked when it was made.
static SNAPSHOT: &[u8] = include_bytes!("../../data/snapshot.bin");

/// The shipped dataset, read on first use and kept.
///
/// # Errors
///
/// When the snapshot cannot be read; a test keeps it equal to the files it is made from.
pub fn embedded() -> Result<&'static Dataset, &'static DataError> {
    static DATASET: LazyLock<Result<Dataset, DataError>> =
        LazyLock::new(|| Dataset::from_snapshot(SNAPSHOT));
    DATASET.as_ref()
}
