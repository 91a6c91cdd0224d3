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
    /// yearly statistics that has the year asked for, or the year nearest to it; without a year the newest. The reader's
    /// own figures come first where they have the year, or where none is asked for.
    ///
    /// # Panics
    /// Never for a validated data set and a state whose mineral is in it: every mineral has a table.
    #[must_use]
    pub fn of(data: &'a Dataset, state: &ViewState) -> Self {
        let tables = data.tables_of(state.mineral);
        let kind = |table: &SupplyTable| data.edition(table.edition).kind;
        let fits = |table: &SupplyTable| state.year.is_none_or(|year| year == table.year);
        let edition = state
            .edition
            .filter(|&wanted| Self::staged(data, state).any(|table| table.edition == wanted));
        let wanted = state.year.unwrap_or(u16::MAX);
        let table = Self::staged(data, state)
            .filter(|table| edition.is_none_or(|edition| table.edition == edition))
            .max_by_key(|table| {
                let nearness = u16::MAX - table.year.abs_diff(wanted);
                let own = kind(table) == EditionKind::Own && fits(table);
                (
                    own,
                    kind(table).is_yearly(),
                    nearness,
                    table.year,
                    table.edition,
                )
            })
            .unwrap_or(&tables[0]);
        Self {
            table,
            edition: table.edition,
            year: table.year,
        }
    }

    fn staged(data: &'a Dataset, state: &ViewState) -> impl Iterator<Item = &'a SupplyTable> {
        let stage = state.stage;
        data.tables_of(state.mineral)
            .iter()
            .filter(move |table| table.stage == stage)
    }
}

/// What the choosers offer at a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The stages that the mineral has, in the order of [`Stage::ALL`].
    pub stages: Vec<Stage>,
    /// The editions that the mineral and stage have, newest first.
    pub editions: Vec<EditionId>,
    /// The selected edition.
    pub edition: EditionId,
    /// The years that the mineral and stage have in editions of the selected one's kind, oldest first.
    pub years: Vec<u16>,
    /// The selected year.
    pub year: u16,
    /// The period's name, where the selected edition gives one average.
    pub average: Option<String>,
}

impl Choices {
    /// The choices of a state.
    #[must_use]
    pub fn of(data: &Dataset, state: &ViewState) -> Self {
        let selected = Selection::of(data, state);
        let kind = |edition: EditionId| data.edition(edition).kind;
        let has = |stage: &Stage| {
            data.tables_of(state.mineral)
                .iter()
                .any(|t| t.stage == *stage)
        };
        let mut editions: Vec<EditionId> = Selection::staged(data, state)
            .map(|table| table.edition)
            .collect();
        editions.dedup();
        editions.reverse();
        let mut years: Vec<u16> = Selection::staged(data, state)
            .filter(|table| kind(table.edition) == kind(selected.edition))
            .map(|table| table.year)
            .collect();
        crate::order::sort_by_key(&mut years, |year| *year);
        years.dedup();
        Self {
            stages: Stage::ALL.iter().copied().filter(has).collect(),
            editions,
            edition: selected.edition,
            years,
            year: selected.year,
            average: data.edition(selected.edition).period.clone(),
        }
    }
}
