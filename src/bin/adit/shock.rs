//! `adit shock`: what a scenario does.

use adit::data::Dataset;
use adit::report::{Months, PresetFigures, Shock, StageFigures};
use adit::scenario::Assumptions;
use adit::scenario::presets::presets;
use adit::scenario::text::encode;
use adit::state::{Text, View, ViewState};

use crate::arguments::{ShockTask, Which};
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{Lines, json, number, percent};
use crate::question;
use crate::told::{Told, told};

/// How many suppliers are printed, those who lose most and those who gain most.
const MOST_SUPPLIERS: usize = 5;

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
    if let Some(problem) = problems.first() {
        return Err(Failure::usage(format!("--assume: {problem}")));
    }
    let shock = Shock::of(
        &library.sources(),
        &state,
        importer,
        &told.scenario,
        &assumptions,
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
        Ok(text(&shock))
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

/// The outcome for people.
fn text(shock: &Shock) -> String {
    let whose = shock.importer.as_deref().unwrap_or("the world");
    let start = shock.start.as_deref().unwrap_or("no step counts");
    let mut said = vec![
        format!("{}, {whose}, from {start}", shock.mineral),
        shock.scenario.clone(),
    ];
    if !shock.assume.is_empty() {
        said.push(format!("assuming {}", shock.assume));
    }
    said.push(
        "a model's outcome under its assumptions, not a forecast; months are counted from the start"
            .to_owned(),
    );
    said.extend(shock.idle.iter().map(|step| {
        let why = step.why.replace('-', " ");
        format!("step {} does nothing here: {why}", step.step)
    }));
    said.extend(shock.aims_without_need.iter().map(|aim| {
        format!("what {aim} uses is not known: what the world loses by a measure against it is not counted")
    }));
    let mut lines = Lines::new(
        1,
        &[
            "months",
            "mined",
            "refined",
            "price",
            "world's shortfall",
            "shortfall",
            "extra bill",
        ],
    );
    for months in &shock.months {
        lines.push(row(months));
    }
    said.push(format!("\n{}", lines.text()));
    let year = &shock.worst_year;
    said.push(format!(
        "worst twelve months, from month {} on: shortfall {}, the world's {}",
        year.from + 1,
        percent(Some(year.shortfall)),
        percent(Some(year.world_shortfall))
    ));
    let stages = [("mining", &shock.mine), ("refining", &shock.refine)];
    let stages = stages.iter().filter_map(|(name, stage)| {
        let stage = stage.as_ref()?;
        Some(suppliers(name, stage))
    });
    said.extend(stages);
    said.join("\n")
}

fn row(months: &Months) -> Vec<String> {
    vec![
        format!("{}–{}", months.from + 1, months.until),
        percent(months.mined),
        percent(months.refined),
        number(months.price, 2),
        percent(Some(months.world_shortfall)),
        percent(Some(months.shortfall)),
        percent(months.extra_bill),
    ]
}

/// Who supplies a stage in the worst months.
fn suppliers(name: &str, stage: &StageFigures) -> String {
    let instead = stage.sourcing.as_ref().filter(|own| own.basis == "world");
    let instead = instead
        .and_then(|own| own.why.of("year"))
        .map_or_else(String::new, |why| {
            format!(
                "the importer's own suppliers are not known, the world's stand for them: {why}\n"
            )
        });
    let mut lines = Lines::new(1, &["country", "before", "of what is left"]);
    let count = stage.suppliers.len();
    let shown = stage.suppliers.iter().enumerate();
    let shown = shown.filter(|(at, _)| *at < MOST_SUPPLIERS || at + MOST_SUPPLIERS >= count);
    for (_, supplier) in shown {
        lines.push(vec![
            supplier.country.clone(),
            percent(Some(supplier.before)),
            percent(Some(supplier.after)),
        ]);
    }
    format!(
        "\n{name}, {} {}, in the worst months: who loses and who gains most\n{instead}{}",
        stage.edition,
        stage.year,
        lines.text()
    )
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
