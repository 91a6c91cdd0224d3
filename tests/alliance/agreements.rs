//! The table of agreements: whole, known, dated, sourced.

use adit::alliance::agreements::{self, Agreement, Depth, Reading, deepest};
use adit::data::{CountryId, Dataset, embedded};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn shipped() -> Vec<Agreement> {
    agreements::embedded(data()).expect("a table")
}

fn members(code: &str) -> Vec<CountryId> {
    let importer = data().importer_by_code(code).expect("a known importer");
    data().importer_members(importer)
}

fn country(code: &str) -> CountryId {
    data().country_by_iso3(code).expect("a known country")
}

/// A year, a month or a day, as exactly as it is known.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let number = |at: usize| parts.get(at).map_or(Some(1), |part| part.parse().ok());
    let within = |at: usize, last: u32| number(at).is_some_and(|n: u32| (1..=last).contains(&n));
    matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2])
        && number(0).is_some_and(|year| (1950..=2026).contains(&year))
        && within(1, 12)
        && within(2, 31)
}

#[test]
fn every_agreement_has_known_parties_a_date_a_source_and_a_reason_for_its_depth() {
    let agreements = shipped();
    assert!(agreements.len() >= 35, "{} agreements", agreements.len());
    for agreement in &agreements {
        let id = &agreement.id;
        assert_eq!(agreement.unknown, Vec::<String>::new(), "{id}");
        assert!(agreement.members.len() >= 2, "{id} has one party");
        assert!(is_date(&agreement.since), "{id}: {}", agreement.since);
        assert!(
            agreement.lasts() || is_date(&agreement.until),
            "{id}: {}",
            agreement.until
        );
        assert_eq!(agreement.lasts(), agreement.status != "ended", "{id}");
        assert!(agreement.source.starts_with("http"), "{id} has no source");
        assert!(!agreement.depth_reason.is_empty(), "{id}");
        let named = agreement.materials.as_ref();
        assert!(named.is_none_or(|named| !named.is_empty()), "{id}");
    }
    let mut ids: Vec<&str> = agreements.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn the_values_of_depth_grow_and_lie_within_their_ranges() {
    let mut last = -1.0;
    for depth in Depth::ALL {
        let (low, middle, high) = depth.assumed();
        assert!(0.0 <= low && low <= middle && middle <= high && high <= 1.0);
        assert!(middle > last, "{}", depth.slug());
        last = middle;
    }
    let text = include_str!("../../data/tables/agreements.csv");
    for depth in Depth::ALL {
        assert!(text.contains(&format!(",{},", depth.slug())));
    }
}

#[test]
fn a_line_that_is_no_row_is_named() {
    let header = include_str!("../../data/tables/agreements.csv")
        .lines()
        .next();
    let text = format!(
        "{}\nx,X,trade,EU,2024,,signed,handshake,r,,s,read,\n",
        header.expect("a header")
    );
    let error = agreements::read(&text, data())
        .expect_err("no such depth")
        .to_string();
    assert!(
        error.contains("line: 2") && error.contains("handshake"),
        "{error}"
    );
}

#[test]
fn partners_are_the_other_parties_of_agreements_that_the_whole_importer_has() {
    let agreements = shipped();
    let find = |id: &str| {
        agreements
            .iter()
            .find(|one| one.id == id)
            .expect("an agreement")
    };
    assert_eq!(find("eu-can").partners_of(&members("EU")), [country("CAN")]);
    assert!(find("eu-can").partners_of(&members("JPN")).is_empty());
    // The Netherlands alone do not bind the Union, and its own market gives it no partner.
    assert!(find("pax-silica").partners_of(&members("EU")).is_empty());
    assert!(
        find("eu-single-market")
            .partners_of(&members("EU"))
            .is_empty()
    );
    assert_eq!(
        find("eu-single-market").partners_of(&members("DEU")).len(),
        26
    );
}

#[test]
fn of_several_agreements_the_deepest_counts() {
    let agreements = shipped();
    let (europe, chile) = (members("EU"), country("CHL"));
    let lithium = data().mineral_by_slug("lithium").expect("a mineral");
    let all = agreements::concerning(&agreements, lithium, &europe);
    let naming = all.iter().filter(|one| one.members.contains(&chile));
    assert_eq!(naming.count(), 2);
    assert_eq!(deepest(&all, &europe, chile), Some(Depth::BansExportTaxes));
    assert_eq!(deepest(&all, &europe, country("CHN")), None);
    let read = |reading| Depth::Roadmap.factor(reading);
    assert!(
        read(Reading::Least) < read(Reading::Middle) && read(Reading::Middle) < read(Reading::Most)
    );
}

#[test]
fn an_agreement_about_some_minerals_concerns_no_other() {
    let agreements = shipped();
    let ids = |slug: &str| {
        let mineral = data().mineral_by_slug(slug).expect("a mineral");
        let all = agreements::concerning(&agreements, mineral, &members("EU"));
        all.iter()
            .map(|one| one.id.clone())
            .collect::<Vec<String>>()
    };
    assert!(ids("neodymium").contains(&"eu-rwa".to_owned()));
    assert!(!ids("cobalt").contains(&"eu-rwa".to_owned()));
    assert!(ids("cobalt").contains(&"eu-cod".to_owned()));
}
