//! One run of the horizon: events hit suppliers, the market answers, losses are counted.

use oorandom::Rand64;

use super::count::{Count, Run};
use super::event::Impact;
use super::hazard::Hazard;
use super::plan::{PLACES, Plan};
use crate::scenario::act::HORIZON;
use crate::scenario::situation::own_use;

/// Months of the horizon, as a length.
pub(super) const MONTHS: usize = HORIZON as usize;

/// The hits of one hazard, month after month, run after run.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    hazard: Hazard,
    random: Rand64,
    /// The month of the next hits, counted from the first run's first month.
    next: u64,
}

impl Stream {
    /// A hazard's hits by a stream of random numbers.
    pub(super) fn of(hazard: Hazard, mut random: Rand64) -> Self {
        let next = hazard.wait(&mut random);
        Self {
            hazard,
            random,
            next,
        }
    }
}

/// Something that hits a supplier.
#[derive(Debug, Clone, Copy)]
struct Event {
    supplier: u16,
    from: u16,
    until: u16,
    /// The part of supply that it leaves.
    kept: f64,
    /// The next event that begins in the same month, by place.
    begins_too: u32,
    /// The next event that ends in the same month, by place.
    ends_too: u32,
}

/// No event.
const NONE: u32 = u32::MAX;

/// The changes of mean use from month to month, summed over runs.
#[derive(Debug, Clone)]
pub(super) struct Changes(pub(super) [f64; MONTHS + 1]);

/// What runs leave behind: use of the world and of the importer, month after month, summed.
#[derive(Debug, Clone)]
pub(super) struct Used {
    /// The world.
    pub(super) world: Changes,
    /// The importer.
    pub(super) own: Changes,
}

/// Room for one run, used again for the next.
#[derive(Debug, Clone)]
pub(super) struct Walker {
    events: Vec<Event>,
    begin: [u32; MONTHS],
    end: [u32; MONTHS],
    /// The part that each supplier gives.
    given: Vec<f64>,
    /// How many events hit each supplier.
    hits: Vec<u16>,
}

impl Walker {
    /// Room for so many suppliers.
    pub(super) fn new(suppliers: usize) -> Self {
        Self {
            events: Vec::new(),
            begin: [NONE; MONTHS],
            end: [NONE; MONTHS],
            given: vec![1.0; suppliers],
            hits: vec![0; suppliers],
        }
    }

    /// Draws the events of a run; the months in which one begins or ends, as bits.
    fn draw(&mut self, hazards: &mut [Stream], impact: &Impact, run: u64) -> u128 {
        self.events.clear();
        let (first, mut changes) = (run * u64::from(HORIZON), 0);
        for Stream {
            hazard,
            random,
            next,
        } in hazards
        {
            while *next < first + u64::from(HORIZON) {
                let from = u16::try_from(*next - first).unwrap_or_default();
                changes |= 1_u128 << from;
                hazard.hits(random, |random, supplier| {
                    let until = from + impact.months(random);
                    let kept = impact.kept(random);
                    let place = u32::try_from(self.events.len()).unwrap_or(NONE);
                    let mut event = Event {
                        supplier,
                        from,
                        until,
                        kept,
                        begins_too: NONE,
                        ends_too: NONE,
                    };
                    event.begins_too = std::mem::replace(&mut self.begin[usize::from(from)], place);
                    if until < HORIZON {
                        changes |= 1_u128 << until;
                        event.ends_too =
                            std::mem::replace(&mut self.end[usize::from(until)], place);
                    }
                    self.events.push(event);
                });
                *next += 1 + hazard.wait(random);
            }
        }
        changes
    }

    /// Runs the horizon once; the world's count and the importer's.
    pub(super) fn run(
        &mut self,
        plan: &mut Plan,
        impact: &Impact,
        terms: &Terms,
        run: u64,
        used: &mut Used,
    ) -> (Run, Run) {
        let mut changes = self.draw(&mut plan.hazards, impact, run) | 1;
        let mut stretches = plan.stretches.iter().peekable();
        changes |= plan
            .stretches
            .iter()
            .fold(0, |bits, stretch| bits | 1_u128 << stretch.from);
        let mut stretch = &plan.stretches[0];
        let mut sums = stretch.base;
        let (mut world, mut own) = (Count::default(), Count::default());
        while changes != 0 {
            let month = u16::try_from(changes.trailing_zeros()).unwrap_or(HORIZON);
            changes &= changes - 1;
            let until = if changes == 0 {
                HORIZON
            } else {
                u16::try_from(changes.trailing_zeros()).unwrap_or(HORIZON)
            };
            self.ended(month, stretch.weights.as_slice(), &mut sums);
            self.begun(month, stretch.weights.as_slice(), &mut sums);
            if let Some(next) = stretches.next_if(|next| next.from == month) {
                stretch = next;
                sums = self.summed(stretch.base, &stretch.weights);
            }
            let available = terms.least(sums[0], sums[1]);
            let response = plan.tables[stretch.table].at(available);
            let world_use = available * response + stretch.fixed;
            let direct = terms.least(sums[2], sums[3]);
            let own_use = own_use(direct, response, world_use, stretch.fixed, terms.resourcing);
            for (count, changes, use_) in [
                (&mut world, &mut used.world, world_use),
                (&mut own, &mut used.own, own_use),
            ] {
                let wanted = stretch.per_wanted > 0.0;
                let shortfall = if wanted {
                    1.0 - use_ * stretch.per_wanted
                } else {
                    0.0
                };
                count.add(month, until, shortfall);
                changes.0[usize::from(month)] += use_;
                changes.0[usize::from(until)] -= use_;
            }
        }
        self.forget();
        (world.run(), own.run())
    }

    /// The events that end in a month end.
    fn ended(&mut self, month: u16, weights: &[[f64; PLACES]], sums: &mut [f64; PLACES]) {
        let mut place = std::mem::replace(&mut self.end[usize::from(month)], NONE);
        while place != NONE {
            let event = self.events[place as usize];
            let supplier = usize::from(event.supplier);
            self.hits[supplier] -= 1;
            let given = if self.hits[supplier] == 0 {
                1.0
            } else {
                self.product(event.supplier, month)
            };
            self.give(supplier, given, weights, sums);
            place = event.ends_too;
        }
    }

    /// The events that begin in a month begin.
    fn begun(&mut self, month: u16, weights: &[[f64; PLACES]], sums: &mut [f64; PLACES]) {
        let mut place = std::mem::replace(&mut self.begin[usize::from(month)], NONE);
        while place != NONE {
            let event = self.events[place as usize];
            let supplier = usize::from(event.supplier);
            self.hits[supplier] += 1;
            self.give(supplier, self.given[supplier] * event.kept, weights, sums);
            place = event.begins_too;
        }
    }

    /// What the events leave of a supplier that began before a month and last beyond its beginning.
    fn product(&self, supplier: u16, month: u16) -> f64 {
        let hits = self.events.iter().filter(|event| {
            event.supplier == supplier && event.from < month && month < event.until
        });
        hits.fold(1.0, |left, event| left * event.kept)
    }

    /// A supplier gives another part.
    fn give(
        &mut self,
        supplier: usize,
        given: f64,
        weights: &[[f64; PLACES]],
        sums: &mut [f64; PLACES],
    ) {
        let change = given - self.given[supplier];
        self.given[supplier] = given;
        for (sum, weight) in sums.iter_mut().zip(weights[supplier]) {
            *sum += change * weight;
        }
    }

    fn summed(&self, base: [f64; PLACES], weights: &[[f64; PLACES]]) -> [f64; PLACES] {
        let mut sums = base;
        for (given, weights) in self.given.iter().zip(weights) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += (given - 1.0) * weight;
            }
        }
        sums
    }

    /// Makes room for the next run.
    fn forget(&mut self) {
        for event in &self.events {
            let supplier = usize::from(event.supplier);
            self.given[supplier] = 1.0;
            self.hits[supplier] = 0;
        }
    }
}

/// What is the same in every run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// Which stages have a table.
    pub(super) stages: [bool; 2],
    /// ρ of re-sourcing.
    pub(super) resourcing: f64,
}

impl Terms {
    /// What is left at the stage where least is, of those that have a table.
    fn least(&self, mine: f64, refine: f64) -> f64 {
        let least = match self.stages {
            [true, true] => mine.min(refine),
            [true, false] => mine,
            _ => refine,
        };
        // What adding and taking away leaves of nothing may be a little less.
        least.max(0.0)
    }
}
