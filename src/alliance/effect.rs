//! R7: what an alliance would change, by three channels that are kept apart.
//!
//! - *Willingness*: an agreement of depth a is assumed to take the part η·a off a supplier's weight.
//! - *Re-sourcing*: purchases move to allies, within what they make beside what they send already.
//! - *Capacity*: projects in allied countries send more than is made today.
//!
//! The risk is the friend-shored concentration Σ s²·G·t·(1 − η·a) of the importer's own sourcing. What its members trade
//! with one another is no part of it: a bloc's own trade changes no risk. This is a conditional simulation: partners are
//! chosen for their geology and for being friends already, and no public data identify η.

use super::moving::{Movable, least_risky};
use super::shapley;

use crate::units::total;

/// How much of an importer's purchases is assumed to be able to move in all, as a fraction of its need.
pub const MOVABLE: f64 = 0.2;

/// One supplier of an importer, or one who could become one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Supplier<C> {
    /// Who.
    pub country: C,
    /// s: its present share of the importer's sourcing.
    pub share: f64,
    /// G·t, without any agreement.
    pub weight: f64,
    /// Whether it belongs to the importer.
    pub inside: bool,
    /// a of the deepest agreement, 0 to 1; none without one.
    pub bound: Option<f64>,
    /// u: what it makes, as a fraction of the importer's need.
    pub cap: f64,
    /// What projects there are expected to add, as a fraction of the need.
    pub project: f64,
}

/// A project that adds supply.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Project {
    /// Output in a year, as a fraction of the importer's need.
    pub output: f64,
    /// How likely it is to come about.
    pub success: f64,
    /// Years until it produces.
    pub lead: f64,
}

impl Project {
    /// What it is expected to send in a year, on average over so many years.
    ///
    /// # Definition
    /// Output × success × (horizon − lead)/horizon.
    #[must_use]
    pub fn expected(&self, horizon: f64) -> f64 {
        if horizon <= self.lead {
            return 0.0;
        }
        self.output * self.success.clamp(0.0, 1.0) * (horizon - self.lead.max(0.0)) / horizon
    }
}

/// What is assumed about alliances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumed {
    /// η, 0 to 1.
    pub eta: f64,
    /// The most that purchases can move in all, as a fraction of the need.
    pub movable: f64,
}

/// Which channels work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channels {
    /// Willingness.
    pub willingness: bool,
    /// Re-sourcing.
    pub resourcing: bool,
    /// Capacity.
    pub capacity: bool,
}

impl Channels {
    /// None of them.
    pub const NONE: Self = Self {
        willingness: false,
        resourcing: false,
        capacity: false,
    };
    /// All of them.
    pub const ALL: Self = Self {
        willingness: true,
        resourcing: true,
        capacity: true,
    };
}

/// What an alliance changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The risk without it.
    pub before: f64,
    /// The risk with it.
    pub after: f64,
    /// What willingness takes off the risk; the three parts add up to all that is taken off.
    pub willingness: f64,
    /// What re-sourcing takes off.
    pub resourcing: f64,
    /// What capacity takes off.
    pub capacity: f64,
    /// Shares of the sourcing with the alliance, in the order of the suppliers.
    pub shares: Vec<f64>,
}

impl Effect {
    /// The effect on an importer's sourcing, split by Shapley's rule over the channels.
    #[must_use]
    pub fn of<C>(suppliers: &[Supplier<C>], assumed: &Assumed) -> Self {
        let with = |channels: Channels| state(suppliers, assumed, channels);
        let (before, _) = with(Channels::NONE);
        let (after, shares) = with(Channels::ALL);
        let parts = shapley::exact(3, |inside| {
            let channels = Channels {
                willingness: inside[0],
                resourcing: inside[1],
                capacity: inside[2],
            };
            match channels {
                Channels::NONE => 0.0,
                Channels::ALL => before - after,
                some => before - with(some).0,
            }
        });
        Self {
            before,
            after,
            willingness: parts[0].value,
            resourcing: parts[1].value,
            capacity: parts[2].value,
            shares,
        }
    }

    /// Δ: what the alliance takes off the risk.
    #[must_use]
    pub fn gain(&self) -> f64 {
        self.before - self.after
    }
}

/// Δ of an effect, without its parts.
#[must_use]
pub fn gain<C>(suppliers: &[Supplier<C>], assumed: &Assumed) -> f64 {
    let risk = |channels| state(suppliers, assumed, channels).0;
    risk(Channels::NONE) - risk(Channels::ALL)
}

/// The risk and the shares when some channels work.
///
/// # Definition
/// Suppliers outside may lose what they send; allies may gain up to u − s by re-sourcing and what projects add by
/// capacity; in all no more moves than can. What members supply stays.
fn state<C>(suppliers: &[Supplier<C>], assumed: &Assumed, channels: Channels) -> (f64, Vec<f64>) {
    let weight = |supplier: &Supplier<C>| {
        let bound = supplier.bound.filter(|_| channels.willingness);
        supplier.weight * (1.0 - assumed.eta * bound.unwrap_or_default())
    };
    let room = |supplier: &Supplier<C>| {
        if supplier.bound.is_none() {
            return 0.0;
        }
        let spare = (supplier.cap - supplier.share).max(0.0);
        f64::from(u8::from(channels.resourcing)) * spare
            + f64::from(u8::from(channels.capacity)) * supplier.project.max(0.0)
    };
    let (places, outside): (Vec<usize>, Vec<Movable>) = suppliers
        .iter()
        .enumerate()
        .filter(|(_, supplier)| !supplier.inside)
        .map(|(place, supplier)| {
            let movable = Movable {
                weight: weight(supplier),
                share: supplier.share,
                room: room(supplier),
            };
            (place, movable)
        })
        .unzip();
    let mut shares: Vec<f64> = suppliers.iter().map(|supplier| supplier.share).collect();
    if outside.iter().any(|supplier| supplier.room > 0.0) {
        let moved = least_risky(&outside, assumed.movable);
        for (place, share) in places.into_iter().zip(moved) {
            shares[place] = share;
        }
    }
    let pairs = suppliers.iter().zip(&shares);
    let risk = total(pairs.map(|(supplier, share)| weight(supplier) * share * share));
    (risk, shares)
}

/// How much of what agreements cover is covered twice: 1 − C(∪A)/ΣC(A), with C the share of supply that an agreement's
/// partners have. 0 where none overlap; none where they cover nothing.
#[must_use]
pub fn redundancy<C: PartialEq>(agreements: &[Vec<C>], share: impl Fn(&C) -> f64) -> Option<f64> {
    let mut union: Vec<&C> = Vec::new();
    let mut sum = 0.0;
    for partner in agreements.iter().flatten() {
        sum += share(partner);
        if !union.contains(&partner) {
            union.push(partner);
        }
    }
    let covered = total(union.into_iter().map(share));
    (sum > 0.0).then(|| 1.0 - covered / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_counts_as_far_as_it_is_likely_and_in_time() {
        let project = Project {
            output: 0.2,
            success: 0.5,
            lead: 4.0,
        };
        assert!((project.expected(10.0) - 0.06).abs() < 1e-12);
        assert!(project.expected(3.0).abs() < 1e-12);
    }

    #[test]
    fn the_same_agreement_twice_is_half_redundant_and_separate_ones_are_not() {
        let share = |_: &u8| 0.25;
        let twice = redundancy(&[vec![1], vec![1]], share);
        assert!((twice.expect("something") - 0.5).abs() < 1e-12);
        let apart = redundancy(&[vec![1], vec![2]], share);
        assert!(apart.expect("something").abs() < 1e-12);
        assert_eq!(redundancy::<u8>(&[Vec::new()], share), None);
    }
}
