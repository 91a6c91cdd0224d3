//! Trade: conserved from the source's table to the shipped years, and judged code by code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::sync::LazyLock;

use adit::data::{CountryId, Flow, Stage, Trade, shipped};
use flate2::read::GzDecoder;

use super::dataset;
use super::source::{folder, rows};

fn trade() -> &'static Trade {
    shipped::trade().unwrap_or_else(|error| panic!("{error}"))
}

/// The source's table, unpacked.
static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let path = folder().join("trade/baci_2019_2024.csv.gz");
    let file = File::open(path).expect("the table is there");
    let mut text = String::new();
    let read = GzDecoder::new(file).read_to_string(&mut text);
    read.expect("the table can be unpacked");
    text
});

/// Decimal text in thousandths, which add up exactly.
fn thousandths(text: &str) -> i128 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<3}").parse().expect("a number")
}

/// A figure of the dataset in thousandths; that it has no more decimals is for the row-by-row test.
fn exact(number: f64) -> i128 {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and far under 1e15")]
    let whole = (number * 1000.0).round() as i128;
    whole
}

/// Value, quantity, and how many have no quantity.
fn sums<'a>(flows: impl Iterator<Item = &'a Flow>) -> (i128, i128, usize) {
    flows.fold((0, 0, 0), |(value, quantity, without), flow| {
        let missing = usize::from(flow.quantity_t.is_none());
        let tonnes = flow.quantity_t.map_or(0, exact);
        (
            value + exact(flow.value_kusd.expect("a value")),
            quantity + tonnes,
            without + missing,
        )
    })
}

#[test]
fn imports_are_exports_are_the_sources_total_for_each_code_and_year() {
    let mut checked = 0;
    for total in rows("trade/totals.csv") {
        let year: u16 = total["year"].parse().expect("a year");
        let Some(flows) = trade().flows_of(&total["code"], year) else {
            continue;
        };
        let by = |side: fn(&Flow) -> CountryId| {
            let mut lists: BTreeMap<CountryId, Vec<&Flow>> = BTreeMap::new();
            for flow in flows {
                lists.entry(side(flow)).or_default().push(flow);
            }
            let countries = lists.values().map(|list| sums(list.iter().copied()));
            countries.fold((0, 0, 0), |all, one| {
                (all.0 + one.0, all.1 + one.1, all.2 + one.2)
            })
        };
        let recorded = (
            thousandths(&total["value_kusd"]),
            thousandths(&total["quantity_t"]),
            total["without_quantity"].parse().expect("a number"),
        );
        let place = format!("{} {year}", total["code"]);
        assert_eq!(by(|flow| flow.importer), recorded, "imports of {place}");
        assert_eq!(by(|flow| flow.exporter), recorded, "exports of {place}");
        assert_eq!(flows.len().to_string(), total["flows"], "flows of {place}");
        checked += 1;
    }
    assert_eq!(checked, trade().all_codes().len() * 6);
}

#[test]
fn a_mineral_has_the_flows_of_its_codes_and_no_other() {
    let mut flows = 0;
    let importers = trade().importers();
    let stages: BTreeSet<_> = trade()
        .all_codes()
        .iter()
        .map(|code| (code.mineral, code.stage))
        .collect();
    for (mineral, stage) in stages {
        for year in trade().years() {
            let all = sums(trade().flows(mineral, stage, year).expect("it is traded"));
            let bought = importers.iter().flat_map(|importer| {
                let flows = trade().imports(mineral, stage, year, *importer);
                flows.expect("it is traded")
            });
            assert_eq!(sums(bought), all);
            let codes = trade().codes(mineral, stage).iter();
            let of_codes = codes.flat_map(|code| {
                let flows = trade().flows_of(&code.code, year);
                flows.expect("the code is shipped")
            });
            assert_eq!(sums(of_codes), all);
            flows += trade()
                .flows(mineral, stage, year)
                .map_or(0, Iterator::count);
        }
    }
    assert!(flows > 200_000, "{flows} flows");
}

#[test]
fn every_row_of_a_shipped_code_arrives_bit_for_bit_and_no_other_does() {
    let data = dataset();
    let areas = rows("trade/areas.csv");
    let country = |source: &str| {
        let area = areas.iter().find(|area| area["source"] == source);
        let iso3 = area.map_or(source, |area| area["iso3"].as_str());
        data.country_by_iso3(iso3).expect("the country is listed")
    };
    let mut found = 0;
    for line in SOURCE.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let year = cells[0].parse().expect("a year");
        let Some(flows) = trade().flows_of(cells[3], year) else {
            continue;
        };
        let (exporter, importer) = (country(cells[1]), country(cells[2]));
        let key = |flow: &Flow| (flow.importer, flow.exporter);
        let at = flows.binary_search_by_key(&(importer, exporter), key);
        let flow = flows[at.unwrap_or_else(|_| panic!("{line} is lost"))];
        let bits = |text: &str| text.parse::<f64>().ok().map(f64::to_bits);
        assert_eq!(flow.value_kusd.map(f64::to_bits), bits(cells[4]), "{line}");
        assert_eq!(flow.quantity_t.map(f64::to_bits), bits(cells[5]), "{line}");
        found += 1;
    }
    let years = trade().years();
    let shipped = years.flat_map(|year| {
        let codes = trade().all_codes().iter();
        codes.filter_map(move |code| trade().flows_of(&code.code, year))
    });
    assert_eq!(found, shipped.map(<[Flow]>::len).sum::<usize>());
}

#[test]
fn a_code_stands_for_one_mineral_at_one_stage_and_every_code_is_judged() {
    let judged = rows("trade_codes.csv");
    let codes: Vec<&str> = judged
        .iter()
        .map(|row| row["code"].as_str())
        .filter(|code| !code.is_empty())
        .collect();
    let unique: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(unique.len(), codes.len());
    let named = rows("trade/hs92.csv");
    assert_eq!(
        unique,
        named.iter().map(|row| row["code"].as_str()).collect()
    );
    assert!(judged.iter().all(|row| !row["reason"].is_empty()));
}

#[test]
fn where_no_code_fits_there_is_no_data_and_a_reason() {
    let data = dataset();
    for (slug, stage) in [
        ("germanium", Stage::Refine),
        ("gallium", Stage::Refine),
        ("indium", Stage::Refine),
        ("rare-earths", Stage::Mine),
        ("lithium", Stage::Mine),
    ] {
        let mineral = data.mineral_by_slug(slug).expect("it is listed");
        assert!(trade().flows(mineral, stage, 2023).is_none(), "{slug}");
        assert!(trade().gap(mineral, stage).is_some(), "{slug}");
    }
    // Whatever has a table of production has codes or a reason.
    for table in data.tables() {
        let (mineral, stage) = (table.mineral, table.stage);
        let judged =
            !trade().codes(mineral, stage).is_empty() || trade().gap(mineral, stage).is_some();
        let slug = &data.mineral(mineral).slug;
        assert!(
            stage == Stage::Reserves || judged,
            "{slug} {}",
            stage.slug()
        );
    }
}

#[test]
fn taiwan_is_found_under_its_own_name() {
    let data = dataset();
    let taiwan = data.country_by_iso3("TWN").expect("it is listed");
    assert!(trade().importers().contains(&taiwan));
    let antimony = data.mineral_by_slug("bismuth").expect("it is listed");
    let sold = trade().exports(antimony, Stage::Refine, 2023, taiwan);
    assert!(sold.is_some_and(|flows| flows.count() > 0));
}
