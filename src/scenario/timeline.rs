//! What a scenario leaves of supply, month after month: constant between the months at which something changes.

use super::act::{Act, Cut, Effect, HORIZON, Whose};
use super::numbers::Numbers;

/// Months in which the scenario changes nothing.
///
/// # Units
/// Supply as parts of normal world supply at the stage, and as parts of the importer's normal supply.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The first month.
    pub from: u16,
    /// The month after the last.
    pub until: u16,
    /// What each supplier still gives the world, at each stage.
    pub world: [Vec<f64>; 2],
    /// What each supplier still gives the importer, at each stage.
    ///
    /// What comes anew goes to everyone in proportion to what they used before.
    pub own: [Vec<f64>; 2],
    /// What those give the world whom nobody names.
    pub world_rest: [f64; 2],
    /// What those give the importer whom nobody names.
    pub own_rest: [f64; 2],
    /// R: what is sold at any price, as a part of normal use.
    pub fixed: f64,
    /// D: what is wanted at the old price, over normal use.
    pub wanted: f64,
}

/// What two stages hold in all, one supplier's part of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sums {
    /// Supply to the world at each stage.
    pub world: [f64; 2],
    /// Supply to the importer at each stage.
    pub own: [f64; 2],
}

impl Span {
    /// What is left at each stage when each supplier gives this part of what the span leaves it.
    #[must_use]
    pub fn sums(&self, given: impl Fn(usize) -> f64) -> Sums {
        let all = |parts: &[f64], rest: f64| {
            let parts = parts.iter().enumerate();
            parts.fold(rest, |sum, (at, part)| sum + part * given(at))
        };
        Sums {
            world: [0, 1].map(|at| all(&self.world[at], self.world_rest[at])),
            own: [0, 1].map(|at| all(&self.own[at], self.own_rest[at])),
        }
    }
}

/// The spans of the horizon, without gaps, when a tax is answered with supply elasticity εs and a part d of what is
/// withheld from one is sold to others.
#[must_use]
pub fn spans(numbers: &Numbers, acts: &[Act], supply_elasticity: f64, diverted: f64) -> Vec<Span> {
    let mut bounds = vec![0, HORIZON];
    bounds.extend(
        acts.iter()
            .flat_map(|act| [act.from.min(HORIZON), act.until.min(HORIZON)]),
    );
    bounds.sort_unstable();
    bounds.dedup();
    let spans = bounds.windows(2).map(|pair| {
        let mut left = Left::of(numbers);
        let during = acts
            .iter()
            .filter(|act| act.from <= pair[0] && pair[0] < act.until);
        for act in during {
            left.apply(&act.effect, supply_elasticity);
        }
        left.span(numbers, diverted, (pair[0], pair[1]))
    });
    spans.collect()
}

/// What the steps so far have left.
struct Left {
    /// The part of what it had, a supplier and stage.
    kept: Vec<[f64; 2]>,
    /// What has come anew, a supplier and stage.
    added: Vec<[f64; 2]>,
    /// The part of what they had, of those whom nobody names.
    rest: [f64; 2],
    /// What has come anew from nobody in particular.
    pool: [f64; 2],
    /// The part that each target still gets, a supplier and stage.
    sold: Vec<Vec<[f64; 2]>>,
    fixed: f64,
    wanted: f64,
}

impl Left {
    fn of(numbers: &Numbers) -> Self {
        let each = |value: f64| vec![[value; 2]; numbers.suppliers.len()];
        Self {
            kept: each(1.0),
            added: each(0.0),
            rest: [1.0; 2],
            pool: [0.0; 2],
            sold: vec![each(1.0); numbers.targets.len()],
            fixed: 0.0,
            wanted: 1.0,
        }
    }

    fn apply(&mut self, effect: &Effect, supply_elasticity: f64) {
        match effect {
            Effect::Less {
                whose,
                stages,
                cut,
                target,
            } => {
                let part = left_by(*cut, supply_elasticity);
                for at in (0..2).filter(|&at| stages[at]) {
                    match whose {
                        Whose::Everybody => {
                            (0..self.kept.len())
                                .for_each(|place| self.take(place, at, part, *target));
                            if target.is_none() {
                                self.rest[at] *= part;
                                self.pool[at] *= part;
                            }
                        }
                        Whose::Of(places) => {
                            for &place in places {
                                self.take(usize::from(place), at, part, *target);
                            }
                        }
                    }
                }
            }
            Effect::More { parts, stage } => {
                let at = usize::from(*stage);
                for &(place, part) in parts {
                    match place {
                        Some(place) => self.added[usize::from(place)][at] += part,
                        None => self.pool[at] += part,
                    }
                }
            }
            Effect::Fixed(part) => self.fixed += part,
            Effect::Wanted(times) => self.wanted *= times,
        }
    }

    fn take(&mut self, place: usize, at: usize, part: f64, target: Option<u16>) {
        if let Some(target) = target {
            self.sold[usize::from(target)][place][at] *= part;
        } else {
            self.kept[place][at] *= part;
            self.added[place][at] *= part;
        }
    }

    fn span(&self, numbers: &Numbers, diverted: f64, (from, until): (u16, u16)) -> Span {
        let withheld = |place: usize, at: usize, of: &dyn Fn(usize) -> f64| -> f64 {
            let targets = self.sold.iter().enumerate();
            targets
                .map(|(target, sold)| (1.0 - sold[place][at]) * of(target))
                .sum()
        };
        let places = 0..numbers.suppliers.len();
        let world = |at: usize| {
            let left = places.clone().map(|place| {
                let lost = withheld(place, at, &|target| {
                    numbers.targets[target].world[place][at]
                });
                let had = numbers.suppliers[place].world[at] - (1.0 - diverted) * lost;
                had.max(0.0) * self.kept[place][at] + self.added[place][at]
            });
            left.collect()
        };
        let own = |at: usize| {
            let left = places.clone().map(|place| {
                let lost = withheld(place, at, &|target| numbers.targets[target].own[place][at]);
                let had = numbers.suppliers[place].sourcing[at] - lost;
                had.max(0.0) * self.kept[place][at] + self.added[place][at]
            });
            left.collect()
        };
        Span {
            from,
            until,
            world: [world(0), world(1)],
            own: [own(0), own(1)],
            world_rest: [0, 1].map(|at| numbers.rest[at] * self.rest[at] + self.pool[at]),
            own_rest: [0, 1].map(|at| numbers.own_rest[at] * self.rest[at] + self.pool[at]),
            fixed: self.fixed,
            wanted: self.wanted,
        }
    }
}

/// The part that a cut leaves.
fn left_by(cut: Cut, supply_elasticity: f64) -> f64 {
    match cut {
        Cut::Part(part) => 1.0 - part,
        Cut::Tax(tax) if tax >= 1.0 => 0.0,
        Cut::Tax(tax) => libm::pow(1.0 - tax, supply_elasticity),
    }
}
