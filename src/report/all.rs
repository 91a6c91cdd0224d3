//! Every mineral under every method.

use serde::Serialize;

use super::absent::Why;
use crate::data::{Importer, Stage, SupplyTable};
use crate::risk::Measured;
use crate::risk::importer::{Case, Method, Sample, Sources, rank};
use crate::risk::intervals::Draws;

/// One method's verdict on one mineral.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// The value.
    pub value: f64,
    /// Its place among the minerals at the same stage, 1 the riskiest.
    pub rank: usize,
    /// Where value and place lie in nine of ten draws; none where some draw leaves no value.
    #[serde(flatten)]
    pub interval: Option<ScoreInterval>,
}

/// Where a value and its place lie in nine of ten draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ScoreInterval {
    /// The 5th percentile of the value.
    pub low: f64,
    /// The 95th percentile of the value.
    pub high: f64,
    /// The best place.
    pub rank_first: usize,
    /// The worst.
    pub rank_last: usize,
}

/// One mineral at one stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Slug.
    pub mineral: String,
    /// `mine` or `refine`.
    pub stage: &'static str,
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// R1, 0 to 10,000.
    pub hhi: Option<Score>,
    /// R2, 0 to 10.
    pub hhi_wgi: Option<Score>,
    /// R5, a fraction.
    pub n_minus_1: Option<Score>,
    /// IR, a fraction.
    pub import_reliance: Option<Score>,
    /// R3.
    pub ec_supply_risk: Option<Score>,
    /// R4, corrected, a fraction.
    pub geopolrisk: Option<Score>,
    /// Economic importance for the European Union, as its Commission published it in the study of supply risk.
    pub economic_importance: Option<f64>,
    /// R4 as published.
    pub geopolrisk_exact: Option<f64>,
    /// Official lists that name the mineral.
    pub lists: Vec<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl Row {
    /// A method's verdict.
    #[must_use]
    pub fn score(&self, method: Method) -> Option<&Score> {
        match method {
            Method::Hhi => self.hhi.as_ref(),
            Method::HhiWgi => self.hhi_wgi.as_ref(),
            Method::ImportReliance => self.import_reliance.as_ref(),
            Method::EcSupplyRisk => self.ec_supply_risk.as_ref(),
            Method::GeoPolRisk => self.geopolrisk.as_ref(),
            Method::NMinus1 => self.n_minus_1.as_ref(),
        }
    }
}

/// Every mineral.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct All {
    /// Who imports; none where only world supply is asked about.
    pub importer: Option<String>,
    /// How many draws the intervals rest on; 0 without intervals.
    pub draws: usize,
    /// Their seed.
    pub seed: u64,
    /// The minerals, by slug and stage.
    pub minerals: Vec<Row>,
}

impl All {
    /// The verdicts on some tables. Ranks are among the tables of one stage.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        tables: &[&SupplyTable],
        importer: Option<Importer>,
        draws: &Draws,
    ) -> Self {
        let data = sources.data;
        let mut rows = Vec::with_capacity(tables.len());
        for stage in Stage::ALL {
            let staged = tables.iter().filter(|table| table.stage == stage);
            let cases: Vec<Case<'_>> = staged
                .map(|table| Case::of(sources, table, importer))
                .collect();
            rows.extend(stage_rows(sources, &cases, draws));
        }
        rows.sort_by(|a, b| a.mineral.cmp(&b.mineral));
        Self {
            importer: importer.map(|importer| data.importer_code(importer).to_owned()),
            draws: draws.count(),
            seed: draws.seed(),
            minerals: rows,
        }
    }
}

/// The rows of one stage, ranked among themselves.
fn stage_rows(sources: &Sources<'_>, cases: &[Case<'_>], draws: &Draws) -> Vec<Row> {
    let mut rows: Vec<Row> = cases.iter().map(|case| row(sources, case)).collect();
    let intervals = if draws.count() == 0 {
        Method::ALL.map(|_| vec![None; cases.len()])
    } else {
        let samples: Vec<Sample> = cases.iter().map(|case| case.sample(sources)).collect();
        rank(draws, &samples)
    };
    for (method, intervals) in Method::ALL.into_iter().zip(intervals) {
        let values: Vec<_> = cases
            .iter()
            .map(|case| method.value(&case.world, case.importer()))
            .collect();
        let ranks = ranks(method, &values);
        for (at, row) in rows.iter_mut().enumerate() {
            let key = method.slug();
            let score = row.why.take(key, values[at]).map(|value| Score {
                value,
                rank: ranks[at],
                interval: intervals[at].map(|interval| ScoreInterval {
                    low: interval.low,
                    high: interval.high,
                    rank_first: interval.first,
                    rank_last: interval.last,
                }),
            });
            *slot(row, method) = score;
        }
    }
    rows
}

fn slot(row: &mut Row, method: Method) -> &mut Option<Score> {
    match method {
        Method::Hhi => &mut row.hhi,
        Method::HhiWgi => &mut row.hhi_wgi,
        Method::ImportReliance => &mut row.import_reliance,
        Method::EcSupplyRisk => &mut row.ec_supply_risk,
        Method::GeoPolRisk => &mut row.geopolrisk,
        Method::NMinus1 => &mut row.n_minus_1,
    }
}

/// Places from 1, the riskiest; equal values share the better one. What has no value comes after all that have.
fn ranks(method: Method, values: &[Measured<f64>]) -> Vec<usize> {
    let riskier = |one: f64, other: f64| match method {
        Method::NMinus1 => one < other,
        _ => one > other,
    };
    let known = || values.iter().flatten();
    let before = |value: f64| known().filter(|&&other| riskier(other, value)).count();
    let places = values.iter();
    places
        .map(|value| value.map_or_else(|_| known().count(), before) + 1)
        .collect()
}

fn row(sources: &Sources<'_>, case: &Case<'_>) -> Row {
    let (data, table) = (sources.data, case.table);
    let mut why = Why::default();
    let exact = case
        .importer()
        .and_then(|risk| match &risk.geopolrisk_exact {
            Ok(score) => Ok(score.value),
            Err(absence) => Err(*absence),
        });
    let lists = data.lists().iter();
    Row {
        mineral: data.mineral(table.mineral).slug.clone(),
        stage: table.stage.slug(),
        edition: data.edition(table.edition).id.clone(),
        year: table.year,
        hhi: None,
        hhi_wgi: None,
        n_minus_1: None,
        import_reliance: None,
        ec_supply_risk: None,
        geopolrisk: None,
        economic_importance: why.take("economic_importance", sources.economic_importance(table)),
        geopolrisk_exact: why.take("geopolrisk_exact", exact),
        lists: lists
            .filter(|list| list.members.contains(&table.mineral))
            .map(|list| list.id.clone())
            .collect(),
        why,
    }
}
