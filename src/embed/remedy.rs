//! What is wrong with a word of a link, in the words of refusals.

use super::Refusal;
use super::envelope::cut;
use crate::data::{Dataset, nearest};
use crate::state::{Problem, View, query};

/// The key that a problem is about.
pub(super) fn key_of(problem: &Problem) -> &str {
    match problem {
        Problem::UnknownKey(key) => key,
        Problem::TooLong(key)
        | Problem::Repeated(key)
        | Problem::UnknownValue { key, .. }
        | Problem::NoFigures { key, .. } => key,
    }
}

/// A key that is no word of links.
pub(super) fn unknown_key(key: &str) -> Refusal {
    Refusal::UnknownKey {
        key: cut(key),
        near: nearest(key, query::KEYS.into_iter()),
    }
}

/// The refusal of a problem.
pub(super) fn refusal(problem: Problem, data: &Dataset) -> Refusal {
    match problem {
        Problem::UnknownKey(key) => unknown_key(&key),
        Problem::TooLong(key) => Refusal::TooLong { key },
        Problem::Repeated(key) => Refusal::Repeated { key },
        Problem::NoFigures { key, value } => Refusal::NoFigures { key, value },
        Problem::UnknownValue { key, value } => Refusal::UnknownValue {
            key: key.to_owned(),
            remedy: remedy(key, &value, data),
            value: cut(&value),
        },
    }
}

/// What a key takes instead.
fn remedy(key: &str, value: &str, data: &Dataset) -> String {
    match key {
        "view" => format!("write {}", View::ALL.map(View::word).join(", ")),
        "stage" => "write mine, refine or reserves".to_owned(),
        "theme" => "write light or dark, or leave it out for the system's".to_owned(),
        "lang" => "write en".to_owned(),
        "year" => "write a year such as 2023".to_owned(),
        "seed" => "write a whole number from 0 to 4294967295".to_owned(),
        "step" => "write a whole number from 1 to 255".to_owned(),
        "zoom" => {
            "write a factor from 1 and a centre from 0 to 1, such as 2.50,0.4100,0.3300".to_owned()
        }
        "edition" => {
            let ids: Vec<&str> = data.editions().iter().map(|one| one.id.as_str()).collect();
            format!("write one of {}", ids.join(", "))
        }
        "mineral" => {
            let slugs = data.minerals().iter().map(|mineral| mineral.slug.as_str());
            format!("did you mean {}?", nearest(value, slugs))
        }
        "importer" | "compare" => {
            let blocs: Vec<&str> = data.blocs().iter().map(|bloc| bloc.id.as_str()).collect();
            format!(
                "write an ISO 3166-1 alpha-3 code such as JPN, or one of {}",
                blocs.join(", ")
            )
        }
        "country" => "write an ISO 3166-1 alpha-3 code such as CHN".to_owned(),
        _ => "write what the page's own links hold there".to_owned(),
    }
}
