//! Assessments, import reliance and the long series of scores.

use adit::data::{
    Dataset, EcMethod, Evidence, Flag, Methods, MethodsFiles, MixUsed, RelianceValue, Reported,
    Stage,
};

use super::GOOD;

const FILES: MethodsFiles<'static> = MethodsFiles {
    assessments: include_str!("good/assessments.json"),
    reliance: include_str!("good/reliance.json"),
    governance: include_str!("good/governance_long.json"),
};

fn dataset() -> Dataset {
    Dataset::load(&GOOD).expect("the set is good")
}

/// Changes one place of one file and reads what is said about it.
#[track_caller]
pub(crate) fn says(file: &str, from: &str, to: &str, expected: &str) {
    let mut files = FILES;
    let text = match file {
        "assessments.json" => &mut files.assessments,
        "reliance.json" => &mut files.reliance,
        _ => &mut files.governance,
    };
    assert!(text.contains(from), "{from} is in {file}");
    let broken = text.replacen(from, to, 1);
    *text = &broken;
    let error = Methods::load(&files, &dataset()).expect_err("the change is a mistake");
    assert_eq!(error.to_string(), format!("{file}, {expected}"));
}

#[test]
fn the_unbroken_files_are_good_and_survive_the_reading() {
    let dataset = dataset();
    let methods = Methods::load(&FILES, &dataset).unwrap_or_else(|error| panic!("{error}"));
    let cobalt = dataset.mineral_by_slug("cobalt").expect("it is listed");
    let entry = methods.assessments().get(cobalt, 2023).expect("assessed");
    assert_eq!(
        (entry.supply_risk, entry.eol_rir_percent),
        (Some(2.8), Some(22.0))
    );
    assert_eq!(entry.inputs_evidence, Some(Evidence::Secondary));
    let mine = entry.stage(Stage::Mine).expect("a stage");
    assert_eq!((mine.used, mine.hhi_eu), (Some(MixUsed::GlobalOnly), None));
    let below = Reported::Known {
        value: 5.0,
        flag: Flag::Below,
    };
    assert_eq!(mine.global[1].percent, below);
    let past: Vec<_> = methods.assessments().history_of(cobalt).collect();
    assert_eq!(past[0].method, EcMethod::Old);
    let helium = methods.net_import_reliance().figures().last().expect("one");
    assert_eq!(
        (helium.value, helium.mineral),
        (RelianceValue::NetExporter, None)
    );
    let bytes = methods.to_bytes(&dataset).expect("it can be written");
    assert_eq!(Methods::read(&bytes, &dataset), Ok(methods));
    for length in 0..bytes.len() {
        assert!(
            Methods::read(&bytes[..length], &dataset).is_err(),
            "{length}"
        );
    }
}

#[test]
fn a_supply_risk_off_the_scale() {
    says(
        "assessments.json",
        "\"supply_risk\":\"2.8\",\"economic",
        "\"supply_risk\":\"28\",\"economic",
        "Cobalt 2023: supply_risk 28 is outside 0 to 20; write the published figure",
    );
}

#[test]
fn a_substitution_factor_above_one() {
    says(
        "assessments.json",
        "\"0.98\"",
        "\"98\"",
        "Cobalt 2023: si_sr 98 is outside 0 to 1; write the published figure",
    );
}

#[test]
fn an_import_reliance_in_words() {
    says(
        "assessments.json",
        "\"import_reliance\":\"81\"",
        "\"import_reliance\":\"81 %\"",
        "Cobalt 2023, mine: import_reliance \"81 %\" is not a figure; write the published figure, or leave \
         the key out where there is none",
    );
}

#[test]
fn a_trade_variable_that_is_none() {
    says(
        "assessments.json",
        "\"62.8\",\"1.0\"",
        "\"62.8\",\"10\"",
        "Cobalt 2023, mine, global, COD: the trade variable 10 is outside 0 to 3; write the published figure",
    );
}

#[test]
fn shares_that_are_more_than_all() {
    says(
        "assessments.json",
        "\"62.8\"",
        "\"162.8\"",
        "Cobalt 2023, mine, global: the shares add up to 167.8 %; correct them so that they add up to 100",
    );
}

#[test]
fn a_supplier_listed_twice() {
    says(
        "assessments.json",
        "\"AUS\":[\"<5\"",
        "\"COD\":[\"<5\"",
        "Cobalt 2023, mine, global: COD is listed twice; keep the published share",
    );
}

#[test]
fn a_supplier_that_is_no_country() {
    says(
        "assessments.json",
        "\"USA\":[",
        "\"EUU\":[",
        "Cobalt 2023, refine, eu: unknown country \"EUU\"; use a code of countries.json, or add the country \
         there",
    );
}

#[test]
fn an_assessment_of_no_study() {
    says(
        "assessments.json",
        "{\"year\":2023,\"material\":\"Teak\"",
        "{\"year\":2020,\"material\":\"Teak\"",
        "Teak 2020: there is no study of 2020; list the study, or correct the year",
    );
}

#[test]
fn two_materials_of_one_mineral() {
    says(
        "assessments.json",
        "\"material\":\"Teak\"",
        "\"material\":\"Teak\",\"mineral\":\"cobalt\"",
        "Teak 2023: Cobalt is the same mineral; give the mineral to one material",
    );
}

#[test]
fn evidence_that_nobody_read() {
    says(
        "assessments.json",
        "\"inputs_evidence\":\"secondary\"",
        "\"inputs_evidence\":\"unverified\"",
        "Cobalt 2023: unknown evidence \"unverified\"; write read, secondary or partly; what nobody read is \
         not shipped",
    );
}

#[test]
fn an_unknown_mix() {
    says(
        "assessments.json",
        "\"used\":\"both\"",
        "\"used\":\"GS + EU\"",
        "Cobalt 2023, refine: unknown mix \"GS + EU\"; write both, global or eu",
    );
}

#[test]
fn rules_that_there_are_none_of() {
    says(
        "assessments.json",
        "\"method\":\"old\"",
        "\"method\":\"2011\"",
        "history, Cobalt 2011: unknown method \"2011\"; write old, or revised from 2017 on",
    );
}

#[test]
fn a_result_listed_twice() {
    says(
        "assessments.json",
        "\"year\":2011",
        "\"year\":2023",
        "history, Cobalt 2023: listed twice; keep one entry",
    );
}

#[test]
fn averages_over_years_that_run_backwards() {
    says(
        "assessments.json",
        "[2016,2020]",
        "[2020,2016]",
        "study 2023: the years 2020 to 2016 are no period before it; write the first and the last year \
         of its averages",
    );
}

#[test]
fn a_decisive_stage_that_the_study_does_not_look_at() {
    says(
        "assessments.json",
        "\"evidence\":\"read\",\"realigned\"",
        "\"evidence\":\"read\",\"decisive\":\"refine\",\"realigned\"",
        "Teak 2023: the decisive stage refine is not among its stages; add the stage, or name the one \
         that the study decides by",
    );
}

#[test]
fn a_supply_risk_of_a_stage_that_is_negative() {
    says(
        "assessments.json",
        "\"mine\":{\"supply_risk\":\"2.8\"",
        "\"mine\":{\"supply_risk\":\"-2.8\"",
        "Cobalt 2023, mine: supply_risk -2.8 is outside 0 to 20; write the published figure",
    );
}

#[test]
fn a_score_of_the_long_series_off_the_scale() {
    says(
        "governance_long.json",
        "\"0.91\"",
        "\"9.1\"",
        "AUS 2023: the score 9.1 is off the scale, -3.5 to 3.5; write the published estimate",
    );
}

#[test]
fn every_unreadable_file_is_named_at_once() {
    let files = MethodsFiles {
        assessments: "[",
        reliance: "{",
        ..FILES
    };
    let error = Methods::load(&files, &dataset()).expect_err("two files are broken");
    let named: Vec<&str> = error.issues.iter().map(|issue| issue.file).collect();
    assert_eq!(named, ["assessments.json", "reliance.json"]);
}
