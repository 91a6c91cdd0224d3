//! What is drawn now, and who draws: a worker, or the page itself where there may be none.

use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::scenario::simulation::{Job, OUTER, Simulation, Summary};
use crate::web;
use crate::web::worker::{Heard, Worker};

/// How long the reader rests before it is drawn without being asked for.
const REST: Duration = Duration::from_secs(1);
/// How long the page draws before it answers the reader again, in milliseconds; one outer draw may take longer.
const SLICE: f64 = 8.0;
/// After so many outer draws there are figures, and after twice as many each time better ones.
const FIRST: u32 = 5;

/// How far a simulation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing is drawn for what is asked now.
    Waiting,
    /// So many outer draws are done.
    Drawing(u32),
    /// All are.
    Done,
    /// The reader stopped it.
    Stopped,
    /// It broke off, and why.
    Failed(String),
}

/// What is said after an outer draw.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    /// How many are done.
    done: u32,
    /// What they come to, now and then: to say so takes longer than a draw.
    summary: Option<Summary>,
}

/// The draws for what is asked now.
#[derive(Clone, Copy)]
pub(in crate::app::desk::shock) struct Draws {
    /// What is to be drawn; none where no scenario is told.
    pub(super) job: Memo<Option<Job>>,
    /// How far it is.
    pub(super) phase: RwSignal<Phase>,
    /// What the draws so far come to.
    pub(in crate::app::desk::shock) summary: RwSignal<Option<Summary>>,
    /// Whether the page has to draw itself.
    pub(super) on_page: RwSignal<bool>,
    /// Which run is under way: what earlier ones still say is not heard.
    run: StoredValue<u32>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Draws {
    /// Draws for a job, anew whenever it changes and the reader rests.
    pub(in crate::app::desk::shock) fn of(job: Memo<Option<Job>>) -> Self {
        let draws = Self {
            job,
            phase: RwSignal::new(Phase::Waiting),
            summary: RwSignal::new(None),
            on_page: RwSignal::new(false),
            run: StoredValue::new(0),
            worker: StoredValue::new_local(None),
        };
        Effect::new(move || {
            let is_told = job.with(Option::is_some);
            let run = draws.clear(Phase::Waiting);
            // On the page it would take time that the reader did not offer.
            if is_told && !draws.on_page.get_untracked() {
                let start = move || {
                    if draws.is_now(run) && !draws.in_worker(false) {
                        draws.on_page.set(true);
                    }
                };
                set_timeout(start, REST);
            }
        });
        draws
    }

    /// Draws from the beginning, as the reader asks for.
    pub(super) fn start(self) {
        if self.on_page.get_untracked() || !self.in_worker(true) {
            self.on_page.set(true);
            self.here();
        }
    }

    /// Stops, and keeps the figures that there are.
    pub(super) fn stop(self) {
        self.next_run();
        self.phase.set(Phase::Stopped);
    }

    /// Forgets what was drawn; gives the number of what comes.
    fn clear(self, phase: Phase) -> u32 {
        self.summary.set(None);
        self.phase.set(phase);
        self.next_run()
    }

    /// Ends what is under way.
    fn next_run(self) -> u32 {
        self.worker.set_value(None);
        self.run.update_value(|run| *run = run.wrapping_add(1));
        self.run.get_value()
    }

    /// Whether a run is the present one; none is once the view is gone.
    fn is_now(self, run: u32) -> bool {
        self.run.try_get_value() == Some(run)
    }

    /// Draws in a worker; whether the browser makes one. What the reader asked for is drawn, here if not there.
    fn in_worker(self, asked: bool) -> bool {
        let job = self
            .job
            .with_untracked(|job| job.as_ref().map(postcard::to_allocvec));
        let Some(Ok(job)) = job else { return false };
        let run = self.clear(Phase::Drawing(0));
        let worker = Worker::start(&job, move |heard| {
            if self.is_now(run) {
                self.hear(heard, asked);
            }
        });
        let made = worker.is_some();
        if !made {
            self.clear(Phase::Waiting);
        }
        self.worker.set_value(worker);
        made
    }

    fn hear(self, heard: Heard, asked: bool) {
        match heard {
            Heard::Said(bytes) => match postcard::from_bytes(&bytes) {
                Ok(said) => self.take(said),
                Err(error) => self.phase.set(Phase::Failed(error.to_string())),
            },
            Heard::Broke(why) => self.phase.set(Phase::Failed(why)),
            Heard::NotAllowed => {
                self.clear(Phase::Waiting);
                self.on_page.set(true);
                if asked {
                    self.here();
                }
            }
        }
    }

    fn take(self, said: Said) {
        if let Some(summary) = said.summary {
            self.summary.set(Some(summary));
        }
        let phase = if said.done < OUTER {
            Phase::Drawing(said.done)
        } else {
            Phase::Done
        };
        self.phase.set(phase);
    }

    /// Draws on the page, a slice at a time.
    fn here(self) {
        if let Some(job) = self.job.get_untracked() {
            let run = self.clear(Phase::Drawing(0));
            self.slice(run, Simulation::new(job));
        }
    }

    fn slice(self, run: u32, mut simulation: Simulation) {
        let draw = move || {
            if !self.is_now(run) {
                return;
            }
            let begun = web::document::now();
            loop {
                let said = draw(&mut simulation);
                let (sharper, last) = (said.summary.is_some(), said.done >= OUTER);
                // A summary is a slice's work as well.
                if last || sharper || web::document::now() - begun >= SLICE {
                    self.take(said);
                    if !last {
                        self.slice(run, simulation);
                    }
                    return;
                }
            }
        };
        set_timeout(draw, Duration::ZERO);
    }
}

/// One outer draw.
fn draw(simulation: &mut Simulation) -> Said {
    let more = simulation.advance();
    let done = simulation.done();
    let doubled = done.is_multiple_of(FIRST) && (done / FIRST).is_power_of_two();
    Said {
        done,
        summary: (doubled || !more).then(|| simulation.summary()).flatten(),
    }
}

/// The job of a worker: draws what it is sent, and says how far it is.
pub(in crate::app) fn work() {
    web::worker::serve(|job, say| {
        let told = |error: postcard::Error| error.to_string();
        let job: Job = postcard::from_bytes(job).map_err(told)?;
        let outer = job.outer;
        let mut simulation = Simulation::new(job);
        while simulation.done() < outer {
            let said = draw(&mut simulation);
            say(&postcard::to_allocvec(&said).map_err(told)?);
        }
        Ok(())
    });
}
