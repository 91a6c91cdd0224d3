//! The Commission's assessments: every row of the tables arrives, and the studies' own figures are in it.

use adit::data::{
    Assessments, EcMethod, EcShare, Evidence, Flag, Methods, MixUsed, Reported, Stage, shipped,
};

use super::dataset;
use super::source::rows;

fn methods() -> &'static Methods {
    shipped::methods().unwrap_or_else(|error| panic!("{error}"))
}

fn assessments() -> &'static Assessments {
    methods().assessments()
}

fn stage(word: &str) -> Stage {
    match word {
        "extraction" => Stage::Mine,
        _ => Stage::Refine,
    }
}

fn close(one: Option<f64>, text: &str) -> bool {
    one.map(f64::to_bits) == text.parse::<f64>().ok().map(f64::to_bits)
}

#[test]
fn every_share_of_both_tables_arrives_with_its_bound_and_trade_variable() {
    let data = dataset();
    let mut found = 0;
    for (path, eu) in [
        ("ec2023/supply_shares.csv", false),
        ("ec2023/sourcing_shares.csv", true),
    ] {
        for row in rows(path) {
            let entry = assessments().material(&row["material"], 2023);
            let entry = entry.and_then(|entry| entry.stage(stage(&row["stage"])));
            let entry = entry.unwrap_or_else(|| panic!("{row:?} is lost"));
            let mix = if eu { &entry.eu } else { &entry.global };
            let wanted = |share: &&EcShare| data.country(share.country).iso3 == row["iso3"];
            let share = mix.iter().find(wanted).expect("the supplier is listed");
            let flag = if row["share_pct"].starts_with('<') {
                Flag::Below
            } else {
                Flag::Reported
            };
            assert!(close(
                share.percent.value(),
                row["share_pct"].trim_start_matches('<')
            ));
            assert_eq!(share.percent.flag(), Some(flag));
            assert!(close(Some(share.trade_variable), &row["trade_variable"]));
            found += 1;
        }
    }
    let mixes = assessments().all().iter().flat_map(|entry| &entry.stages);
    let shipped: usize = mixes.map(|stage| stage.global.len() + stage.eu.len()).sum();
    assert_eq!((found, shipped), (3468, 3468));
}

#[test]
fn members_of_the_union_and_only_they_have_the_trade_variable_0_8() {
    let data = dataset();
    let union = &data.bloc_by_id("EU").expect("the union is a bloc").members;
    let mut others = Vec::new();
    for entry in assessments().of(2023) {
        for stage in &entry.stages {
            for share in stage.global.iter().chain(&stage.eu) {
                if (share.trade_variable < 1.0) != union.contains(&share.country) {
                    let iso3 = data.country(share.country).iso3.as_str();
                    others.push((entry.material.as_str(), iso3));
                }
            }
        }
    }
    // Two of the 3,468 rows, as published.
    assert_eq!(others, [("Germanium", "BEL"), ("Germanium", "DEU")]);
}

#[test]
fn every_result_of_2017_arrives_as_printed() {
    let mut found = 0;
    for row in rows("ec2017/results.csv") {
        let entry = assessments()
            .material(&row["material"], 2017)
            .expect("it is assessed");
        let at = entry
            .stage(stage(&row["decisive_stage"]))
            .expect("its stage");
        let figures = [
            (entry.supply_risk, "supply_risk"),
            (entry.economic_importance, "economic_importance"),
            (entry.eol_rir_percent, "eol_rir_pct"),
            (entry.si_sr, "si_sr"),
            (entry.si_ei, "si_ei"),
            (at.import_reliance_percent, "import_reliance_pct"),
            (at.hhi_global, "hhi_global"),
            (at.hhi_eu, "hhi_eu"),
        ];
        for (figure, column) in figures {
            assert!(close(figure, &row[column]), "{} {column}", row["material"]);
            found += 1;
        }
        assert_eq!(entry.inputs_evidence, Some(Evidence::Read));
    }
    assert_eq!(found, 81 * 8);
}

#[test]
fn results_of_2023_are_the_printed_ones_and_the_transcription_is_marked_as_one() {
    for row in rows("ec2023/summary.csv") {
        let entry = assessments()
            .material(&row["material"], 2023)
            .expect("it is assessed");
        assert!(
            close(entry.supply_risk, &row["supply_risk"]),
            "{}",
            row["material"]
        );
        assert!(close(
            entry.economic_importance,
            &row["economic_importance"]
        ));
        assert_eq!(entry.evidence, Evidence::Read);
    }
    let all = assessments().of(2023);
    assert!(
        all.iter()
            .all(|entry| entry.inputs_evidence == Some(Evidence::Secondary))
    );
    let realigned: Vec<&str> = all
        .iter()
        .filter(|entry| entry.realigned)
        .map(|entry| entry.material.as_str())
        .collect();
    assert_eq!(
        realigned,
        [
            "Coking coal",
            "Diatomite",
            "Magnesite",
            "Natural cork",
            "Strontium"
        ]
    );
    // The study's own tables disagree about two materials.
    let disputed = all.iter().filter(|entry| {
        let said = |note: &String| note.starts_with("the table of results says");
        entry.notes.iter().any(said)
    });
    let disputed: Vec<&str> = disputed.map(|entry| entry.material.as_str()).collect();
    assert_eq!(disputed, ["Aluminium", "Silicon metal"]);
}

#[test]
fn the_higher_stage_is_the_materials_supply_risk_wherever_both_are_known() {
    for entry in assessments().of(2023) {
        let known = entry.stages.iter().filter_map(|stage| stage.supply_risk);
        let highest = known.fold(0.0, f64::max);
        let printed = entry.supply_risk.expect("every material has one");
        // Praseodymium's processing is not in the transcription; silicon metal's tables disagree.
        let apart = (highest - printed).abs();
        let excused = ["Praseodymium", "Silicon metal", "Aluminium", "LREE"];
        assert!(
            apart < 0.06 || excused.contains(&entry.material.as_str()),
            "{}: {highest} and {printed}",
            entry.material
        );
    }
}

#[test]
fn cobalt_in_2023_by_stage() {
    let cobalt = dataset().mineral_by_slug("cobalt").expect("it is listed");
    let entry = assessments().get(cobalt, 2023).expect("it is assessed");
    assert_eq!(entry.decisive_stage, Some(Stage::Mine));
    let mine = entry.stage(Stage::Mine).expect("its stage");
    assert_eq!(mine.used, Some(MixUsed::GlobalOnly));
    let first = mine.global.first().expect("suppliers").percent;
    let reported = Reported::Known {
        value: 62.8,
        flag: Flag::Reported,
    };
    assert_eq!(first, reported);
    let refine = entry.stage(Stage::Refine).expect("its stage");
    assert_eq!(refine.import_reliance_percent, Some(1.0));
}

#[test]
fn the_history_keeps_the_two_methods_apart() {
    let history = assessments().history();
    assert_eq!(history.len(), rows("ec_history.csv").len());
    for point in history {
        assert_eq!(
            point.method == EcMethod::Old,
            point.year < 2017,
            "{}",
            point.material
        );
    }
}

#[test]
fn the_long_series_of_scores_begins_in_2013_and_agrees_with_the_short_one() {
    let data = dataset();
    assert_eq!(methods().governance().first_year, 2013);
    let first = data.governance().first_year;
    for country in data.countries() {
        let id = data.country_by_iso3(&country.iso3).expect("it is listed");
        for year in first..=data.governance().last_year {
            // A score from before the short series' first year stands in only in the long one.
            if let Some(score) = data.wgi(id, year) {
                assert_eq!(methods().wgi(id, year), Some(score), "{}", country.name);
            }
        }
    }
    let congo = data.country_by_iso3("COD").expect("it is listed");
    assert_eq!(
        methods().wgi(congo, 2015).map(|score| score.year),
        Some(2015)
    );
}
