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
    /// The table of a state.
    ///
    /// The edition asked for, and in it the year asked for or the nearest; without an edition the newest one of the
    /// yearly statistics that has the year asked for, or the year nearest to it; without a year the newest.
    ///
    /// # Panics
    /// Never for a validated data set and a state whose mineral is in it: every mineral has a table.
    #[must_use]
    pub fn of(data: &'a Dataset, state: &ViewState) -> Self {
        let tables = data.tables_of(state.mineral);
        let yearly = |table: &SupplyTable| data.edition(table.edition).kind == EditionKind::Usgs;
        let edition = state
            .edition
            .filter(|&wanted| Self::staged(data, state).any(|table| table.edition == wanted));
        let wanted = state.year.unwrap_or(u16::MAX);
        let table = Self::staged(data, state)
            .filter(|table| edition.is_none_or(|edition| table.edition == edition))
            .max_by_key(|table| {
                let nearness = u16::MAX - table.year.abs_diff(wanted);
                (yearly(table), nearness, table.year, table.edition)
            })
            .unwrap_or(&tables[0]);
        Self { table, edition: table.edition, year: table.year }
    }

    /// The stages that the state's mineral has, in the order of [`Stage::ALL`].
    #[must_use]
    pub fn stages(data: &'a Dataset, state: &ViewState) -> Vec<Stage> {
        let has = |stage: &Stage| data.tables_of(state.mineral).iter().any(|t| t.stage == *stage);
        Stage::ALL.iter().copied().filter(has).collect()
    }

    /// The editions that the state's mineral and stage have, newest first.
    #[must_use]
    pub fn editions(data: &'a Dataset, state: &ViewState) -> Vec<EditionId> {
        let mut editions: Vec<EditionId> = Self::staged(data, state).map(|table| table.edition).collect();
        editions.sort_unstable();
        editions.dedup();
        editions.reverse();
        editions
    }

    /// The years that the state's mineral and stage have in editions of the selected kind, oldest first.
    #[must_use]
    pub fn years(data: &'a Dataset, state: &ViewState) -> Vec<u16> {
        let kind = |edition: EditionId| data.edition(edition).kind;
        let selected = kind(Self::of(data, state).edition);
        let mut years: Vec<u16> = Self::staged(data, state)
            .filter(|table| kind(table.edition) == selected)
            .map(|table| table.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    fn staged(data: &'a Dataset, state: &ViewState) -> impl Iterator<Item = &'a SupplyTable> {
        let stage = state.stage;
        data.tables_of(state.mineral).iter().filter(move |table| table.stage == stage)
    }
}
