//! `adit cite`: how to cite a view.

use adit::state::View;
use adit::take::Taken;

use crate::failure::Answer;
use crate::library::Library;
use crate::looked;
use crate::take_arguments::CiteTask;

/// The citation.
pub(crate) fn run(task: &CiteTask) -> Answer {
    let day = looked::day(task.accessed.as_deref())?;
    let library = Library::open(task.looked.data.as_deref())?;
    let view = task.looked.importer.as_ref().map(|_| View::Dependence);
    let state = looked::state(&library.data, &task.looked, view)?;
    let link = looked::link(&library.data, &task.looked, &state);
    let citation = Taken::of(&library.sources(), state, None).citation(&link, day);
    Ok(if task.bibtex {
        citation.bibtex()
    } else {
        citation.text()
    })
}
