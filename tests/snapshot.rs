//! The snapshot that the page reads is the shipped files, no more and no less.

use std::fs;
use std::path::{Path, PathBuf};

use adit::data::{
    DataError, Dataset, Files, Methods, MethodsFiles, Reported, SupplyTable, embedded, shipped,
};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name)
}

/// The shipped files, read and checked.
fn loaded() -> Dataset {
    let text = |name| fs::read_to_string(path(name)).expect("the file is shipped");
    let (minerals, countries) = (text("minerals.json"), text("countries.json"));
    let (blocs, editions) = (text("blocs.json"), text("editions.json"));
    let (supply, lists) = (text("supply.json"), text("lists.json"));
    let governance = text("governance.json");
    let files = Files {
        minerals: &minerals,
        countries: &countries,
        blocs: &blocs,
        editions: &editions,
        supply: &supply,
        lists: &lists,
        governance: &governance,
    };
    Dataset::load(&files).unwrap_or_else(|error| panic!("{error}"))
}

fn bytes() -> Vec<u8> {
    fs::read(path("snapshot.bin")).expect("the snapshot is shipped")
}

fn refused(bytes: &[u8]) -> DataError {
    Dataset::from_snapshot(bytes).expect_err("the snapshot is damaged")
}

/// The bits of every number of a table, in order.
fn bits(table: &SupplyTable) -> Vec<Option<u64>> {
    let cells = table.countries.iter().map(|(_, cell)| Some(*cell));
    let cells = cells.chain([table.world, table.other]);
    cells
        .map(|cell| cell.and_then(Reported::value).map(f64::to_bits))
        .collect()
}

#[test]
fn the_snapshot_is_the_shipped_files() {
    let shipped = embedded().unwrap_or_else(|error| panic!("{error}"));
    let loaded = loaded();
    assert!(
        *shipped == loaded,
        "snapshot.bin is out of date; run `cargo xtask data`"
    );
    assert!(
        loaded.to_snapshot() == Ok(bytes()),
        "the same dataset gives the same bytes"
    );
}

#[test]
fn every_figure_and_every_score_comes_back_bit_for_bit() {
    let shipped = embedded().unwrap_or_else(|error| panic!("{error}"));
    let loaded = loaded();
    let mut figures = 0;
    for (one, other) in shipped.tables().iter().zip(loaded.tables()) {
        assert_eq!(bits(one), bits(other));
        figures += bits(one).iter().flatten().count();
    }
    assert!(figures > 8000, "{figures} figures compared");
    let mut scores = 0;
    let years = loaded.governance().first_year..=loaded.governance().last_year;
    for country in loaded.countries() {
        let id = loaded
            .country_by_iso3(&country.iso3)
            .expect("the code finds its country");
        for year in years.clone() {
            let numbers = |data: &Dataset| {
                let score = data.wgi(id, year)?;
                Some((score.estimate.to_bits(), score.standard_error.to_bits()))
            };
            assert_eq!(
                numbers(shipped),
                numbers(&loaded),
                "{} {year}",
                country.name
            );
            scores += usize::from(numbers(&loaded).is_some());
        }
    }
    assert!(scores > 1000, "{scores} scores compared");
}

#[test]
fn a_truncated_snapshot_is_refused_with_the_remedy() {
    let bytes = bytes();
    for length in (0..bytes.len()).step_by(997).chain([bytes.len() - 1]) {
        let error = refused(&bytes[..length]);
        assert_eq!(error.issues.len(), 1);
        let line = error.to_string();
        assert!(
            line.starts_with("snapshot.bin, the whole file: cannot be read: ")
                && line.ends_with("; run `cargo xtask data`"),
            "{length}: {line}"
        );
    }
}

#[test]
fn a_snapshot_that_goes_on_after_its_end_is_refused() {
    let mut bytes = bytes();
    bytes.extend([0, 0]);
    let expected = "snapshot.bin, the whole file: goes on for 2 bytes after its end; \
                    run `cargo xtask data`";
    assert_eq!(refused(&bytes).to_string(), expected);
}

#[test]
fn what_is_fetched_later_is_the_shipped_files() {
    let data = embedded().unwrap_or_else(|error| panic!("{error}"));
    let text = |name| fs::read_to_string(path(name)).expect("the file is shipped");
    let (assessments, reliance) = (text("assessments.json"), text("reliance.json"));
    let governance = text("governance_long.json");
    let files = MethodsFiles {
        assessments: &assessments,
        reliance: &reliance,
        governance: &governance,
    };
    let loaded = Methods::load(&files, data).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(shipped::methods(), Ok(&loaded));
    let bytes = fs::read(path("methods.bin")).expect("the file is shipped");
    assert!(loaded.to_bytes(data) == Ok(bytes));
    let trade = shipped::trade().unwrap_or_else(|error| panic!("{error}"));
    let parts = trade.to_parts(data).expect("it can be written");
    assert_eq!(parts.len(), 6);
    for (year, bytes) in parts {
        let shipped = fs::read(path(&format!("trade/{year}.bin"))).expect("the file is shipped");
        assert!(bytes == shipped, "trade of {year} is out of date");
    }
}
