//! Questions about alliances as text: every question comes back from its own, and each mistake is named.

use adit::alliance::text::{Decoded, decode, encode};
use adit::alliance::{Agreement, Asked, Key, PARAMETERS, agreements};
use adit::data::{Dataset, embedded};
use proptest::prelude::*;

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn known() -> Vec<Agreement> {
    agreements::embedded(data()).expect("a sound table")
}

fn read(text: &str) -> Decoded {
    decode(text, data(), &known())
}

#[test]
fn what_is_usual_is_no_text_and_no_text_is_what_is_usual() {
    assert_eq!(encode(&Asked::default(), data()), "");
    assert_eq!(read(""), Decoded::default());
}

#[test]
fn a_question_is_read_field_by_field_and_written_the_same() {
    let text = "without:eu-can;project:AUS/5;exclude:CHN,RUS;require:JPN;most:4;target:50;floor:-0.5;need:3;eta:0.25;memorandum:0.2;es:0.4";
    let Decoded { asked, problems } = read(text);
    assert_eq!(problems, []);
    assert_eq!(encode(&asked, data()), text);
    assert_eq!(asked.wanted().most, 4);
    assert_eq!(asked.need(), Some(0.03));
    assert_eq!(asked.choice(data()).excluded.len(), 2);
    assert_eq!(asked.choice(data()).floor, Some(-0.5));
    let own = asked.elasticities().expect("a run of one's own");
    assert_eq!(own.supply.to_bits(), 0.4_f64.to_bits());
}

#[test]
fn each_mistake_is_named_with_its_remedy_and_the_rest_counts() {
    for (text, field, value, remedy) in [
        ("eta:2", "eta", "2", "0 to 1"),
        ("most:2.5", "most", "2.5", "a whole number, 1 to 20"),
        ("need:-1", "need", "-1", "or none"),
        ("need:inf", "need", "inf", "or none"),
        ("with:eu-cna", "with", "eu-cna", "did you mean eu-can?"),
        ("exclude:CHX", "exclude", "CHX", "did you mean"),
        ("project:CAN", "project", "CAN", "CAN/5"),
        ("project:CAN/101", "project", "CAN/101", "CAN/5"),
        ("ete:0.4", "ete", "0.4", "did you mean eta?"),
        ("hello", "hello", "", "no such field"),
        ("exclude:RUS,RUS", "exclude", "RUS", "leave one"),
    ] {
        let Decoded { asked, problems } = read(&format!("target:50;{text};cost:20"));
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        let problem = &problems[0];
        assert_eq!(
            (problem.field.as_str(), problem.value.as_str()),
            (field, value)
        );
        assert!(problem.remedy.contains(remedy), "{text}: {problem}");
        assert!((asked.number(Key::Target) - 50.0).abs() < 1e-12, "{text}");
        assert!((asked.number(Key::Cost) - 20.0).abs() < 1e-12, "{text}");
    }
    assert_eq!(read("eta:0.1;eta:0.2").problems.len(), 1);
}

#[test]
fn an_agreement_switched_off_and_on_again_leaves_no_trace() {
    let known = known();
    for agreement in &known {
        let usual = Asked::default();
        assert_eq!(usual.counts(agreement), agreement.lasts());
        let other = usual
            .clone()
            .switched(agreement, !agreement.lasts(), &known);
        assert_ne!(
            other.counts(agreement),
            agreement.lasts(),
            "{}",
            agreement.id
        );
        for unchanged in known.iter().filter(|one| one.id != agreement.id) {
            assert_eq!(
                other.counts(unchanged),
                unchanged.lasts(),
                "{}",
                unchanged.id
            );
        }
        let back = other.switched(agreement, agreement.lasts(), &known);
        assert_eq!(back, usual, "{}", agreement.id);
    }
}

#[test]
fn a_single_agreement_switched_off_leaves_none() {
    let known = known();
    let one = read("with:eu-can").asked;
    let can = known.iter().find(|one| one.id == "eu-can").expect("Canada");
    let none = one.switched(can, false, &known);
    assert!(known.iter().all(|agreement| !none.counts(agreement)));
}

fn asked() -> impl Strategy<Value = Asked> {
    let known = known();
    let ids: Vec<String> = known.iter().map(|one| one.id.clone()).collect();
    let data = data();
    let codes = ["CHN", "RUS", "EU", "CAN", "JPN"];
    let importers: Vec<_> = codes
        .iter()
        .filter_map(|code| data.importer_by_code(code))
        .collect();
    let countries: Vec<_> = ["CAN", "AUS", "CHL"]
        .iter()
        .filter_map(|code| data.country_by_iso3(code))
        .collect();
    (
        proptest::sample::subsequence(ids.clone(), 0..4),
        proptest::sample::subsequence(ids, 0..4),
        proptest::sample::subsequence(importers.clone(), 0..4),
        proptest::sample::subsequence(importers, 0..4),
        proptest::sample::subsequence(countries, 0..3),
        proptest::collection::vec((0..PARAMETERS.len(), -5.0..150.0_f64), 0..6),
        0.0..100.0_f64,
        (
            proptest::option::of(proptest::sample::select(vec!["hdi", "gii", "bws"])),
            any::<bool>(),
        ),
    )
        .prop_map(
            |(
                with,
                without,
                excluded,
                required,
                projects,
                numbers,
                percent,
                (indicator, sourced_only),
            )| {
                let asked = Asked {
                    with,
                    without,
                    projects: projects.into_iter().map(|at| (at, percent)).collect(),
                    excluded,
                    required,
                    indicator: indicator.map(str::to_owned),
                    sourced_only,
                    ..Asked::default()
                };
                numbers.into_iter().fold(asked, |asked, (at, value)| {
                    asked.with_number(PARAMETERS[at].key, value)
                })
            },
        )
}

proptest! {
    #[test]
    fn every_question_comes_back_from_its_text(asked in asked()) {
        let text = encode(&asked, data());
        let Decoded { asked: back, problems } = read(&text);
        prop_assert_eq!(problems, vec![], "{}", &text);
        prop_assert_eq!(back, asked, "{}", &text);
    }

    #[test]
    fn any_text_reads(text in "\\PC*") {
        let _ = read(&text);
    }
}
