//! `adit certify` and `adit verify`, as they are run.

use std::fs;
use std::path::PathBuf;
use std::thread;

use adit::certificate::{Certificate, data_id};
use adit::data::{embedded, shipped};
use adit::risk::importer::Sources;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;

#[path = "shared/older.rs"]
mod older;
#[path = "shared/program.rs"]
mod program;
#[path = "shared/states.rs"]
mod states;

use program::{adit, answered, json, no_null_without_why};

/// The exit code, and what is said on either stream.
fn outcome(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = adit(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn two_hundred_random_links_agree() {
    let sources = Sources {
        data: embedded().expect("sound data"),
        trade: Some(shipped::trade().expect("sound data")),
        methods: Some(shipped::methods().expect("sound data")),
    };
    let mut runner = TestRunner::default();
    let strategy = states::states();
    let links: Vec<String> = (0..200)
        .map(|_| {
            let state = strategy.new_tree(&mut runner).expect("a state").current();
            Certificate::link(&sources, &state, data_id::SHIPPED)
        })
        .collect();
    thread::scope(|scope| {
        for part in links.chunks(50) {
            scope.spawn(move || {
                for link in part {
                    let said = answered(&["verify", link]);
                    assert!(said.starts_with("agrees: all "), "{link}: {said}");
                }
            });
        }
    });
}

#[test]
fn a_link_is_certified_with_its_address_and_verified_with_it() {
    let asked = "https://example.org/adit/?mineral=tungsten&view=dependence#explain";
    let link = answered(&["certify", asked]);
    let start = "https://example.org/adit/?view=dependence&mineral=tungsten&certificate=adit:";
    assert!(link.starts_with(start), "{link}");
    let report = json(&["verify", link.trim()]);
    assert_eq!(report["verdict"], "agrees");
    no_null_without_why(&report, "verify");
    assert_eq!(report["differences"], Value::Array(Vec::new()));
    // Certified once more, it is the same.
    assert_eq!(answered(&["certify", link.trim()]), link);
}

#[test]
fn exit_codes_tell_agreement_change_and_no_answer_apart() {
    let link = answered(&["certify", "mineral=tungsten&year=2023"]);
    let link = link.trim();
    let (code, said, why) = outcome(&["verify", &link.replace("tungsten", "cobalt")]);
    assert_eq!(code, Some(1));
    assert!(
        said.starts_with("tampered: the check does not fit"),
        "{said}"
    );
    assert!(why.contains("was changed after it was certified"), "{why}");
    let (code, said, why) = outcome(&["verify", &link[..link.len() - 3]]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with("unreadable: check: "), "{said}");
    assert!(why.contains("cannot be read"), "{why}");
    let (code, said, why) = outcome(&["verify", "mineral=tungsten", "--json"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("\"verdict\": \"none\""), "{said}");
    assert!(why.contains("`adit certify LINK` makes one"), "{why}");
    for nonsense in ["tungsten", "mineral=tungstn"] {
        let (code, said, why) = outcome(&["certify", nonsense]);
        assert_eq!((code, said.as_str()), (Some(2), ""));
        assert!(
            why.contains(nonsense.trim_start_matches("mineral=")),
            "{why}"
        );
    }
}

/// A folder with the shipped data set as it was a year ago.
struct Older(PathBuf);

impl Older {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("adit-older-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let names = [
            "minerals",
            "countries",
            "blocs",
            "editions",
            "supply",
            "lists",
            "governance",
        ];
        for name in names {
            fs::write(folder.join(format!("{name}.json")), older::text(name)).expect("written");
        }
        Self(folder)
    }
}

impl Drop for Older {
    fn drop(&mut self) {
        // What is left behind lies among temporary files.
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn a_link_certified_with_last_years_data_is_old_and_says_what_became_of_each_figure() {
    let older = Older::new();
    let folder = older.0.to_str().expect("a path of text");
    let link = answered(&["certify", "mineral=tungsten", "--data", folder]);
    assert!(link.contains("edition:mcs2025;year:2024"), "{link}");
    let link = link.trim();
    assert!(answered(&["verify", link, "--data", folder]).starts_with("agrees"));
    let (code, said, why) = outcome(&["verify", link]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("old: the data are others now"), "{said}");
    let rows: Vec<Vec<&str>> = said
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert!(
        rows.contains(&vec!["edition", "mcs2025", "mcs2026", "–"]),
        "{said}"
    );
    assert!(why.contains("is old"), "{why}");
    // And the other way round: newer than the data at hand.
    let newer = answered(&["certify", "mineral=tungsten"]);
    let (code, said, _) = outcome(&["verify", newer.trim(), "--data", folder]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("old: "), "{said}");
}

#[test]
fn a_link_certified_over_a_file_of_ones_own_is_of_other_data() {
    let file = std::env::temp_dir().join(format!("adit-own-{}.csv", std::process::id()));
    let text = "mineral,stage,country,year,quantity,unit\ncobalt,mine,COD,2024,60,t\ncobalt,mine,AUS,2024,40,t\n";
    fs::write(&file, text).expect("written");
    let path = file.to_str().expect("a path of text");
    let link = answered(&["certify", "mineral=cobalt", "--data", path]);
    let (code, said, _) = outcome(&["verify", link.trim()]);
    assert_eq!(code, Some(1));
    assert!(
        said.starts_with("old: the data are others now") && said.contains("hhi"),
        "{said}"
    );
    assert!(answered(&["verify", link.trim(), "--data", path]).starts_with("agrees"));
    fs::remove_file(&file).expect("it was there");
}
