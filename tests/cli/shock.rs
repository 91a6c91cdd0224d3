//! `adit shock`: scenarios from text, files and presets.

use std::fs;
use std::path::Path;

use adit::data::{embedded, shipped};
use adit::report::{PresetFigures, Shock, ShockDraws};
use adit::risk::importer::Sources;
use adit::scenario::Assumptions;
use adit::scenario::presets::presets;
use adit::scenario::text::decode;
use adit::state::query;
use serde_json::{Value, to_string_pretty, to_value};

use super::{answered, json, no_null_without_why, refused};

const STOP: &str = "cut-off:COD:cobalt:mine:50:2026-01:12";
const DRAWS: ShockDraws = ShockDraws { seed: 7, draws: 2 };

fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("a file");
    path.display().to_string()
}

fn sources() -> Sources<'static> {
    Sources {
        data: embedded().expect("valid data"),
        trade: Some(shipped::trade().expect("trade")),
        methods: Some(shipped::methods().expect("methods")),
    }
}

#[test]
fn the_outcome_is_that_of_the_pages_link() {
    let sources = sources();
    let state = query::decode(&format!("view=shock&scenario={STOP}"), sources.data).state;
    let scenario = decode(STOP, sources.data).scenario;
    let union = sources.data.importer_by_code("EU");
    for assume in ["", "es:0.3,spare:none"] {
        let (assumptions, _) = Assumptions::parse(assume);
        let shock = Shock::of(&sources, &state, union, &scenario, &assumptions, DRAWS);
        // As text: reading JSON back may lose a number's last bit.
        let expected = to_string_pretty(&shock.expect("a market")).expect("JSON");
        let said = answered(&[
            "shock",
            "--scenario",
            STOP,
            "--importer",
            "EU",
            "--assume",
            assume,
            "--seed",
            "7",
            "--draws",
            "2",
            "--json",
        ]);
        assert_eq!(said.trim_end(), expected, "{assume}");
        let said: Value = serde_json::from_str(&said).expect("JSON");
        assert_eq!(said["assume"], assume);
        no_null_without_why(&said, "");
    }
}

#[test]
fn half_of_the_largest_suppliers_mining_is_missed_for_a_year_and_the_price_rises() {
    let cobalt = json(&["shock", "--scenario", STOP, "--draws", "0"]);
    assert_eq!(
        (&cobalt["mineral"], &cobalt["start"]),
        (&"cobalt".into(), &"2026-01".into())
    );
    assert!(cobalt.get("importer").is_none());
    assert!(cobalt.get("simulation").is_none(), "nothing was drawn");
    let suppliers = cobalt["mine"]["suppliers"].as_array().expect("a list");
    let congo = suppliers
        .iter()
        .find(|row| row["country"] == "COD")
        .expect("a supplier");
    let lost = 0.5 * congo["before"].as_f64().expect("a fraction");
    let worst = &cobalt["worst"];
    assert!((worst["mined"].as_f64().expect("a fraction") - (1.0 - lost)).abs() < 1e-12);
    assert_eq!((&worst["from"], &worst["until"]), (&0.into(), &12.into()));
    assert_eq!(worst["binding"], "mine");
    assert!(worst["price"].as_f64().expect("a price") > 1.0);
    let last = cobalt["months"].as_array().and_then(|all| all.last());
    assert_eq!(last.expect("months")["price"], 1.0);
}

#[test]
fn a_file_tells_the_same_scenario_as_its_text() {
    let path = file("scenario.txt", &format!("# what if\n{STOP} # half\n\n"));
    let told = answered(&["shock", "--file", &path, "--draws", "1"]);
    assert_eq!(
        told,
        answered(&["shock", "--scenario", STOP, "--draws", "1"])
    );
    assert!(told.contains(STOP), "{told}");
}

#[test]
fn people_are_told_that_it_is_a_model_and_what_it_does_not_know() {
    let told = answered(&[
        "shock",
        "--preset",
        "usa-ban-2024",
        "--importer",
        "USA",
        "--draws",
        "3",
        "--seed",
        "11",
    ]);
    for said in [
        "not a forecast",
        "what USA uses is not known",
        "the importer's own suppliers are not known, the world's stand for them",
        "in this model: 3 draws of 2000 runs with seed 11",
    ] {
        assert!(told.contains(said), "{said:?} is not in {told}");
    }
    let text = format!("!{STOP};{STOP};new-refinery:AUS:gallium:refine:10:2026-01:-");
    let told = answered(&["shock", "--scenario", &text, "--draws", "0"]);
    assert!(told.contains("step 1 does nothing here: off"), "{told}");
    assert!(
        told.contains("step 3 does nothing here: other minerals"),
        "{told}"
    );
}

#[test]
fn every_preset_is_listed_and_does_something_to_the_mineral_that_it_opens_with() {
    let data = embedded().expect("valid data");
    let known = presets(data);
    let listed = json(&["shock", "--presets"]);
    let rows = known
        .iter()
        .map(|preset| to_value(PresetFigures::of(data, preset)).expect("JSON"));
    assert_eq!(listed, rows.collect::<Value>());
    no_null_without_why(&listed, "");
    let table = answered(&["shock", "--presets"]);
    for preset in &known {
        assert!(table.contains(&preset.id), "{}", preset.id);
        let shock = json(&[
            "shock",
            "--preset",
            &preset.id,
            "--importer",
            "JPN",
            "--draws",
            "0",
        ]);
        assert_eq!(shock["mineral"], data.mineral(preset.mineral).slug.as_str());
        assert_eq!(shock["idle"], Value::Array(Vec::new()), "{}", preset.id);
    }
}

#[test]
fn a_scenario_that_cannot_be_read_is_a_problem_of_the_question_with_every_mistake() {
    let said = refused(
        &[
            "shock",
            "--scenario",
            "cut-off:CHM:gallium:both:-5:2025-04:12;tax",
        ],
        2,
    );
    for problem in [
        "step 1, actor “CHM”: no country or bloc has this code; did you mean CHN (China)?",
        "step 1, size “-5”: less than 0",
        "step 2, start: no month is named",
    ] {
        assert!(said.contains(problem), "{problem:?} is not in {said}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_problem_of_the_file() {
    let path = file("mistaken.txt", "strike:ZAF:platinum:mine:50:2026-13:3");
    let said = refused(&["shock", "--file", &path], 1);
    assert!(
        said.contains("mistaken.txt: step 1, start “2026-13”"),
        "{said}"
    );
    let said = refused(&["shock", "--file", "nowhere.txt"], 1);
    assert!(said.contains("nowhere.txt"), "{said}");
}

#[test]
fn what_else_cannot_be_asked_is_named_with_its_remedy() {
    for (arguments, said) in [
        (
            &["--preset", "gallium-2032"][..],
            "did you mean gallium-2023?",
        ),
        (
            &["--scenario", STOP, "--assume", "es:9"],
            "--assume: assumption es",
        ),
        (
            &["--scenario", STOP, "--draws", "2001"],
            "--draws 2001: at most 2000 are drawn",
        ),
        (&["--scenario", STOP, "--importer", "XX"], "--importer XX"),
        (
            &["--scenario", STOP, "--mineral", "cobolt"],
            "--mineral cobolt",
        ),
        (
            &["--preset", "germanium-2023", "--edition", "mcs2024"],
            "name another edition or year",
        ),
        (
            &["--scenario", STOP, "--preset", "gallium-2023"],
            "cannot be used with",
        ),
        (&[], "--scenario"),
    ] {
        let arguments = [&["shock"], arguments].concat();
        let message = refused(&arguments, 2);
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
}
