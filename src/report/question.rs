//! Which table a question leads to.

use crate::data::{Dataset, SupplyTable};
use crate::state::{Selection, ViewState};

/// The table of a state, for an importer whose trade is known up to some year.
///
/// A question about an importer that leaves the year open is about the newest year that has both production and
/// trade: the newest edition's own last year has no trade yet.
#[must_use]
pub fn table_for<'a>(
    data: &'a Dataset,
    state: &ViewState,
    last_trade: Option<u16>,
) -> &'a SupplyTable {
    let open = Selection::of(data, state).table;
    match last_trade {
        Some(last) if state.year.is_none() && open.year > last => {
            let asked = ViewState {
                year: Some(last),
                ..*state
            };
            Selection::of(data, &asked).table
        }
        _ => open,
    }
}
