//! US net import reliance and import sources, with the minerals they are for.

use serde::{Deserialize, Serialize};

use super::json;
use super::tables::Tables;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    edition: String,
    table: String,
    commodity: String,
    form: String,
    share_of: String,
    year: u16,
    value: String,
    sellers: Option<String>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceRow {
    edition: String,
    commodity: String,
    form: String,
    country: String,
    iso3: Option<String>,
    period: String,
    percent: String,
}

/// Which mineral a commodity is; the first line that fits decides.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    commodity: String,
    /// Text that the form must contain, in any case; every form if empty.
    form: String,
    mineral: Option<String>,
    #[serde(rename = "reason")]
    _reason: String,
}

#[derive(Serialize)]
struct Figure {
    commodity: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    form: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mineral: Option<String>,
    edition: String,
    table: String,
    of: String,
    year: u16,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sellers: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize)]
struct Source {
    commodity: String,
    form: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mineral: Option<String>,
    edition: String,
    period: String,
    seller: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso3: Option<String>,
    percent: String,
}

/// The text of `reliance.json`.
pub(super) fn read(tables: &mut Tables) -> Result<String, String> {
    let names: Vec<Name> = tables.rows("reliance_names.csv")?;
    let rows: Vec<Row> = tables.rows("usgs/net_import_reliance.csv")?;
    let sources: Vec<SourceRow> = tables.rows("usgs/us_import_sources.csv")?;
    let mut figures = Vec::with_capacity(rows.len());
    for row in rows {
        figures.push(Figure {
            mineral: mineral(&names, &row.commodity, &row.form)?,
            commodity: row.commodity,
            form: row.form,
            edition: row.edition,
            table: row.table,
            of: row.share_of,
            year: row.year,
            value: row.value,
            sellers: row.sellers,
            note: row.note,
        });
    }
    let mut shares = Vec::with_capacity(sources.len());
    for row in sources {
        shares.push(Source {
            mineral: mineral(&names, &row.commodity, &row.form)?,
            commodity: row.commodity,
            form: row.form,
            edition: row.edition,
            period: row.period,
            seller: row.country,
            iso3: row.iso3,
            percent: row.percent,
        });
    }
    Ok(json::lists(&[
        ("figures", json::lines(&figures)?),
        ("sources", json::lines(&shares)?),
    ]))
}

fn mineral(names: &[Name], commodity: &str, form: &str) -> Result<Option<String>, String> {
    let form = form.to_lowercase();
    let fits = |name: &&Name| {
        name.commodity.to_lowercase() == commodity.to_lowercase()
            && form.contains(&name.form.to_lowercase())
    };
    let found = names.iter().find(fits);
    found.map(|name| name.mineral.clone()).ok_or_else(|| {
        format!("data/tables/reliance_names.csv: no line is for {commodity} {form}; add one")
    })
}
