//! Trade: the judged codes with their reasons, and the source's flows as one file a year.
//!
//! The source is one compressed table of every code; only flows of codes that stand for something are shipped.
//! Its sums are held against recorded totals, so that a table that lost a row does not pass for one without trade.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use adit::data::{Dataset, Trade, TradeFiles};
use serde::{Deserialize, Serialize};

use super::json;
use super::tables::Tables;

/// The source's flows.
const FLOWS: &str = "trade/baci_2019_2024.csv.gz";

const SOURCE_HEADER: &str = "year,exporter,importer,hs92,value_kusd,quantity_t";
const HEADER: &str = "year,exporter,importer,code,value_kusd,quantity_t";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    key: String,
    value: String,
}

/// A judgement: what a code stands for, why no code stands for something, or why a code stands for nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    mineral: String,
    stage: String,
    code: String,
    coverage: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    code: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    source: String,
    iso3: String,
    #[serde(rename = "reason")]
    _reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Total {
    code: String,
    year: String,
    flows: u64,
    value_kusd: String,
    quantity_t: String,
    without_quantity: u64,
}

#[derive(Serialize)]
struct Stands {
    code: String,
    name: String,
    mineral: String,
    stage: String,
    coverage: String,
    reason: String,
}

#[derive(Serialize)]
struct Missing {
    mineral: String,
    stage: String,
    reason: String,
}

/// What was read about trade; the flows are still packed.
pub(super) struct Source {
    /// The text of `trade.json`.
    pub(super) about: String,
    packed: Vec<u8>,
    shipped: BTreeSet<String>,
    areas: Vec<Area>,
    totals: Vec<Total>,
}

/// The codes and what is said about them; `produced` are the minerals and stages with a table of production.
pub(super) fn read(
    tables: &mut Tables,
    produced: &BTreeSet<(String, String)>,
) -> Result<Source, String> {
    let about: Vec<About> = tables.rows("trade/about.csv")?;
    let names: Vec<Name> = tables.rows("trade/hs92.csv")?;
    let areas: Vec<Area> = tables.rows("trade/areas.csv")?;
    let totals: Vec<Total> = tables.rows("trade/totals.csv")?;
    let judged: Vec<Judged> = tables.rows("trade_codes.csv")?;
    let packed = tables.bytes(FLOWS)?;
    if about
        .iter()
        .find(|row| row.key == "sha256")
        .map(|row| row.value.as_str())
        != tables.digest(FLOWS)
    {
        return Err(format!(
            "data/tables/{FLOWS} is not the file whose digest data/tables/trade/about.csv names; \
             make trade/totals.csv anew and name the new digest"
        ));
    }
    check_judgements(&judged, &names, produced)?;
    let name = |code: &str| {
        let found = names.iter().find(|name| name.code == code);
        found.map(|name| name.name.clone()).unwrap_or_default()
    };
    let (mut codes, mut missing) = (Vec::new(), Vec::new());
    for Judged {
        mineral,
        stage,
        code,
        coverage,
        reason,
    } in judged
    {
        match (mineral.is_empty(), code.is_empty()) {
            (false, false) => codes.push(Stands {
                name: name(&code),
                code,
                mineral,
                stage,
                coverage,
                reason,
            }),
            (false, true) => missing.push(Missing {
                mineral,
                stage,
                reason,
            }),
            (true, _) => {}
        }
    }
    let facts = about.into_iter().filter(|row| row.key != "sha256");
    let (notes, facts): (Vec<About>, Vec<About>) = facts.partition(|row| row.key == "note");
    let facts: Vec<_> = facts.into_iter().map(|row| (row.key, row.value)).collect();
    let notes: Vec<String> = notes.into_iter().map(|row| row.value).collect();
    Ok(Source {
        about: json::trade(&json::Object(facts), &notes, &codes, &missing)?,
        packed,
        shipped: codes.into_iter().map(|code| code.code).collect(),
        areas,
        totals,
    })
}

/// Every code is judged once, and every mineral and stage with production has a code or a reason.
fn check_judgements(
    judged: &[Judged],
    names: &[Name],
    produced: &BTreeSet<(String, String)>,
) -> Result<(), String> {
    const FILE: &str = "data/tables/trade_codes.csv";
    for Name { code, .. } in names {
        let lines = judged.iter().filter(|row| row.code == *code).count();
        if lines != 1 {
            return Err(format!(
                "{FILE}: {lines} lines are for code {code}; give it one"
            ));
        }
    }
    for row in judged {
        if row.reason.is_empty() {
            let (mineral, stage, code) = (&row.mineral, &row.stage, &row.code);
            return Err(format!(
                "{FILE}: {mineral} {stage} {code} has no reason; give one"
            ));
        }
        if !row.code.is_empty() && !names.iter().any(|name| name.code == row.code) {
            let code = &row.code;
            return Err(format!(
                "{FILE}: code {code} is not in data/tables/trade/hs92.csv"
            ));
        }
    }
    for (mineral, stage) in produced {
        if !judged
            .iter()
            .any(|row| row.mineral == *mineral && row.stage == *stage)
        {
            return Err(format!(
                "{FILE}: no line is for {mineral} {stage}; name its codes, or say why none fits"
            ));
        }
    }
    Ok(())
}

/// Sums in thousandths, which are exact.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Sum {
    flows: u64,
    value: u64,
    quantity: u64,
    without_quantity: u64,
}

/// One file a year: its name and its bytes.
pub(super) fn parts(trade: &Trade, dataset: &Dataset) -> Result<Vec<(String, Vec<u8>)>, String> {
    let parts = trade.to_parts(dataset).map_err(|error| error.to_string())?;
    let named = parts
        .into_iter()
        .map(|(year, bytes)| (format!("trade/{year}.bin"), bytes));
    Ok(named.collect())
}

impl Source {
    /// The flows with all that is said about them, checked.
    pub(super) fn load(&self, dataset: &Dataset) -> Result<Trade, String> {
        let flows = self.flows()?;
        let files = TradeFiles {
            about: &self.about,
            flows: &flows,
        };
        Trade::load(&files, dataset).map_err(|error| error.to_string())
    }

    /// `trade.csv` of the codes that stand for something, after all sums have been held against the totals.
    fn flows(&self) -> Result<String, String> {
        let text = xtask_compress::gunzip(&self.packed)
            .map_err(|error| format!("data/tables/{FLOWS}: {error}"))?;
        let mut lines = text.lines();
        if lines.next() != Some(SOURCE_HEADER) {
            return Err(format!(
                "data/tables/{FLOWS}: the first line is not {SOURCE_HEADER}"
            ));
        }
        let mut flows = HEADER.to_owned() + "\n";
        let mut sums: BTreeMap<(&str, &str), Sum> = BTreeMap::new();
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            let [year, exporter, importer, code, value, quantity] = cells[..] else {
                return Err(format!("data/tables/{FLOWS}: {line:?} has not six cells"));
            };
            let sum = sums.entry((code, year)).or_default();
            sum.flows += 1;
            sum.value += thousandths(value)?;
            match quantity {
                "" => sum.without_quantity += 1,
                _ => sum.quantity += thousandths(quantity)?,
            }
            if self.shipped.contains(code) {
                let (exporter, importer) = (self.country(exporter), self.country(importer));
                writeln!(
                    flows,
                    "{year},{exporter},{importer},{code},{value},{quantity}"
                )
                .map_err(|error| error.to_string())?;
            }
        }
        self.check(sums)?;
        Ok(flows)
    }

    fn country<'a>(&'a self, source: &'a str) -> &'a str {
        let area = self.areas.iter().find(|area| area.source == source);
        area.map_or(source, |area| area.iso3.as_str())
    }

    fn check<'a>(&'a self, mut sums: BTreeMap<(&'a str, &'a str), Sum>) -> Result<(), String> {
        for total in &self.totals {
            let recorded = Sum {
                flows: total.flows,
                value: thousandths(&total.value_kusd)?,
                quantity: thousandths(&total.quantity_t)?,
                without_quantity: total.without_quantity,
            };
            let key = (total.code.as_str(), total.year.as_str());
            let sum = sums.remove(&key).unwrap_or_default();
            if sum != recorded {
                let (code, year) = key;
                return Err(format!(
                    "data/tables/{FLOWS}: the flows of {code} in {year} do not add up to those of \
                     trade/totals.csv; restore the table"
                ));
            }
        }
        match sums.keys().next() {
            Some((code, year)) => Err(format!(
                "data/tables/trade/totals.csv: no line is for {code} in {year}; add it"
            )),
            None => Ok(()),
        }
    }
}

/// A number of at most three decimals in thousandths.
fn thousandths(number: &str) -> Result<u64, String> {
    let wrong =
        || format!("data/tables/{FLOWS}: {number:?} is no number of at most three decimals");
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{decimals:0<3}");
    if decimals.len() > 3 {
        return Err(wrong());
    }
    digits.parse().map_err(|_error| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_taken_in_whole_thousandths() {
        assert_eq!(thousandths("43.719"), Ok(43_719));
        assert_eq!(thousandths("0.5"), Ok(500));
        assert_eq!(thousandths("12"), Ok(12_000));
        assert!(thousandths("0.0001").is_err() && thousandths("1e3").is_err());
    }
}
