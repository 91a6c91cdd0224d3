//! The command line about partners and alliances: its answers, its errors and its exit codes.

#[path = "shared/program.rs"]
mod program;

use program::{adit, answered, json, no_null_without_why};
use serde_json::Value;

#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = adit(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("text")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn codes(value: &Value) -> Vec<&str> {
    let list = value.as_array().expect("a list").iter();
    list.filter_map(Value::as_str).collect()
}

const PARTNERS: [&str; 9] = [
    "partners",
    "--mineral",
    "tungsten",
    "--stage",
    "mine",
    "--importer",
    "EU",
    "--year",
    "2022",
];

#[test]
fn the_best_partners_are_proved_and_their_worths_add_up() {
    let asked = [&PARTNERS[..], &["--need", "10", "--most", "4"]].concat();
    let figures = json(&asked);
    no_null_without_why(&figures, "partners");
    let answer = &figures["answer"];
    assert_eq!(answer["need_from"], "assumed");
    assert_eq!(answer["proof"]["holds"], true);
    let best = &answer["best"];
    assert_eq!(codes(&best["partners"]).len(), 4);
    assert!((number(&answer["proof"]["bound"]) - number(&best["risk"])).abs() < 1e-9);
    let mix = best["mix"].as_array().expect("a list");
    let sent: f64 = mix.iter().map(|row| number(&row["share"])).sum();
    assert!((sent + number(&best["shortage"]) - 1.0).abs() < 1e-9);
    let worth: f64 = mix.iter().filter_map(|row| row["worth"].as_f64()).sum();
    let spared = number(&answer["risk_without"]) - number(&best["risk"]);
    assert!((worth - spared).abs() < 1e-9);
    let all = answer["candidates"].as_array().expect("a list").iter();
    let worth: f64 = all.filter_map(|row| row["worth"].as_f64()).sum();
    let spared = number(&answer["risk_without"]) - number(&answer["risk_with_all"]);
    assert!((worth - spared).abs() < 1e-9);
    for other in answer["alternatives"].as_array().expect("a list") {
        assert!(number(&other["risk"]) <= 1.05 * number(&best["risk"]) + 1e-9);
    }
    assert_eq!(figures, json(&asked), "the same every time");
}

#[test]
fn who_is_excluded_or_below_the_floor_is_nobodys_partner() {
    let need = ["--need", "10", "--exclude", "CHN,RUS", "--floor", "0"];
    let figures = json(&[&PARTNERS[..], &need].concat());
    let partners = codes(&figures["answer"]["best"]["partners"]);
    assert!(!partners.is_empty());
    for row in figures["answer"]["candidates"].as_array().expect("a list") {
        let code = row["country"].as_str().expect("a code");
        let out = ["CHN", "RUS"].contains(&code) || number(&row["stability"]) < 0.0;
        assert_eq!(row["role"] == "excluded", out, "{code}");
        assert!(!(out && partners.contains(&code)), "{code}");
    }
    let required = json(
        &[
            &PARTNERS[..],
            &["--need", "10", "--most", "1", "--require", "RUS"],
        ]
        .concat(),
    );
    assert_eq!(codes(&required["answer"]["best"]["partners"]), ["RUS"]);
}

#[test]
fn the_fewest_partners_keep_to_the_target_or_there_are_none() {
    let few = json(&[&PARTNERS[..], &["--need", "10", "--target", "65"]].concat());
    let fewest = &few["answer"]["fewest"];
    assert_eq!(fewest["within_target"], true);
    assert!(number(&fewest["largest"]) <= 0.65 + 1e-9);
    let hard = json(&[&PARTNERS[..], &["--need", "90", "--target", "10"]].concat());
    assert!(hard["answer"]["fewest"].is_null());
    no_null_without_why(&hard, "partners");
}

#[test]
fn without_a_need_there_is_a_reason_and_a_way_out() {
    let asked = [
        "partners",
        "--mineral",
        "gallium",
        "--stage",
        "refine",
        "--importer",
        "EU",
    ];
    let figures = json(&asked);
    no_null_without_why(&figures, "gallium");
    assert!(figures["answer"].is_null());
    assert!(answered(&asked).contains("--need"));
    let assumed = json(&[&asked[..], &["--need", "5"]].concat());
    assert!(assumed["answer"].is_object());
}

#[test]
fn people_read_a_model_and_its_assumptions() {
    let text = answered(&PARTNERS);
    for part in [
        "In this model, assuming",
        "would send",
        "proved to be the best",
        "fewest",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let text = answered(&["alliance", "--mineral", "cobalt", "--importer", "EU"]);
    for part in [
        "In this model, assuming",
        "eu-cod",
        "would take off",
        "covered twice",
        "break-even",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    assert!(text.lines().all(|line| line == line.trim_end()));
    assert!(!text.contains(" will "), "a model says would");
}

const ALLIANCE: [&str; 7] = [
    "alliance",
    "--mineral",
    "cobalt",
    "--importer",
    "EU",
    "--year",
    "2023",
];

#[test]
fn the_channels_add_up_and_an_alliance_of_nobody_changes_nothing() {
    let figures = json(&ALLIANCE);
    no_null_without_why(&figures, "alliance");
    let effect = &figures["effect"];
    let parts = ["willingness", "resourcing", "capacity"].map(|key| number(&effect[key]));
    assert!((parts.iter().sum::<f64>() - number(&effect["gain"])).abs() < 1e-9);
    assert!(number(&effect["gain"]) > 0.0);

    let none = json(&[&ALLIANCE[..], &["--with", "us-aus"]].concat());
    assert_eq!(none["agreements"].as_array().map(Vec::len), Some(0));
    assert_eq!(number(&none["effect"]["gain"]).to_bits(), 0);
    assert_eq!(none["effect"]["before"], effect["before"]);
    no_null_without_why(&none, "alliance");
}

#[test]
fn an_agreement_left_out_is_missed_by_what_it_adds_last() {
    let figures = json(&ALLIANCE);
    let rows = figures["agreements"].as_array().expect("a list");
    let row = rows
        .iter()
        .find(|row| row["id"] == "eu-aus")
        .expect("in force");
    let without = json(&[&ALLIANCE[..], &["--without", "eu-aus"]].concat());
    let lost = number(&figures["effect"]["gain"]) - number(&without["effect"]["gain"]);
    assert!((lost - number(&row["last"])).abs() < 1e-12);
    let alone = json(&[&ALLIANCE[..], &["--with", "eu-aus"]].concat());
    assert!((number(&alone["effect"]["gain"]) - number(&row["alone"])).abs() < 1e-12);
}

#[test]
fn a_country_that_two_agreements_name_counts_once_by_the_deeper() {
    let lithium = ["alliance", "--mineral", "lithium", "--importer", "EU"];
    let figures = json(&lithium);
    let rows = figures["agreements"].as_array().expect("a list");
    let of = |id: &str| rows.iter().find(|row| row["id"] == id).expect("in force");
    assert!(number(&of("eu-chl")["alone"]) > 0.0);
    assert_eq!(number(&of("eu-chl")["last"]).abs().to_bits(), 0);
    assert!(number(&of("eu-chl-ita")["last"]) > 0.0);
    let deeper = json(&[&lithium[..], &["--without", "eu-chl"]].concat());
    assert_eq!(deeper["effect"], figures["effect"]);
}

#[test]
fn importers_that_make_nothing_give_one_another_nothing() {
    // Korea and Japan mine no cobalt.
    let figures = json(&[
        "alliance",
        "--mineral",
        "cobalt",
        "--importer",
        "JPN",
        "--with",
        "kor-jpn",
        "--need",
        "10",
    ]);
    let row = &figures["agreements"][0];
    assert_eq!(codes(&row["suppliers"]), Vec::<&str>::new());
    for channel in ["resourcing", "capacity"] {
        assert_eq!(
            number(&figures["effect"][channel]).abs().to_bits(),
            0,
            "{channel}"
        );
    }
}

#[test]
fn projects_and_deeper_promises_take_more_off_and_thresholds_are_those_of_the_formula() {
    let figures = json(&ALLIANCE);
    let more = json(&[&ALLIANCE[..], &["--project", "AUS=10"]].concat());
    assert!(number(&more["effect"]["capacity"]) > 0.0);
    assert!(number(&more["effect"]["gain"]) >= number(&figures["effect"]["gain"]));
    let deaf = json(&[&ALLIANCE[..], &["--eta", "0"]].concat());
    assert_eq!(number(&deaf["effect"]["willingness"]).abs().to_bits(), 0);
    let counter = &figures["counter"];
    assert_eq!(counter["leader"], "COD");
    let thresholds: Vec<f64> = counter["runs"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|run| (100.0 * number(&run["threshold_share"])).round())
        .collect();
    assert_eq!(thresholds, [27.0, 78.0]);
}

#[test]
fn the_leaders_game_takes_what_is_assumed_of_it() {
    let run = |more: &[&str], place: usize| {
        let figures = json(&[&ALLIANCE[..], more].concat());
        no_null_without_why(&figures, "alliance");
        figures["counter"]["runs"][place].clone()
    };
    let short = run(&[], 0);
    assert!(number(&short["held_back"]) > 0.0);
    let costly = run(&["--patience", "20", "--entry", "50"], 0);
    assert!(number(&costly["held_back"]) < number(&short["held_back"]));
    let hostile = run(&["--harm", "100"], 1);
    assert!(number(&hostile["held_back"]) > number(&run(&[], 1)["held_back"]));
    let chosen = run(&["--elasticities", "0.3,0.5"], 2);
    assert!((number(&chosen["threshold_share"]) - 0.8 / 1.5).abs() < 1e-12);
    let projects = run(&["--project", "AUS=20,CAN=20"], 0);
    // What is held back moves in thousandths.
    assert!(number(&projects["price_after"]) <= 1.01 * number(&projects["price"]));
    assert!(number(&projects["stop_after"]["loss"]) <= number(&short["stop_after"]["loss"]));
}

#[test]
fn what_is_assumed_of_agreements_has_a_range_and_so_has_their_effect() {
    let effect = json(&ALLIANCE)["effect"].clone();
    let [low, gain, high] = ["gain_low", "gain", "gain_high"].map(|key| number(&effect[key]));
    assert!(
        0.0 < low && low < gain && gain < high,
        "{low} {gain} {high}"
    );
    let partners = json(&[&PARTNERS[..], &["--need", "10"]].concat());
    let otherwise = partners["answer"]["otherwise"].as_array().expect("a list");
    assert_eq!(otherwise.len(), 2);
    assert!(number(&otherwise[0]["risk"]) >= number(&otherwise[1]["risk"]));
}

#[test]
fn a_risk_to_be_reached_takes_more_partners() {
    let count = |more: &[&str]| {
        let asked = [&PARTNERS[..], &["--need", "10"], more].concat();
        codes(&json(&asked)["answer"]["fewest"]["partners"]).len()
    };
    let all = json(&[&PARTNERS[..], &["--need", "10"]].concat());
    let within_reach = format!("{}", 1.02 * number(&all["answer"]["risk_with_all"]));
    assert!(count(&["--risk", &within_reach]) > count(&[]));
}

#[test]
fn a_wrong_word_is_named_with_what_would_be_right() {
    let cases: [(&[&str], &str); 12] = [
        (
            &["partners"],
            "adit partners is about an importer; name one by --importer",
        ),
        (&["alliance"], "adit alliance is about an importer"),
        (
            &["partners", "--importer", "EU", "--exclude", "XX"],
            "--exclude XX: no country or bloc has this code",
        ),
        (
            &["partners", "--importer", "EU", "--target", "650"],
            "--target 650: write a number from 1 to 100",
        ),
        (
            &["partners", "--importer", "EU", "--eta", "2"],
            "--eta 2: write a number from 0 to 1",
        ),
        (
            &["partners", "--importer", "EU", "--need", "0"],
            "--need 0: write a number from 0.001 to 100",
        ),
        (
            &["alliance", "--importer", "EU", "--with", "nato"],
            "nato: there is no such agreement; these are known: eu-can",
        ),
        (
            &["alliance", "--importer", "EU", "--project", "CAN"],
            "--project CAN: write a country's code and percent",
        ),
        (
            &["alliance", "--importer", "EU", "--elasticities", "0.3"],
            "--elasticities: write two numbers from 0 on",
        ),
        (
            &["alliance", "--importer", "EU", "--harm", "inf"],
            "--harm inf: write a number from 0 to 100",
        ),
        (
            &["burden", "--importer", "EU", "--indicator", "happiness"],
            "--indicator happiness: write one of hdi, ihdi, gii, bws",
        ),
        (
            &["burden", "--importer", "EU", "--weight", "-1"],
            "--weight -1: write a number from 0 up",
        ),
    ];
    for (arguments, message) in cases {
        let said = refused(arguments);
        assert!(said.starts_with(&format!("adit: {message}")), "{said}");
    }
    let help = answered(&["--help"]);
    assert!(help.contains("partners") && help.contains("alliance"));
    assert!(answered(&["partners", "--help"]).contains("--need <PERCENT>"));
}

#[test]
fn the_study_is_checked_claim_by_claim() {
    let study = json(&["study"]);
    no_null_without_why(&study, "study");
    let claims = study["claims"].as_array().expect("a list");
    let cobalt = claims
        .iter()
        .find(|claim| claim["id"] == "cobalt-share")
        .expect("a claim");
    assert!((number(&cobalt["used"]["share"]) - 170_000.0 / 230_000.0).abs() < 1e-12);
    assert!(
        cobalt["reason"]
            .as_str()
            .is_some_and(|reason| reason.contains("73.9 %"))
    );
    let text = answered(&["study"]);
    assert!(
        text.contains("not-testable: alliances diversify supply"),
        "{text}"
    );
}

#[test]
fn every_mineral_has_partners_or_a_reason() {
    for mineral in ["gold", "lithium", "nickel", "rare-earths", "helium"] {
        for importer in ["EU", "USA", "TWN"] {
            for task in ["partners", "alliance"] {
                let figures = json(&[task, "--mineral", mineral, "--importer", importer]);
                no_null_without_why(&figures, mineral);
                let proof = &figures["answer"]["proof"]["holds"];
                assert!(proof.is_null() || proof == true, "{mineral}, {importer}");
            }
        }
    }
    let reserves = json(&[
        "partners",
        "--mineral",
        "cobalt",
        "--stage",
        "reserves",
        "--importer",
        "EU",
    ]);
    assert_eq!(reserves["why"]["answer"], "reserves are not traded");
}

const BURDEN: [&str; 7] = [
    "burden",
    "--mineral",
    "cobalt",
    "--stage",
    "mine",
    "--importer",
    "EU",
];

#[test]
fn a_weight_of_burdens_spares_people_and_costs_risk_and_without_one_the_mix_is_the_least_risky() {
    let at = |weight: &str| json(&[&BURDEN[..], &["--weight", weight]].concat());
    let none = at("0");
    no_null_without_why(&none, "burden");
    let answer = &none["answer"];
    assert_eq!(answer["adjusted"], answer["least_risky"]);
    let frontier = answer["frontier"].as_array().expect("a list");
    assert!(frontier.len() > 10);
    assert!((number(&frontier[0]["risk"]) - number(&answer["least_risky"]["risk"])).abs() < 1e-12);
    let heavy = at("3");
    let (before, after) = (&answer["adjusted"], &heavy["answer"]["adjusted"]);
    assert!(number(&after["burden_high"]) < number(&before["burden_high"]));
    assert!(number(&after["risk"]) > number(&before["risk"]));
    // What is bought now does not depend on what burdens are worth.
    assert_eq!(answer["present"], heavy["answer"]["present"]);
    // Without a value there are bounds.
    for mix in ["present", "least_risky", "adjusted"] {
        let mix = &answer[mix];
        let unknown: f64 = mix["mix"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|row| row["burden"].is_null())
            .map(|row| number(&row["share"]))
            .sum();
        let width = number(&mix["burden_high"]) - number(&mix["burden_low"]);
        assert!(width >= unknown - 1e-9, "{width} for {unknown}");
    }
}

#[test]
fn every_mineral_has_a_burden_or_a_reason() {
    for (mineral, importer) in [
        ("tungsten", "JPN"),
        ("rare-earths", "EU"),
        ("gallium", "USA"),
    ] {
        let figures = json(&["burden", "--mineral", mineral, "--importer", importer]);
        no_null_without_why(&figures, mineral);
    }
    let said = answered(&BURDEN);
    assert!(said.contains("In this model") && said.contains("of whole countries, not of mines"));
}

#[test]
fn a_links_question_is_answered_as_the_options_are() {
    let text = "without:eu-can;project:AUS/5;need:10;eta:0.3;harm:1";
    let options = [
        "--without",
        "eu-can",
        "--project",
        "AUS=5",
        "--need",
        "10",
        "--eta",
        "0.3",
        "--harm",
        "1",
    ];
    let asked = json(&[&ALLIANCE[..], &["--ask", text]].concat());
    assert_eq!(asked, json(&[&ALLIANCE[..], &options[..]].concat()));
    let text = "exclude:CHN,RUS;most:4;target:50;need:10";
    let options = [
        "--exclude",
        "CHN,RUS",
        "--most",
        "4",
        "--target",
        "50",
        "--need",
        "10",
    ];
    let asked = json(&[&PARTNERS[..], &["--ask", text]].concat());
    assert_eq!(asked, json(&[&PARTNERS[..], &options[..]].concat()));
    // What no option says, the text does: how deep a roadmap goes.
    let shallow = json(&[&ALLIANCE[..], &["--ask", "roadmap:0"]].concat());
    let deep = json(&[&ALLIANCE[..], &["--ask", "roadmap:1"]].concat());
    let gain = |figures: &Value| figures["effect"]["gain"].as_f64();
    assert!(gain(&shallow) < gain(&deep));
}
