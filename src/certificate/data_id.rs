//! A short name of a whole data set: another figure anywhere in it, another name.

use sha2::{Digest, Sha256};

use crate::data::{DataError, Dataset, Methods, Trade};

/// The shipped data's, which the build's own task writes beside them: the page need not fetch all of them to know it.
pub const SHIPPED: &str = include_str!("../../data/digest.txt").trim_ascii();

/// How many hexadecimal digits a name has.
pub const LENGTH: usize = 16;

/// Tables that are part of the program, whatever data set it is given.
const BUILT_IN: [(&str, &[u8]); 4] = [
    (
        "agreements.csv",
        include_bytes!("../../data/tables/agreements.csv"),
    ),
    ("burden.csv", include_bytes!("../../data/tables/burden.csv")),
    (
        "burden_indicators.csv",
        include_bytes!("../../data/tables/burden_indicators.csv"),
    ),
    ("claims.csv", include_bytes!("../../data/tables/claims.csv")),
];

/// The name of a data set with what there is beside it, from their packed form: the same content has the same name,
/// wherever it was read from.
///
/// # Errors
/// When a figure cannot be packed, which no file can give.
pub fn of(
    data: &Dataset,
    methods: Option<&Methods>,
    trade: Option<&Trade>,
) -> Result<String, DataError> {
    let mut parts = vec![("snapshot".to_owned(), data.to_snapshot()?)];
    if let Some(methods) = methods {
        parts.push(("methods".to_owned(), methods.to_bytes(data)?));
    }
    if let Some(trade) = trade {
        let years = trade.to_parts(data)?.into_iter();
        parts.extend(years.map(|(year, bytes)| (format!("trade {year}"), bytes)));
    }
    let parts = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    Ok(of_parts(parts.chain(BUILT_IN)))
}

/// The name of the shipped data with a file of one's own over them.
#[must_use]
pub fn with_own(file: &[u8]) -> String {
    of_parts([("shipped", SHIPPED.as_bytes()), ("own", file)])
}

/// The first digits of one digest over names, lengths and contents.
fn of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in parts {
        digest.update(format!("{name}\n{}\n", bytes.len()));
        digest.update(bytes);
    }
    hexadecimal(&digest.finalize())
}

/// The first [`LENGTH`] hexadecimal digits of a digest.
pub(super) fn hexadecimal(digest: &[u8]) -> String {
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
    digits.take(LENGTH).collect()
}
