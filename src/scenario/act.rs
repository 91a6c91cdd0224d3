//! A scenario's steps as numbers for one mineral: what each does, to whom, from which month to which.

use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::market::Market;
use super::{Minerals, Month, Scenario, Stages, Step, StepKind};
use crate::data::Dataset;

/// How many months are looked at, from the scenario's start on.
pub const HORIZON: u16 = 120;
/// Months of a year.
pub const YEAR: u16 = 12;

/// Whose supply an act is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Whose {
    /// Everybody's, those included whom no source names.
    Everybody,
    /// Of these places among [`Numbers::suppliers`](super::numbers::Numbers::suppliers).
    Of(Vec<u16>),
}

/// How much of a supply goes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Cut {
    /// This part.
    Part(f64),
    /// What does not pay any more under a tax of this part of the price: `1 − (1−τ)^εs`, all of it from τ = 1 on.
    Tax(f64),
}

/// What an act does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Supply goes.
    Less {
        /// Whose.
        whose: Whose,
        /// At which stages.
        stages: [bool; 2],
        /// How much.
        cut: Cut,
        /// Withheld from this one of [`Numbers::targets`](super::numbers::Numbers::targets) only; none where it is lost to everyone.
        target: Option<u16>,
    },
    /// Supply comes, as parts of world supply, of these places; of none where nobody is named.
    More {
        /// Whose, and how much.
        parts: Vec<(Option<u16>, f64)>,
        /// At which stage.
        stage: u16,
    },
    /// This is sold at any price, as a part of normal use.
    Fixed(f64),
    /// Users want this times as much.
    Wanted(f64),
}

/// Something that is so for some months.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// The first month, counted from the scenario's start.
    pub from: u16,
    /// The month after the last.
    pub until: u16,
    /// What is so.
    pub effect: Effect,
}

/// Why a step does nothing to a mineral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// It is switched off.
    Off,
    /// It is about other minerals.
    OtherMinerals,
    /// No stage that it is about has a table.
    NoTable,
    /// The actor supplies nothing at the stages that it is about.
    SuppliesNothing,
    /// It is outside the months looked at.
    OutsideHorizon,
    /// The market was made for another scenario and does not know whom it is aimed at.
    UnknownAim,
}

/// A scenario for one mineral.
#[derive(Debug, Clone, PartialEq)]
pub struct Acts {
    /// The scenario's start: the first month of its first active step; none where no step is active.
    pub start: Option<Month>,
    /// What the steps do, in their order.
    pub acts: Vec<Act>,
    /// The steps that do nothing, by place, and why.
    pub idle: Vec<(usize, Idle)>,
}

impl Acts {
    /// What a scenario does to a market that was made for it.
    #[must_use]
    pub fn of(data: &Dataset, market: &Market, scenario: &Scenario) -> Self {
        let start = scenario.active().map(|step| step.start).min();
        let mut acts = Self {
            start,
            acts: Vec::new(),
            idle: Vec::new(),
        };
        let origin = start.map_or(0, |month| month.0);
        for (place, step) in scenario.steps.iter().enumerate() {
            match act(data, market, step, origin, &acts.acts) {
                Ok(act) => acts.acts.push(act),
                Err(why) => acts.idle.push((place, why)),
            }
        }
        acts
    }
}

fn act(
    data: &Dataset,
    market: &Market,
    step: &Step,
    origin: u16,
    earlier: &[Act],
) -> Result<Act, Idle> {
    if !step.active {
        return Err(Idle::Off);
    }
    let numbers = &market.numbers;
    let actor = Actor::of(data, numbers, step.actor);
    let concerned = match &step.minerals {
        Minerals::All => true,
        Minerals::These(minerals) => minerals.contains(&market.mineral),
        Minerals::Led => actor.leads(numbers, staged(step.stages)),
    };
    if !concerned {
        return Err(Idle::OtherMinerals);
    }
    let from = step.start.0.saturating_sub(origin);
    let until = step
        .months
        .map_or(HORIZON, |months| from.saturating_add(months))
        .min(HORIZON);
    if from >= until {
        return Err(Idle::OutsideHorizon);
    }
    Ok(Act {
        from,
        until,
        effect: effect(market, step, &actor, until - from, earlier)?,
    })
}

fn effect(
    market: &Market,
    step: &Step,
    actor: &Actor,
    months: u16,
    earlier: &[Act],
) -> Result<Effect, Idle> {
    let numbers = &market.numbers;
    let less = |cut: Cut| {
        let asked = staged(step.stages);
        let stages = [0, 1].map(|at| asked[at] && numbers.stages[at]);
        if stages == [false; 2] {
            return Err(Idle::NoTable);
        }
        if !actor.supplies(numbers, stages, earlier) {
            return Err(Idle::SuppliesNothing);
        }
        let target = step
            .aim
            .map(|aim| market.aims.iter().position(|known| *known == aim));
        let target = match target {
            Some(place) => Some(
                place
                    .and_then(|at| u16::try_from(at).ok())
                    .ok_or(Idle::UnknownAim)?,
            ),
            None => None,
        };
        Ok(Effect::Less {
            whose: actor.whose(),
            stages,
            cut,
            target,
        })
    };
    let more = |stage: usize| {
        if !numbers.stages[stage] {
            return Err(Idle::NoTable);
        }
        let parts = actor.split(numbers, stage, step.size);
        Ok(Effect::More {
            parts,
            stage: u16::try_from(stage).unwrap_or_default(),
        })
    };
    match step.kind {
        StepKind::CutOff
        | StepKind::Quota
        | StepKind::LicenceDelay
        | StepKind::Conflict
        | StepKind::Accident
        | StepKind::NaturalDisaster
        | StepKind::Strike
        | StepKind::PowerShortage => less(Cut::Part(step.size.clamp(0.0, 1.0))),
        StepKind::Tax => less(Cut::Tax(step.size.max(0.0))),
        StepKind::NewMine => more(0),
        StepKind::NewRefinery => more(1),
        // The size is in all, in parts of a year's use.
        StepKind::StockRelease => Ok(Effect::Fixed(
            step.size.max(0.0) * f64::from(YEAR) / f64::from(months),
        )),
        StepKind::Recycling => Ok(Effect::Fixed(step.size.max(0.0))),
        StepKind::Substitution => Ok(Effect::Wanted((1.0 - step.size).max(0.0))),
        StepKind::DemandChange => Ok(Effect::Wanted((1.0 + step.size).max(0.0))),
    }
}

fn staged(stages: Stages) -> [bool; 2] {
    match stages {
        Stages::Mine => [true, false],
        Stages::Refine => [false, true],
        Stages::Both => [true, true],
    }
}
