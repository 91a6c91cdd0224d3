//! `adit certify` and `adit verify`: a link with its figures, and whether they still are.

use adit::certificate::{Certificate, Difference, Report, Verdict, verdict};
use adit::state::deciding::{CERTIFICATE, without};
use adit::state::query;

use crate::arguments::{CertifyTask, VerifyTask};
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{ABSENT, Lines, json};
use crate::question::worded;

/// The link with the certificate of its figures.
pub(crate) fn certify(task: &CertifyTask) -> Answer {
    let library = Library::open(task.data.as_deref())?;
    let (page, link) = parts(&task.link)?;
    let decoded = query::decode(&without(link, CERTIFICATE), &library.data);
    if let Some(problem) = decoded.problems.first() {
        let said = worded(&library.data, problem);
        return Err(Failure::usage(format!("the link says {said}")));
    }
    let link = Certificate::link(&library.sources(), &decoded.state, &library.id()?);
    Ok(format!("{page}{link}"))
}

/// What the link's certificate is worth here; other than agreement is a failure, after it was told.
pub(crate) fn verify(task: &VerifyTask) -> Answer {
    let library = Library::open(task.data.as_deref())?;
    let (_, link) = parts(&task.link)?;
    let report = verdict(&library.sources(), link, &library.id()?);
    let told = if task.json {
        json(&report)?
    } else {
        text(&report)
    };
    let failure = match report.verdict {
        Verdict::Agrees => return Ok(told),
        Verdict::Old => Failure::problem("the link's certificate is old"),
        Verdict::Tampered => Failure::problem("the link was changed after it was certified"),
        Verdict::Unreadable => Failure::usage("the link's certificate cannot be read"),
        Verdict::None => {
            Failure::usage("the link has no certificate; `adit certify LINK` makes one")
        }
    };
    println!("{}", told.trim_end());
    Err(failure)
}

/// The page's address with its question mark, where there is one, and the query string.
fn parts(link: &str) -> Answer<(&str, &str)> {
    let link = link.split('#').next().unwrap_or_default();
    match link.find('?') {
        Some(at) => Ok(link.split_at(at + 1)),
        None if link.is_empty() || link.contains('=') => Ok(("", link)),
        None => Err(Failure::usage(format!(
            "{link}: this is no link to a view; write an address with what follows its question mark, or only that, \
             such as mineral=cobalt"
        ))),
    }
}

/// A report for people.
fn text(report: &Report) -> String {
    let figures = report.figures;
    let here = format!("adit {}, data {}", report.engine_now, report.data_now);
    let then = format!(
        "adit {}, data {}",
        report.engine_then.as_deref().unwrap_or(ABSENT),
        report.data_then.as_deref().unwrap_or(ABSENT)
    );
    match report.verdict {
        Verdict::Agrees => format!("agrees: all {figures} figures are what the link says ({here})"),
        Verdict::Old => {
            let what = match (report.other_engine(), report.other_data()) {
                (true, true) => "engine and data are others",
                (true, false) => "the engine is another",
                _ => "the data are others",
            };
            let differences = compared(report);
            format!("old: {what} now\nthen {then}\nnow  {here}\n\n{differences}")
        }
        Verdict::Tampered if report.check_fits == Some(true) => {
            format!(
                "tampered: engine and data are the same, and figures are not what the link says ({here})\n\n{}",
                compared(report)
            )
        }
        Verdict::Tampered => format!(
            "tampered: the check does not fit; the link, a figure or the certificate was changed after it was \
             made\nsaid {then}\nhere {here}\n\n{}",
            compared(report)
        ),
        Verdict::Unreadable => {
            format!(
                "unreadable: {}",
                report.unreadable.as_deref().unwrap_or_default()
            )
        }
        Verdict::None => "none: the link has no certificate".to_owned(),
    }
}

/// The figures that differ, or that none does.
fn compared(report: &Report) -> String {
    if report.differences.is_empty() {
        return format!("none of {} figures differs", report.figures);
    }
    let mut lines = Lines::new(1, &["figure", "then", "now", "change"]);
    for Difference {
        figure,
        then,
        now,
        change,
    } in &report.differences
    {
        let or_absent = |value: &Option<String>| value.clone().unwrap_or_else(|| ABSENT.to_owned());
        let change = change.map_or_else(|| ABSENT.to_owned(), |change| format!("{change:+.6}"));
        lines.push(vec![
            figure.clone(),
            or_absent(then),
            or_absent(now),
            change,
        ]);
    }
    lines.text()
}
