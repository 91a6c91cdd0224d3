//! Partners on the shipped data: every mineral, several importers.

use adit::alliance::{Choice, ETA, Need, Reading, Search, Wanted, agreements};
use adit::data::{Dataset, Stage, SupplyTable, embedded, shipped};
use adit::risk::Absence;
use adit::risk::importer::{Case, Sources};

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

/// The newest table of every mineral at every stage that is traded.
fn tables() -> Vec<&'static SupplyTable> {
    let tables = data().tables().iter();
    let made = tables.filter(|table| table.stage != Stage::Reserves);
    let mut newest: Vec<&SupplyTable> = Vec::new();
    for table in made {
        match newest.last_mut() {
            Some(last) if (last.mineral, last.stage) == (table.mineral, table.stage) => {
                *last = table;
            }
            _ => newest.push(table),
        }
    }
    newest
}

#[test]
fn the_best_five_partners_are_proved_for_every_mineral() {
    let (mut asked, mut nodes) = (0, 0);
    let agreements = agreements::embedded(data()).expect("a table");
    for code in ["EU", "USA", "JPN"] {
        let importer = data().importer_by_code(code).expect("a known importer");
        let members = data().importer_members(importer);
        for table in tables() {
            let case = Case::of(&sources(), table, Some(importer));
            let counted = agreements::concerning(&agreements, table.mineral, &members);
            for part in [0.05, 0.25] {
                let Ok(need) = Need::of(&sources(), &case, Some(part)) else {
                    continue;
                };
                let offers = need.offers(ETA, |country| {
                    agreements::deepest(&counted, &members, country)
                        .map_or(0.0, |depth| depth.factor(Reading::Middle))
                });
                let roles = need.roles(&Choice::default());
                let outcome =
                    Search::new(offers.clone(), &roles, Wanted::with_alternatives(5)).finish();
                let name = &data().mineral(table.mineral).slug;
                assert_eq!(outcome.certificate.check(&offers), Ok(()), "{name}");
                nodes = nodes.max(outcome.nodes);
                asked += 1;
            }
        }
    }
    assert!(asked > 300, "{asked} questions");
    // Of gold's ninety producers there are 44 million sets of five.
    assert!(nodes < 10_000, "{nodes} branches");
}

#[test]
fn a_need_is_the_importers_or_assumed_or_absent_with_a_reason() {
    let data = data();
    let table = |slug: &str| {
        let mineral = data.mineral_by_slug(slug).expect("a mineral");
        let edition = data.edition_by_id("mcs2024").expect("an edition");
        data.table(mineral, Stage::Mine, edition, 2022)
            .expect("a table")
    };
    let europe = data.importer_by_code("EU");
    let case = Case::of(&sources(), table("tungsten"), europe);
    let need = Need::of(&sources(), &case, None).expect("trade is known");
    let world = case.world.shares.denominator.quantity();
    assert!((need.of_world - need.tonnes.expect("tonnes") / world).abs() < 1e-12);
    let names = |producers: &[adit::alliance::Producer]| {
        let code = |one: &adit::alliance::Producer| data.country(one.country).iso3.clone();
        producers.iter().map(code).collect::<Vec<String>>()
    };
    assert!(names(&need.own).contains(&"AUT".to_owned()));
    assert_eq!(names(&need.candidates)[0], "CHN");
    assert!(
        need.own
            .iter()
            .all(|one| (one.trade_factor - 0.8).abs() < 1e-12)
    );
    assert!(need.candidates.iter().all(|one| one.trade_factor >= 1.0));
    for producer in need.producers() {
        assert!((producer.cap * need.of_world - producer.world_share).abs() < 1e-12);
    }

    let nobody = Case::of(&sources(), table("tungsten"), None);
    assert_eq!(
        Need::of(&sources(), &nobody, None),
        Err(Absence::NoImporter)
    );
}
