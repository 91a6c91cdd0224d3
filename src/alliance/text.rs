//! A question about alliances as text, the same in links and on the command line, and back.
//!
//! Fields are joined by `;`, a field's name and its values by `:`, values by `,`; only what differs from the defaults is
//! written:
//!
//! | field | takes |
//! |---|---|
//! | `with` | ids of agreements: only these |
//! | `without` | ids of agreements: all but these |
//! | `project` | a country's code, `/`, percent of the need: `CAN/5` |
//! | `exclude`, `require` | codes of countries or blocs |
//! | `indicator` | the id of a burden's indicator |
//! | `assumed` | `no`, where nothing counts that is only assumed |
//! | a word of [`Parameter::slug`](super::parameter::Parameter::slug) | its number, or `none` where there may be none |
//!
//! `without:eu-chl;most:4;exclude:CHN,RUS;eta:0.3`. What cannot be followed becomes a [`Problem`]; the rest counts.

use std::fmt;

use super::agreements::Agreement;
use super::asked::Asked;
use super::burden;
use super::parameter::{Key, PARAMETERS};
use crate::data::{CountryId, Dataset, Importer};

/// A value that could not be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field as written.
    pub field: String,
    /// The value as written; empty where there is none.
    pub value: String,
    /// What would do.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            field,
            value,
            remedy,
        } = self;
        write!(f, "{field}: “{value}” does not count; {remedy}")
    }
}

/// A text read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decoded {
    /// What it asks.
    pub asked: Asked,
    /// What does not count.
    pub problems: Vec<Problem>,
}

/// The word for none.
const NONE: &str = "none";
/// The word for not.
const NO: &str = "no";
/// How much of a wrong value is repeated.
const LONGEST_VALUE: usize = 40;

/// A question as text; empty where nothing differs from the defaults.
#[must_use]
pub fn encode(asked: &Asked, data: &Dataset) -> String {
    let codes = |asked: &[Importer]| {
        let codes = asked.iter().map(|one| data.importer_code(*one).to_owned());
        codes.collect::<Vec<_>>()
    };
    let projects = asked.projects.iter();
    let projects = projects.map(|(at, percent)| format!("{}/{percent}", data.country(*at).iso3));
    let lists = [
        ("with", asked.with.clone()),
        ("without", asked.without.clone()),
        ("project", projects.collect()),
        ("exclude", codes(&asked.excluded)),
        ("require", codes(&asked.required)),
        ("indicator", asked.indicator.iter().cloned().collect()),
        (
            "assumed",
            asked
                .sourced_only
                .then(|| NO.to_owned())
                .into_iter()
                .collect(),
        ),
    ];
    let lists = lists.into_iter().filter(|(_, values)| !values.is_empty());
    let lists = lists.map(|(field, values)| format!("{field}:{}", values.join(",")));
    let numbers = asked.changed().map(|(parameter, value)| {
        if value.is_infinite() {
            format!("{}:{NONE}", parameter.slug)
        } else {
            format!("{}:{value}", parameter.slug)
        }
    });
    lists.chain(numbers).collect::<Vec<_>>().join(";")
}

/// Reads what [`encode`] writes.
#[must_use]
pub fn decode(text: &str, data: &Dataset, agreements: &[Agreement]) -> Decoded {
    let mut decoded = Decoded::default();
    let mut seen: Vec<&str> = Vec::new();
    for word in text.split(';').map(str::trim) {
        if word.is_empty() {
            continue;
        }
        let (field, values) = word.split_once(':').unwrap_or((word, ""));
        let Decoded { asked, problems } = &mut decoded;
        let mut problem = |value: &str, remedy: String| {
            problems.push(Problem {
                field: shortened(field),
                value: shortened(value),
                remedy,
            });
        };
        if seen.contains(&field) {
            problem(values, "the field is written twice: leave one".to_owned());
            continue;
        }
        seen.push(field);
        if let Some(key) = Key::from_slug(field) {
            match number(values).filter(|number| key.parameter().allows(*number)) {
                Some(number) => *asked = asked.clone().with_number(key, number),
                None => problem(values, format!("write {}", key.parameter().range())),
            }
            continue;
        }
        if !LISTS.contains(&field) {
            problem(values, unknown(field));
            continue;
        }
        for value in values.split(',').map(str::trim) {
            if let Err(remedy) = listed(asked, field, value, data, agreements) {
                problem(value, remedy);
            }
        }
    }
    decoded
}

/// The fields that hold lists.
const LISTS: [&str; 7] = [
    "with",
    "without",
    "project",
    "exclude",
    "require",
    "indicator",
    "assumed",
];

/// Takes one value of a list, or says what would do.
fn listed(
    asked: &mut Asked,
    field: &str,
    value: &str,
    data: &Dataset,
    agreements: &[Agreement],
) -> Result<(), String> {
    match field {
        "assumed" => (value == NO)
            .then(|| asked.sourced_only = true)
            .ok_or_else(|| {
                format!("write {NO}, or leave the field out for what is assumed to count")
            }),
        "indicator" => {
            let burdens = burden::embedded(data).map_err(|error| error.to_string())?;
            if burdens.position(value).is_none() {
                let ids = burdens.indicators.iter().map(|one| one.id.as_str());
                return Err(nearest("indicator", value, ids));
            }
            if asked.indicator.is_some() {
                return Err("write one indicator".to_owned());
            }
            asked.indicator = Some(value.to_owned());
            Ok(())
        }
        "with" | "without" => {
            let Some(known) = agreements.iter().find(|one| one.id == value) else {
                let ids = agreements.iter().map(|one| one.id.as_str());
                return Err(nearest("agreement", value, ids));
            };
            let list = if field == "with" {
                &mut asked.with
            } else {
                &mut asked.without
            };
            once(list, known.id.clone())
        }
        "project" => {
            let (country, percent) = project(value, data).ok_or(
                "write a country's code and percent of the need from 0 to 100, such as CAN/5",
            )?;
            if asked.projects.iter().any(|(at, _)| *at == country) {
                return Err("the country has a project already: write their sum".to_owned());
            }
            asked.projects.push((country, percent));
            Ok(())
        }
        _ => {
            let Some(who) = data.importer_by_code(value) else {
                let countries = data.countries().iter().map(|one| one.iso3.as_str());
                let blocs = data.blocs().iter().map(|one| one.id.as_str());
                return Err(nearest("country or bloc", value, countries.chain(blocs)));
            };
            let list = if field == "exclude" {
                &mut asked.excluded
            } else {
                &mut asked.required
            };
            once(list, who)
        }
    }
}

fn once<T: PartialEq>(list: &mut Vec<T>, value: T) -> Result<(), String> {
    if list.contains(&value) {
        return Err("it is written twice: leave one".to_owned());
    }
    list.push(value);
    Ok(())
}

fn project(value: &str, data: &Dataset) -> Option<(CountryId, f64)> {
    let (code, percent) = value.split_once('/')?;
    let percent = number(percent).filter(|percent| (0.0..=100.0).contains(percent))?;
    Some((data.country_by_iso3(code)?, percent))
}

fn number(value: &str) -> Option<f64> {
    if value == NONE {
        return Some(f64::INFINITY);
    }
    let number = value.parse::<f64>().ok();
    // −0 would come back as 0 and be another text.
    number
        .filter(|number| number.is_finite())
        .map(|number| number + 0.0)
}

fn unknown(field: &str) -> String {
    let slugs = PARAMETERS.iter().map(|parameter| parameter.slug);
    nearest("field", field, slugs.chain(LISTS))
}

fn nearest<'a>(what: &str, word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known.max_by(|a, b| strsim::jaro(word, a).total_cmp(&strsim::jaro(word, b)));
    near.map_or_else(
        || format!("no {what} is known"),
        |near| format!("no such {what}: did you mean {near}?"),
    )
}

fn shortened(value: &str) -> String {
    let mut value: String = value.chars().filter(|sign| !sign.is_control()).collect();
    if let Some((end, _)) = value.char_indices().nth(LONGEST_VALUE) {
        value.truncate(end);
        value.push('…');
    }
    value
}
