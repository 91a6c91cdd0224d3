//! The scenario that the options tell.

use std::fs;
use std::path::Path;

use adit::data::{Dataset, EditionId, MineralId, nearest};
use adit::scenario::presets::presets;
use adit::scenario::text::{StepProblem, decode};
use adit::scenario::{Minerals, Scenario};

use crate::arguments::ShockTask;
use crate::failure::{Answer, Failure};

/// A scenario, and what it opens with unless told otherwise.
pub(crate) struct Told {
    pub(crate) scenario: Scenario,
    pub(crate) mineral: Option<MineralId>,
    pub(crate) edition: Option<EditionId>,
}

/// The scenario of a text, a file or a preset. Unlike a link's, it must be right as a whole.
pub(crate) fn told(data: &Dataset, task: &ShockTask) -> Answer<Told> {
    if let Some(id) = &task.preset {
        return preset(data, id);
    }
    let scenario = match &task.file {
        Some(path) => file(data, path)?,
        None => text(data, task.scenario.as_deref().unwrap_or_default())?,
    };
    // The first mineral that it names is what it is about.
    let named = scenario.steps.iter().find_map(|step| match &step.minerals {
        Minerals::These(ids) => ids.first().copied(),
        Minerals::All | Minerals::Led => None,
    });
    Ok(Told {
        scenario,
        mineral: named,
        edition: None,
    })
}

fn text(data: &Dataset, text: &str) -> Answer<Scenario> {
    let read = decode(text, data);
    if read.problems.is_empty() {
        return Ok(read.scenario);
    }
    let problems = listed(&read.problems);
    Err(Failure::usage(format!(
        "--scenario: {problems}\n\nA step is kind:actor:minerals:stages:size:start:months:aim:name, such as \
         cut-off:CHN:gallium:refine:100:2025-04:12"
    )))
}

fn file(data: &Dataset, path: &Path) -> Answer<Scenario> {
    let name = path.display();
    let text = fs::read_to_string(path);
    let text = text.map_err(|error| Failure::problem(format!("{name}: {error}")))?;
    let read = decode(&text, data);
    if read.problems.is_empty() {
        return Ok(read.scenario);
    }
    let problems = listed(&read.problems);
    Err(Failure::problem(format!("{name}: {problems}")))
}

fn preset(data: &Dataset, id: &str) -> Answer<Told> {
    let mut known = presets(data);
    let Some(at) = known.iter().position(|preset| preset.id == id) else {
        let near = nearest(id, known.iter().map(|preset| preset.id.as_str()));
        return Err(Failure::usage(format!(
            "--preset {id}: there is no such preset; did you mean {near}? `adit shock --presets` lists them"
        )));
    };
    let preset = known.swap_remove(at);
    Ok(Told {
        scenario: preset.scenario,
        mineral: Some(preset.mineral),
        edition: preset.edition,
    })
}

/// Problems, a line each.
fn listed(problems: &[StepProblem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n  ")
}
