//! Where a scenario's figures of one stage come from, and how its suppliers change.

use serde::Serialize;

use super::absent::Why;
use crate::data::Dataset;
use crate::scenario::market::StageBasis;
use crate::scenario::outcome::Shift;
use crate::scenario::sourcing::{Sourcing, SourcingBasis};

/// What an importer's shares are taken from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourcingFigures {
    /// `trade`; `commission`, its averages; `world`, the world's shares because its own are not known.
    pub basis: &'static str,
    /// The year of the trade.
    pub year: Option<u16>,
    /// Its part of world use, a fraction; rough, since production and trade count unlike tonnes.
    pub need: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// One supplier in the months with the largest shortfall.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SupplierShift {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// Its part of world supply before.
    pub before: f64,
    /// Its part of what is left.
    pub after: f64,
    /// Its output as a part of normal world supply, with what the price adds.
    pub output: f64,
}

/// One stage of a scenario's market.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageFigures {
    /// The edition's id.
    pub edition: String,
    /// The year; of averages the last.
    pub year: u16,
    /// What the importer's shares are taken from, where one is asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sourcing: Option<SourcingFigures>,
    /// The suppliers, those who lose most first.
    pub suppliers: Vec<SupplierShift>,
}

impl StageFigures {
    pub(super) fn of(data: &Dataset, basis: &StageBasis, shifts: &[Shift]) -> Self {
        let suppliers = shifts.iter().map(|shift| SupplierShift {
            country: data.country(shift.country).iso3.clone(),
            before: shift.before,
            after: shift.after,
            output: shift.output,
        });
        Self {
            edition: data.edition(basis.edition).id.clone(),
            year: basis.year,
            sourcing: basis.sourcing.as_ref().map(SourcingFigures::of),
            suppliers: suppliers.collect(),
        }
    }
}

impl SourcingFigures {
    fn of(sourcing: &Sourcing) -> Self {
        let mut why = Why::default();
        let (basis, year) = match sourcing.basis {
            SourcingBasis::Trade { year } => ("trade", Ok(year)),
            SourcingBasis::Commission => (
                "commission",
                Err("the shares are averages of years".to_owned()),
            ),
            SourcingBasis::World(absence) => ("world", Err(absence.to_string())),
        };
        Self {
            basis,
            year: why.take("year", year),
            need: why.take("need", sourcing.need),
            why,
        }
    }
}
