//! Adit's side: the simulation as the page and the command line run it.

use std::time::Instant;

use adit::data::{embedded, shipped};
use adit::report::stage_tables;
use adit::risk::importer::Sources;
use adit::scenario::act::Acts;
use adit::scenario::simulation::{Job, Simulation, Summary};
use adit::scenario::{Assumptions, Market, Minerals, Month, Scenario, Stages, Step, StepKind};
use adit::state::ViewState;

/// The seed of the draws.
const SEED: u64 = 1;

/// DR Congo exports half as much cobalt for a year; the European Union asks.
pub fn job(assumptions: &Assumptions) -> Result<Job, String> {
    let data = embedded().map_err(ToString::to_string)?;
    let sources = Sources {
        data,
        trade: Some(shipped::trade().map_err(ToString::to_string)?),
        methods: Some(shipped::methods().map_err(ToString::to_string)?),
    };
    let union = data.importer_by_code("EU");
    let state = ViewState {
        mineral: data.mineral_by_slug("cobalt").ok_or("there is no cobalt")?,
        ..ViewState::first(data)
    };
    let tables = stage_tables(data, &state, union, sources.last_trade_year());
    let quota = Step {
        kind: StepKind::Quota,
        actor: data.importer_by_code("COD"),
        minerals: Minerals::These(vec![state.mineral]),
        stages: Stages::Both,
        size: 0.5,
        start: Month(2026 * 12),
        months: Some(12),
        aim: None,
        active: true,
        name: None,
    };
    let scenario = Scenario { steps: vec![quota] };
    let market = Market::of(&sources, &tables, union, &scenario).map_err(|why| why.to_string())?;
    let acts = Acts::of(data, &market, &scenario);
    Ok(Job::of(&market, &acts, assumptions, SEED))
}

/// The whole simulation, and the seconds that it took.
pub fn run(job: Job) -> (Summary, f64) {
    let started = Instant::now();
    let mut simulation = Simulation::new(job);
    while simulation.advance() {}
    let summary = simulation.summary().expect("draws with runs");
    (summary, started.elapsed().as_secs_f64())
}
