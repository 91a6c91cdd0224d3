//! The command line: its answers, its errors and its exit codes.

#[path = "shared/program.rs"]
mod program;
#[path = "cli/shock.rs"]
mod shock;

use std::fs;
use std::path::{Path, PathBuf};

use adit::data::embedded;
use adit::risk::{Concentration, SupplyShares};
use program::{adit, answered, json, no_null_without_why};
use serde_json::Value;

#[track_caller]
fn refused(arguments: &[&str], code: i32) -> String {
    let output = adit(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    assert!(
        output.stdout.is_empty(),
        "{arguments:?} prints an answer beside its error"
    );
    String::from_utf8(output.stderr).expect("text")
}

const COBALT: [&str; 9] = [
    "figures",
    "--mineral",
    "cobalt",
    "--stage",
    "mine",
    "--edition",
    "mcs2024",
    "--year",
    "2023",
];

#[test]
fn figures_are_those_of_the_source_in_the_words_of_the_documentation() {
    let cobalt = json(&COBALT);
    assert_eq!(cobalt["mineral"], "cobalt");
    assert_eq!(cobalt["stage"], "mine");
    assert_eq!(cobalt["edition"], "mcs2024");
    assert_eq!(cobalt["year"], 2023);
    let first = &cobalt["shares"][0];
    assert_eq!(first["country"], "COD");
    assert_eq!(first["quantity"], 170_000.0);
    assert_eq!(first["unit"], "t");
    assert_eq!(first["flag"], "estimated");
    let share = first["share"].as_f64().expect("a share");
    assert!((share - 170_000.0 / 230_000.0).abs() < 1e-12);
    assert_eq!(cobalt["cr1"].as_f64(), Some(share));

    let shares = cobalt["shares"].as_array().expect("a list").iter();
    let named: f64 = shares.filter_map(|row| row["share"].as_f64()).sum();
    let unattributed = cobalt["unattributed"].as_f64().expect("a fraction");
    assert!((named + unattributed - 1.0).abs() < 1e-9);

    let hhi = &cobalt["hhi"];
    let number = |key: &str| hhi[key].as_f64().expect("a number");
    assert!(number("low") <= number("value") && number("value") <= number("high"));
    let suppliers = cobalt["effective_suppliers"].as_f64().expect("a number");
    assert!((suppliers - 10_000.0 / number("value")).abs() < 1e-9);
    let weighted = cobalt["hhi_wgi"].as_f64().expect("a number");
    assert!((0.0..=10.0).contains(&weighted));
    let left = cobalt["n_minus_1"]["value"].as_f64().expect("a fraction");
    assert!((left - (1.0 - share)).abs() < 1e-12);
    assert!(
        cobalt.get("importer").is_none(),
        "nobody asked for an importer"
    );
}

#[test]
fn every_table_answers_as_the_library_measures_it() {
    let data = embedded().expect("valid data");
    for table in data.tables().iter().step_by(41) {
        let (mineral, edition) = (data.mineral(table.mineral), data.edition(table.edition));
        let year = table.year.to_string();
        let figures = json(&[
            "figures",
            "--mineral",
            &mineral.slug,
            "--stage",
            table.stage.slug(),
            "--edition",
            &edition.id,
            "--year",
            &year,
            "--importer",
            "JPN",
        ]);
        no_null_without_why(&figures, &mineral.slug);
        let measured = Concentration::of(&SupplyShares::of(table));
        let expected = measured.map(|measured| measured.hhi.value.points());
        let printed = figures["hhi"]["value"].as_f64();
        assert_eq!(printed.is_some(), expected.is_some(), "{}", mineral.slug);
        // Reading decimals back is exact to the last bit but one.
        let gap = printed.unwrap_or_default() - expected.unwrap_or_default();
        assert!(gap.abs() < 1e-9, "{}: {gap}", mineral.slug);
        let rows = figures["shares"].as_array().expect("a list").len();
        assert_eq!(
            rows,
            table.countries.len(),
            "{}: a country is lost",
            mineral.slug
        );
    }
}

#[test]
fn people_get_a_table_and_its_source() {
    let text = answered(&COBALT);
    assert!(
        text.starts_with("cobalt, mine, 2023 (mcs2024)\nU.S. Geological Survey"),
        "{text}"
    );
    assert!(text.contains("COD"), "{text}");
    assert!(text.contains("73.9 %"), "{text}");
    assert!(text.lines().all(|line| line == line.trim_end()));
}

#[test]
fn an_importer_brings_every_method_or_the_reason_why_it_is_silent() {
    for importer in ["EU", "USA", "JPN", "pax-silica"] {
        let cobalt = json(&[&COBALT[..], &["--importer", importer]].concat());
        assert_eq!(cobalt["importer"], importer);
        for key in [
            "import_reliance",
            "ec_supply_risk",
            "geopolrisk",
            "n_minus_1",
        ] {
            assert!(cobalt.get(key).is_some(), "{importer} has no {key}");
        }
        assert!(cobalt["ec_supply_risk"]["terms"].is_object());
        assert!(cobalt["geopolrisk"]["corrected"].is_object());
        no_null_without_why(&cobalt, importer);
    }
}

#[test]
fn the_label_of_the_commissions_formula_says_to_whom_it_is_applied() {
    let cobalt = json(&[&COBALT[..], &["--importer", "JPN"]].concat());
    assert_eq!(
        cobalt["ec_supply_risk"]["label"],
        "EC formula applied to Japan"
    );
    assert_eq!(cobalt["ec_supply_risk"]["basis"], "applied");
}

#[test]
fn all_lists_every_mineral_that_is_mined_or_refined_once_a_stage() {
    let data = embedded().expect("valid data");
    let all = json(&["all", "--draws", "20"]);
    let rows = all["minerals"].as_array().expect("a list");
    let mut listed: Vec<_> = rows
        .iter()
        .map(|row| (row["mineral"].to_string(), row["stage"].to_string()))
        .collect();
    let mut expected: Vec<_> = data
        .tables()
        .iter()
        .filter(|table| table.stage.slug() != "reserves")
        .map(|table| {
            let slug = &data.mineral(table.mineral).slug;
            (format!("{slug:?}"), format!("{:?}", table.stage.slug()))
        })
        .collect();
    listed.sort();
    expected.sort();
    expected.dedup();
    assert_eq!(listed, expected);
    no_null_without_why(&all["minerals"], "all");
}

#[test]
fn ranks_run_from_the_riskiest_and_lie_within_their_intervals() {
    let all = json(&["all", "--stage", "mine", "--draws", "100"]);
    let rows = all["minerals"].as_array().expect("a list");
    let mut places: Vec<(u64, f64)> = rows
        .iter()
        .filter_map(|row| Some((row["hhi"]["rank"].as_u64()?, row["hhi"]["value"].as_f64()?)))
        .collect();
    places.sort_by_key(|(rank, _)| *rank);
    assert!(places.len() > 50, "{} ranked", places.len());
    assert!(places.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    for row in rows {
        let number = |key: &str| row["hhi"][key].as_f64();
        if let (Some(low), Some(high)) = (number("low"), number("high")) {
            assert!(low <= high, "{row}");
        }
    }
    assert_eq!(
        all,
        json(&["all", "--stage", "mine", "--draws", "100"]),
        "the seed says everything"
    );
}

#[test]
fn without_draws_there_are_values_and_no_intervals() {
    let all = json(&["all", "--mineral", "tungsten", "--draws", "0"]);
    let row = &all["minerals"][0]["hhi"];
    assert!(
        row["value"].is_number() && row.get("low").is_none(),
        "{row}"
    );
}

#[test]
fn a_wrong_word_is_named_with_what_would_be_right() {
    let cases: [(&[&str], &str); 7] = [
        (
            &["figures", "--mineral", "cobolt"],
            "--mineral cobolt: unknown mineral; did you mean cobalt?",
        ),
        (
            &["figures", "--stage", "smelt"],
            "--stage smelt: unknown stage; write mine, refine or reserves",
        ),
        (
            &["figures", "--edition", "mcs1999"],
            "--edition mcs1999: unknown edition; these are known: mcs2022",
        ),
        (
            &["figures", "--year", "soon"],
            "--year soon: unknown year; write a year such as 2023",
        ),
        (
            &["figures", "--year", "1950"],
            "--year 1950: there are no figures for this year here",
        ),
        (
            &["figures", "--importer", "XX"],
            "--importer XX: no country or bloc has this code",
        ),
        (
            &["render", "--chart", "pie"],
            "--chart pie: unknown figure; write one of map, ranking, trend, risk, methods, flows, shift, path, losses, \
             agreements, burden, claim",
        ),
    ];
    for (arguments, message) in cases {
        let said = refused(arguments, 2);
        assert!(said.starts_with(&format!("adit: {message}")), "{said}");
        assert!(said.contains("--help"), "{said}");
    }
}

#[test]
fn an_option_that_nobody_knows_is_a_problem_of_the_question() {
    let said = refused(&["figures", "--minerals", "cobalt"], 2);
    assert!(
        said.contains("--minerals") && said.contains("--mineral"),
        "{said}"
    );
    assert!(refused(&[], 2).contains("Usage"));
    assert!(refused(&["figure"], 2).contains("figures"));
}

#[test]
fn help_names_every_task_and_the_exit_codes() {
    let help = answered(&["--help"]);
    for word in [
        "figures",
        "all",
        "validate",
        "render",
        "package",
        "cite",
        "Exit codes",
        "adit figures --mineral",
    ] {
        assert!(
            help.contains(word),
            "{word} is missing from the help:\n{help}"
        );
    }
    for task in [
        "figures", "all", "explain", "validate", "render", "package", "cite",
    ] {
        assert!(
            answered(&[task, "--help"]).contains("--data <PATH>"),
            "{task}"
        );
    }
    assert!(answered(&["--version"]).starts_with("adit "));
}

#[test]
fn a_csv_of_ones_own_counts_and_its_mistakes_are_named() {
    let file = std::env::temp_dir().join(format!("adit-cli-{}-firm.csv", std::process::id()));
    let path = file.to_string_lossy().into_owned();
    fs::write(&file, answered(&["template", "suppliers"])).expect("a file");
    let own = [
        "figures",
        "--mineral",
        "cobalt",
        "--data",
        &path,
        "--importer",
        "ZZZ",
    ];
    let firm = json(&own);
    assert_eq!(firm["trade"]["partners"][0]["country"], "COD");
    assert_eq!(firm["trade"]["imports_t"], 140.0);
    assert!(answered(&["validate", "--data", &path]).contains("2 lines of suppliers of your own"));
    assert_eq!(
        json(&["validate", "--data", &path])["own"]["kind"],
        "suppliers"
    );

    fs::write(
        &file,
        "mineral,stage,country,year,quantity,unit\ncobald,mine,COD,2023,1,t\n",
    )
    .expect("a file");
    let message = refused(&["validate", "--data", &path], 1);
    assert!(
        message.ends_with("firm.csv, line 2, column 1 (mineral): unknown mineral \"cobald\"; did you mean cobalt?\n"),
        "{message}"
    );
    let message = refused(&["template", "stocks"], 2);
    assert!(
        message.contains("write one of production, imports, suppliers"),
        "{message}"
    );
    fs::remove_file(&file).expect("the file");
}

#[test]
fn validate_says_what_is_there() {
    assert!(answered(&["validate"]).starts_with("the data set built in is valid: "));
    assert_eq!(json(&["validate"])["valid"], true);
}

fn good() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_data/good")
}

/// A copy of the small valid data set, with one file's text changed.
fn changed(name: &str, file: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("adit-cli-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for entry in fs::read_dir(good()).expect("the data set") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name");
        let text = fs::read_to_string(&path).expect("text");
        let text = if name == file { change(&text) } else { text };
        fs::write(folder.join(name), text).expect("a copy");
    }
    folder
}

#[test]
fn a_data_set_of_ones_own_answers_like_the_one_built_in() {
    let folder = good();
    let folder = folder.to_str().expect("a path");
    assert!(answered(&["validate", "--data", folder]).contains(" is valid: "));
    let figures = json(&["figures", "--data", folder]);
    no_null_without_why(&figures, "own");
    assert!(
        figures["shares"]
            .as_array()
            .is_some_and(|rows| !rows.is_empty())
    );
}

#[test]
fn a_broken_data_set_is_named_with_every_problem() {
    let folder = changed("broken", "supply.json", |text| {
        text.replacen("\"countries\"", "\"lands\"", 1)
    });
    let path = folder.to_str().expect("a path");
    for arguments in [
        &["validate", "--data", path][..],
        &["figures", "--data", path],
    ] {
        let said = refused(arguments, 1);
        assert!(
            said.contains("supply.json, line ") && said.contains("column "),
            "{said}"
        );
        assert!(
            said.contains("follow the schema in data/README.md"),
            "{said}"
        );
    }
    let output = adit(&["validate", "--data", path, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let issues: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(issues["valid"], false);
    assert!(
        issues["issues"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
    fs::remove_dir_all(folder).expect("cleared away");
}

#[test]
fn a_folder_that_is_not_there_or_not_whole_is_named() {
    let said = refused(&["validate", "--data", "no/such/folder"], 2);
    assert!(
        said.starts_with("adit: --data no/such/folder: there is no such folder"),
        "{said}"
    );
    let folder = changed("partly", "none", str::to_owned);
    fs::remove_file(folder.join("governance.json")).expect("taken away");
    let said = refused(&["validate", "--data", folder.to_str().expect("a path")], 1);
    assert!(
        said.contains("governance.json") && said.contains("all seven files"),
        "{said}"
    );
    fs::remove_dir_all(folder).expect("cleared away");
}

#[test]
fn explain_shows_formula_numbers_and_sources() {
    let text = answered(&[&["explain", "--figure", "hhi"], &COBALT[1..]].concat());
    for part in [
        "HHI = 10000 * clamp(sum(",
        "COD",
        "170000",
        "Sources",
        "doi:10.5066/P144BA54",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let explained = json(&[&["explain", "--figure", "hhi"], &COBALT[1..]].concat());
    assert_eq!(explained["value"], json(&COBALT)["hhi"]["value"]);
    let said = refused(&["explain", "--figure", "gini"], 2);
    assert!(
        said.starts_with("adit: --figure gini: unknown figure; these are known: cr1, cr3"),
        "{said}"
    );
}

#[test]
fn what_needs_an_importer_says_so() {
    let explained = json(&["explain", "--figure", "import_reliance"]);
    assert!(explained["value"].is_null());
    assert_eq!(explained["why"]["value"], "it needs an importer");
}
