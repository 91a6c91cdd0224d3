//! R6: what may happen over ten years, with and beside a scenario, drawn many times.
//!
//! An outer draw varies the parameters, an inner one the events. Every random number depends on the seed, the outer
//! draw and the region alone, so that two scenarios meet the same events and their difference is not blurred by
//! chance. The figures are the same bits natively and in the browser: nothing is used but additions, products, roots
//! and the functions of one library.
//!
//! What is an assumption: everything about events. No source gives how often, how long and how hard suppliers fail by
//! country and mineral; [`super::assumption`] names each prior. The bands are what these priors leave open, and not an
//! error of drawing.
//!
//! | part | question |
//! |---|---|
//! | `parameters` | what is the world like in an outer draw? |
//! | `hazard`, `event` | when is whom hit, how long, how hard? |
//! | `plan`, `response` | what does the scenario leave, and what does the market answer? |
//! | `path`, `count`, `drawn` | what does one run come to, and one outer draw? |
//! | `summary`, `tail` | what do all runs come to? |

mod count;
mod drawn;
mod event;
mod hazard;
mod normal;
mod parameters;
mod path;
mod plan;
mod random;
mod response;
mod summary;
mod tail;

use serde::{Deserialize, Serialize};

pub use self::count::RECOVERED;
use self::count::Run;
use self::drawn::Drawn;
use self::event::Impact;
use self::path::{Changes, MONTHS, Terms, Used, Walker};
use self::plan::Plan;
pub use self::plan::SMALLEST;
pub use self::summary::{Banded, LARGE_LOSS, MonthlyUse, Risk, Summary};
use super::act::{Act, Acts};
use super::assumption::{Assumptions, Key};
use super::market::Market;
use super::numbers::Numbers;

/// How many outer draws a full simulation has.
pub const OUTER: u32 = 200;
/// How many runs an outer draw has in a full simulation.
pub const INNER: u32 = 2_000;

/// What is to be simulated: numbers only, so that it can be handed to another program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The market.
    pub numbers: Numbers,
    /// What the scenario does.
    pub acts: Vec<Act>,
    /// The assumptions.
    pub assumptions: Assumptions,
    /// Says, with the counts, everything about the draws.
    pub seed: u64,
    /// How many outer draws.
    pub outer: u32,
    /// How many runs each.
    pub inner: u32,
}

impl Job {
    /// A full simulation of a scenario in a market that was made for it.
    #[must_use]
    pub fn of(market: &Market, acts: &Acts, assumptions: &Assumptions, seed: u64) -> Self {
        Self {
            numbers: market.numbers.clone(),
            acts: acts.acts.clone(),
            assumptions: *assumptions,
            seed,
            outer: OUTER,
            inner: INNER,
        }
    }
}

/// A simulation under way.
///
/// # Examples
/// ```
/// use adit::scenario::simulation::Simulation;
/// # use adit::scenario::{Assumptions, numbers::{Numbers, Supplier}, simulation::Job};
/// # let country = adit::data::embedded().unwrap().country_by_iso3("CHL").unwrap();
/// # let supplier = Supplier { country, region: 0, governance: 0.3, world: [1.0; 2], sourcing: [1.0; 2] };
/// # let numbers = Numbers {
/// #     suppliers: vec![supplier], stages: [true, false], rest: [0.0; 2], own_rest: [0.0; 2], targets: vec![],
/// # };
/// # let job = Job { numbers, acts: vec![], assumptions: Assumptions::default(), seed: 1, outer: 3, inner: 100 };
/// let mut simulation = Simulation::new(job);
/// while simulation.advance() {}
/// let summary = simulation.summary().unwrap();
/// assert!(summary.importer.mean.low <= summary.importer.mean.high);
/// ```
#[derive(Debug, Clone)]
pub struct Simulation {
    job: Job,
    impact: Impact,
    world: Vec<Drawn>,
    importer: Vec<Drawn>,
}

impl Simulation {
    /// A simulation that has not begun.
    #[must_use]
    pub fn new(job: Job) -> Self {
        Self {
            impact: Impact::of(&job.assumptions),
            world: Vec::new(),
            importer: Vec::new(),
            job,
        }
    }

    /// How many outer draws are done.
    #[must_use]
    pub fn done(&self) -> u32 {
        u32::try_from(self.world.len()).unwrap_or(u32::MAX)
    }

    /// Does one outer draw; whether there is another to do.
    pub fn advance(&mut self) -> bool {
        let outer = self.done();
        if outer >= self.job.outer || self.job.inner == 0 {
            return false;
        }
        let mut plan = Plan::of(&self.job, outer);
        let mut walker = Walker::new(plan.at_risk);
        let terms = Terms {
            stages: self.job.numbers.stages,
            resourcing: self.job.assumptions.get(Key::Resourcing),
        };
        let none = Changes([0.0; MONTHS + 1]);
        let mut used = Used {
            world: none.clone(),
            own: none,
        };
        let runs = (0..u64::from(self.job.inner))
            .map(|run| walker.run(&mut plan, &self.impact, &terms, run, &mut used));
        let (world, importer): (Vec<Run>, Vec<Run>) = runs.unzip();
        self.world.push(Drawn::of(&world, &used.world));
        self.importer.push(Drawn::of(&importer, &used.own));
        outer + 1 < self.job.outer
    }

    /// What the draws so far come to; none before the first, or where a draw has no run.
    #[must_use]
    pub fn summary(&self) -> Option<Summary> {
        (!self.world.is_empty()).then(|| Summary::of(&self.job, &self.world, &self.importer))
    }
}
