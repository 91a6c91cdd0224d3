//! The shipped data: whole, conserved from the source tables, and consistent between its files.

use adit::data::{Dataset, Flag, Reported, Stage, SupplyTable, embedded};

#[path = "data_integrity/assessments.rs"]
mod assessments;
#[path = "data_integrity/conservation.rs"]
mod conservation;
#[path = "data_integrity/editions.rs"]
mod editions;
#[path = "data_integrity/reliance.rs"]
mod reliance;
#[path = "data_integrity/source.rs"]
mod source;
#[path = "data_integrity/trade.rs"]
mod trade;
#[path = "data_integrity/transcription.rs"]
mod transcription;

fn dataset() -> &'static Dataset {
    embedded().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn table(mineral: &str, stage: Stage, edition: &str, year: u16) -> &'static SupplyTable {
    let data = dataset();
    let mineral = data
        .mineral_by_slug(mineral)
        .expect("the mineral is listed");
    let edition = data.edition_by_id(edition).expect("the edition is listed");
    data.table(mineral, stage, edition, year)
        .expect("the edition reports it")
}

#[track_caller]
fn figure(table: &SupplyTable, iso3: &str) -> Reported {
    let id = dataset()
        .country_by_iso3(iso3)
        .expect("the country is listed");
    let row = table.countries.iter().find(|(country, _)| *country == id);
    row.expect("the source names the country").1
}

fn estimated(value: f64) -> Reported {
    Reported::Known {
        value,
        flag: Flag::Estimated,
    }
}

#[test]
fn the_shipped_data_has_no_issue() {
    let data = dataset();
    assert!(
        data.minerals().len() >= 60,
        "{} minerals",
        data.minerals().len()
    );
    assert!(data.tables().len() >= 900, "{} tables", data.tables().len());
}

#[test]
fn the_studys_headlines_are_in_the_edition_it_used() {
    let earths = table("rare-earths", Stage::Mine, "mcs2024", 2023);
    assert_eq!(
        (figure(earths, "CHN"), earths.world),
        (estimated(240_000.0), Some(estimated(350_000.0)))
    );
    let tungsten = table("tungsten", Stage::Mine, "mcs2024", 2023);
    assert_eq!(
        (figure(tungsten, "CHN"), tungsten.world),
        (estimated(63_000.0), Some(estimated(78_000.0)))
    );
    let cobalt = table("cobalt", Stage::Mine, "mcs2024", 2023);
    assert_eq!(
        (figure(cobalt, "COD"), cobalt.world),
        (estimated(170_000.0), Some(estimated(230_000.0)))
    );
}

#[test]
fn later_editions_say_otherwise_about_the_same_year() {
    let revised = table("cobalt", Stage::Mine, "mcs2025", 2023);
    assert_eq!(figure(revised, "COD").value(), Some(175_000.0));
    assert_eq!(revised.world.and_then(Reported::value), Some(238_000.0));
}

#[test]
fn small_and_disputed_producers_are_not_lost() {
    let nickel = table("nickel", Stage::Mine, "mcs2024", 2023);
    assert_eq!(figure(nickel, "NCL"), estimated(230_000.0));
    let data = dataset();
    for (iso3, name) in [
        ("TWN", "Taiwan"),
        ("NAM", "Namibia"),
        ("XKX", "Kosovo"),
        ("NCL", "New Caledonia"),
    ] {
        let id = data.country_by_iso3(iso3).expect("the country is listed");
        assert_eq!(data.country(id).name, name);
        assert!(
            data.country(id).at.is_some(),
            "{name} has a place on the map"
        );
        let named =
            |table: &&SupplyTable| table.countries.iter().any(|(country, _)| *country == id);
        assert!(
            data.tables().iter().any(|table| named(&table)),
            "{name} is in a table"
        );
    }
}

#[test]
fn every_country_of_every_table_has_a_place_on_the_map() {
    let data = dataset();
    for table in data.tables() {
        for (id, _) in &table.countries {
            let country = data.country(*id);
            assert!(
                country.at.is_some(),
                "{} has no place on the map",
                country.name
            );
        }
    }
}

#[test]
fn every_mineral_has_a_figure_and_every_figure_an_edition_with_a_licence() {
    let data = dataset();
    for (at, mineral) in data.minerals().iter().enumerate() {
        let id = data
            .mineral_by_slug(&mineral.slug)
            .expect("the slug finds its mineral");
        assert_eq!(id.index(), at);
        assert!(
            !data.tables_of(id).is_empty(),
            "{} has no table",
            mineral.name
        );
    }
    assert!(
        data.editions()
            .iter()
            .all(|edition| !edition.licence.is_empty())
    );
}

#[test]
fn missing_is_not_zero() {
    let lithium = table("lithium", Stage::Mine, "mcs2024", 2023);
    assert_eq!(figure(lithium, "USA"), Reported::Withheld);
    let usa = dataset().country_by_iso3("USA");
    assert_eq!(lithium.excludes.first().copied(), usa);
    let graphite = table("graphite", Stage::Reserves, "mcs2024", 2024);
    assert_eq!(figure(graphite, "DEU"), Reported::NotAvailable);
    assert!(
        graphite
            .notes
            .iter()
            .any(|note| note.contains("included in the world total"))
    );
}

#[test]
fn a_censored_figure_keeps_its_sign() {
    let zirconium = table("zirconium", Stage::Mine, "mcs2023", 2021);
    assert_eq!(
        figure(zirconium, "USA"),
        Reported::Known {
            value: 100.0,
            flag: Flag::Below
        }
    );
    let groups = table("platinum-group", Stage::Reserves, "mcs2026", 2026);
    let world = Reported::Known {
        value: 76_000_000.0,
        flag: Flag::Above,
    };
    assert_eq!(groups.world, Some(world));
}

#[test]
fn lists_name_their_minerals_and_say_which_are_named_by_group() {
    let data = dataset();
    let list = |id: &str| {
        data.lists()
            .iter()
            .find(|list| list.id == id)
            .expect("the list is shipped")
    };
    let eu = list("eu2023-critical");
    let dysprosium = data
        .mineral_by_slug("dysprosium")
        .expect("dysprosium is listed");
    assert!(eu.members.contains(&dysprosium));
    assert!(eu.via.contains(&(dysprosium, "HREE".to_owned())));
    // Sixty materials, of which three have no figures; the two groups are named by their elements.
    let us = list("us2025");
    assert_eq!(
        (us.members.len() - us.via.len(), us.without_figures.len()),
        (57, 3)
    );
    assert!(
        data.lists()
            .iter()
            .filter(|list| !list.complete)
            .all(|list| list.name.contains('('))
    );
}

#[test]
fn the_european_union_has_its_members() {
    let data = dataset();
    let union = data.bloc_by_id("EU").expect("the union is a bloc");
    assert_eq!(union.members.len(), 27);
    assert!(union.members.is_sorted());
    let britain = data
        .country_by_iso3("GBR")
        .expect("the United Kingdom is listed");
    assert!(!union.members.contains(&britain));
}

#[test]
fn governance_gives_the_newest_score_that_is_not_later_than_asked() {
    let data = dataset();
    let congo = data.country_by_iso3("COD").expect("the DR Congo is listed");
    let newest = data.wgi(congo, 2030).expect("the DR Congo has scores");
    assert_eq!(newest.year, data.governance().last_year);
    assert!(newest.estimate < -1.0 && newest.standard_error > 0.0);
    assert_eq!(data.wgi(congo, 2017), None);
    let taiwan = data.country_by_iso3("TWN").expect("Taiwan is listed");
    assert_eq!(
        data.wgi(taiwan, 2018).map(|score| score.estimate),
        Some(0.8419)
    );
    // Two contradictory rows until 2022: neither is shipped.
    let guyana = data.country_by_iso3("GUY").expect("Guyana is listed");
    assert_eq!(data.wgi(guyana, 2022), None);
    assert_eq!(
        data.wgi(guyana, 2023).map(|score| score.estimate),
        Some(0.418)
    );
}
