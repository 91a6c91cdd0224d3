//! `adit shock`: what a scenario does.

use adit::data::Dataset;
use adit::report::PresetFigures;
use adit::scenario::presets::presets;
use adit::scenario::text::encode;

use crate::arguments::ShockTask;
use crate::failure::Answer;
use crate::library::Library;
use crate::lines::{Lines, json};
use crate::told::told;

/// The outcome of the scenario told, or the presets.
pub(crate) fn run(task: &ShockTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    if task.presets {
        return listed(data, task.on.json);
    }
    let told = told(data, task)?;
    Ok(encode(&told.scenario, data))
}

/// Every preset.
fn listed(data: &Dataset, as_json: bool) -> Answer {
    let known = presets(data);
    let known: Vec<PresetFigures> = known
        .iter()
        .map(|preset| PresetFigures::of(data, preset))
        .collect();
    if as_json {
        return json(&known);
    }
    let mut lines = Lines::new(4, &["preset", "date", "evidence", "what"]);
    for preset in known {
        lines.push(vec![
            preset.id,
            preset.date,
            preset.evidence.to_owned(),
            preset.what,
        ]);
    }
    Ok(lines.text())
}
