//! Scores of political stability, by country and year.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::json::{self, Object};
use super::tables::Tables;

/// The first year that is shipped. The oldest year of production is 2020, and a year without a score takes
/// the newest before it: two years more leave room for that, and everything earlier would travel unread.
pub(super) const FIRST_YEAR: u16 = 2018;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    iso3: String,
    #[serde(rename = "country")]
    _country: String,
    year: u16,
    estimate: String,
    standard_error: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    iso3: String,
    first_year: u16,
    last_year: u16,
    #[serde(rename = "reason")]
    _reason: String,
}

impl LeftOut {
    fn covers(&self, score: &Score) -> bool {
        self.iso3 == score.iso3 && (self.first_year..=self.last_year).contains(&score.year)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct Scores {
    estimate: Vec<String>,
    se: Vec<String>,
}

/// The text of `governance.json`, or with an earlier year that of `governance_long.json`.
pub(super) fn read(tables: &mut Tables, first_year: u16) -> Result<String, String> {
    let about: Vec<About> = tables.rows("governance/about.csv")?;
    let left_out: Vec<LeftOut> = tables.rows("governance/left_out.csv")?;
    let mut scores: Vec<Score> = tables.rows("governance/wgi_political_stability.csv")?;
    scores.retain(|score| score.year >= first_year);
    let mut years: Vec<u16> = scores.iter().map(|score| score.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut countries: BTreeMap<String, BTreeMap<u16, (String, String)>> = BTreeMap::new();
    for score in scores {
        if left_out.iter().any(|row| row.covers(&score)) {
            continue;
        }
        let row = countries.entry(score.iso3.clone()).or_default();
        let pair = (score.estimate, score.standard_error);
        if row
            .insert(score.year, pair.clone())
            .is_some_and(|before| before != pair)
        {
            let remedy = "keep the right one, or name both in data/tables/governance/left_out.csv";
            return Err(format!(
                "governance, {}: two scores for {}; {remedy}",
                score.iso3, score.year
            ));
        }
    }
    let rows = countries.into_iter().map(|(iso3, row)| {
        let cell = |year: &u16| {
            row.get(year)
                .cloned()
                .unwrap_or_else(|| ("NA".to_owned(), "NA".to_owned()))
        };
        let (estimate, se) = years.iter().map(cell).unzip();
        (iso3, Scores { estimate, se })
    });
    let about: Vec<(String, String)> = about.into_iter().map(|row| (row.key, row.value)).collect();
    json::governance(&Object(about), &years, &Object(rows.collect()))
}
