//! Blocs of countries, and official lists of critical minerals in the page's slugs.

use serde::{Deserialize, Serialize};

use super::facts::codes;
use super::json::Object;
use super::tables::Tables;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlocRow {
    id: String,
    name: String,
    members: String,
    since: String,
    source: String,
    evidence: String,
}

#[derive(Serialize)]
pub(super) struct Bloc {
    id: String,
    name: String,
    members: Vec<String>,
    since: String,
    source: String,
    evidence: String,
}

pub(super) fn blocs(tables: &mut Tables) -> Result<Vec<Bloc>, String> {
    let rows: Vec<BlocRow> = tables.rows("blocs.csv")?;
    let blocs = rows.into_iter().map(|row| {
        let mut members = codes(&row.members);
        members.sort_unstable();
        let BlocRow {
            id,
            name,
            since,
            source,
            evidence,
            ..
        } = row;
        Bloc {
            id,
            name,
            members,
            since,
            source,
            evidence,
        }
    });
    Ok(blocs.collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListRow {
    id: String,
    /// The list's name in `policy/criticality_lists.csv`.
    table_name: String,
    name: String,
    jurisdiction: String,
    year: u16,
    evidence: String,
    complete: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    list: String,
    material: String,
    member: String,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "source")]
    _source: String,
}

/// Which minerals a list's word for a material means.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meaning {
    /// The lists it is for; every list if empty.
    lists: String,
    material: String,
    /// Absent if there are no figures for the material, for the reason given.
    mineral: Option<String>,
    via: String,
    #[serde(rename = "reason")]
    _reason: String,
}

#[derive(Serialize)]
pub(super) struct List {
    id: String,
    name: String,
    jurisdiction: String,
    year: u16,
    source: String,
    evidence: String,
    complete: bool,
    members: Vec<String>,
    #[serde(skip_serializing_if = "Object::is_empty")]
    via: Object<String>,
    /// Materials on the list that no series has figures for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without_figures: Vec<String>,
}

pub(super) fn lists(tables: &mut Tables) -> Result<Vec<List>, String> {
    let rows: Vec<ListRow> = tables.rows("lists.csv")?;
    let entries: Vec<Entry> = tables.rows("policy/criticality_lists.csv")?;
    let meanings: Vec<Meaning> = tables.rows("list_names.csv")?;
    let unlisted = entries
        .iter()
        .find(|entry| !rows.iter().any(|row| row.table_name == entry.list));
    if let Some(entry) = unlisted {
        return Err(format!(
            "data/tables/lists.csv: no line for {}; add one",
            entry.list
        ));
    }
    rows.into_iter()
        .map(|row| list(row, &entries, &meanings))
        .collect()
}

fn list(row: ListRow, entries: &[Entry], meanings: &[Meaning]) -> Result<List, String> {
    let mut members: Vec<(String, String)> = Vec::new();
    let mut without_figures = Vec::new();
    for entry in entries
        .iter()
        .filter(|entry| entry.list == row.table_name && entry.member == "yes")
    {
        let meant = meanings.iter().filter(|meaning| {
            let lists = codes(&meaning.lists);
            meaning.material == entry.material && (lists.is_empty() || lists.contains(&row.id))
        });
        let mut known = false;
        for meaning in meant {
            known = true;
            let Some(slug) = &meaning.mineral else {
                without_figures.push(entry.material.clone());
                continue;
            };
            match members.iter().find(|(member, _)| member == slug) {
                Some(_) => {
                    let remedy = "make data/tables/list_names.csv say it once";
                    return Err(format!("{}: {slug} is named twice; {remedy}", row.id));
                }
                None => members.push((slug.clone(), meaning.via.clone())),
            }
        }
        if !known {
            let remedy = "add it to data/tables/list_names.csv, with a mineral or a reason";
            return Err(format!(
                "{}: unknown material {}; {remedy}",
                row.id, entry.material
            ));
        }
    }
    members.sort_unstable();
    let via = members
        .iter()
        .filter(|(_, via)| !via.is_empty())
        .cloned()
        .collect();
    Ok(List {
        id: row.id,
        name: row.name,
        jurisdiction: row.jurisdiction,
        year: row.year,
        source: row.source,
        evidence: row.evidence,
        complete: row.complete == "yes",
        members: members.into_iter().map(|(slug, _)| slug).collect(),
        via: Object(via),
        without_figures,
    })
}
