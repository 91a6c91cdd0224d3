//! Bad data: each mistake is found, and the message names the file, the place and the remedy.
//!
//! A small good set of files is broken in one place at a time.

use adit::data::{Dataset, Files};

#[path = "bad_data/governance.rs"]
mod governance;
#[path = "bad_data/methods.rs"]
mod methods;
#[path = "bad_data/registries.rs"]
mod registries;
#[path = "bad_data/reliance.rs"]
mod reliance;
#[path = "bad_data/supply.rs"]
mod supply;
#[path = "bad_data/syntax.rs"]
mod syntax;
#[path = "bad_data/trade.rs"]
mod trade;

const GOOD: Files<'static> = Files {
    minerals: include_str!("bad_data/good/minerals.json"),
    countries: include_str!("bad_data/good/countries.json"),
    blocs: include_str!("bad_data/good/blocs.json"),
    editions: include_str!("bad_data/good/editions.json"),
    supply: include_str!("bad_data/good/supply.json"),
    lists: include_str!("bad_data/good/lists.json"),
    governance: include_str!("bad_data/good/governance.json"),
};

/// What is said about the good files after one change to one of them, a line per issue.
#[track_caller]
fn said(file: &str, from: &str, to: &str) -> String {
    let mut files = GOOD;
    let text = match file {
        "minerals.json" => &mut files.minerals,
        "countries.json" => &mut files.countries,
        "blocs.json" => &mut files.blocs,
        "editions.json" => &mut files.editions,
        "supply.json" => &mut files.supply,
        "lists.json" => &mut files.lists,
        _ => &mut files.governance,
    };
    assert!(text.contains(from), "{from} is in {file}");
    let broken = text.replacen(from, to, 1);
    *text = &broken;
    Dataset::load(&files)
        .expect_err("the change is a mistake")
        .to_string()
}

#[track_caller]
fn says(file: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(said(file, from, to), format!("{file}, {expected}"));
}

#[test]
fn the_unbroken_files_are_good_and_survive_the_reading() {
    let dataset = Dataset::load(&GOOD).expect("the set is good");
    let cobalt = dataset.mineral_by_slug("cobalt").expect("cobalt is listed");
    assert_eq!(dataset.tables_of(cobalt).len(), 4);
    let drc = dataset
        .country_by_iso3("COD")
        .expect("the DR Congo is listed");
    assert_eq!(dataset.wgi(drc, 2023).map(|score| score.year), Some(2022));
    assert_eq!(dataset.wgi(drc, 2021), None);
    assert_eq!(dataset.lists()[0].without_figures, ["Cesium"]);
}
