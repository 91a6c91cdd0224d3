//! R9: what a mix of suppliers asks of people and nature where they work, by one indicator at a time, kept apart from risk.
//!
//! The burden of a mix is E = Σ s·b with b from 0, the lightest, to 1, the heaviest end of the indicator's own published
//! scale: not the lightest and heaviest country, so that b does not depend on who else is in the table. A country without
//! a value gives bounds, 0 and 1; nothing stands in for it. An indicator is of a whole country: no mine is measured.

use serde::Deserialize;
use thiserror::Error;

use crate::data::{CountryId, Dataset};

static INDICATORS: &str = include_str!("../../data/tables/burden_indicators.csv");
static VALUES: &str = include_str!("../../data/tables/burden.csv");

/// An indicator of what mining may ask of people or nature.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Indicator {
    /// Its word on the command line.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// What the publisher calls it.
    pub measure: String,
    /// The year of the values.
    pub year: u16,
    /// The unit of the values.
    pub unit: String,
    /// The end of the scale that is no burden.
    pub lightest: f64,
    /// The end of the scale that is the whole burden.
    pub heaviest: f64,
    /// The licence.
    pub licence: String,
    /// Where it was read.
    pub source: String,
    /// `secondary`: read in a copy.
    pub evidence: String,
    /// What a reader must know.
    pub note: String,
}

impl Indicator {
    /// b of a value.
    ///
    /// # Definition
    /// `(value − lightest)/(heaviest − lightest)`, held within 0 and 1.
    #[must_use]
    pub fn burden(&self, value: f64) -> f64 {
        ((value - self.lightest) / (self.heaviest - self.lightest)).clamp(0.0, 1.0)
    }
}

/// A number that is known, or known to lie between two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Between {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// The indicators with their values.
#[derive(Debug, Clone, PartialEq)]
pub struct Burdens {
    /// The indicators, in the table's order.
    pub indicators: Vec<Indicator>,
    /// b of each country in the order of the indicators; in the order of countries.
    countries: Vec<(CountryId, Vec<Option<f64>>)>,
}

/// What is wrong with the tables of burdens.
#[derive(Debug, Error)]
pub enum BurdenError {
    /// A line that is none.
    #[error("burden tables: {0}; their columns are in data/README.md")]
    Csv(#[from] csv::Error),
    /// A country that nobody knows.
    #[error("burden.csv: no country has the code {0:?}")]
    Country(String),
    /// A value that is no number.
    #[error(
        "burden.csv: {country}, {indicator}: {value:?} is no number within the indicator's scale"
    )]
    Value {
        /// The country's code.
        country: String,
        /// The indicator's word.
        indicator: String,
        /// What stands there.
        value: String,
    },
}

/// The shipped indicators.
///
/// # Errors
/// When a table is broken, which a test excludes.
pub fn embedded(data: &Dataset) -> Result<Burdens, BurdenError> {
    read(INDICATORS, VALUES, data)
}

/// Indicators from the texts of their two tables.
///
/// # Errors
/// The first line that is no row, and the first cell that is no value.
pub fn read(indicators: &str, values: &str, data: &Dataset) -> Result<Burdens, BurdenError> {
    let mut reader = csv::Reader::from_reader(indicators.as_bytes());
    let indicators: Vec<Indicator> = reader.deserialize().collect::<Result<_, _>>()?;
    let mut reader = csv::Reader::from_reader(values.as_bytes());
    let heads = reader.headers()?.clone();
    let columns: Vec<Option<usize>> = indicators
        .iter()
        .map(|indicator| heads.iter().position(|head| head == indicator.id))
        .collect();
    let mut countries = Vec::new();
    for line in reader.records() {
        let line = line?;
        let code = line.get(0).unwrap_or_default();
        let country = data
            .country_by_iso3(code)
            .ok_or_else(|| BurdenError::Country(code.to_owned()))?;
        let cells = indicators.iter().zip(&columns).map(|(indicator, column)| {
            let text = column
                .and_then(|column| line.get(column))
                .unwrap_or_default();
            if text.is_empty() {
                return Ok(None);
            }
            let ends = [indicator.lightest, indicator.heaviest];
            let within =
                |value: &f64| (ends[0].min(ends[1])..=ends[0].max(ends[1])).contains(value);
            let value = text.parse().ok().filter(within);
            let value = value.ok_or_else(|| BurdenError::Value {
                country: code.to_owned(),
                indicator: indicator.id.clone(),
                value: text.to_owned(),
            })?;
            Ok(Some(indicator.burden(value)))
        });
        countries.push((country, cells.collect::<Result<_, BurdenError>>()?));
    }
    countries.sort_by_key(|(country, _)| *country);
    Ok(Burdens {
        indicators,
        countries,
    })
}

impl Burdens {
    /// The place of an indicator by its word.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.indicators
            .iter()
            .position(|indicator| indicator.id == id)
    }

    /// b of a country by an indicator, 0 to 1; none where the source has no value.
    #[must_use]
    pub fn of(&self, indicator: usize, country: CountryId) -> Option<f64> {
        let at = self
            .countries
            .binary_search_by_key(&country, |(country, _)| *country);
        let (_, values) = self.countries.get(at.ok()?)?;
        values.get(indicator).copied().flatten()
    }

    /// E of a mix by an indicator: Σ s·b, a fraction where the shares add up to 1. What nobody sends, `shortage`, and what
    /// comes from countries without a value may ask nothing or everything.
    #[must_use]
    pub fn of_mix(
        &self,
        indicator: usize,
        mix: impl Iterator<Item = (CountryId, f64)>,
        shortage: f64,
    ) -> Between {
        let mut between = Between {
            low: 0.0,
            high: shortage,
        };
        for (country, share) in mix {
            let known = self.of(indicator, country);
            between.low += share * known.unwrap_or(0.0);
            between.high += share * known.unwrap_or(1.0);
        }
        between
    }
}
