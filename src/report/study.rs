//! The study's claims, computed anew, in the words of figures.

use serde::Serialize;

use super::absent::Why;
use crate::alliance::Agreement;
use crate::data::Dataset;
use crate::study::{Checked, Claim, Finding, Outcome};

/// What one table says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingFigures {
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// The country's part, a fraction.
    pub share: f64,
    /// Its place, from 1.
    pub rank: Option<usize>,
    /// Whether the claim agrees with it.
    pub agrees: bool,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimFigures {
    /// Its id.
    pub id: String,
    /// What is claimed.
    pub claim: String,
    /// `share`, `dominant`, `largest`, `partners` or `hypothesis`.
    pub kind: &'static str,
    /// The percentage claimed, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_percent: Option<f64>,
    /// From the edition and year that the study used; none where the claim is not about supply.
    pub used: Option<FindingFigures>,
    /// The same year in the newest edition that has it.
    pub revised: Option<FindingFigures>,
    /// The newest year.
    pub newest: Option<FindingFigures>,
    /// Partners with whom an agreement was read.
    pub partners_found: Vec<String>,
    /// Partners with whom none was.
    pub partners_missing: Vec<String>,
    /// `holds`, `held-then`, `imprecise` or `not-testable`.
    pub verdict: &'static str,
    /// Why.
    pub reason: String,
    /// Where the claim was read.
    pub source: String,
    /// `secondary`: in an account of the study.
    pub evidence: String,
    /// What a reader must know.
    pub note: String,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Every claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StudyFigures {
    /// The claims, in the table's order.
    pub claims: Vec<ClaimFigures>,
}

impl StudyFigures {
    /// Every claim, computed anew.
    #[must_use]
    pub fn of(data: &Dataset, agreements: &[Agreement], claims: &[Claim]) -> Self {
        let checked = claims
            .iter()
            .map(|claim| Checked::of(data, agreements, claim));
        Self {
            claims: checked.map(|checked| figures(&checked)).collect(),
        }
    }
}

fn figures(checked: &Checked) -> ClaimFigures {
    let claim = &checked.claim;
    let mut why = Why::default();
    let (mut tables, mut partners) = ([None, None, None], (Vec::new(), Vec::new()));
    match &checked.outcome {
        Outcome::Supply {
            used,
            revised,
            newest,
        } => tables = [used.as_ref(), revised.as_ref(), newest.as_ref()],
        Outcome::Partners { found, missing } => partners = (found.clone(), missing.clone()),
        Outcome::Nothing => {}
    }
    let absent = match checked.outcome {
        Outcome::Supply { .. } => "no edition has figures for it",
        Outcome::Partners { .. } | Outcome::Nothing => "the claim is not about figures of supply",
    };
    let mut take = |key, finding: Option<&Finding>| why.take(key, finding.map(one).ok_or(absent));
    ClaimFigures {
        id: claim.id.clone(),
        claim: claim.claim.clone(),
        kind: claim.kind.slug(),
        claimed_percent: claim.percent,
        used: take("used", tables[0]),
        revised: take("revised", tables[1]),
        newest: take("newest", tables[2]),
        partners_found: partners.0,
        partners_missing: partners.1,
        verdict: checked.verdict.slug(),
        reason: reason(&checked.outcome),
        source: claim.source.clone(),
        evidence: claim.evidence.clone(),
        note: claim.note.clone(),
        why,
    }
}

fn one(finding: &Finding) -> FindingFigures {
    let mut why = Why::default();
    FindingFigures {
        edition: finding.edition.clone(),
        year: finding.year,
        share: finding.share,
        rank: why.take("rank", finding.rank.ok_or("the table gives it nothing")),
        agrees: finding.agrees,
        why,
    }
}

fn reason(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Supply {
            used: Some(used),
            revised,
            newest,
        } => {
            let said = |finding: &Finding| {
                let place = finding
                    .rank
                    .map_or_else(String::new, |rank| format!(", place {rank}"));
                format!(
                    "{:.1} %{place} in {} for {}",
                    100.0 * finding.share,
                    finding.edition,
                    finding.year
                )
            };
            let mut said_all: Vec<String> = Vec::new();
            for finding in [Some(used), revised.as_ref(), newest.as_ref()].into_iter().flatten() {
                let said = said(finding);
                if !said_all.contains(&said) {
                    said_all.push(said);
                }
            }
            said_all.join("; ")
        }
        Outcome::Supply { used: None, .. } => {
            "the edition that the study used has no figures for it here".to_owned()
        }
        Outcome::Partners { found, missing } if missing.is_empty() => {
            format!("agreements were read with all of them: {}", found.join(" "))
        }
        Outcome::Partners { found, missing } => format!(
            "agreements were read with {}; with {} none was read, which does not say that there is none",
            if found.is_empty() { "nobody".to_owned() } else { found.join(" ") },
            missing.join(" ")
        ),
        Outcome::Nothing => {
            "no public figure decides it: how far agreements bind is not identified by annual data; see the conditional \
             model of alliances"
                .to_owned()
        }
    }
}
