//! What if it stops: a scenario that the reader makes, and what it would do.

mod assumptions;
mod exposed;
mod form;
mod map;
mod path;
mod presets;
mod results;
mod simulation;
mod steps;

use leptos::prelude::*;

use super::Desk;
use crate::app::below::above;
use crate::data::{Importer, TRADE_YEARS};
use crate::figure::{ShockFigure, Simulated};
use crate::i18n::{EN_SHOCK, ShockWords};
use crate::report::stage_tables;
use crate::risk::Measured;
use crate::risk::intervals::SEED;
use crate::scenario::assumption::Assumptions;
use crate::scenario::exposed::Exposed;
use crate::scenario::simulation::Job;
use crate::scenario::{Minerals, Month, Scenario, Step, StepKind, text};
use crate::state::{Action, Text, ViewState};

use assumptions::AssumptionPanel;
use exposed::MostExposed;
use map::ShiftMap;
use path::PathPanel;
use presets::Presets;
use results::{Finding, Results, is_told};
use simulation::{Draws, SimulationPanel};
use steps::Steps;

pub(in crate::app) use simulation::work;

/// The scenario that the reader makes, and what it comes to.
#[derive(Clone, Copy)]
struct Told {
    desk: Desk,
    words: &'static ShockWords,
    /// The scenario.
    scenario: Memo<Scenario>,
    /// What of the scenarios and assumptions does not count, each with its remedy.
    problems: Memo<Vec<String>>,
    /// The one held beside it.
    beside: Memo<Option<Scenario>>,
    /// What is assumed.
    assumptions: Memo<Assumptions>,
    /// What the scenario comes to, and the one beside it.
    outcome: Memo<Measured<Exposed>>,
    outcome_beside: Memo<Option<Exposed>>,
    /// Both for readers.
    figure: Memo<Option<ShockFigure>>,
    /// What else may happen, as it is drawn, and for readers.
    draws: Draws,
    simulated: Memo<Option<Simulated>>,
    /// The steps that do nothing here, and why.
    idle: Memo<Vec<(usize, String)>>,
    /// Earlier states, and those undone.
    past: RwSignal<Vec<ViewState>>,
    future: RwSignal<Vec<ViewState>>,
    /// A change that no link could hold.
    refused: RwSignal<bool>,
}

impl Told {
    fn get() -> Self {
        expect_context()
    }

    fn new() -> Self {
        let desk = Desk::get();
        let (app, data) = (desk.app, desk.app.data);
        let words = &EN_SHOCK;
        let read = move |text: Option<Text>| text::decode(text.map_or("", Text::as_str), data);
        let decoded = Memo::new(move |_| read(app.shown().scenario));
        let decoded_beside = Memo::new(move |_| app.shown().against.map(|text| read(Some(text))));
        let assumed =
            Memo::new(move |_| Assumptions::parse(app.shown().assume.map_or("", Text::as_str)));
        let refused = RwSignal::new(false);
        let problems = Memo::new(move |_| {
            let steps = |decoded: &text::Decoded| {
                let problems = decoded.problems.iter();
                problems.map(ToString::to_string).collect::<Vec<_>>()
            };
            let mut found = decoded.with(steps);
            found.extend(
                decoded_beside
                    .with(|beside| beside.as_ref().map(steps))
                    .unwrap_or_default(),
            );
            assumed.with(|(_, problems)| found.extend(problems.iter().map(ToString::to_string)));
            if refused.get() {
                found.push((app.words.link.too_long)("scenario"));
            }
            found
        });
        let scenario = Memo::new(move |_| decoded.with(|decoded| decoded.scenario.clone()));
        let beside = Memo::new(move |_| {
            decoded_beside.with(|beside| beside.as_ref().map(|beside| beside.scenario.clone()))
        });
        let assumptions = Memo::new(move |_| assumed.with(|(assumptions, _)| *assumptions));
        // Whoever moves an assumption far down sees none of what it changes first.
        let answered = above(exposed::HEADING, assumptions);
        let comes_to = move |scenario: &Scenario| {
            let (state, importer) = (app.shown(), desk.importer.get());
            let tables = stage_tables(data, &state, importer, Some(TRADE_YEARS.1));
            let assumptions = answered.get();
            desk.store
                .ask(|sources| Exposed::of(sources, &tables, importer, scenario, &assumptions))
        };
        let outcome = Memo::new(move |_| scenario.with(comes_to));
        let outcome_beside = Memo::new(move |_| {
            beside.with(|beside| beside.as_ref().and_then(|beside| comes_to(beside).ok()))
        });
        let figure = Memo::new(move |_| {
            let importer = desk.importer_name();
            outcome.with(|outcome| {
                let exposed = outcome.as_ref().ok()?;
                scenario.with(|scenario| {
                    Some(ShockFigure::build(
                        data, exposed, scenario, &importer, words,
                    ))
                })
            })
        });
        let job = Memo::new(move |_| {
            let seed = app.shown().seed.map_or(SEED, u64::from);
            // While figures are on their way, what is asked is about to change.
            let settled = desk.store.pending.get().is_none();
            (settled && scenario.with(is_told)).then_some(())?;
            outcome.with(|outcome| {
                let Exposed { market, acts, .. } = outcome.as_ref().ok()?;
                Some(Job::of(market, acts, &answered.get(), seed))
            })
        });
        let draws = Draws::of(job);
        // What readers take with them has it, too.
        Effect::new(move || desk.drawn.set(draws.summary.get()));
        on_cleanup(move || {
            desk.drawn.try_set(None);
        });
        let simulated = Memo::new(move |_| {
            let importer = desk.importer_name();
            draws.summary.with(|summary| {
                let summary = summary.as_ref()?;
                Some(Simulated::build(summary, &importer, words))
            })
        });
        let idle = Memo::new(move |_| {
            outcome.with(|outcome| match outcome {
                Ok(exposed) => exposed
                    .acts
                    .idle
                    .iter()
                    .map(|(place, why)| (*place, words.steps.idle_why[*why as usize].to_owned()))
                    .collect(),
                Err(_) => Vec::new(),
            })
        });
        Self {
            desk,
            words,
            scenario,
            problems,
            beside,
            assumptions,
            outcome,
            outcome_beside,
            figure,
            draws,
            simulated,
            idle,
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            refused,
        }
    }

    /// Puts another scenario in the place of this one; what was is kept for undoing.
    fn change(self, scenario: &Scenario) {
        let app = self.desk.app;
        let text = text::encode(scenario, app.data);
        let held = Text::new(&text);
        // What no link can hold would be lost: the scenario stays as it was.
        if held.is_none() && !text.is_empty() {
            self.refused.set(true);
            return;
        }
        self.refused.set(false);
        let before = app.now();
        if before.scenario != held {
            self.past.update(|past| past.push(before));
            self.future.update(Vec::clear);
            app.dispatch(Action::SetScenario(held));
        }
    }

    fn undo(self) {
        self.step_through(self.past, self.future);
    }

    fn redo(self) {
        self.step_through(self.future, self.past);
    }

    /// Takes the last state of one list and leaves the present one in the other.
    fn step_through(self, from: RwSignal<Vec<ViewState>>, to: RwSignal<Vec<ViewState>>) {
        let app = self.desk.app;
        if let Some(state) = from.try_update(Vec::pop).flatten() {
            let now = app.now();
            to.update(|to| to.push(now));
            app.dispatch(Action::Open(state));
        }
    }

    /// The step that the form for one more begins with: the mineral's largest supplier stops.
    fn next_step(self) -> Step {
        let (app, kind) = (self.desk.app, StepKind::CutOff);
        let shown = app.now();
        let tables = untrack(|| {
            stage_tables(
                app.data,
                &shown,
                self.desk.importer.get(),
                Some(TRADE_YEARS.1),
            )
        });
        let largest = tables.tables.iter().flatten().find_map(|table| {
            let shares = crate::risk::SupplyShares::of(table);
            shares.ranked.first().map(|row| row.country)
        });
        let last = self
            .scenario
            .with_untracked(|scenario| scenario.steps.last().map(|step| step.start));
        let year = tables.tables.iter().flatten().map(|table| table.year).max();
        let next = Month::of(year.unwrap_or(2024) + 1, 1);
        Step {
            kind,
            actor: largest.map(Importer::Country),
            minerals: Minerals::These(vec![shown.mineral]),
            stages: kind.stages()[0],
            size: kind.first_size(),
            start: last.or(next).unwrap_or(Month(2025 * 12)),
            months: kind.first_months(),
            aim: None,
            active: true,
            name: None,
        }
    }
}

/// A scenario and what it would do to one mineral and one importer.
#[component]
pub(super) fn Shock() -> impl IntoView {
    let told = Told::new();
    provide_context(told);
    let desk = told.desk;
    let words = told.words;
    // Whom the importer buys from, in the newest year at hand.
    Effect::new(move || {
        let tables = stage_tables(
            desk.app.data,
            &desk.app.shown(),
            desk.importer.get(),
            Some(TRADE_YEARS.1),
        );
        let (first, last) = TRADE_YEARS;
        let years = tables
            .tables
            .into_iter()
            .flatten()
            .map(|table| table.year.clamp(first, last));
        desk.store.want(years.collect::<Vec<_>>().into_iter());
    });
    let problems = move || {
        let found = told.problems.get();
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|one| view! { <li>{one}</li> })
                .collect_view();
            view! {
                <div id="scenario-problems" class="notice">
                    <p>{words.steps.problems}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    view! {
        <Finding />
        <div role="status">{problems}</div>
        <div class="figures">
            <section class="panel scenario" data-part="scenario" aria-labelledby="scenario-title">
                <h2 id="scenario-title">{words.steps.heading}</h2>
                <Presets />
                <Steps />
            </section>
            <Results />
            <ShiftMap />
            <PathPanel />
            <SimulationPanel />
            <MostExposed />
            <AssumptionPanel />
        </div>
    }
    .into_any()
}
