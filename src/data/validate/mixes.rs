//! The two mixes of suppliers of an assessment: who has what share, and the trade variable of each.

use super::registry::unknown_country;
use super::report::Report;
use super::words::number;
use crate::data::raw::Pairs;
use crate::data::raw_later as raw;
use crate::data::{Dataset, EcShare};

const FILE: &str = "assessments.json";

/// Shares are rounded, most to whole percents: dozens of them overshoot.
const MOST_PERCENT: f64 = 107.0;

/// One mix in the file's order.
pub(super) fn shares(
    raw: Pairs<'_, raw::Supplier<'_>>,
    place: &str,
    dataset: &Dataset,
    report: &mut Report,
) -> Vec<EcShare> {
    let mut shares: Vec<EcShare> = Vec::with_capacity(raw.0.len());
    let mut sum = 0.0;
    for (iso3, raw::Supplier(cell, variable)) in raw.0 {
        let id = dataset.country_by_iso3(iso3);
        match id {
            None => unknown_country(FILE, place, iso3, report),
            Some(id) if shares.iter().any(|share| share.country == id) => {
                let problem = format!("{iso3} is listed twice");
                report.add(FILE, place, problem, "keep the published share");
            }
            Some(_) => {}
        }
        let at = format!("{place}, {iso3}");
        if let Err(problem) = &cell.0 {
            report.add(FILE, &at, problem, "write the published share");
        }
        let t = number(FILE, &at, "the trade variable", Some(variable), 3.0, report);
        if let (Some(country), Ok(percent), Some(trade_variable)) = (id, cell.0, t) {
            sum += percent.value().unwrap_or_default();
            shares.push(EcShare {
                country,
                percent,
                trade_variable,
            });
        }
    }
    if sum > MOST_PERCENT {
        let problem = format!("the shares add up to {sum:.1} %");
        report.add(
            FILE,
            place,
            problem,
            "correct them so that they add up to 100",
        );
    }
    shares
}
