//! The shipped data less what the newest edition of yearly statistics says of minerals that others know too.

use serde_json::Value;

const NEWEST: &str = "mcs2026";

/// The text of one of a data set's files, by its name without ending.
pub fn text(name: &str) -> String {
    let path = format!("{}/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a data file");
    if name != "supply" {
        return text;
    }
    let mut supply: Value = serde_json::from_str(&text).expect("JSON");
    let series = supply["series"].as_array_mut().expect("a list");
    let is_newest = |one: &Value| one["edition"] == NEWEST;
    let elsewhere: Vec<Value> = series
        .iter()
        .filter(|one| !is_newest(one))
        .map(|one| one["mineral"].clone())
        .collect();
    let before = series.len();
    series.retain(|one| !is_newest(one) || !elsewhere.contains(&one["mineral"]));
    assert!(series.len() < before, "{NEWEST} is there to be taken out");
    supply.to_string()
}
