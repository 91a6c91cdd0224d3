//! What the page fetches later, at hand for native code: the command line, the tests, the benches.
//!
//! The page does not name this module, and it is not compiled for the browser: what it embeds is large.

use std::sync::LazyLock;

use super::{DataError, Methods, Trade, embedded};

static METHODS: &[u8] = include_bytes!("../../data/methods.bin");

/// The shipped years of trade, earliest first.
static TRADE: [&[u8]; 6] = [
    include_bytes!("../../data/trade/2019.bin"),
    include_bytes!("../../data/trade/2020.bin"),
    include_bytes!("../../data/trade/2021.bin"),
    include_bytes!("../../data/trade/2022.bin"),
    include_bytes!("../../data/trade/2023.bin"),
    include_bytes!("../../data/trade/2024.bin"),
];

/// The shipped data of the methods, read on first use and kept.
///
/// # Errors
///
/// When a file cannot be read; a test keeps it equal to the files it is made from.
pub fn methods() -> Result<&'static Methods, &'static DataError> {
    static READ: LazyLock<Result<Methods, DataError>> = LazyLock::new(|| {
        let dataset = embedded().map_err(Clone::clone)?;
        Methods::read(METHODS, dataset)
    });
    READ.as_ref()
}

/// Every shipped year of trade, read on first use and kept.
///
/// # Errors
///
/// When a file cannot be read; a test keeps it equal to the table it is made from.
pub fn trade() -> Result<&'static Trade, &'static DataError> {
    static READ: LazyLock<Result<Trade, DataError>> = LazyLock::new(|| {
        let dataset = embedded().map_err(Clone::clone)?;
        let read = |bytes: &&[u8]| Trade::read(bytes, dataset);
        TRADE
            .iter()
            .try_fold(Trade::default(), |trade, bytes| trade.with(read(bytes)?))
    });
    READ.as_ref()
}
