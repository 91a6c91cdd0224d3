//! Scores of political stability: one per country and year, or none.

use super::registry::unknown_country;
use super::report::Report;
use crate::data::cell::parse_decimal;
use crate::data::{CountryId, Dataset, GovernanceMeta, Wgi, raw};

const FILE: &str = "governance.json";

/// The file with the same scores from the source's first year on.
pub(super) const LONG: &str = "governance_long.json";

/// The scores are drawn from a standard normal; single countries lie beyond 2.5, none beyond this.
const SCALE: f64 = 3.5;

/// The dataset's own scores.
pub(super) fn scores(dataset: &mut Dataset, raw: raw::Governance<'_>, report: &mut Report) {
    (dataset.governance, dataset.scores) = read(FILE, dataset, raw, report);
}

/// Every score, ordered by country and year.
pub(super) fn read(
    file: &'static str,
    dataset: &Dataset,
    raw: raw::Governance<'_>,
    report: &mut Report,
) -> (GovernanceMeta, Vec<(CountryId, Wgi)>) {
    let years = raw.years;
    if years.is_empty() || years.windows(2).any(|pair| pair[0] >= pair[1]) {
        let problem = format!("the years {years:?} are not a rising list");
        report.add(
            file,
            "years",
            problem,
            "list each year once, earliest first",
        );
    }
    let mut scores = Vec::with_capacity(raw.countries.0.len() * years.len());
    for (iso3, raw::Scores { estimate, se }) in raw.countries.0 {
        let Some(id) = dataset.country_by_iso3(iso3) else {
            unknown_country(file, iso3, iso3, report);
            continue;
        };
        if estimate.len() != years.len() || se.len() != years.len() {
            let problem = format!(
                "{} estimates and {} standard errors for {} years",
                estimate.len(),
                se.len(),
                years.len()
            );
            report.add(
                file,
                iso3,
                problem,
                "give one of each for each year, NA where missing",
            );
        }
        for ((&year, estimate), se) in years.iter().zip(estimate).zip(se) {
            scores.extend(score(file, year, estimate, se, iso3, report).map(|score| (id, score)));
        }
    }
    scores.sort_by_key(|(id, score)| (*id, score.year));
    for pair in scores.windows(2) {
        if (pair[0].0, pair[0].1.year) == (pair[1].0, pair[1].1.year) {
            let place = dataset.country(pair[0].0).iso3.as_str();
            let problem = format!("two scores for {}", pair[0].1.year);
            report.add(file, place, problem, "keep the published one");
        }
    }
    let meta = GovernanceMeta {
        indicator: raw.indicator,
        unit: raw.unit,
        source: raw.source,
        licence: raw.licence,
        first_year: years.first().copied().unwrap_or_default(),
        last_year: years.last().copied().unwrap_or_default(),
    };
    (meta, scores)
}

/// One year's score; both numbers or neither.
fn score(
    file: &'static str,
    year: u16,
    estimate: &str,
    se: &str,
    iso3: &str,
    report: &mut Report,
) -> Option<Wgi> {
    if estimate == "NA" && se == "NA" {
        return None;
    }
    let place = format!("{iso3} {year}");
    let (Some(estimate), Some(standard_error)) = (parse_decimal(estimate), parse_decimal(se))
    else {
        let problem = format!("{estimate:?} and {se:?} are not a score and its error");
        report.add(file, place, problem, "write both numbers, or NA for both");
        return None;
    };
    if estimate.abs() > SCALE {
        let problem = format!("the score {estimate} is off the scale, -{SCALE} to {SCALE}");
        report.add(file, place, problem, "write the published estimate");
        return None;
    }
    if standard_error <= 0.0 {
        let problem = format!("the standard error {standard_error} is not positive");
        report.add(file, place, problem, "write the published standard error");
        return None;
    }
    Some(Wgi {
        estimate,
        standard_error,
        year,
    })
}
