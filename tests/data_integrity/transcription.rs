//! Inputs and results by stage of the 2023 study: every row of the transcription arrives, unchanged.

use std::collections::BTreeSet;

use adit::data::{Assessments, EcAssessment, MixUsed, Stage, shipped};

use super::dataset;
use super::source::rows;

const STAGES: [(&str, Stage); 2] = [("extraction", Stage::Mine), ("processing", Stage::Refine)];

fn assessments() -> &'static Assessments {
    let methods = shipped::methods().unwrap_or_else(|error| panic!("{error}"));
    methods.assessments()
}

fn of(slug: &str) -> &'static EcAssessment {
    let mineral = dataset().mineral_by_slug(slug).expect("it is listed");
    assessments().get(mineral, 2023).expect("it is assessed")
}

#[track_caller]
fn same(figure: Option<f64>, text: &str, what: &str) {
    let read: Option<f64> = text.parse().ok();
    assert_eq!(read.is_none(), text.is_empty(), "{what}: {text}");
    assert_eq!(figure.map(f64::to_bits), read.map(f64::to_bits), "{what}");
}

#[test]
fn every_row_arrives_with_every_input_and_nothing_is_filled_in() {
    let table = rows("ec2023/results.csv");
    assert_eq!(assessments().of(2023).len(), table.len());
    for row in &table {
        let material = row["material"].as_str();
        let entry = assessments().material(material, 2023);
        let entry = entry.unwrap_or_else(|| panic!("{material} is lost"));
        same(entry.eol_rir_percent, &row["eol_rir_pct"], material);
        same(entry.si_sr, &row["si_sr"], material);
        same(entry.si_ei, &row["si_ei"], material);
        assert_eq!(entry.realigned, row["realigned"] == "yes", "{material}");
        for (word, stage) in STAGES {
            let what = format!("{material} {word}");
            let column = |name: &str| row[&name.replace('*', word)].as_str();
            let at = entry.stage(stage);
            let risk = at.and_then(|at| at.supply_risk);
            same(risk, column("supply_risk_*"), &what);
            let reliance = at.and_then(|at| at.import_reliance_percent);
            same(reliance, column("import_reliance_*_pct"), &what);
            let used = match column("used_*") {
                "" => None,
                "GS+EU" => Some(MixUsed::Both),
                "GSonly" => Some(MixUsed::GlobalOnly),
                _ => Some(MixUsed::EuOnly),
            };
            assert_eq!(at.and_then(|at| at.used), used, "{what}");
        }
    }
}

#[test]
fn results_lie_on_their_scales() {
    for entry in assessments().all() {
        let what = &entry.material;
        let risks = entry.stages.iter().map(|stage| stage.supply_risk);
        for risk in risks.chain([entry.supply_risk]).flatten() {
            assert!((0.0..=10.0).contains(&risk), "{what}: {risk}");
        }
        let importance = entry.economic_importance.unwrap_or_default();
        assert!((0.0..=10.0).contains(&importance), "{what}: {importance}");
        for stage in &entry.stages {
            for share in stage.global.iter().chain(&stage.eu) {
                let percent = share.percent.value().expect("every share is a figure");
                assert!((0.0..=100.0).contains(&percent), "{what}: {percent}");
                assert!((0.8..=1.5).contains(&share.trade_variable), "{what}");
            }
        }
    }
}

#[test]
fn every_material_is_named_once_and_every_name_is_a_material() {
    let all = assessments().all().iter().map(|entry| &entry.material);
    let past = assessments().history().iter().map(|point| &point.material);
    let materials: BTreeSet<&str> = all.chain(past).map(String::as_str).collect();
    let table = rows("ec_names.csv");
    let names: BTreeSet<&str> = table.iter().map(|row| row["material"].as_str()).collect();
    assert_eq!((materials, table.len()), (names.clone(), names.len()));
    for row in &table {
        let slug = row["mineral"].as_str();
        assert!(
            slug.is_empty() || dataset().mineral_by_slug(slug).is_some(),
            "{slug}"
        );
        assert!(!slug.is_empty() || !row["reason"].is_empty(), "{row:?}");
    }
}

#[test]
fn the_studys_best_known_results() {
    for (slug, stage, printed) in [
        ("gallium", Stage::Refine, 3.9),
        ("cobalt", Stage::Mine, 2.8),
        ("lithium", Stage::Refine, 1.9),
        ("lithium", Stage::Mine, 0.8),
        ("magnesium", Stage::Refine, 4.1),
        ("tungsten", Stage::Refine, 1.2),
    ] {
        let at = of(slug).stage(stage).expect("the study looks at it");
        assert_eq!(at.supply_risk, Some(printed), "{slug}");
    }
}

#[test]
fn the_years_of_the_averages_are_the_editions_and_every_one_has_scores() {
    let edition = dataset().edition_by_id("ec2023").expect("it is listed");
    let years = dataset().edition(edition).years;
    let study = assessments().study(2023).expect("it is listed");
    assert_eq!(study.years, Some(years));
    // The older study's years were not read.
    let older = assessments().study(2017).expect("it is listed");
    assert_eq!(older.years, None);
    let methods = shipped::methods().unwrap_or_else(|error| panic!("{error}"));
    let china = dataset().country_by_iso3("CHN").expect("it is listed");
    for year in years.0..=years.1 {
        let score = methods.wgi(china, year).expect("there is a score");
        assert_eq!(score.year, year);
    }
}
