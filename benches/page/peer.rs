//! The comparison page: its own files, the published builds of its libraries, the atlas's outlines and
//! figures from our data set, written into one folder and compressed as ours are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use adit::data::{Dataset, Stage};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask_compress::brotli;

/// The edition that the comparison page shows.
const EDITION: &str = "mcs2026";
/// The years that it shows, first the one that both pages are set to before updates are measured.
const YEARS: [u16; 2] = [2024, 2025];
/// Updates of each kind that a visit measures.
const UPDATES: usize = 24;

/// Files of the page itself.
const OWN: [(&str, &str); 2] = [
    ("index.html", include_str!("d3/index.html")),
    ("page.js", include_str!("d3/page.js")),
];
/// Files of npm packages and what the page calls them.
const LIBRARIES: [(&str, &str); 3] = [
    ("dist/d3.min.js", "d3.min.js"),
    ("dist/topojson-client.min.js", "topojson-client.min.js"),
    ("world/110m.json", "world-110m.json"),
];

/// Mine production of one edition: of every mineral that has figures for all of [`YEARS`].
pub struct Supply {
    /// The minerals' words in links, in order.
    slugs: Vec<String>,
    /// What the comparison page fetches.
    json: Value,
}

impl Supply {
    /// Takes the figures from the data set; a quantity that is not published is `null`.
    ///
    /// # Errors
    /// When the edition is not in the data.
    pub fn of(data: &Dataset) -> Result<Self, String> {
        let edition = data
            .edition_by_id(EDITION)
            .ok_or_else(|| format!("no edition {EDITION} in the data"))?;
        let (mut slugs, mut minerals, mut names) = (Vec::new(), Vec::new(), BTreeMap::new());
        for mineral in data.minerals() {
            let id = data.mineral_by_slug(&mineral.slug);
            let tables = YEARS.map(|year| data.table(id?, Stage::Mine, edition, year));
            let [Some(first), Some(second)] = tables else {
                continue;
            };
            let mut years = BTreeMap::new();
            for table in [first, second] {
                let rows = table.countries.iter().map(|(country, cell)| {
                    let country = data.country(*country);
                    names.insert(country.iso3.as_str(), country.name.as_str());
                    json!([country.iso3, cell.value()])
                });
                let world = table.world.and_then(adit::data::Reported::value);
                let rows: Vec<Value> = rows.collect();
                years.insert(table.year, json!({ "world": world, "countries": rows }));
            }
            minerals.push(json!({ "slug": mineral.slug, "name": mineral.name, "years": years }));
            slugs.push(mineral.slug.clone());
        }
        let years = YEARS.map(|year| year.to_string());
        let json = json!({ "years": years, "names": names, "minerals": minerals });
        Ok(Self { slugs, json })
    }

    /// The choices that a visit makes, the same in both pages: minerals first, then years by turns.
    pub fn steps(&self) -> Value {
        let kinds = |kind: &str, values: Vec<String>| -> Vec<Value> {
            let step = |value: String| json!({ "kind": kind, "value": value });
            values.into_iter().map(step).collect()
        };
        // Both pages open at cobalt: to choose it first would change nothing.
        let others = self.slugs.iter().filter(|slug| *slug != "cobalt").cloned();
        let years = YEARS.iter().rev().cycle().map(u16::to_string);
        let mut timed = kinds("mineral", others.cycle().take(UPDATES).collect());
        timed.extend(kinds("year", years.take(UPDATES).collect()));
        json!({ "first": { "kind": "year", "value": YEARS[0].to_string() }, "timed": timed })
    }
}

/// Writes the page into a folder that lives as long as the answer.
///
/// # Errors
/// When a library's file is missing or the folder cannot be written.
pub fn write(supply: &Supply) -> Result<TempDir, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    for (name, text) in OWN {
        put(folder.path(), name, text.as_bytes())?;
    }
    put(
        folder.path(),
        "supply.json",
        supply.json.to_string().as_bytes(),
    )?;
    for (file, name) in LIBRARIES {
        let file = find(file)?;
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        put(folder.path(), name, &bytes)?;
    }
    Ok(folder)
}

/// A file and its compressed copy, which is what travels.
fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let packed = brotli(bytes).map_err(|error| format!("{name}: {error}"))?;
    for (name, bytes) in [(name.to_owned(), bytes), (format!("{name}.br"), &packed)] {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// A file of one of the packages in `ADIT_PEER`.
fn find(file: &str) -> Result<PathBuf, String> {
    let folders = env::var_os("ADIT_PEER").unwrap_or_default();
    let found = env::split_paths(&folders)
        .map(|folder| folder.join(file))
        .find(|file| file.is_file());
    found.ok_or_else(|| {
        format!("no {file} in the folders of ADIT_PEER; `cargo xtask bench page` fetches them")
    })
}
