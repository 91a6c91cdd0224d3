//! Options of the tasks about partners and alliances: fractions, codes, and what is assumed.

use adit::alliance::{Agreement, Asked, Key, agreements, text};
use adit::data::{Dataset, Importer};

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

/// The question of a link's text, where every word of it counts.
pub(crate) fn of_text(text: &str, data: &Dataset, known: &[Agreement]) -> Answer<Asked> {
    let decoded = text::decode(text, data, known);
    let problems = decoded.problems.iter().map(|one| format!("--ask {one}"));
    let problems: Vec<String> = problems.collect();
    if problems.is_empty() {
        Ok(decoded.asked)
    } else {
        Err(Failure::usage(problems.join("\n")))
    }
}

/// The question with the number that an option gives.
pub(crate) fn put(asked: Asked, key: Key, value: f64) -> Answer<Asked> {
    let parameter = key.parameter();
    if value.is_finite() && parameter.allows(value) {
        Ok(asked.with_number(key, value))
    } else {
        let (slug, low, high) = (parameter.slug, parameter.low, parameter.high);
        Err(Failure::usage(format!(
            "--{slug} {value}: write a number from {low} to {high}"
        )))
    }
}

/// The same with an option that may be left out.
pub(crate) fn put_some(asked: Asked, key: Key, value: Option<f64>) -> Answer<Asked> {
    match value {
        Some(value) => put(asked, key, value),
        None => Ok(asked),
    }
}

/// The same with what is assumed where data say nothing.
pub(crate) fn put_assumed(asked: Asked, assumptions: &Assumptions) -> Answer<Asked> {
    let asked = put(asked, Key::Eta, assumptions.eta)?;
    put_some(asked, Key::Need, assumptions.need)
}

/// The countries and blocs that codes name.
pub(crate) fn named(data: &Dataset, option: &str, codes: &[String]) -> Answer<Vec<Importer>> {
    let mut named = Vec::new();
    for code in codes {
        let found = data.importer_by_code(code).ok_or_else(|| {
            Failure::usage(format!(
                "--{option} {code}: no country or bloc has this code; write ISO 3166-1 alpha-3 codes such as AUS,CAN"
            ))
        })?;
        named.push(found);
    }
    Ok(named)
}
