//! `adit explain`: how a figure comes about.

use adit::report::explain::{Figure, explain};
use adit::risk::importer::Case;

use crate::arguments::ExplainTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::json;
use crate::question;

/// The derivation asked for.
pub(crate) fn run(task: &ExplainTask) -> Answer {
    let figure = Figure::from_slug(&task.figure).ok_or_else(|| {
        let known = Figure::ALL.map(Figure::slug).join(", ");
        Failure::usage(format!(
            "--figure {}: unknown figure; these are known: {known}",
            task.figure
        ))
    })?;
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let state = question::state(data, &task.which)?;
    let importer = question::importer(data, task.on.importer.as_deref())?;
    let sources = library.sources();
    let table = question::table(&sources, &state, &task.which, importer);
    let derivation = explain(&sources, &Case::of(&sources, table, importer), figure);
    if task.on.json {
        json(&derivation)
    } else {
        Ok(derivation.to_string())
    }
}
