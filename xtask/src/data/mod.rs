//! The page's data: `data/*.json`, made from the tables of figures in `data/tables`.
//!
//! The tables are read and remembered with their digests ([`tables`]), the registries become files of
//! their own ([`editions`], [`registry`], [`lists`], [`governance`]), and every source row is assigned to a
//! series by a line of `series.csv` ([`rules`]) before the series are put together ([`facts`], [`series`],
//! [`totals`], [`notes`]) and written ([`json`]). What is made is checked as a whole before any of it is
//! written ([`snapshot`]). Beside it stands what the program makes of the Commission's assessment ([`recomputation`]).

use std::fs;
use std::path::Path;

mod assessments;
mod editions;
mod facts;
mod governance;
mod json;
mod lists;
mod notes;
mod recomputation;
mod registry;
mod reliance;
mod rules;
mod series;
mod snapshot;
mod tables;
mod totals;
mod trade;

use adit::certificate::data_id;
use adit::data::{Dataset, Methods};
use tables::Tables;

/// One made file: its path from the repository's root, and its content.
struct Made {
    path: String,
    content: Vec<u8>,
}

impl Made {
    fn new<N: AsRef<str>>((name, content): (N, Vec<u8>)) -> Self {
        let path = format!("data/{}", name.as_ref());
        Self { path, content }
    }
}

/// Makes the JSON files, `data/checksums.txt` and the packed files under the repository's root. With `check` nothing
/// is written, and files that differ from what would be written are an error that names them.
pub fn run(root: &Path, check: bool) -> Result<(), String> {
    let All {
        mut made,
        said,
        dataset,
        methods,
        trade,
    } = make(root)?;
    let flows = trade.load(&dataset)?;
    made.extend(trade::parts(&flows, &dataset)?.into_iter().map(Made::new));
    let digest = data_id::of(&dataset, Some(&methods), Some(&flows)).map_err(|e| e.to_string())?;
    made.push(Made::new(("digest.txt", (digest + "\n").into_bytes())));
    if check {
        return compare(root, &made);
    }
    for line in said {
        println!("{line}");
    }
    for file in &made {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", file.path))?;
        }
        fs::write(&path, &file.content).map_err(|error| format!("{}: {error}", file.path))?;
        println!("wrote {} ({})", file.path, size(&file.content)?);
    }
    Ok(())
}

/// How large a file is, and how large it travels.
fn size(content: &[u8]) -> Result<String, String> {
    let packed = xtask_compress::brotli(content).map_err(|error| error.to_string())?;
    Ok(format!(
        "{} bytes, {} with brotli",
        content.len(),
        packed.len()
    ))
}

/// What is made from the tables, but for the flows of trade, which take longest.
struct All {
    made: Vec<Made>,
    /// What to say about what was read.
    said: Vec<String>,
    dataset: Dataset,
    methods: Methods,
    trade: trade::Source,
}

fn make(root: &Path) -> Result<All, String> {
    let mut tables = Tables::new(&root.join("data/tables"));
    let editions = editions::read(&mut tables)?;
    let minerals = registry::minerals(&mut tables)?;
    let countries = registry::countries(&mut tables, &root.join("data/shapes.json"))?;
    let rules = rules::read(&mut tables)?;
    let facts = facts::read(&mut tables, &editions)?;
    let supply = series::build(&facts, &rules, &editions, &countries)?;
    let blocs = lists::blocs(&mut tables)?;
    let lists = lists::lists(&mut tables)?;
    let governance = governance::read(&mut tables, governance::FIRST_YEAR)?;
    let long = governance::read(&mut tables, 0)?;
    let trade = trade::read(&mut tables, &supply.produced())?;
    let assessments = assessments::read(&mut tables)?;
    let reliance = reliance::read(&mut tables)?;
    let mut said = tables.summary();
    let made = [
        ("minerals.json", json::minerals(&minerals)?),
        ("countries.json", json::list(&countries.entries)?),
        ("editions.json", json::list(&editions)?),
        ("blocs.json", json::list(&blocs)?),
        ("lists.json", json::list(&lists)?),
        ("supply.json", json::under("series", &supply.series)?),
        ("governance.json", governance),
        ("trade.json", trade.about.clone()),
        ("assessments.json", assessments),
        ("reliance.json", reliance),
        ("governance_long.json", long),
        ("checksums.txt", tables.checksums()),
    ];
    said.extend(supply.said);
    let packed = snapshot::of(|name| {
        let file = made.iter().find(|(path, _)| *path == name);
        file.map_or("", |(_, text)| text.as_str())
    })?;
    let made = made.map(|(name, text)| (name, text.into_bytes()));
    let recomputed = recomputation::table(&packed.dataset, &packed.read)?;
    let bytes = [
        ("ec_supply_risk_2023.csv", recomputed.into_bytes()),
        ("snapshot.bin", packed.snapshot),
        ("methods.bin", packed.methods),
    ];
    let made = made.into_iter().chain(bytes).map(Made::new);
    Ok(All {
        made: made.collect(),
        said,
        dataset: packed.dataset,
        methods: packed.read,
        trade,
    })
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
