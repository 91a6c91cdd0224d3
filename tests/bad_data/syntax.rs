//! Files that are no JSON, or not of the schema.

use adit::data::{Dataset, Files};

use super::{GOOD, said, says};

#[test]
fn a_truncated_file() {
    says(
        "blocs.json",
        ",\"evidence\":\"read\"}\n]\n",
        "",
        "line 2, column 83: EOF while parsing an object; the file ends too early: restore it whole",
    );
}

#[test]
fn a_missing_comma() {
    says(
        "countries.json",
        "\"map\":\"area\"},\n{\"iso3\":\"COD\"",
        "\"map\":\"area\"}\n{\"iso3\":\"COD\"",
        "line 3, column 1: expected `,` or `]`; correct the JSON at this place",
    );
}

#[test]
fn an_unknown_key() {
    let said = said("supply.json", "\"basis\":", "\"bases\":");
    assert!(
        said.starts_with("supply.json, line 2, column 73: unknown field `bases`"),
        "{said}"
    );
    assert!(
        said.ends_with("follow the schema in data/README.md"),
        "{said}"
    );
}

#[test]
fn a_missing_key() {
    says(
        "editions.json",
        "\"doi\":\"10.1/a\",",
        "",
        "line 2, column 164: missing field `doi`; follow the schema in data/README.md",
    );
}

#[test]
fn a_number_where_a_cell_is_a_string() {
    says(
        "supply.json",
        "\"5830\"",
        "5830",
        "line 2, column 210: invalid type: integer `5830`, expected a figure written as a string, \
         such as \"144000\" or \"W\"; follow the schema in data/README.md",
    );
}

#[test]
fn every_unreadable_file_is_named_at_once() {
    let files = Files {
        lists: "[",
        governance: "{",
        ..GOOD
    };
    let error = Dataset::load(&files).expect_err("two files are broken");
    let named: Vec<&str> = error.issues.iter().map(|issue| issue.file).collect();
    assert_eq!(named, ["lists.json", "governance.json"]);
}
