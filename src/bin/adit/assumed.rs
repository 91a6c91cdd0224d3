//! Options of the tasks about partners and alliances: fractions, codes, and what is assumed.

use adit::alliance::{Agreement, agreements};
use adit::data::{CountryId, Dataset, Importer};

use crate::alliance_arguments::Assumptions;
use crate::arguments::On;
use crate::failure::{Answer, Failure};
use crate::question;

/// The importer, without which there is no question.
pub(crate) fn importer(data: &Dataset, on: &On, task: &str) -> Answer<Importer> {
    question::importer(data, on.importer.as_deref())?.ok_or_else(|| {
        Failure::usage(format!(
            "adit {task} is about an importer; name one by --importer, such as EU or JPN"
        ))
    })
}

/// The shipped agreements.
pub(crate) fn agreements(data: &Dataset) -> Answer<Vec<Agreement>> {
    agreements::embedded(data).map_err(Failure::problem)
}

/// η.
pub(crate) fn eta(assumptions: &Assumptions) -> Answer<f64> {
    let eta = assumptions.eta;
    if (0.0..=1.0).contains(&eta) {
        Ok(eta)
    } else {
        Err(Failure::usage(format!(
            "--eta {eta}: write a number from 0 to 1"
        )))
    }
}

/// The need as a fraction of world supply, where it is assumed.
pub(crate) fn need(assumptions: &Assumptions) -> Answer<Option<f64>> {
    let need = assumptions.need;
    match need {
        Some(percent) if percent <= 0.0 => Err(Failure::usage(format!(
            "--need {percent}: a need is more than nothing"
        ))),
        _ => need.map(|percent| fraction("need", percent)).transpose(),
    }
}

/// A percentage as a fraction.
pub(crate) fn fraction(option: &str, percent: f64) -> Answer<f64> {
    if (0.0..=100.0).contains(&percent) {
        Ok(percent / 100.0)
    } else {
        Err(Failure::usage(format!(
            "--{option} {percent}: write a percentage from 0 to 100"
        )))
    }
}

/// The countries that codes name, blocs as their members.
pub(crate) fn countries(data: &Dataset, option: &str, codes: &[String]) -> Answer<Vec<CountryId>> {
    let mut countries = Vec::new();
    for code in codes {
        let found = data.importer_by_code(code).ok_or_else(|| {
            Failure::usage(format!(
                "--{option} {code}: no country or bloc has this code; write ISO 3166-1 alpha-3 codes such as AUS,CAN"
            ))
        })?;
        countries.extend(data.importer_members(found));
    }
    Ok(countries)
}
