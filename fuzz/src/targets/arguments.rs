//! Any lines as arguments of the command line: they are refused with a word, or are a question.
//!
//! Files are never named: what is in them has targets of its own.

use adit::data::Dataset;
use clap::Parser as _;

use super::{data, text, told as said};
use crate::arguments::{Arguments, Task, Which};
use crate::failure::{Answer, Failure};
use crate::{assumed, question, told};

pub(super) fn run(input: &[u8]) {
    let Some(lines) = text(input) else { return };
    let words = std::iter::once("adit").chain(lines.lines());
    match Arguments::try_parse_from(words) {
        Err(error) => said(&error),
        Ok(arguments) => {
            if let Err(Failure::Problem(why) | Failure::Usage(why)) = asked(data(), arguments.task)
            {
                said(&why);
            }
        }
    }
}

/// Reads the question as the command line does, and stops before the answer.
fn asked(data: &Dataset, task: Task) -> Answer<()> {
    match task {
        Task::Figures(task) => state(data, &task.which, task.on.importer.as_deref()),
        Task::All(task) => state(data, &task.which, task.on.importer.as_deref()),
        Task::Explain(task) => state(data, &task.which, task.on.importer.as_deref()),
        Task::Burden(task) => state(data, &task.which, task.on.importer.as_deref()),
        Task::Shock(mut task) => {
            task.file = None;
            told::told(data, &task)?;
            question::importer(data, task.on.importer.as_deref()).map(|_| ())
        }
        Task::Partners(task) => {
            state(data, &task.which, task.on.importer.as_deref())?;
            let known = assumed::agreements(data)?;
            assumed::of_text(task.ask.as_deref().unwrap_or_default(), data, &known)?;
            assumed::named(data, "exclude", &task.exclude)?;
            assumed::put_assumed(adit::alliance::Asked::default(), &task.assumptions).map(|_| ())
        }
        Task::Alliance(task) => {
            state(data, &task.which, task.on.importer.as_deref())?;
            let known = assumed::agreements(data)?;
            assumed::of_text(task.ask.as_deref().unwrap_or_default(), data, &known).map(|_| ())
        }
        // What asks nothing that a link does not.
        _ => Ok(()),
    }
}

fn state(data: &Dataset, which: &Which, importer: Option<&str>) -> Answer<()> {
    question::state(data, which)?;
    question::importer(data, importer).map(|_| ())
}
