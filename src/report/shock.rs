//! What a scenario does to a mineral and an importer, as figures: without chance, and with what else may happen.

use serde::Serialize;

use super::absent::Why;
use super::question::stage_tables;
use super::stage_basis::StageFigures;
use crate::data::Importer;
use crate::risk::importer::Sources;
use crate::risk::{Absence, Measured};
use crate::scenario::act::{Acts, Idle};
use crate::scenario::numbers::STAGES;
use crate::scenario::outcome::Situation;
use crate::scenario::simulation::{Job, Simulation, Summary};
use crate::scenario::text;
use crate::scenario::timeline::Span;
use crate::scenario::{Assumptions, Market, Outcome, Scenario};
use crate::state::ViewState;

/// A step that does nothing to the mineral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdleStep {
    /// The step, from 1.
    pub step: usize,
    /// `off`, `other-minerals`, `no-table`, `supplies-nothing`, `outside-horizon` or `unknown-aim`.
    pub why: &'static str,
}

/// Months without a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Months {
    /// The first, counted from the scenario's start; 0 is its first month.
    pub from: u16,
    /// The month after the last.
    pub until: u16,
    /// What is left of world supply at mining, over normal.
    pub mined: Option<f64>,
    /// What is left of world supply at refining, over normal.
    pub refined: Option<f64>,
    /// The stage with the least left: `mine` or `refine`.
    pub binding: &'static str,
    /// Price over the old one.
    pub price: Option<f64>,
    /// The price if only mining were hit.
    pub price_of_mines_alone: Option<f64>,
    /// What is wanted at the old price, over normal use.
    pub wanted: f64,
    /// The part of what the world wants at the old price that it does not use.
    pub world_shortfall: f64,
    /// The part of its own supply that the importer misses before it buys elsewhere; without an importer the world's.
    pub direct_loss: f64,
    /// The part of what the importer wants at the old price that it does not use; without an importer the world's.
    pub shortfall: f64,
    /// What the importer pays for what it uses over what it paid before, less 1.
    pub extra_bill: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// The twelve months with the largest shortfall.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WorstYear {
    /// The first of them, counted from the scenario's start.
    pub from: u16,
    /// The importer's mean shortfall; without an importer the world's.
    pub shortfall: f64,
    /// The world's mean shortfall in the same months.
    pub world_shortfall: f64,
}

/// How often it is drawn what else may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShockDraws {
    /// Says, with the count, everything about the draws.
    pub seed: u64,
    /// How many draws of the parameters, with [`INNER`](crate::scenario::simulation::INNER) runs each; none leave the
    /// simulation out.
    pub draws: u32,
}

/// A scenario's outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shock {
    /// The mineral's slug.
    pub mineral: String,
    /// Who is asked about, where somebody is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importer: Option<String>,
    /// The scenario's text.
    pub scenario: String,
    /// What is assumed otherwise than usual, as in links; empty where nothing is.
    pub assume: String,
    /// The month that months are counted from.
    pub start: Option<String>,
    /// The steps that do nothing to the mineral.
    pub idle: Vec<IdleStep>,
    /// Whether the importer itself holds back exports: the model does not see that they stay at home, and overstates
    /// its loss.
    pub own_measure: bool,
    /// Mining.
    pub mine: Option<StageFigures>,
    /// Refining.
    pub refine: Option<StageFigures>,
    /// What the importer pays for its imports of what it buys last in the chain, in thousand US dollars a year.
    pub import_value_kusd: Option<f64>,
    /// Buyers that a step is aimed at and whose part of world use is not known: what the world loses by them counts
    /// as nothing.
    pub aims_without_need: Vec<String>,
    /// The months with the largest shortfall.
    pub worst: Months,
    /// The worst twelve months.
    pub worst_year: WorstYear,
    /// All months, one span without a change after another.
    pub months: Vec<Months>,
    /// What may happen over ten years, events beside the scenario included; absent where nothing is drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulation: Option<Summary>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl Shock {
    /// What a scenario does to the mineral and the importer of a state.
    ///
    /// # Errors
    /// Why the mineral has no market.
    pub fn of(
        sources: &Sources<'_>,
        state: &ViewState,
        importer: Option<Importer>,
        scenario: &Scenario,
        assumptions: &Assumptions,
        draws: ShockDraws,
    ) -> Measured<Self> {
        let data = sources.data;
        let tables = stage_tables(data, state, importer, sources.last_trade_year());
        let market = Market::of(sources, &tables, importer, scenario)?;
        let acts = Acts::of(data, &market, scenario);
        let outcome = Outcome::of(&market, &acts, assumptions);
        let mut why = Why::default();
        let [mine, refine] = [0, 1].map(|at| {
            let basis = market.stages[at].as_ref().map_err(|absence| *absence);
            basis.map(|basis| StageFigures::of(data, basis, &outcome.shifts(&market, at)))
        });
        let months = outcome.spans.iter();
        let months: Vec<Months> = months
            .map(|(span, found)| Months::of(span, found))
            .collect();
        let idle = acts.idle.iter().map(|(at, idle)| IdleStep {
            step: at + 1,
            why: word(*idle),
        });
        let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
        let start = outcome.start.ok_or("no step counts");
        let codes = market.aims_without_need.iter();
        let codes = codes.map(|aim| data.importer_code(*aim).to_owned());
        Ok(Self {
            mineral: data.mineral(state.mineral).slug.clone(),
            importer: importer.map(|one| data.importer_code(one).to_owned()),
            scenario: text::encode(scenario, data),
            assume: assumptions.to_text(),
            start: why.take("start", start).map(|month| month.to_string()),
            idle: idle.collect(),
            own_measure: scenario.held_back_by(data, &members),
            mine: why.take("mine", mine),
            refine: why.take("refine", refine),
            import_value_kusd: why.take("import_value_kusd", market.import_value()),
            aims_without_need: codes.collect(),
            worst: months[outcome.worst].clone(),
            worst_year: WorstYear {
                from: outcome.worst_year.from,
                shortfall: outcome.worst_year.shortfall,
                world_shortfall: outcome.worst_year.world_shortfall,
            },
            months,
            simulation: simulated(Job {
                outer: draws.draws,
                ..Job::of(&market, &acts, assumptions, draws.seed)
            }),
            why,
        })
    }
}

/// What all draws come to; none of none.
fn simulated(job: Job) -> Option<Summary> {
    let mut simulation = Simulation::new(job);
    while simulation.advance() {}
    simulation.summary()
}

impl Months {
    fn of(span: &Span, found: &Situation) -> Self {
        const NOTHING_LEFT: &str = "nothing is left, so there is no price";
        const TOO_DEAR: &str = "the price is past what constant elasticities can speak of";
        let mut why = Why::default();
        let [mined, refined] = found.available.map(|left| left.ok_or(Absence::NoTable));
        let alone = match found.mines_alone {
            Some(market) => market.price().ok_or_else(|| NOTHING_LEFT.to_owned()),
            None => Err(Absence::NoTable.to_string()),
        };
        let bill = match found.extra_bill() {
            Some(bill) if found.price_holds() => Ok(bill),
            Some(_) => Err(TOO_DEAR),
            None => Err(NOTHING_LEFT),
        };
        Self {
            from: span.from,
            until: span.until,
            mined: why.take("mined", mined),
            refined: why.take("refined", refined),
            binding: STAGES[found.binding].slug(),
            price: why.take("price", found.market.price().ok_or(NOTHING_LEFT)),
            price_of_mines_alone: why.take("price_of_mines_alone", alone),
            wanted: found.wanted,
            world_shortfall: found.world_shortfall(),
            direct_loss: found.direct_loss,
            shortfall: found.shortfall(),
            extra_bill: why.take("extra_bill", bill),
            why,
        }
    }
}

fn word(idle: Idle) -> &'static str {
    match idle {
        Idle::Off => "off",
        Idle::OtherMinerals => "other-minerals",
        Idle::NoTable => "no-table",
        Idle::SuppliesNothing => "supplies-nothing",
        Idle::OutsideHorizon => "outside-horizon",
        Idle::UnknownAim => "unknown-aim",
    }
}
