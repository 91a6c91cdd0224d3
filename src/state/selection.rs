//! From a state to the one table that it shows.

use super::ViewState;
use crate::data::{Dataset, EditionId, EditionKind, Stage, SupplyTable};

/// The table that a state leads to.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// The table.
    pub table: &'a SupplyTable,
    /// Its edition.
    pub edition: EditionId,
    /// Its year.
    pub year: u16,
}

impl<'a> Selection<'a> {
    /// The table of a state: the edition asked for, else the newest of the yearly statistics, else whichever there
    /// is; in it the year asked for, else the nearest, else the newest.
    ///
    /// # Panics
    /// Never for a validated data set and a state whose mineral is in it: every mineral has a table.
    #[must_use]
    pub fn of(data: &'a Dataset, state: &ViewState) -> Self {
        let tables = data.tables_of(state.mineral);
        let staged = |table: &&SupplyTable| table.stage == state.stage;
        let yearly = |table: &SupplyTable| data.edition(table.edition).kind == EditionKind::Usgs;
        let edition = tables
            .iter()
            .filter(staged)
            .filter(|table| state.edition.is_none_or(|wanted| table.edition == wanted))
            .max_by_key(|table| (yearly(table), table.edition))
            .map_or(tables[0].edition, |table| table.edition);
        let distance = |table: &&SupplyTable| {
            let wanted = state.year.unwrap_or(u16::MAX);
            (table.year.abs_diff(wanted), u16::MAX - table.year)
        };
        let table = tables
            .iter()
            .filter(staged)
            .filter(|table| table.edition == edition)
            .min_by_key(distance)
            .unwrap_or(&tables[0]);
        Self { table, edition: table.edition, year: table.year }
    }

    /// The stages that the state's mineral has, in the order of [`Stage::ALL`].
    #[must_use]
    pub fn stages(data: &Dataset, state: &ViewState) -> Vec<Stage> {
        let has = |stage: &Stage| data.tables_of(state.mineral).iter().any(|t| t.stage == *stage);
        Stage::ALL.iter().copied().filter(has).collect()
    }

    /// The editions that the state's mineral and stage have, newest first.
    #[must_use]
    pub fn editions(data: &Dataset, state: &ViewState) -> Vec<EditionId> {
        let mut editions: Vec<EditionId> = Self::staged(data, state).map(|table| table.edition).collect();
        editions.sort_unstable();
        editions.dedup();
        editions.reverse();
        editions
    }

    /// The years that the selected edition has, oldest first.
    #[must_use]
    pub fn years(data: &Dataset, state: &ViewState) -> Vec<u16> {
        let edition = Self::of(data, state).edition;
        Self::staged(data, state)
            .filter(|table| table.edition == edition)
            .map(|table| table.year)
            .collect()
    }

    fn staged(data: &'a Dataset, state: &ViewState) -> impl Iterator<Item = &'a SupplyTable> {
        let stage = state.stage;
        data.tables_of(state.mineral).iter().filter(move |table| table.stage == stage)
    }
}
