//! The editions: one line of `editions.csv` each, with the folder that holds its tables.

use serde::{Deserialize, Serialize};

use super::tables::Tables;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    publisher: String,
    doi: String,
    licence: String,
    published: String,
    kind: String,
    folder: String,
    first_year: u16,
    last_year: u16,
    reserves_year: Option<u16>,
    period: Option<String>,
}

/// An edition as the page's data has it.
#[derive(Serialize)]
pub(super) struct Edition {
    pub(super) id: String,
    name: String,
    publisher: String,
    doi: String,
    licence: String,
    published: String,
    pub(super) kind: String,
    /// First and last year of its production figures.
    pub(super) years: (u16, u16),
    /// The edition's own year, if it gives reserves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reserves_year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// The folder of its tables.
    #[serde(skip)]
    pub(super) folder: String,
}

pub(super) fn read(tables: &mut Tables) -> Result<Vec<Edition>, String> {
    let rows: Vec<Row> = tables.rows("editions.csv")?;
    let editions = rows.into_iter().map(|row| Edition {
        id: row.id,
        name: row.name,
        publisher: row.publisher,
        doi: row.doi,
        licence: row.licence,
        published: row.published,
        kind: row.kind,
        years: (row.first_year, row.last_year),
        reserves_year: row.reserves_year,
        period: row.period,
        folder: row.folder,
    });
    Ok(editions.collect())
}
