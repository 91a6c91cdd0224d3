//! `adit shock`: what a scenario does.

use adit::data::Dataset;
use adit::report::{PresetFigures, Shock, ShockDraws};
use adit::scenario::Assumptions;
use adit::scenario::presets::presets;
use adit::scenario::text::encode;
use adit::state::{Text, View, ViewState};

use crate::arguments::{ShockTask, Which};
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{Lines, json};
use crate::question;
use crate::shock_text;
use crate::told::{Told, told};

/// The most draws that are worth their time.
const MOST_DRAWS: u32 = 2_000;

/// The outcome of the scenario told, or the presets.
pub(crate) fn run(task: &ShockTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    if task.presets {
        return listed(data, task.on.json);
    }
    let told = told(data, task)?;
    let state = state(data, task, &told)?;
    let importer = question::importer(data, task.on.importer.as_deref())?;
    let (assumptions, problems) = Assumptions::parse(&task.assume);
    if !problems.is_empty() {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(Failure::usage(format!(
            "--assume: {}",
            problems.join("\n  ")
        )));
    }
    if task.draws > MOST_DRAWS {
        return Err(Failure::usage(format!(
            "--draws {}: at most {MOST_DRAWS} are drawn",
            task.draws
        )));
    }
    let shock = Shock::of(
        &library.sources(),
        &state,
        importer,
        &told.scenario,
        &assumptions,
        ShockDraws {
            seed: task.seed,
            draws: task.draws,
        },
    );
    let shock = shock.map_err(|why| {
        let slug = &data.mineral(state.mineral).slug;
        Failure::usage(format!(
            "--mineral {slug}: {why}; name another edition or year"
        ))
    })?;
    if task.on.json {
        json(&shock)
    } else {
        Ok(shock_text::text(&shock))
    }
}

/// The state that the options and the scenario lead to.
fn state(data: &Dataset, task: &ShockTask, told: &Told) -> Answer<ViewState> {
    let mineral = told.mineral.map(|id| data.mineral(id).slug.clone());
    // A preset's edition is one of its own mineral.
    let own = task.mineral.is_none() && task.year.is_none();
    let edition = told.edition.filter(|_| own);
    let edition = edition.map(|id| data.edition(id).id.clone());
    let which = Which {
        mineral: task.mineral.clone().or(mineral),
        stage: None,
        edition: task.edition.clone().or(edition),
        year: task.year.clone(),
    };
    let asked = question::state(data, &which)?;
    let text = encode(&told.scenario, data);
    let scenario = Text::new(&text);
    if scenario.is_none() && !text.is_empty() {
        return Err(Failure::usage(format!(
            "the scenario is longer than the {} bytes of a link; shorten names or lists",
            Text::LONGEST
        )));
    }
    // The page's view of the scenario, so that both are about the same tables.
    let view = View::Shock;
    let shown = ViewState {
        view,
        scenario,
        ..asked
    };
    Ok(shown.normalised(data))
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
