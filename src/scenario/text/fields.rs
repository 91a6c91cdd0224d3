//! What each field takes, and what is wrong with a value that it does not take.

use super::encode::percent;
use super::problem::{Refused, refused};
use crate::data::{Dataset, Importer, MineralId, nearest};
use crate::scenario::{Minerals, Month, Stages, StepKind};

/// The longest that a step lasts: all the months that texts know.
const MOST_MONTHS: u16 = 12 * (Month::YEARS.end - Month::YEARS.start);

pub(super) fn kind(text: &str) -> Result<StepKind, Refused> {
    match StepKind::from_word(text) {
        Some(kind) => Ok(kind),
        None if text.is_empty() => refused(
            "a step begins with what happens",
            "write a kind such as cut-off",
        ),
        None => {
            let near = nearest(text, StepKind::ALL.into_iter().map(StepKind::word));
            refused("unknown kind", format!("did you mean {near}?"))
        }
    }
}

pub(super) fn actor(
    kind: StepKind,
    text: &str,
    data: &Dataset,
) -> Result<Option<Importer>, Refused> {
    match text {
        "" | "*" if kind.needs_actor() => refused(
            format!("{} needs an actor", kind.word()),
            "write a code such as CHN",
        ),
        "" | "*" => Ok(None),
        code => importer(code, data).map(Some),
    }
}

pub(super) fn aim(
    kind: StepKind,
    actor: Option<Importer>,
    text: &str,
    data: &Dataset,
) -> Result<Option<Importer>, Refused> {
    if matches!(text, "" | "*") {
        return Ok(None);
    }
    if !kind.is_export_measure() {
        return refused(
            format!("{} hits everyone alike", kind.word()),
            "leave the aim out; only cut-off, quota, licence-delay and tax have one",
        );
    }
    let aim = importer(text, data)?;
    let by = actor.map(|actor| data.importer_members(actor));
    let at = data.importer_members(aim);
    // A bloc that a part of it deals with is another; a part of the actor is the actor.
    if by.is_some_and(|by| at.iter().all(|one| by.contains(one))) {
        return refused(
            "the actor aims at itself",
            "write another code, or * for everyone",
        );
    }
    Ok(Some(aim))
}

/// The country or bloc of a code, in small letters or capitals.
fn importer(text: &str, data: &Dataset) -> Result<Importer, Refused> {
    let found = [
        text.to_owned(),
        text.to_ascii_uppercase(),
        text.to_ascii_lowercase(),
    ];
    let mut found = found.iter().filter_map(|code| data.importer_by_code(code));
    if let Some(found) = found.next() {
        return Ok(found);
    }
    let countries = data.countries().iter();
    let countries = countries.map(|one| (one.iso3.as_str(), one.name.as_str()));
    let blocs = data.blocs().iter();
    let blocs = blocs.map(|one| (one.id.as_str(), one.name.as_str()));
    let known: Vec<(&str, &str)> = countries.chain(blocs).collect();
    let near = nearest(text, known.iter().flat_map(|(code, name)| [*code, *name]));
    let meant = known
        .iter()
        .find(|(code, name)| [*code, *name].contains(&near));
    let remedy = meant.map_or_else(
        || "write an ISO 3166-1 alpha-3 code".to_owned(),
        |(code, name)| format!("did you mean {code} ({name})?"),
    );
    refused("no country or bloc has this code", remedy)
}

pub(super) fn minerals(text: &str, led: bool, data: &Dataset) -> Result<Minerals, Refused> {
    match text {
        "*" => return Ok(Minerals::All),
        "led" if led => return Ok(Minerals::Led),
        "led" => {
            return refused(
                "nobody leads who is not named",
                "name an actor, or write slugs or *",
            );
        }
        _ => {}
    }
    let mut ids: Vec<MineralId> = Vec::new();
    for slug in text.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        match data.mineral_by_slug(&slug.to_ascii_lowercase()) {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => {
                let slugs = data.minerals().iter().map(|one| one.slug.as_str());
                let near = nearest(slug, slugs);
                let problem = if slug == text {
                    "unknown mineral".to_owned()
                } else {
                    format!("unknown mineral among them, {slug}")
                };
                return refused(problem, format!("did you mean {near}?"));
            }
        }
    }
    if ids.is_empty() {
        return refused(
            "a step is about minerals",
            "write slugs such as gallium, or * for all",
        );
    }
    Ok(Minerals::These(ids))
}

pub(super) fn stages(kind: StepKind, text: &str) -> Result<Stages, Refused> {
    let possible = kind.stages();
    if text.is_empty() {
        return Ok(possible[0]);
    }
    let problem = match Stages::from_word(text) {
        Some(stages) if possible.contains(&stages) => return Ok(stages),
        Some(_) => format!("{} has no such stage", kind.word()),
        None => "unknown stage".to_owned(),
    };
    let words: Vec<&str> = possible.iter().map(|stages| stages.word()).collect();
    refused(problem, format!("write {}", words.join(" or ")))
}

pub(super) fn size(kind: StepKind, text: &str) -> Result<f64, Refused> {
    if text.is_empty() {
        return Ok(kind.first_size());
    }
    let range = kind.sizes();
    let (low, high) = (percent(*range.start()), percent(*range.end()));
    let remedy = format!("write percent from {low} to {high}, without the sign");
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    // Two places of the point, digit by digit: dividing would round.
    let fraction = format!("{text}e-2").parse::<f64>().ok();
    let fraction = fraction.filter(|_| plain);
    match fraction {
        None => refused("no number", remedy),
        Some(size) if size < *range.start() => refused(format!("less than {low}"), remedy),
        Some(size) if size > *range.end() => refused(format!("more than {high}"), remedy),
        // Not minus nought.
        Some(size) => Ok(size + 0.0),
    }
}

/// The first month, and how many months there are where the last is named as well.
pub(super) fn period(text: &str) -> Result<(Month, Option<u16>), Refused> {
    let Some((first, last)) = text.split_once('/') else {
        return month(text).map(|first| (first, None));
    };
    let (first, last) = (month(first.trim())?, month(last.trim())?);
    if last < first {
        return refused(
            "the end is before the start",
            "write the earlier month first",
        );
    }
    Ok((first, Some(last.0 - first.0 + 1)))
}

fn month(text: &str) -> Result<Month, Refused> {
    const EXAMPLE: &str = "write year and month, such as 2025-04";
    let digits = |part: &str, most: usize| {
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        fits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let parts = text.split_once('-');
    let parts = parts.and_then(|(year, month)| Some((digits(year, 4)?, digits(month, 2)?)));
    match parts {
        None if text.is_empty() => refused("no month is named", EXAMPLE),
        None => refused("no month", EXAMPLE),
        Some((year, month)) => match Month::of(year, month) {
            Some(month) => Ok(month),
            None if Month::YEARS.contains(&year) => {
                refused(format!("there is no month {month}"), "write 01 to 12")
            }
            None => refused(
                format!("the year {year} is too far away"),
                format!(
                    "write a year from {} to {}",
                    Month::YEARS.start,
                    Month::YEARS.end - 1
                ),
            ),
        },
    }
}

pub(super) fn months(
    kind: StepKind,
    text: &str,
    ended: Option<u16>,
) -> Result<Option<u16>, Refused> {
    const REMEDY: &str = "write a whole number from 1 on, or - for good";
    match (text, ended) {
        ("", None) => Ok(kind.first_months()),
        ("", ended) => Ok(ended),
        (_, Some(_)) => refused("the start has an end already", "leave one of the two out"),
        ("-", None) => Ok(None),
        (text, None) => match text.parse::<u16>() {
            Ok(0) => refused("nothing lasts no months", REMEDY),
            Ok(months) if months > MOST_MONTHS => {
                refused(format!("more than {MOST_MONTHS}"), "write - for good")
            }
            Ok(months) => Ok(Some(months)),
            Err(_) => refused("no number of months", REMEDY),
        },
    }
}
