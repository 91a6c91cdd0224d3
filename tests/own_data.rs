//! A data set of one's own, on the command line: production, trade and governance in the documented schema reproduce
//! GeoPolRisk in both forms, for every importer, bloc and year.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

const COUNTRIES: [&str; 8] = ["AUS", "CHL", "CHN", "COD", "DEU", "FIN", "FRA", "USA"];
/// Members of the bloc.
const BLOC: [&str; 3] = ["DEU", "FIN", "FRA"];
const YEARS: [u16; 2] = [2022, 2023];
const CODES: [&str; 2] = ["260500", "282200"];

/// A made-up market, remembered as numbers beside its files.
struct Market {
    folder: PathBuf,
    /// Tonnes by year and country; none where the source does not name the country.
    production: Vec<Vec<Option<f64>>>,
    /// Estimates by year and country.
    stability: Vec<Vec<Option<f64>>>,
    /// Year, exporter, importer, quantity.
    flows: Vec<(usize, usize, usize, Option<f64>)>,
}

impl Drop for Market {
    fn drop(&mut self) {
        // What is left behind lies among temporary files.
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// A number between 0 and 1 from a seed and a place; good enough to make markets.
fn chance(seed: u64, place: u64) -> f64 {
    let mixed = (seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place)
        .wrapping_mul(0xBF58_476D_1CE4_E5B9)
        .rotate_left(31)
        .wrapping_mul(0x94D0_49BB_1331_11EB);
    f64::from(u32::try_from(mixed >> 40).expect("24 bits")) / f64::from(1 << 24)
}

fn rounded(value: f64, decimals: f64) -> f64 {
    (value * decimals).round() / decimals
}

/// A market of a seed: who produces, who trades and what is missing all follow from it.
fn market(seed: u64) -> Market {
    let mut place = 0;
    let mut next = || {
        place += 1;
        chance(seed, place)
    };
    let mut table = |least: f64, most: f64, missing: f64, decimals: f64| -> Vec<Vec<Option<f64>>> {
        let mut cell = || {
            let value = rounded(least + (most - least) * next(), decimals);
            (next() >= missing).then_some(value)
        };
        (0..YEARS.len())
            .map(|_| (0..COUNTRIES.len()).map(|_| cell()).collect())
            .collect()
    };
    // One decimal: truncation to whole tonnes changes the concentration of so small a market.
    let mut production = table(0.0, 30.0, 0.4, 10.0);
    let stability = table(-2.5, 2.5, 0.25, 1000.0);
    for year in &mut production {
        year[3] = year[3].or(Some(7.9));
    }
    let mut flows = Vec::new();
    for year in 0..YEARS.len() {
        for exporter in 0..COUNTRIES.len() {
            for (importer, name) in COUNTRIES.iter().enumerate() {
                let quantity = rounded(40.0 * next(), 1000.0);
                let (traded, known) = (next() < 0.35, next() < 0.85);
                // China buys nothing at all.
                if exporter != importer && traded && *name != "CHN" {
                    flows.push((year, exporter, importer, known.then_some(quantity)));
                }
            }
        }
    }
    let folder = std::env::temp_dir().join(format!("adit-own-{}-{seed}", std::process::id()));
    let market = Market {
        folder,
        production,
        stability,
        flows,
    };
    market.write();
    market
}

impl Market {
    fn write(&self) {
        fs::create_dir_all(&self.folder).expect("a folder");
        let put = |name: &str, text: String| {
            fs::write(self.folder.join(name), text).expect("the file can be written");
        };
        put("minerals.json", json!({
            "groups": [{"id": "metals", "name": "Metals"}],
            "minerals": [{"slug": "cobalt", "name": "Cobalt", "group": "metals", "use": "batteries"}],
        }).to_string());
        let countries = COUNTRIES.map(|iso3| {
            json!({"iso3": iso3, "name": iso3, "region": "World", "at": [1.0, 1.0], "map": "area"})
        });
        put("countries.json", json!(countries).to_string());
        put("blocs.json", json!([{
            "id": "EU", "name": "A bloc", "members": BLOC, "since": "2020", "source": "made up", "evidence": "read",
        }]).to_string());
        put("editions.json", json!([{
            "id": "own", "name": "Own figures", "publisher": "A reader", "doi": "10.0/own", "licence": "own",
            "published": "2024", "kind": "usgs", "years": YEARS, "reserves_year": 2024,
        }]).to_string());
        put("lists.json", "[]".to_owned());
        let column = |table: &[Vec<Option<f64>>], country: usize| {
            let cell = |year: &Vec<Option<f64>>| {
                year[country].map_or_else(|| "NA".to_owned(), |value| value.to_string())
            };
            table.iter().map(cell).collect::<Vec<String>>()
        };
        let mut produced = serde_json::Map::new();
        let mut scored = serde_json::Map::new();
        for (country, iso3) in COUNTRIES.into_iter().enumerate() {
            // A country that is named in neither year is not in the table at all.
            if self.production.iter().any(|year| year[country].is_some()) {
                let cells = column(&self.production, country);
                let cells: Vec<&str> = cells
                    .iter()
                    .map(|cell| if cell == "NA" { "0" } else { cell })
                    .collect();
                produced.insert(iso3.to_owned(), json!(cells));
            }
            let estimates = column(&self.stability, country);
            let errors = estimates
                .iter()
                .map(|cell| if cell == "NA" { "NA" } else { "0.2" });
            let errors: Vec<&str> = errors.collect();
            scored.insert(
                iso3.to_owned(),
                json!({"estimate": estimates, "se": errors}),
            );
        }
        put("supply.json", json!({"series": [{
            "mineral": "cobalt", "stage": "mine", "edition": "own", "unit": "t", "basis": "content",
            "basis_key": "content", "years": YEARS, "countries": produced,
        }]}).to_string());
        put("governance.json", json!({
            "indicator": "Stability", "unit": "-2.5 to 2.5", "source": "made up", "licence": "own", "years": YEARS,
            "countries": scored,
        }).to_string());
        let codes = CODES.map(|code| {
            json!({
                "code": code, "name": code, "mineral": "cobalt", "stage": "mine", "coverage": "whole",
                "reason": "made up",
            })
        });
        put(
            "trade.json",
            json!({
                "source": "made up", "edition": "own", "licence": "own", "nomenclature": "HS92",
                "quantity_basis": "gross weight", "codes": codes,
            })
            .to_string(),
        );
        let mut lines = "year,exporter,importer,code,value_kusd,quantity_t\n".to_owned();
        for (place, (year, exporter, importer, quantity)) in self.flows.iter().enumerate() {
            let quantity = quantity.map_or_else(String::new, |quantity| quantity.to_string());
            let (year, code) = (YEARS[*year], CODES[place % 2]);
            let (exporter, importer) = (COUNTRIES[*exporter], COUNTRIES[*importer]);
            writeln!(
                lines,
                "{year},{exporter},{importer},{code},{}.5,{quantity}",
                place + 1
            )
            .expect("text");
        }
        put("trade.csv", lines);
    }

    /// The score of a country in a year: the year's, or the newest before it.
    fn score(&self, country: usize, year: usize) -> Option<f64> {
        (0..=year)
            .rev()
            .find_map(|year| self.stability[year][country])
    }

    fn answer(&self, importer: &str, year: usize) -> Value {
        let output = Command::new(env!("CARGO_BIN_EXE_adit"))
            .args([
                "figures",
                "--mineral",
                "cobalt",
                "--importer",
                importer,
                "--json",
                "--data",
            ])
            .arg(&self.folder)
            .args(["--year", &YEARS[year].to_string()])
            .output()
            .expect("the command line is built");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{importer} {year}: {said}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

#[track_caller]
fn close(answer: &Value, path: &str, expected: f64) {
    let value = answer
        .pointer(path)
        .unwrap_or_else(|| panic!("{path} is missing"));
    let value = value
        .as_f64()
        .unwrap_or_else(|| panic!("{path} is {value}"));
    assert!(
        (value - expected).abs() <= 1e-12,
        "{path}: {value}, not {expected}"
    );
}

/// Both forms by the formula, written out.
fn compare(market: &Market, importer: &str, year: usize) -> (bool, bool) {
    let members: Vec<usize> = (0..COUNTRIES.len())
        .filter(|&country| {
            COUNTRIES[country] == importer
                || (importer == "EU" && BLOC.contains(&COUNTRIES[country]))
        })
        .collect();
    let answer = market.answer(importer, year);
    let produced = || market.production[year].iter().flatten();

    let whole: f64 = produced().map(|tonnes| tonnes.floor()).sum();
    let squares: f64 = produced().map(|tonnes| tonnes.floor().powi(2)).sum();
    let hhi = if whole == 0.0 {
        0.0
    } else {
        squares / whole.powi(2)
    };
    let domestic: f64 = members
        .iter()
        .filter_map(|&c| market.production[year][c])
        .sum();
    let (mut exact, mut all, mut weighted, mut unknown, mut outside) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let incoming = market
        .flows
        .iter()
        .filter(|flow| flow.0 == year && members.contains(&flow.2));
    for (_, exporter, _, quantity) in incoming {
        let quantity = quantity.unwrap_or(0.0);
        let score = market.score(*exporter, year);
        let g = score.map(|e| ((2.5 - e) / 5.0).clamp(0.0, 1.0));
        all += quantity;
        if !members.contains(exporter) {
            outside += quantity;
            exact += g.unwrap_or(0.5) * quantity;
            weighted += g.unwrap_or(0.0) * quantity;
            unknown += if g.is_none() { quantity } else { 0.0 };
        }
    }
    let risk = if domestic + all == 0.0 {
        0.0
    } else {
        exact / (domestic + all)
    };
    close(&answer, "/geopolrisk/exact/hhi", hhi);
    close(&answer, "/geopolrisk/exact/import_risk", risk);
    close(&answer, "/geopolrisk/exact/value", hhi * risk);

    let supply = domestic + outside;
    if supply > 0.0 {
        let total: f64 = produced().sum();
        let shares: f64 = produced().map(|tonnes| (tonnes / total).powi(2)).sum();
        close(
            &answer,
            "/geopolrisk/corrected/import_risk",
            weighted / supply,
        );
        close(
            &answer,
            "/geopolrisk/corrected/value",
            shares * weighted / supply,
        );
        close(
            &answer,
            "/geopolrisk/corrected/import_risk_bounds/high",
            (weighted + unknown) / supply,
        );
    } else {
        let reason = &answer["geopolrisk"]["corrected"]["why"]["value"];
        assert_eq!(
            reason,
            "the importer has neither production nor imports of it"
        );
    }
    (supply > 0.0, unknown > 0.0)
}

#[test]
fn both_forms_follow_the_formula_for_every_importer_bloc_and_year() {
    let (mut supplied, mut bare, mut unscored) = (0, 0, 0);
    for seed in 0..6 {
        let market = market(seed);
        for importer in COUNTRIES.into_iter().chain(["EU"]) {
            for year in 0..YEARS.len() {
                let (supply, unknown) = compare(&market, importer, year);
                supplied += usize::from(supply);
                bare += usize::from(!supply);
                unscored += usize::from(unknown);
            }
        }
    }
    assert!(
        supplied > 60 && bare > 0 && unscored > 10,
        "{supplied} {bare} {unscored}"
    );
}

#[test]
fn a_bloc_is_its_members_and_no_trade_among_them() {
    let market = market(11);
    let bloc = market.answer("EU", 1);
    let partners = bloc["trade"]["partners"].as_array().expect("a list");
    for partner in partners {
        let inside = BLOC.contains(&partner["country"].as_str().expect("a code"));
        assert_eq!(partner["inside"], inside);
    }
    let members = BLOC.map(|iso3| COUNTRIES.iter().position(|c| *c == iso3).expect("listed"));
    let from_outside = market
        .flows
        .iter()
        .filter(|flow| flow.0 == 1 && members.contains(&flow.2) && !members.contains(&flow.1));
    let outside: f64 = from_outside.filter_map(|flow| flow.3).sum();
    close(&bloc, "/trade/imports_t", outside);
}

#[test]
fn half_a_pair_of_files_is_a_problem_with_a_name() {
    let market = market(12);
    fs::remove_file(market.folder.join("trade.json")).expect("taken away");
    let output = Command::new(env!("CARGO_BIN_EXE_adit"))
        .args(["validate", "--data"])
        .arg(&market.folder)
        .output()
        .expect("the command line is built");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("trade.csv is there without trade.json; give both, or neither"),
        "{said}"
    );
}
