//! The page's data: `data/*.json`, made from the tables of figures in `data/tables`.
//!
//! The tables are read and remembered with their digests ([`tables`]), the registries become files of
//! their own ([`editions`], [`registry`], [`lists`], [`governance`]), and every source row is assigned to a
//! series by a line of `series.csv` ([`rules`]) before the series are put together ([`facts`], [`series`],
//! [`totals`], [`notes`]) and written ([`json`]). What is made is checked as a whole before any of it is
//! written ([`snapshot`]). Beside it stands what the program makes of the Commission's assessment ([`recomputation`]).

use std::fs;
use std::path::Path;

use adit::data::Dataset;

mod editions;
mod facts;
mod governance;
mod json;
mod lists;
mod notes;
mod recomputation;
mod registry;
mod rules;
mod series;
mod snapshot;
mod tables;
mod totals;

use tables::Tables;

/// One made file: its path from the repository's root, and its content.
struct Made {
    path: String,
    content: Vec<u8>,
}

/// Makes the JSON files, `data/checksums.txt`, the recomputation and `data/snapshot.bin` under the repository's root. With `check` nothing is
/// written, and files that differ from what would be written are an error that names them.
pub fn run(root: &Path, check: bool) -> Result<(), String> {
    let (made, said) = make(root)?;
    if check {
        return compare(root, &made);
    }
    for line in said {
        println!("{line}");
    }
    for file in &made {
        let path = root.join(&file.path);
        fs::write(&path, &file.content).map_err(|error| format!("{}: {error}", file.path))?;
        println!("wrote {} ({} bytes)", file.path, file.content.len());
    }
    Ok(())
}

/// Every made file, and what to say about what was read.
fn make(root: &Path) -> Result<(Vec<Made>, Vec<String>), String> {
    let mut tables = Tables::new(&root.join("data/tables"));
    let editions = editions::read(&mut tables)?;
    let minerals = registry::minerals(&mut tables)?;
    let countries = registry::countries(&mut tables, &root.join("data/shapes.json"))?;
    let rules = rules::read(&mut tables)?;
    let facts = facts::read(&mut tables, &editions)?;
    let supply = series::build(&facts, &rules, &editions, &countries)?;
    let blocs = lists::blocs(&mut tables)?;
    let lists = lists::lists(&mut tables)?;
    let governance = governance::read(&mut tables)?;
    let made = [
        ("minerals.json", json::minerals(&minerals)?),
        ("countries.json", json::list(&countries.entries)?),
        ("editions.json", json::list(&editions)?),
        ("blocs.json", json::list(&blocs)?),
        ("lists.json", json::list(&lists)?),
        ("supply.json", json::under("series", &supply.series)?),
        ("governance.json", governance),
    ];
    let snapshot = snapshot::of(|name| {
        let file = made.iter().find(|(path, _)| *path == name);
        file.map_or("", |(_, text)| text.as_str())
    })?;
    let dataset = Dataset::from_snapshot(&snapshot).map_err(|error| error.to_string())?;
    let checked = recomputation::table(&mut tables, &dataset)?;
    let mut said = tables.summary();
    said.extend(supply.said);
    let made = made.into_iter().chain([
        ("checksums.txt", tables.checksums()),
        ("ec_supply_risk_2023.csv", checked),
    ]);
    let made = made.map(|(name, text)| (name, text.into_bytes()));
    let made = made.chain([("snapshot.bin", snapshot)]);
    let made = made.map(|(name, content)| Made {
        path: format!("data/{name}"),
        content,
    });
    Ok((made.collect(), said))
}

/// Names every file that is not what would be written.
fn compare(root: &Path, made: &[Made]) -> Result<(), String> {
    let differs = |file: &&Made| {
        fs::read(root.join(&file.path)).map_or(true, |current| current != file.content)
    };
    let stale: Vec<&str> = made
        .iter()
        .filter(differs)
        .map(|file| file.path.as_str())
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!(
        "out of date: {}; run `cargo xtask data`",
        stale.join(", ")
    ))
}

#[cfg(test)]
mod tests;
