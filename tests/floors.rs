//! Imports go one way: each floor of the house uses only the floors below it.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors and what each may name, as the table in `src/lib.rs` says.
const FLOORS: [(&str, &[&str]); 17] = [
    ("order", &[]),
    ("units", &[]),
    ("data", &["units"]),
    ("i18n", &["units", "data"]),
    ("risk", &["order", "units", "data"]),
    ("scenario", &["units", "data", "risk"]),
    ("alliance", &["units", "data", "risk"]),
    ("state", &["order", "units", "data"]),
    ("study", &["units", "data", "risk", "alliance"]),
    (
        "report",
        &[
            "units", "data", "risk", "scenario", "alliance", "study", "state",
        ],
    ),
    (
        "certificate",
        &[
            "data", "risk", "scenario", "alliance", "study", "state", "report",
        ],
    ),
    (
        "figure",
        &[
            "order", "units", "data", "i18n", "risk", "scenario", "alliance", "study", "state",
            "report",
        ],
    ),
    ("draw", &["order", "units", "i18n", "figure"]),
    (
        "embed",
        &[
            "data",
            "i18n",
            "risk",
            "scenario",
            "alliance",
            "study",
            "state",
            "report",
            "figure",
            "draw",
            "take",
            "certificate",
        ],
    ),
    (
        "take",
        &[
            "order",
            "units",
            "data",
            "i18n",
            "risk",
            "scenario",
            "alliance",
            "study",
            "state",
            "figure",
            "report",
            "draw",
            "certificate",
        ],
    ),
    ("web", &["draw"]),
    (
        "app",
        &[
            "order",
            "units",
            "data",
            "i18n",
            "risk",
            "scenario",
            "alliance",
            "study",
            "state",
            "figure",
            "report",
            "certificate",
            "draw",
            "embed",
            "take",
            "web",
        ],
    ),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is a folder") {
        let path = entry.expect("an entry of src").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The floors that a source names by `crate::`, outside its tests.
fn named(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

#[test]
fn every_floor_uses_only_the_floors_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 30, "only {} sources found", files.len());
    for file in files {
        let relative = file.strip_prefix(&src).expect("within src").to_owned();
        let first = relative
            .iter()
            .next()
            .expect("a name")
            .to_string_lossy()
            .replace(".rs", "");
        let Some((_, allowed)) = FLOORS.iter().find(|(floor, _)| *floor == first) else {
            continue;
        };
        let source = fs::read_to_string(&file).expect("a readable source");
        for used in named(&source) {
            assert!(
                used == first || allowed.contains(&used.as_str()),
                "{} names crate::{used}, which is not below {first}",
                relative.display()
            );
        }
    }
}

#[test]
fn no_floor_but_the_two_uppermost_knows_the_browser() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for file in files {
        let relative = file.strip_prefix(&src).expect("within src").to_owned();
        let rind = ["web", "app", "bin", "main.rs"]
            .iter()
            .any(|part| relative.starts_with(part));
        let source = fs::read_to_string(&file).expect("a readable source");
        for browser in ["web_sys", "leptos", "js_sys", "plotters_canvas"] {
            let names = source.lines().any(|line| {
                !line.trim_start().starts_with("//") && line.contains(&format!("{browser}::"))
            });
            assert!(rind || !names, "{} names {browser}", relative.display());
        }
    }
}

#[test]
fn every_floor_is_named_in_the_crates_own_table() {
    let lib = include_str!("../src/lib.rs");
    for (floor, _) in FLOORS {
        assert!(
            lib.contains(&format!("`{floor}`")),
            "{floor} is missing from the table in lib.rs"
        );
    }
}
