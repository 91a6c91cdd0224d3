//! What a certificate is worth where it is read: it agrees, it is old, or something was changed.

use serde::Serialize;

use super::ENGINE;
use super::facts::{ABSENT, Fact, facts};
use super::text::{Certificate, Unreadable};
use crate::risk::importer::Sources;
use crate::state::deciding::{self, CERTIFICATE};
use crate::state::{ViewState, query};

/// What a certificate is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The same engine computes the same figures from the same data.
    Agrees,
    /// It is as it was made, but engine or data are others now.
    Old,
    /// The link or its certificate is not as it was made.
    Tampered,
    /// It cannot be read.
    Unreadable,
    /// The link has none.
    None,
}

/// A figure that is another one now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Its word.
    pub figure: String,
    /// As certified; none where the certificate does not have it, or where it was absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    /// As computed; none where it is not computed for this view, or where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// Now less then, where both are numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
}

/// A verdict with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the check fits the link and the certificate; none without a certificate that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_fits: Option<bool>,
    /// The engine then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine_then: Option<String>,
    /// The engine now.
    pub engine_now: &'static str,
    /// The data then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_then: Option<String>,
    /// The data now.
    pub data_now: String,
    /// How many figures were compared.
    pub figures: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<String>,
}

impl Report {
    /// Whether the engine is another one now.
    #[must_use]
    pub fn other_engine(&self) -> bool {
        self.engine_then
            .as_deref()
            .is_some_and(|then| then != self.engine_now)
    }

    /// Whether the data are others now.
    #[must_use]
    pub fn other_data(&self) -> bool {
        self.data_then
            .as_deref()
            .is_some_and(|then| then != self.data_now)
    }
}

impl Certificate {
    /// The certificate of a state's figures, computed from data of this name.
    #[must_use]
    pub fn of(sources: &Sources<'_>, state: &ViewState, data: &str) -> Self {
        Self {
            engine: ENGINE.to_owned(),
            data: data.to_owned(),
            facts: facts(sources, state),
        }
    }

    /// The state's link with its certificate at the end.
    #[must_use]
    pub fn link(sources: &Sources<'_>, state: &ViewState, data: &str) -> String {
        let link = query::encode(state, sources.data);
        let text = Self::of(sources, state, data).encode(&deciding::deciding(&link));
        let and = if link.is_empty() { "" } else { "&" };
        format!("{link}{and}{CERTIFICATE}={text}")
    }
}

/// Computes a link's figures anew, from data of this name, and compares.
#[must_use]
pub fn verdict(sources: &Sources<'_>, link: &str, data: &str) -> Report {
    let mut report = Report {
        verdict: Verdict::None,
        check_fits: None,
        engine_then: None,
        engine_now: ENGINE,
        data_then: None,
        data_now: data.to_owned(),
        figures: 0,
        differences: Vec::new(),
        unreadable: None,
    };
    let Some(text) = deciding::value(link, CERTIFICATE) else {
        return report;
    };
    let (certified, check) = match Certificate::decode(&text) {
        Ok(read) => read,
        Err(unreadable) => return broken(report, &unreadable),
    };
    let state = query::decode(link, sources.data).state;
    // A link that was shortened or written out for the same data says the same.
    let ways = [
        deciding::deciding(link),
        deciding::deciding(&query::encode(&state, sources.data)),
    ];
    let fits = ways.iter().any(|way| certified.fits(&check, way));
    let now = facts(sources, &state);
    report.differences = differences(&certified.facts, &now);
    report.figures = now.len();
    report.check_fits = Some(fits);
    report.engine_then = Some(certified.engine);
    report.data_then = Some(certified.data);
    let same = !report.other_engine() && !report.other_data();
    report.verdict = match (fits, same, report.differences.is_empty()) {
        (true, true, true) => Verdict::Agrees,
        (true, false, _) => Verdict::Old,
        (false, ..) | (true, true, false) => Verdict::Tampered,
    };
    report
}

fn broken(report: Report, unreadable: &Unreadable) -> Report {
    Report {
        verdict: Verdict::Unreadable,
        unreadable: Some(unreadable.to_string()),
        ..report
    }
}

/// Every figure that only one side has, or that differs, in the order of what is computed now.
fn differences(then: &[Fact], now: &[Fact]) -> Vec<Difference> {
    let find = |facts: &[Fact], key: &str| facts.iter().find(|fact| fact.key == key).cloned();
    let gone = then.iter().filter(|fact| find(now, &fact.key).is_none());
    let keys = now.iter().chain(gone).map(|fact| &fact.key);
    let both = keys.map(|key| (key, find(then, key), find(now, key)));
    let differing = both.filter(|(_, then, now)| then != now);
    let value = |fact: &Option<Fact>| {
        let value = fact.as_ref().map(|fact| fact.value.clone());
        value.filter(|value| value != ABSENT)
    };
    let number = |fact: &Option<Fact>| fact.as_ref().and_then(Fact::as_number);
    differing
        .map(|(key, then, now)| Difference {
            figure: key.clone(),
            change: number(&now)
                .zip(number(&then))
                .map(|(now, then)| now - then),
            then: value(&then),
            now: value(&now),
        })
        .collect()
}
