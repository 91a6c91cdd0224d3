//! The methods on the shipped data: what must hold for every mineral, importer and year.

use adit::data::{Dataset, Importer, SupplyTable, embedded, shipped};
use adit::risk::importer::{Case, Method, Sources};
use adit::risk::{Absence, Mixes};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn sources() -> Sources<'static> {
    Sources {
        data: data(),
        trade: Some(shipped::trade().expect("shipped trade")),
        methods: Some(shipped::methods().expect("shipped methods")),
    }
}

fn importer(code: &str) -> Importer {
    data().importer_by_code(code).expect("a known importer")
}

fn tables() -> impl Iterator<Item = &'static SupplyTable> {
    data().tables().iter()
}

fn table(mineral: &str, stage: &str, edition: &str, year: u16) -> &'static SupplyTable {
    let data = data();
    let stage = adit::data::Stage::from_slug(stage).expect("a stage");
    let mineral = data.mineral_by_slug(mineral).expect("a mineral");
    let edition = data.edition_by_id(edition).expect("an edition");
    data.table(mineral, stage, edition, year).expect("a table")
}

#[test]
fn every_value_lies_in_its_range_and_every_absence_has_a_reason() {
    let (mut values, mut absences) = (0, 0);
    for code in ["EU", "USA", "JPN", "KOR", "GBR", "CHN", "IND", "pax-silica"] {
        for table in tables() {
            let case = Case::of(&sources(), table, Some(importer(code)));
            for method in Method::ALL {
                let most = match method {
                    Method::Hhi => 10_000.0,
                    Method::HhiWgi => 10.0,
                    Method::EcSupplyRisk => 15.0,
                    Method::ImportReliance | Method::GeoPolRisk | Method::NMinus1 => 1.0,
                };
                match method.value(&case.world, case.importer()) {
                    Ok(value) => {
                        let (slug, year) = (&data().mineral(table.mineral).slug, table.year);
                        let range = -1e-12..=most + 1e-9;
                        assert!(
                            range.contains(&value),
                            "{} {slug} {year} {code}: {value}",
                            method.slug()
                        );
                        values += 1;
                    }
                    Err(absence) => {
                        assert!(!absence.to_string().is_empty());
                        absences += 1;
                    }
                }
            }
        }
    }
    assert!(
        values > 20_000 && absences > 5_000,
        "{values} values, {absences} absences"
    );
}

#[test]
fn a_mineral_without_a_code_is_no_data_and_not_no_trade() {
    // Gallium and indium share a code with other metals; the code of germanium is empty in the source.
    for mineral in ["gallium", "indium"] {
        let case = Case::of(
            &sources(),
            table(mineral, "refine", "mcs2025", 2023),
            Some(importer("EU")),
        );
        let risk = case.importer().expect("an importer");
        assert_eq!(
            risk.geopolrisk.value,
            Err(Absence::NoTradeCode),
            "{mineral}"
        );
        assert_eq!(
            risk.import_reliance.map(|reliance| reliance.ratio),
            Err(Absence::NoTradeCode)
        );
        assert!(risk.geopolrisk_exact.is_err());
    }
}

#[test]
fn trade_among_members_is_no_import_of_the_bloc() {
    let (mut lower, mut compared) = (0, 0);
    for table in tables().filter(|table| (2022..=2024).contains(&table.year)) {
        let case = Case::of(&sources(), table, Some(importer("EU")));
        let risk = case.importer().expect("an importer");
        let (Ok(exact), Ok(corrected)) = (&risk.geopolrisk_exact, risk.geopolrisk.import_risk)
        else {
            continue;
        };
        assert!(risk.geopolrisk.imports <= exact.imports + 1e-6);
        compared += 1;
        lower += usize::from(exact.import_risk <= corrected.high + 1e-12);
    }
    assert!(compared > 50, "{compared}");
    assert_eq!(
        lower, compared,
        "counting trade among members never shows more risk"
    );
}

#[test]
fn the_paper_effect_of_joining_is_as_the_literature_shows_it() {
    // Package and corrected import risk differ most where members trade much with one another.
    let case = Case::of(
        &sources(),
        table("tungsten", "mine", "mcs2026", 2024),
        Some(importer("EU")),
    );
    let risk = case.importer().expect("an importer");
    let exact = risk.geopolrisk_exact.as_ref().expect("trade").value;
    let corrected = risk.geopolrisk.value.expect("trade").value;
    assert!(exact < corrected, "{exact} {corrected}");
}

#[test]
fn the_unions_own_inputs_are_used_for_the_union_and_for_nobody_else() {
    let cobalt = table("cobalt", "refine", "ec2023", 2020);
    let union = Case::of(&sources(), cobalt, Some(importer("EU")));
    let risk = union.importer().expect("an importer");
    assert_eq!(risk.ec.risk.mixes, Some(Mixes::Both));
    assert_eq!(risk.ec.published, Some(0.5));
    let japan = Case::of(&sources(), cobalt, Some(importer("JPN")));
    assert_eq!(japan.importer().expect("an importer").ec.published, None);
}

#[test]
fn the_united_states_publish_their_own_reliance_and_nobody_elses() {
    let cobalt = table("cobalt", "mine", "mcs2025", 2023);
    let states = Case::of(&sources(), cobalt, Some(importer("USA")));
    let published = &states
        .importer
        .as_ref()
        .expect("an importer")
        .published_reliance;
    let published = published.as_ref().expect("a figure of 2023");
    assert!(published.iter().all(|figure| figure.year == 2023));
    let union = Case::of(&sources(), cobalt, Some(importer("EU")));
    let published = &union
        .importer
        .as_ref()
        .expect("an importer")
        .published_reliance;
    assert_eq!(published.as_ref().err(), Some(&Absence::OtherImporter));
}

#[test]
fn the_rule_of_one_country_is_broken_where_the_study_says_so() {
    // The study of 2023: refined magnesium of the European Union comes from China for the most part.
    let magnesium = table("magnesium", "refine", "ec2023", 2020);
    let case = Case::of(&sources(), magnesium, Some(importer("EU")));
    let benchmarks = case
        .importer()
        .expect("an importer")
        .benchmarks
        .expect("the union");
    let (country, rule) = benchmarks.largest.expect("a third country");
    assert_eq!(data().country(country).iso3, "CHN");
    assert!(rule.is_missed() && rule.measured > 0.9, "{}", rule.measured);
}
