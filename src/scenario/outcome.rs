//! What a scenario comes to for the world and for an importer, month after month, without chance.

use super::Month;
use super::act::{Acts, HORIZON, YEAR};
use super::assumption::{Assumptions, Key};
use super::clearing::{Cleared, Clearing};
use super::market::Market;
use super::timeline::{Span, spans};

use crate::data::CountryId;

pub use super::situation::{PRICE_HOLDS_BELOW, Situation};

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
