//! Supply risk against economic importance, with the Commission's thresholds.

use crate::data::Dataset;
use crate::i18n::DeskStrings;
use crate::report::All;
use crate::risk::ec_supply_risk::{
    ECONOMIC_IMPORTANCE_THRESHOLD, SUPPLY_RISK_THRESHOLD, is_critical,
};

/// One mineral.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its name.
    pub name: String,
    /// Economic importance for the European Union, as published, dimensionless.
    pub importance: f64,
    /// Supply risk by the Commission's formula for the importer, dimensionless.
    pub risk: f64,
    /// The 5th and 95th percentile of the risk, where every draw has one.
    pub between: Option<(f64, f64)>,
    /// Whether both reach their thresholds, rounded as the Commission rounds.
    pub critical: bool,
}

/// The minerals of one stage that have both numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// The minerals, riskiest first.
    pub points: Vec<Point>,
    /// The thresholds: economic importance, supply risk.
    pub thresholds: (f64, f64),
    /// What runs across.
    pub across: &'static str,
    /// What runs up.
    pub up: &'static str,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl Scatter {
    /// The chart of a table of minerals.
    #[must_use]
    pub fn build(data: &Dataset, all: &All, importer: &str, words: &DeskStrings) -> Self {
        let points = all.minerals.iter().filter_map(|row| {
            let (risk, importance) = (row.ec_supply_risk.as_ref()?, row.economic_importance?);
            Some(Point {
                name: data
                    .mineral(data.mineral_by_slug(&row.mineral)?)
                    .name
                    .clone(),
                importance,
                risk: risk.value,
                between: risk.interval.map(|interval| (interval.low, interval.high)),
                critical: is_critical(risk.value, importance),
            })
        });
        let mut points: Vec<Point> = points.collect();
        points.sort_by(|one, other| other.risk.total_cmp(&one.risk));
        let critical = points.iter().filter(|point| point.critical).count();
        Self {
            summary: (words.scatter.summary)(critical, points.len(), importer),
            points,
            thresholds: (ECONOMIC_IMPORTANCE_THRESHOLD, SUPPLY_RISK_THRESHOLD),
            across: words.scatter.across,
            up: words.scatter.up,
        }
    }
}
