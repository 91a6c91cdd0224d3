//! Trade: codes that stand for nothing sensible, and lines that are no flows.

use adit::data::{Dataset, Stage, Trade, TradeFiles};

use super::GOOD;

const ABOUT: &str = include_str!("good/trade.json");
const FLOWS: &str = include_str!("good/trade.csv");

fn dataset() -> Dataset {
    Dataset::load(&GOOD).expect("the set is good")
}

/// What is said about the good files after one change to one of them, a line per issue.
#[track_caller]
fn said(file: &str, from: &str, to: &str) -> String {
    let (mut about, mut flows) = (ABOUT.to_owned(), FLOWS.to_owned());
    let text = if file == "trade.json" {
        &mut about
    } else {
        &mut flows
    };
    assert!(text.contains(from), "{from} is in {file}");
    *text = text.replacen(from, to, 1);
    let files = TradeFiles {
        about: &about,
        flows: &flows,
    };
    let error = Trade::load(&files, &dataset()).expect_err("the change is a mistake");
    error.to_string()
}

#[track_caller]
fn says(file: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(said(file, from, to), format!("{file}, {expected}"));
}

#[test]
fn the_unbroken_files_are_good_and_survive_the_reading() {
    let dataset = dataset();
    let files = TradeFiles {
        about: ABOUT,
        flows: FLOWS,
    };
    let trade = Trade::load(&files, &dataset).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(trade.years().collect::<Vec<_>>(), [2022, 2023]);
    let cobalt = dataset.mineral_by_slug("cobalt").expect("it is listed");
    let usa = dataset.country_by_iso3("USA").expect("it is listed");
    let bought = |stage, year| {
        let flows = trade.imports(cobalt, stage, year, usa)?;
        Some(flows.map(|flow| flow.quantity_t).collect::<Vec<_>>())
    };
    assert_eq!(bought(Stage::Mine, 2022), Some(vec![None, Some(100.0)]));
    assert_eq!(
        bought(Stage::Refine, 2023),
        Some(vec![Some(30.001), Some(0.5)])
    );
    assert_eq!(bought(Stage::Mine, 2023), Some(vec![]), "bought nothing");
    assert_eq!(
        bought(Stage::Mine, 2021),
        None,
        "a year that is not at hand"
    );
    let lithium = dataset.mineral_by_slug("lithium").expect("it is listed");
    assert!(trade.flows(lithium, Stage::Mine, 2022).is_none(), "no code");
    assert!(trade.gap(lithium, Stage::Mine).is_some());
}

#[test]
fn parts_come_back_as_they_were_and_join_in_any_order() {
    let dataset = dataset();
    let files = TradeFiles {
        about: ABOUT,
        flows: FLOWS,
    };
    let trade = Trade::load(&files, &dataset).unwrap_or_else(|error| panic!("{error}"));
    let parts = trade.to_parts(&dataset).expect("it can be written");
    let read = |at: usize| Trade::read(&parts[at].1, &dataset).expect("it can be read");
    assert_eq!(read(1).with(read(0)).as_ref(), Ok(&trade));
    assert_eq!(read(0).with(trade.clone()), Ok(trade));
    let mut other = GOOD;
    let countries = GOOD.countries.replace("COD", "COG");
    let rest = [GOOD.supply, GOOD.governance].map(|text| text.replace("COD", "COG"));
    (other.countries, other.supply, other.governance) = (&countries, &rest[0], &rest[1]);
    let other = Dataset::load(&other).unwrap_or_else(|error| panic!("{error}"));
    let refused = Trade::read(&parts[0].1, &other).expect_err("other countries");
    assert_eq!(
        refused.to_string(),
        "trade, the whole file: was made with other minerals or countries; reload the page, or run \
         `cargo xtask data`"
    );
    for length in 0..parts[0].1.len() {
        assert!(
            Trade::read(&parts[0].1[..length], &dataset).is_err(),
            "{length}"
        );
    }
}

#[test]
fn a_code_for_two_minerals() {
    says(
        "trade.json",
        "\"code\":\"810530\"",
        "\"code\":\"810520\"",
        "code 810520: listed twice; let it stand for one mineral at one stage",
    );
}

#[test]
fn a_code_for_an_unknown_mineral() {
    says(
        "trade.json",
        "\"mineral\":\"cobalt\"",
        "\"mineral\":\"kobalt\"",
        "code 260500: unknown mineral \"kobalt\"; use a slug of minerals.json, or add the mineral there",
    );
}

#[test]
fn a_code_for_reserves() {
    says(
        "trade.json",
        "\"stage\":\"mine\"",
        "\"stage\":\"reserves\"",
        "code 260500: unknown stage \"reserves\"; write mine or refine",
    );
}

#[test]
fn a_code_with_points() {
    says(
        "trade.json",
        "\"260500\"",
        "\"2605.00\"",
        "code 2605.00: \"2605.00\" is not a code; write letters and digits without points or spaces",
    );
}

#[test]
fn an_unknown_coverage() {
    says(
        "trade.json",
        "\"whole\"",
        "\"most\"",
        "code 260500: unknown coverage \"most\"; write whole, or part if other codes hold the rest",
    );
}

#[test]
fn a_code_without_a_reason() {
    says(
        "trade.json",
        "\"ores of cobalt\"",
        "\"\"",
        "code 260500: no reason; say why the code stands for the mineral",
    );
}

#[test]
fn a_gap_that_a_code_fills() {
    says(
        "trade.json",
        "\"mineral\":\"lithium\",\"stage\":\"mine\"",
        "\"mineral\":\"cobalt\",\"stage\":\"mine\"",
        "missing cobalt mine: code 260500 stands for it; take it out of missing, or take the code out",
    );
}

#[test]
fn figures_without_a_licence() {
    says(
        "trade.json",
        "\"CC BY 4.0\"",
        "\"\"",
        "licence: licence is empty; say where the figures come from and what they are",
    );
}

#[test]
fn another_header() {
    says(
        "trade.csv",
        "code,value_kusd",
        "hs92,value_kusd",
        "line 1: the first line is \"year,exporter,importer,hs92,value_kusd,quantity_t\"; begin with \
         year,exporter,importer,code,value_kusd,quantity_t",
    );
}

#[test]
fn a_number_with_a_comma() {
    says(
        "trade.csv",
        "1200.5",
        "1,200.5",
        "line 2: 7 cells in place of 6; write year,exporter,importer,code,value_kusd,quantity_t, numbers \
         without commas",
    );
}

#[test]
fn a_year_in_words() {
    says(
        "trade.csv",
        "2022,COD,USA",
        "FY22,COD,USA",
        "line 2: year: \"FY22\" is not a year; write four digits",
    );
}

#[test]
fn a_partner_that_is_no_country() {
    says(
        "trade.csv",
        "2022,COD,USA",
        "2022,S19,USA",
        "line 2, exporter: unknown country \"S19\"; use a code of countries.json, or add the country there",
    );
}

#[test]
fn a_flow_of_an_unlisted_code() {
    says(
        "trade.csv",
        "USA,260500",
        "USA,260400",
        "line 2: code: unknown code \"260400\"; list it among the codes of trade.json",
    );
}

#[test]
fn a_country_that_sells_to_itself() {
    says(
        "trade.csv",
        "2022,COD,USA",
        "2022,USA,USA",
        "line 2: USA sells to itself; leave trade within a country out",
    );
}

#[test]
fn a_value_of_nothing() {
    says(
        "trade.csv",
        "1200.5",
        "0",
        "line 2: value_kusd: 0 is not more than zero; leave the line out where nothing was traded",
    );
}

#[test]
fn a_quantity_of_nothing_where_none_is_given() {
    says(
        "trade.csv",
        "1200.5,100",
        "1200.5,0",
        "line 2: quantity_t: 0 is not more than zero; leave the quantity empty where it is not given; leave \
         the line out where nothing was traded",
    );
}

#[test]
fn a_quantity_in_words() {
    says(
        "trade.csv",
        "1200.5,100",
        "1200.5,NA",
        "line 2: quantity_t: \"NA\" is not a figure; write digits with at most one point",
    );
}

#[test]
fn the_same_flow_twice() {
    says(
        "trade.csv",
        "2022,AUS,USA",
        "2022,COD,USA",
        "line 3: the same flow is on line 2; add the two up, or keep one",
    );
}

#[test]
fn every_wrong_cell_of_a_line_is_named_at_once() {
    let said = said(
        "trade.csv",
        "2022,COD,USA,260500,1200.5,100",
        "22,XXX,YYY,9,-1,-2",
    );
    assert_eq!(said.lines().count(), 6, "{said}");
}

#[test]
fn a_table_that_is_wrong_throughout_is_cut_short_with_the_count() {
    let many = "2022,COD,USA\n".repeat(1000);
    let said = said("trade.csv", "2022,COD,USA,260500,1200.5,100\n", &many);
    assert_eq!(said.lines().count(), 201);
    assert!(
        said.ends_with(
            "trade.csv, the rest: 800 more problems like these; correct the first ones and read it again"
        ),
        "{said}"
    );
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_no_mistake() {
    let flows = format!("\u{feff}{}", FLOWS.replace('\n', "\r\n"));
    let files = TradeFiles {
        about: ABOUT,
        flows: &flows,
    };
    let plain = TradeFiles {
        flows: FLOWS,
        ..files
    };
    assert_eq!(
        Trade::load(&files, &dataset()),
        Trade::load(&plain, &dataset())
    );
}
