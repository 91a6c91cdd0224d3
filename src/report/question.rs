//! Which table a question leads to.

use crate::data::{Dataset, EditionKind, Importer, MineralId, Stage, SupplyTable};
use crate::scenario::StageTables;
use crate::scenario::numbers::STAGES;
use crate::state::{Selection, ViewState};

/// The importer that the views about one open with.
const FIRST_IMPORTER: &str = "EU";

/// The importer of a state: the one that is named, or the one that the views about one open with.
#[must_use]
pub fn importer_of(data: &Dataset, state: &ViewState) -> Option<Importer> {
    let named = state.importer;
    named.or_else(|| data.importer_by_code(FIRST_IMPORTER))
}

/// The table of a state, for an importer whose trade is known up to some year.
///
/// A question about an importer that leaves the year open is about the newest year that has both production and
/// trade: the newest edition's own last year has no trade yet. Where the reader's own figures say what the importer
/// bought, it is about their newest year; where production is the reader's own, about that.
#[must_use]
pub fn table_for<'a>(
    data: &'a Dataset,
    state: &ViewState,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> &'a SupplyTable {
    let open = Selection::of(data, state).table;
    if data.edition(open.edition).kind == EditionKind::Own {
        return open;
    }
    let own = data.own().zip(importer).and_then(|(own, importer)| {
        own.newest_import(open.mineral, open.stage, &data.importer_members(importer))
    });
    match own.or(last_trade) {
        Some(last) if state.year.is_none() && (open.year > last || own.is_some()) => {
            let asked = ViewState {
                year: Some(last),
                ..*state
            };
            Selection::of(data, &asked).table
        }
        _ => open,
    }
}

/// The table of every mineral that has the stage, in the edition and year of a state, for an importer whose trade is
/// known up to some year; ordered as the minerals are.
#[must_use]
pub fn tables_at<'a>(
    data: &'a Dataset,
    state: &ViewState,
    stage: Stage,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> Vec<&'a SupplyTable> {
    let mut minerals: Vec<_> = data
        .tables()
        .iter()
        .filter(|table| table.stage == stage)
        .map(|table| table.mineral)
        .collect();
    minerals.dedup();
    let table = |mineral| {
        let asked = ViewState {
            mineral,
            stage,
            ..*state
        };
        table_for(data, &asked, importer, last_trade)
    };
    minerals.into_iter().map(table).collect()
}

/// The same of the view of minerals, which has no chooser of edition: in the newest that has the year.
#[must_use]
pub fn newest_tables_at<'a>(
    data: &'a Dataset,
    state: &ViewState,
    stage: Stage,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> Vec<&'a SupplyTable> {
    let asked = ViewState {
        edition: None,
        ..*state
    };
    tables_at(data, &asked, stage, importer, last_trade)
}

/// The tables of both stages that a scenario is about, each in the edition and year of a state as far as they have it:
/// a stage without yearly statistics takes the averages of the Commission's study.
#[must_use]
pub fn stage_tables<'a>(
    data: &'a Dataset,
    state: &ViewState,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> StageTables<'a> {
    let tables = STAGES.map(|stage| {
        let asked = ViewState { stage, ..*state };
        let table = table_for(data, &asked, importer, last_trade);
        // A mineral without the stage leads to a table of another one.
        (table.stage == stage).then_some(table)
    });
    StageTables {
        mineral: state.mineral,
        tables,
    }
}

/// The same for every mineral, ordered as the minerals are.
#[must_use]
pub fn all_stage_tables<'a>(
    data: &'a Dataset,
    state: &ViewState,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> Vec<StageTables<'a>> {
    let minerals = (0..data.minerals().len()).map(MineralId::at);
    let asked = |mineral| ViewState { mineral, ..*state };
    minerals
        .map(|mineral| stage_tables(data, &asked(mineral), importer, last_trade))
        .collect()
}
