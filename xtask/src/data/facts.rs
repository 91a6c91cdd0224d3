//! Source rows of every edition in one shape.

use serde::Deserialize;

use super::editions::Edition;
use super::tables::Tables;

/// One figure of one source row.
pub(super) struct Fact<'a> {
    pub(super) edition: &'a Edition,
    /// The table it comes from, for messages.
    pub(super) table: &'static str,
    pub(super) commodity: String,
    /// The source's own stage; `reserves` for reserves.
    pub(super) stage: String,
    /// The source's name of the country or of the total.
    pub(super) name: String,
    pub(super) of: Of,
    pub(super) year: u16,
    /// The figure in the page's notation.
    pub(super) cell: String,
    pub(super) unit: String,
    pub(super) basis: String,
    pub(super) note: String,
}

/// What a figure is the figure of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    Country(String),
    Other,
    /// The world, less these countries.
    World {
        excludes: Vec<String>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Production {
    commodity: String,
    stage: String,
    country: String,
    iso3: String,
    year: u16,
    value: String,
    unit: String,
    flag: String,
    basis: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reserve {
    commodity: String,
    country: String,
    iso3: String,
    value: String,
    unit: String,
    basis: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Total {
    commodity: String,
    stage: String,
    year: u16,
    value: String,
    unit: String,
    flag: String,
    label: String,
    excludes: String,
    basis: String,
    note: String,
}

/// A row of the EU study's shares. Its trade variable belongs to the supply risk, not to supply.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    material: String,
    stage: String,
    iso3: String,
    country: String,
    #[serde(rename = "share_pct")]
    percent: String,
    #[serde(rename = "trade_variable")]
    _trade_variable: String,
}

/// Every row of every edition, in the order of the tables.
pub(super) fn read<'a>(
    tables: &mut Tables,
    editions: &'a [Edition],
) -> Result<Vec<Fact<'a>>, String> {
    let mut facts = Vec::new();
    for edition in editions {
        match edition.kind.as_str() {
            "usgs" => usgs(tables, edition, &mut facts)?,
            "ec" => ec(tables, edition, &mut facts)?,
            other => {
                return Err(format!(
                    "data/tables/editions.csv, {}: unknown kind {other}",
                    edition.id
                ));
            }
        }
    }
    Ok(facts)
}

fn usgs<'a>(
    tables: &mut Tables,
    edition: &'a Edition,
    facts: &mut Vec<Fact<'a>>,
) -> Result<(), String> {
    let path = |name: &str| format!("{}/{name}.csv", edition.folder);
    let production: Vec<Production> = tables.rows(&path("production"))?;
    facts.extend(production.into_iter().map(|row| Fact {
        edition,
        table: "production.csv",
        of: if row.iso3.is_empty() {
            Of::Other
        } else {
            Of::Country(row.iso3)
        },
        cell: cell(&row.value, &row.flag),
        commodity: row.commodity,
        stage: row.stage,
        name: row.country,
        year: row.year,
        unit: row.unit,
        basis: row.basis,
        note: row.note,
    }));
    let reserves: Vec<Reserve> = tables.rows(&path("reserves"))?;
    for row in reserves {
        let Some(year) = edition.reserves_year else {
            return Err(format!(
                "data/tables/editions.csv, {}: give reserves_year",
                edition.id
            ));
        };
        let of = match (row.iso3.is_empty(), row.country.starts_with("World total")) {
            (false, _) => Of::Country(row.iso3),
            (true, true) => Of::World {
                excludes: Vec::new(),
            },
            (true, false) => Of::Other,
        };
        facts.push(Fact {
            edition,
            table: "reserves.csv",
            of,
            cell: cell(&row.value, ""),
            commodity: row.commodity,
            stage: "reserves".to_owned(),
            name: row.country,
            year,
            unit: row.unit,
            basis: row.basis,
            note: row.note,
        });
    }
    let totals: Vec<Total> = tables.rows(&path("world_totals"))?;
    facts.extend(totals.into_iter().map(|row| Fact {
        edition,
        table: "world_totals.csv",
        of: Of::World {
            excludes: codes(&row.excludes),
        },
        cell: cell(&row.value, &row.flag),
        commodity: row.commodity,
        stage: row.stage,
        name: row.label,
        year: row.year,
        unit: row.unit,
        basis: row.basis,
        note: row.note,
    }));
    Ok(())
}

/// Shares of one averaged period, told by its last year; their whole is a hundred.
fn ec<'a>(
    tables: &mut Tables,
    edition: &'a Edition,
    facts: &mut Vec<Fact<'a>>,
) -> Result<(), String> {
    let shares: Vec<Share> = tables.rows(&format!("{}/supply_shares.csv", edition.folder))?;
    facts.extend(shares.into_iter().map(|row| Fact {
        edition,
        table: "supply_shares.csv",
        of: Of::Country(row.iso3),
        cell: row.percent,
        commodity: row.material,
        stage: row.stage,
        name: row.country,
        year: edition.years.1,
        unit: "%".to_owned(),
        basis: String::new(),
        note: String::new(),
    }));
    Ok(())
}

/// Codes written one after another with a bar between them.
pub(super) fn codes(text: &str) -> Vec<String> {
    text.split('|')
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The page's notation of a value and the source's flag.
fn cell(value: &str, flag: &str) -> String {
    match (value, flag) {
        ("", "withheld") => "W".to_owned(),
        ("", _) => "NA".to_owned(),
        (value, "estimated") if !value.starts_with(['<', '>']) => format!("{value}e"),
        (value, _) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_is_never_a_number() {
        assert_eq!(cell("", "withheld"), "W");
        assert_eq!(cell("", "estimated"), "NA");
        assert_eq!(cell("0", "reported"), "0");
        assert_eq!(cell("170000", "estimated"), "170000e");
        assert_eq!(cell("<100", "estimated"), "<100");
    }
}
