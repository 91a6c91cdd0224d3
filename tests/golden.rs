//! Golden cases: published or definitional values, a citation a row.

use adit::data::{Dataset, Flag, Reported, Stage, SupplyTable, embedded};
use adit::risk::{Concentration, GovernanceWeighted, SupplyShares};

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn shares(mineral: &str, stage: Stage, edition: &str, year: u16) -> SupplyShares {
    let data = data();
    let mineral = data.mineral_by_slug(mineral).expect("a known mineral");
    let edition = data.edition_by_id(edition).expect("a known edition");
    SupplyShares::of(data.table(mineral, stage, edition, year).expect("a table"))
}

#[test]
fn concentration_of_known_markets() {
    let data = data();
    let ids: Vec<_> = data
        .countries()
        .iter()
        .filter_map(|c| data.country_by_iso3(&c.iso3))
        .collect();
    let known = |value: f64| Reported::Known {
        value,
        flag: Flag::Reported,
    };
    let mut rows = csv::Reader::from_path("tests/golden/concentration.csv").expect("the table");
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("a row");
        let number = |at: usize| row[at].parse::<f64>().expect("a number");
        let quantities = row[1]
            .split(' ')
            .map(|q| known(q.parse().expect("a number")));
        let table = SupplyTable {
            countries: ids.iter().copied().zip(quantities).collect(),
            world: Some(known(number(2))),
            other: None,
            excludes: Vec::new(),
            ..data.tables()[0].clone()
        };
        let measured = Concentration::of(&SupplyShares::of(&table)).expect("a supplier");
        let suppliers = measured.effective_suppliers().expect("a supplier").value;
        for (what, value, expected) in [
            ("cr1", measured.cr1.fraction(), number(3)),
            ("cr3", measured.cr3.fraction(), number(4)),
            ("hhi low", measured.hhi.low.points(), number(5)),
            ("hhi high", measured.hhi.high.points(), number(6)),
            ("effective suppliers", suppliers, number(7)),
        ] {
            assert!(
                (value - expected).abs() <= number(8),
                "{}, {what}: {value}, not {expected}",
                &row[0]
            );
        }
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn the_studys_shares_in_the_edition_that_it_used() {
    // Kanovici & Bulin (2025), from Mineral Commodity Summaries 2024, data year 2023.
    for (mineral, country, percent) in [
        ("rare-earths", "CHN", "68.6%"),
        ("tungsten", "CHN", "80.8%"),
        ("cobalt", "COD", "73.9%"),
    ] {
        let shares = shares(mineral, Stage::Mine, "mcs2024", 2023);
        let leader = shares.ranked[0];
        assert_eq!(data().country(leader.country).iso3, country);
        assert_eq!(
            adit::i18n::number::percent(leader.share),
            percent,
            "{mineral}"
        );
    }
}

#[test]
fn later_editions_revise_the_same_year() {
    // Mineral Commodity Summaries 2025, data year 2023: quantities over published totals.
    for (mineral, quantity, total) in [
        ("rare-earths", 255_000.0, 376_000.0),
        ("tungsten", 66_000.0, 79_500.0),
        ("cobalt", 175_000.0, 238_000.0),
    ] {
        let shares = shares(mineral, Stage::Mine, "mcs2025", 2023);
        assert!(
            (shares.ranked[0].share.fraction() - quantity / total).abs() < 1e-12,
            "{mineral}"
        );
    }
}

#[test]
fn governance_weighting_of_a_single_mineral_by_hand() {
    let data = data();
    let shares = shares("tungsten", Stage::Mine, "mcs2024", 2023);
    let weighted = GovernanceWeighted::of(data, &shares, 2023).expect("estimates");
    let by_hand: f64 = shares
        .ranked
        .iter()
        .filter_map(|row| {
            let wgi = data.wgi(row.country, 2023)?;
            Some(row.share.fraction().powi(2) * (2.0 * (2.5 - wgi.estimate)).clamp(0.0, 10.0))
        })
        .sum();
    assert!((weighted.hhi_wgi.value - by_hand).abs() < 1e-12);
    assert!(weighted.hhi_wgi.low <= weighted.hhi_wgi.value);
    assert!(weighted.hhi_wgi.value <= weighted.hhi_wgi.high && weighted.hhi_wgi.high <= 10.0);
}

#[test]
fn the_change_of_weighted_concentration_splits_exactly() {
    let data = data();
    let weigh = |edition, year| {
        GovernanceWeighted::of(data, &shares("cobalt", Stage::Mine, edition, year), year)
            .expect("estimates")
    };
    let split =
        adit::risk::GovernanceSplit::between(&weigh("mcs2022", 2020), &weigh("mcs2026", 2024))
            .expect("both years have a weighted concentration");
    assert!((split.total - split.concentration - split.governance).abs() < 1e-12);
    assert!(split.total.abs() > 0.0);
}
