//! `adit study`: the claims of the study that the program starts from, computed anew.

use adit::report::StudyFigures;
use adit::study::claims;

use crate::alliance_arguments::StudyTask;
use crate::assumed;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::json;

/// Every claim with its verdict.
pub(crate) fn run(task: &StudyTask) -> Answer {
    let library = Library::open(None)?;
    let claims = claims::embedded().map_err(Failure::problem)?;
    let agreements = assumed::agreements(&library.data)?;
    let figures = StudyFigures::of(&library.data, &agreements, &claims);
    if task.json {
        return json(&figures);
    }
    let claim = |one: &adit::report::ClaimFigures| {
        let note = if one.note.is_empty() {
            String::new()
        } else {
            format!("    note: {}\n", one.note)
        };
        format!("{}: {}\n    {}\n{note}", one.verdict, one.claim, one.reason)
    };
    let claims: Vec<String> = figures.claims.iter().map(claim).collect();
    Ok(claims.concat())
}
