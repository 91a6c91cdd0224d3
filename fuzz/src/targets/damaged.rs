//! Any bytes as a file that the page fetches: it is refused with a word, or read.
//!
//! The first byte says which file; the data set that they belong to is a small one.

use std::sync::LazyLock;

use adit::data::{DataError, Dataset, Methods, Trade};

use super::dataset::GOOD;
use super::told;

static SMALL: LazyLock<Dataset> =
    LazyLock::new(|| Dataset::load(&GOOD).expect("the small set is sound"));

pub(super) fn run(input: &[u8]) {
    let Some((file, bytes)) = input.split_first() else {
        return;
    };
    match file % 3 {
        0 => again(
            Dataset::from_snapshot(bytes),
            Dataset::to_snapshot,
            Dataset::from_snapshot,
        ),
        1 => again(
            Methods::read(bytes, &SMALL),
            |read| read.to_bytes(&SMALL),
            |bytes| Methods::read(bytes, &SMALL),
        ),
        _ => again(
            Trade::read(bytes, &SMALL),
            |read| Ok(read.to_parts(&SMALL)?.remove(0).1),
            |bytes| Trade::read(bytes, &SMALL),
        ),
    }
}

/// What was read, written, is read as what is written the same: by its bytes, since a damaged number may be none and
/// then is not even equal to itself. What no file holds need not be written.
fn again<T>(
    read: Result<T, DataError>,
    write: impl Fn(&T) -> Result<Vec<u8>, DataError>,
    back: impl Fn(&[u8]) -> Result<T, DataError>,
) {
    match read.and_then(|read| write(&read)) {
        Err(error) => told(&error),
        Ok(bytes) => {
            let read = back(&bytes).expect("it was written");
            assert_eq!(write(&read), Ok(bytes));
        }
    }
}
