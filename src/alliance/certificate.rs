//! Why no better set of partners is left: a proof that can be checked without searching.

use std::collections::BTreeSet;

use thiserror::Error;

use super::search::{Found, TELLS};
use super::sourcing::Offers;

/// A branch that needs no more looking at.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    /// The first so many open suppliers are decided.
    pub depth: usize,
    /// Those of them that are in, ascending.
    pub chosen: Vec<usize>,
    /// The multiplier at which the branch's bound is taken.
    pub multiplier: f64,
}

/// Branches that together hold every set of partners, each with the number that proves its bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// Suppliers that are in every set, own production included.
    pub given: Vec<usize>,
    /// Partners among those.
    pub required: Vec<usize>,
    /// Suppliers that may be in, in the order of the branches.
    pub open: Vec<usize>,
    /// How many of them a set has.
    pub picks: usize,
    /// No set has less risk than this that is not listed.
    pub limit: f64,
    /// The sets that are listed.
    pub listed: Vec<Found>,
    /// The branches.
    pub closed: Vec<Closed>,
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Flaw {
    /// Some sets are in no branch.
    #[error("some sets of partners are in no closed branch")]
    Uncovered,
    /// A branch could hold a better set than those listed.
    #[error("a closed branch could hold a set with a risk of {bound}, less than {limit}")]
    Loose {
        /// The least risk that the branch's number proves.
        bound: f64,
        /// The risk that it should reach.
        limit: f64,
    },
    /// A listed set has another risk than is said.
    #[error("a listed set has a risk of {risk}, not of {said}")]
    Misstated {
        /// Its risk.
        risk: f64,
        /// What is said.
        said: f64,
    },
}

impl Certificate {
    /// Checks that the branches hold every set, that each proves its bound, and that listed sets have their risk.
    ///
    /// # Definition
    /// For any μ between 0 and the price of a shortage, `μ − Σ max_s (μ·s − w·s²)` over a set's suppliers is no more
    /// than the set's risk (weak duality). Over a branch it is least for those who are in and the best of the undecided.
    ///
    /// # Errors
    /// The first flaw found.
    pub fn check(&self, offers: &Offers) -> Result<(), Flaw> {
        for found in &self.listed {
            let asked = |at: usize| found.partners.contains(&at) || self.given.contains(&at);
            let risk = offers.risk(asked);
            if (risk - found.risk).abs() > TELLS {
                let said = found.risk;
                return Err(Flaw::Misstated { risk, said });
            }
        }
        for closed in &self.closed {
            let bound = self.bound(offers, closed);
            if bound < self.limit - 10.0 * TELLS && !self.is_listed(closed) {
                let limit = self.limit;
                return Err(Flaw::Loose { bound, limit });
            }
        }
        let closed = self.closed.iter();
        let known = closed
            .map(|branch| (branch.depth, branch.chosen.as_slice()))
            .collect();
        if self.covered(&known, 0, &mut Vec::new()) {
            Ok(())
        } else {
            Err(Flaw::Uncovered)
        }
    }

    /// The least risk that a branch's number proves.
    fn bound(&self, offers: &Offers, closed: &Closed) -> f64 {
        let multiplier = closed.multiplier.clamp(0.0, offers.shortage_price());
        let spared = |at: &usize| offers.all()[*at].spared(multiplier);
        let decided = closed.chosen.iter().map(|at| &self.open[*at]);
        let certain: f64 = self.given.iter().chain(decided).map(spared).sum();
        let mut undecided: Vec<f64> = self.open[closed.depth..].iter().map(spared).collect();
        undecided.sort_by(|a, b| b.total_cmp(a));
        let left = self.picks - closed.chosen.len();
        let best: f64 = undecided.iter().take(left).sum();
        multiplier - certain - best
    }

    /// Whether a branch is one set that is listed.
    fn is_listed(&self, closed: &Closed) -> bool {
        if closed.chosen.len() != self.picks {
            return false;
        }
        let mut partners = self.required.clone();
        partners.extend(closed.chosen.iter().map(|at| self.open[*at]));
        partners.sort_unstable();
        self.listed.iter().any(|found| found.partners == partners)
    }

    /// Whether every set in a branch is in a closed one.
    fn covered(
        &self,
        known: &BTreeSet<(usize, &[usize])>,
        depth: usize,
        chosen: &mut Vec<usize>,
    ) -> bool {
        if known.contains(&(depth, chosen.as_slice())) {
            return true;
        }
        let left = self.picks - chosen.len();
        let undecided = self.open.len() - depth;
        if left == 0 || undecided == 0 {
            return false;
        }
        if undecided <= left {
            // Nobody can be left out any more.
            let mut all = chosen.clone();
            all.extend(depth..self.open.len());
            return known.contains(&(self.open.len(), all.as_slice()));
        }
        chosen.push(depth);
        let within = self.covered(known, depth + 1, chosen);
        chosen.pop();
        within && self.covered(known, depth + 1, chosen)
    }
}
