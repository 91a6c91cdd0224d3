//! Minerals with their groups, and countries with their place on the map.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::tables::Tables;
use crate::shapes::projection::equal_earth;

/// An outline whose shorter side is under this many pixels of the 960-wide map is too small to see
/// the class it is filled with, let alone to point at.
const SMALL: f64 = 6.0;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    id: String,
    name: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mineral {
    slug: String,
    name: String,
    group: String,
    #[serde(rename = "use")]
    usage: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Both halves of `minerals.json`.
pub(super) struct Minerals {
    pub(super) groups: Vec<Group>,
    pub(super) minerals: Vec<Mineral>,
}

pub(super) fn minerals(tables: &mut Tables) -> Result<Minerals, String> {
    let mut minerals: Vec<Mineral> = tables.rows("minerals.csv")?;
    minerals.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(Minerals {
        groups: tables.rows("groups.csv")?,
        minerals,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow {
    iso3: String,
    name: String,
    region: String,
    lon: Option<f64>,
    lat: Option<f64>,
    alias: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Country {
    iso3: String,
    name: String,
    region: String,
    at: Option<(f64, f64)>,
    map: &'static str,
}

/// The countries, and the names that notes and sources use for them.
pub(super) struct Countries {
    pub(super) entries: Vec<Country>,
    /// Source names in which the parentheses belong to the name.
    aliases: Vec<String>,
}

impl Countries {
    /// The display name of a code, or the code if there is none.
    pub(super) fn name<'a>(&'a self, iso3: &'a str) -> &'a str {
        self.entries
            .iter()
            .find(|country| country.iso3 == iso3)
            .map_or(iso3, |country| country.name.as_str())
    }

    /// What a source's row says in parentheses after the country's name, if it is not a part of it.
    pub(super) fn qualifier<'a>(&self, source_name: &'a str) -> Option<&'a str> {
        if self.aliases.iter().any(|alias| alias == source_name) {
            return None;
        }
        let (_, rest) = source_name.split_once('(')?;
        rest.strip_suffix(')')
    }
}

#[derive(Deserialize)]
struct Shapes {
    outlines: Vec<Outline>,
}

#[derive(Deserialize)]
struct Outline {
    id: String,
    at: (f64, f64),
    size: f64,
}

pub(super) fn countries(tables: &mut Tables, shapes: &Path) -> Result<Countries, String> {
    let text = fs::read_to_string(shapes).map_err(|error| format!("data/shapes.json: {error}"))?;
    let shapes: Shapes =
        serde_json::from_str(&text).map_err(|error| format!("data/shapes.json: {error}"))?;
    let outlines: BTreeMap<&str, &Outline> = shapes
        .outlines
        .iter()
        .map(|outline| (outline.id.as_str(), outline))
        .collect();
    let mut rows: Vec<CountryRow> = tables.rows("countries.csv")?;
    rows.sort_by(|one, other| one.iso3.cmp(&other.iso3));
    let nameless = outlines
        .keys()
        .find(|id| !rows.iter().any(|row| row.iso3 == **id));
    if let Some(id) = nameless {
        return Err(format!(
            "data/shapes.json: {id} is not in data/tables/countries.csv; add it"
        ));
    }
    let mut entries = Vec::with_capacity(rows.len());
    let mut aliases = Vec::new();
    for row in rows {
        let (at, map) = match (outlines.get(row.iso3.as_str()), row.lon.zip(row.lat)) {
            (Some(outline), _) if outline.size < SMALL => (outline.at, "small"),
            (Some(outline), _) => (outline.at, "area"),
            (None, Some((lon, lat))) => (equal_earth(lon, lat), "point"),
            (None, None) => {
                let remedy = "give its lon and lat";
                return Err(format!(
                    "data/tables/countries.csv, {}: no outline; {remedy}",
                    row.iso3
                ));
            }
        };
        let tenth = |pixels: f64| (pixels * 10.0).round() / 10.0;
        let at = Some((tenth(at.0), tenth(at.1)));
        entries.push(Country {
            iso3: row.iso3,
            name: row.name,
            region: row.region,
            at,
            map,
        });
        aliases.extend(row.alias);
    }
    Ok(Countries { entries, aliases })
}
