//! What a scenario comes to for the world and for an importer, month after month, without chance.
//!
//! # Definition
//! Of each stage the part A of world supply is left. The scarcer one binds: the market clears with it at price p,
//! output response m and use q ([`super::clearing`]). Of the importer's own supply the part `1 − l` is left at the
//! stage where it misses most. Without buying elsewhere it uses what its own suppliers give, and at the world's price
//! it wants no more than the world's mean: `x = min((1 − l)·m + R, q)`. Re-sourcing closes the part ρ of the gap to
//! that mean: `a = ρ·q + (1 − ρ)·x`. Hence nothing happens to it where nothing happens; at ρ = 1 it fares as the world
//! does; it is no worse off than the world's mean while its suppliers lose no larger part than the world's; and the
//! more they lose, the less it uses. What the worst served do not get is not counted as used by others.

use super::Month;
use super::act::{Acts, HORIZON, YEAR};
use super::assumption::{Assumptions, Key};
use super::clearing::{Cleared, Clearing};
use super::market::Market;
use super::timeline::{Span, Sums, spans};
use crate::data::CountryId;

/// Use and price in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Situation {
    /// A: what is left of world supply at each stage, over normal; none at a stage without a table.
    pub available: [Option<f64>; 2],
    /// The place of the stage that binds: the one with the least left.
    pub binding: usize,
    /// The world market at the stage that binds.
    pub market: Cleared,
    /// The world market if only mining were hit: what a view of mines alone would say. None without a table of mines.
    pub mines_alone: Option<Cleared>,
    /// D: what is wanted at the old price, over normal use.
    pub wanted: f64,
    /// l: the part of the importer's own supply that is missing, at the stage where most is.
    pub direct_loss: f64,
    /// a: the importer's use over its normal use; the world's where no importer is asked about.
    pub used: f64,
}

impl Situation {
    /// The situation of a span whose suppliers give what `sums` says.
    #[must_use]
    pub fn of(
        span: &Span,
        sums: &Sums,
        stages: [bool; 2],
        clearing: &Clearing,
        resourcing: f64,
    ) -> Self {
        let available = [0, 1].map(|at| stages[at].then_some(sums.world[at].max(0.0)));
        let left = available.map(|left| left.unwrap_or(f64::INFINITY));
        let binding = usize::from(left[1] < left[0]);
        let market = clearing.clear(left[binding], span.fixed, span.wanted);
        let own = own_supply(sums.own, stages);
        Self {
            mines_alone: available[0].map(|mines| clearing.clear(mines, span.fixed, span.wanted)),
            used: match market {
                Cleared::At { response, used, .. } => {
                    own_use(own, response, used, span.fixed, resourcing)
                }
                Cleared::NothingLeft => 0.0,
            },
            direct_loss: 1.0 - own,
            wanted: span.wanted,
            available,
            binding,
            market,
        }
    }

    /// The part of world supply that is missing at a stage; negative where there is more than before.
    #[must_use]
    pub fn supply_lost(&self, stage: usize) -> Option<f64> {
        self.available[stage].map(|left| 1.0 - left)
    }

    /// The part of what the world wants at the old price that it does not use, `1 − q/D`.
    #[must_use]
    pub fn world_shortfall(&self) -> f64 {
        shortfall(self.market.used(), self.wanted)
    }

    /// The part of what the importer wants at the old price that it does not use, `1 − a/D`.
    #[must_use]
    pub fn shortfall(&self) -> f64 {
        shortfall(self.used, self.wanted)
    }

    /// What the importer pays for what it uses, over what it paid before, less 1: `p·a − 1`; none without a price.
    #[must_use]
    pub fn extra_bill(&self) -> Option<f64> {
        Some(self.market.price()? * self.used - 1.0)
    }
}

/// The part of what is wanted that is not used; none of nothing.
#[must_use]
pub(super) fn shortfall(used: f64, wanted: f64) -> f64 {
    if wanted > 0.0 {
        1.0 - used / wanted
    } else {
        0.0
    }
}

/// The part of its own supply that an importer still gets: the least over the stages that have a table.
#[must_use]
pub(super) fn own_supply(own: [f64; 2], stages: [bool; 2]) -> f64 {
    let at = |stage: usize| {
        if stages[stage] {
            own[stage].max(0.0)
        } else {
            f64::INFINITY
        }
    };
    at(0).min(at(1))
}

/// a: an importer's use over its normal use, by the module's definition.
#[must_use]
pub(super) fn own_use(own: f64, response: f64, used: f64, fixed: f64, resourcing: f64) -> f64 {
    let bought = (own * response + fixed).min(used);
    resourcing * used + (1.0 - resourcing) * bought
}

/// How one country's supply changes at a stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Which country.
    pub country: CountryId,
    /// Its part of world supply before.
    pub before: f64,
    /// Its part of what is left.
    pub after: f64,
    /// Its output as a part of normal world supply, with what the price adds.
    pub output: f64,
}

/// The twelve months in which least of what is wanted is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WorstYear {
    /// The first of them, counted from the scenario's start.
    pub from: u16,
    /// The importer's mean shortfall in them.
    pub shortfall: f64,
    /// The world's mean shortfall in the same months.
    pub world_shortfall: f64,
}

/// A scenario's outcome for one mineral.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The month that months are counted from; none where no step is active.
    pub start: Option<Month>,
    /// Months without a change, one after another, over the whole horizon.
    pub spans: Vec<(Span, Situation)>,
    /// The place of the span with the largest shortfall, the first of equal ones.
    pub worst: usize,
    /// The worst twelve months.
    pub worst_year: WorstYear,
}

impl Outcome {
    /// What a scenario comes to in a market that was made for it.
    #[must_use]
    pub fn of(market: &Market, acts: &Acts, assumptions: &Assumptions) -> Self {
        let clearing = Clearing::of(assumptions);
        let get = |key| assumptions.get(key);
        let numbers = &market.numbers;
        let spans = spans(
            numbers,
            &acts.acts,
            clearing.supply_elasticity(),
            get(Key::Diverted),
        );
        let spans: Vec<(Span, Situation)> = spans
            .into_iter()
            .map(|span| {
                let sums = span.sums(|_| 1.0);
                let resourcing = get(Key::Resourcing);
                let found = Situation::of(&span, &sums, numbers.stages, &clearing, resourcing);
                (span, found)
            })
            .collect();
        let mut worst = 0;
        for (place, (_, found)) in spans.iter().enumerate() {
            if found.shortfall() > spans[worst].1.shortfall() {
                worst = place;
            }
        }
        Self {
            start: acts.start,
            worst_year: worst_year(&spans),
            worst,
            spans,
        }
    }

    /// The situation in a month of the horizon, counted from the scenario's start; after it the last one.
    #[must_use]
    pub fn month(&self, month: u16) -> &Situation {
        let place = self.spans.partition_point(|(span, _)| span.until <= month);
        &self.spans[place.min(self.spans.len() - 1)].1
    }

    /// The situation with the largest shortfall.
    #[must_use]
    pub fn worst_month(&self) -> &Situation {
        &self.spans[self.worst].1
    }

    /// How each country's supply at a stage changes in the worst month, those who lose most first; empty at a stage
    /// without a table.
    #[must_use]
    pub fn shifts(&self, market: &Market, stage: usize) -> Vec<Shift> {
        let (span, found) = &self.spans[self.worst];
        let Some(available) = found.available[stage] else {
            return Vec::new();
        };
        // At the stage that does not bind, everyone is held back alike.
        let through = match found.market {
            Cleared::At { used, .. } => used - span.fixed,
            Cleared::NothingLeft => 0.0,
        };
        let suppliers = market.numbers.suppliers.iter().zip(&span.world[stage]);
        let mut shifts: Vec<Shift> = suppliers
            .map(|(supplier, &left)| {
                let after = if available > 0.0 {
                    left / available
                } else {
                    0.0
                };
                Shift {
                    country: supplier.country,
                    before: supplier.world[stage],
                    after,
                    output: after * through,
                }
            })
            .filter(|shift| shift.before > 0.0 || shift.after > 0.0)
            .collect();
        shifts.sort_by(|a, b| (a.output - a.before).total_cmp(&(b.output - b.before)));
        shifts
    }
}

fn worst_year(spans: &[(Span, Situation)]) -> WorstYear {
    let mean = |from: u16, of: &dyn Fn(&Situation) -> f64| {
        let parts = spans.iter().map(|(span, found)| {
            let months = span
                .until
                .min(from + YEAR)
                .saturating_sub(span.from.max(from));
            f64::from(months) * of(found)
        });
        parts.sum::<f64>() / f64::from(YEAR)
    };
    let mut worst = WorstYear {
        from: 0,
        shortfall: mean(0, &Situation::shortfall),
        world_shortfall: 0.0,
    };
    for from in 1..=HORIZON - YEAR {
        let shortfall = mean(from, &Situation::shortfall);
        if shortfall > worst.shortfall {
            worst = WorstYear {
                from,
                shortfall,
                ..worst
            };
        }
    }
    worst.world_shortfall = mean(worst.from, &Situation::world_shortfall);
    worst
}
