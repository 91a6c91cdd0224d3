//! R10: the best partners, exactly.
//!
//! Branch and bound over who is a partner and who is not, depth first. A branch is closed when the least risk that any
//! set in it could have is more than what is known already. That bound comes from the dual of the question: whatever the
//! multiplier μ, no set of partners has less risk than μ less what its members spare at μ, and in a branch nobody
//! spares more than those who are in it and the best of the undecided. So each closed branch is proved by one number,
//! which [`Certificate::check`](super::Certificate::check) verifies without searching.

use super::certificate::{Certificate, Closed};
use super::sourcing::Offers;

/// How often a bound is improved before a branch is divided.
const STEPS: usize = 24;
/// How far apart two risks are that the search tells apart.
pub(super) const TELLS: f64 = 1e-10;

/// What a supplier is in a question about partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The importer's own production: always there, no partner.
    Own,
    /// A partner that every set has.
    Required,
    /// A partner that a set may have.
    Open,
    /// Nobody's partner.
    Excluded,
}

/// How many partners, and which sets are worth naming.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// At most so many partners, those required included.
    pub most: usize,
    /// Sets within this fraction of the best risk are listed beside the best.
    pub tolerance: f64,
    /// At most so many sets are listed, the best included.
    pub listed: usize,
}

impl Wanted {
    /// The best set alone.
    #[must_use]
    pub fn best(most: usize) -> Self {
        Self {
            most,
            tolerance: 0.0,
            listed: 1,
        }
    }

    /// The best set, and up to fifty within 5 % of it.
    #[must_use]
    pub fn with_alternatives(most: usize) -> Self {
        Self {
            most,
            tolerance: 0.05,
            listed: 51,
        }
    }
}

/// A set of partners and its risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Positions among the offers, ascending.
    pub partners: Vec<usize>,
    /// f.
    pub risk: f64,
}

/// What has been found.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The best set.
    pub best: Found,
    /// Other sets within the tolerance, best first.
    pub alternatives: Vec<Found>,
    /// Whether there may be more of those than are listed.
    pub more: bool,
    /// Branches looked at.
    pub nodes: usize,
    /// No set has less risk than this: the best set's risk, once the search has finished.
    pub bound: f64,
    /// Why nothing better is left.
    pub certificate: Certificate,
}

/// A branch: some of the open suppliers are in, some are out, the rest is undecided.
#[derive(Debug, Clone)]
struct Branch {
    /// How many of the open suppliers are decided.
    depth: usize,
    /// Those of them that are in.
    chosen: Vec<usize>,
    multiplier: f64,
    bound: f64,
}

/// A search that goes on in slices, so that it can be stopped between them.
#[derive(Debug, Clone)]
pub struct Search {
    offers: Offers,
    /// Own production and required partners.
    given: Vec<usize>,
    /// Partners among those.
    required: Vec<usize>,
    /// Open suppliers, the most promising first.
    open: Vec<usize>,
    /// How many of them are to be chosen.
    picks: usize,
    wanted: Wanted,
    stack: Vec<Branch>,
    found: Vec<Found>,
    closed: Vec<Closed>,
    nodes: usize,
    /// What the undecided spare, for choosing the best of them.
    spared: Vec<f64>,
}

impl Search {
    /// A search for the best partners among some offers, with the role of each. An offer without a role is excluded.
    ///
    /// More partners never raise the risk, so sets have as many as are wanted, or as there are. Where more are required
    /// than wanted, all that are required are in.
    #[must_use]
    pub fn new(offers: Offers, roles: &[Role], wanted: Wanted) -> Self {
        let with = |role: Role| {
            let places = 0..offers.all().len();
            places
                .filter(|at| roles.get(*at) == Some(&role))
                .collect::<Vec<usize>>()
        };
        let required = with(Role::Required);
        let mut given = with(Role::Own);
        given.extend(&required);
        let mut open = with(Role::Open);
        let root = offers
            .mix(|at| given.contains(&at) || open.contains(&at))
            .multiplier;
        open.sort_by(|a, b| {
            let spared = |at: &usize| offers.all()[*at].spared(root);
            spared(b).total_cmp(&spared(a)).then(a.cmp(b))
        });
        let picks = wanted.most.saturating_sub(required.len()).min(open.len());
        Self {
            stack: vec![Branch {
                depth: 0,
                chosen: Vec::new(),
                multiplier: root,
                bound: 0.0,
            }],
            spared: Vec::with_capacity(open.len()),
            found: Vec::new(),
            closed: Vec::new(),
            nodes: 0,
            offers,
            given,
            required,
            open,
            picks,
            wanted: Wanted {
                listed: wanted.listed.max(1),
                ..wanted
            },
        }
    }

    /// Looks at so many branches more; true when none is left.
    pub fn advance(&mut self, nodes: usize) -> bool {
        for _ in 0..nodes {
            let Some(branch) = self.stack.pop() else {
                break;
            };
            self.visit(branch);
        }
        self.stack.is_empty()
    }

    /// Searches to the end.
    #[must_use]
    pub fn finish(mut self) -> Outcome {
        while !self.advance(usize::MAX) {}
        self.outcome()
    }

    /// Branches looked at by now.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// The best set by now; none before the first is looked at.
    #[must_use]
    pub fn best(&self) -> Option<&Found> {
        self.found.first()
    }

    /// No set has less risk than this, as far as is known by now.
    #[must_use]
    pub fn bound(&self) -> f64 {
        let left = self.stack.iter().map(|branch| branch.bound);
        left.fold(self.best_risk(), f64::min)
    }

    /// What has been found; of a search that was stopped, so far.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        let bound = self.bound();
        let limit = self.limit();
        let more = self.found.len() >= self.wanted.listed && self.wanted.listed > 1;
        let certificate = Certificate {
            given: self.given,
            required: self.required,
            open: self.open,
            picks: self.picks,
            limit,
            listed: self.found.clone(),
            closed: self.closed,
        };
        let mut found = self.found.into_iter();
        Outcome {
            best: found.next().unwrap_or(Found {
                partners: certificate.required.clone(),
                risk: f64::INFINITY,
            }),
            alternatives: found.collect(),
            more,
            nodes: self.nodes,
            bound,
            certificate,
        }
    }

    fn best_risk(&self) -> f64 {
        self.found.first().map_or(f64::INFINITY, |best| best.risk)
    }

    /// A set of more risk than this is not worth naming.
    fn limit(&self) -> f64 {
        let reach = self.best_risk() * (1.0 + self.wanted.tolerance);
        match self.found.last() {
            Some(last) if self.found.len() >= self.wanted.listed => reach.min(last.risk),
            _ => reach,
        }
    }

    fn visit(&mut self, mut branch: Branch) {
        self.nodes += 1;
        let (left, undecided) = (
            self.picks - branch.chosen.len(),
            self.open.len() - branch.depth,
        );
        if left == 0 || undecided <= left {
            if undecided <= left {
                branch.chosen.extend(branch.depth..self.open.len());
                branch.depth = self.open.len();
            }
            self.evaluate(&branch);
            return;
        }
        self.raise(&mut branch, left);
        if branch.bound >= self.limit() - TELLS {
            self.close(branch);
            return;
        }
        let without = Branch {
            depth: branch.depth + 1,
            chosen: branch.chosen.clone(),
            ..branch
        };
        branch.chosen.push(branch.depth);
        branch.depth += 1;
        self.stack.extend([without, branch]);
    }

    /// A branch that holds one set.
    fn evaluate(&mut self, branch: &Branch) {
        let mut partners: Vec<usize> = self.required.clone();
        partners.extend(branch.chosen.iter().map(|at| self.open[*at]));
        partners.sort_unstable();
        let asked = |at: usize| partners.binary_search(&at).is_ok() || self.given.contains(&at);
        let mix = self.offers.mix(asked);
        self.closed.push(Closed {
            depth: branch.depth,
            chosen: branch.chosen.clone(),
            multiplier: mix.multiplier,
        });
        if mix.risk > self.limit() {
            return;
        }
        let found = Found {
            partners,
            risk: mix.risk,
        };
        let place = self.found.partition_point(|known| {
            known
                .risk
                .total_cmp(&found.risk)
                .then_with(|| known.partners.cmp(&found.partners))
                .is_lt()
        });
        self.found.insert(place, found);
        self.found.truncate(self.wanted.listed);
        let reach = self.best_risk() * (1.0 + self.wanted.tolerance);
        self.found.retain(|known| known.risk <= reach);
    }

    fn close(&mut self, branch: Branch) {
        self.closed.push(Closed {
            depth: branch.depth,
            chosen: branch.chosen,
            multiplier: branch.multiplier,
        });
    }

    /// Raises a branch's bound until it closes the branch or cannot be raised much further. The bound is concave in μ:
    /// it rises while the suppliers counted send less than the need.
    fn raise(&mut self, branch: &mut Branch, left: usize) {
        let (mut low, mut high) = (0.0, self.offers.largest_breakpoint());
        let mut multiplier = branch.multiplier;
        for step in 0..STEPS {
            let short = self.try_at(branch, left, multiplier);
            if branch.bound >= self.limit() || high - low < 1e-7 {
                return;
            }
            if step == 0 && self.try_at(branch, left, high) {
                // Not even all that they have is enough.
                self.try_at(branch, left, self.offers.shortage_price());
                return;
            }
            if short {
                low = multiplier;
            } else {
                high = multiplier;
            }
            multiplier = f64::midpoint(low, high);
        }
    }

    /// Keeps the bound at a multiplier if it is the highest so far; true if the suppliers counted send less than the
    /// need there.
    fn try_at(&mut self, branch: &mut Branch, left: usize, multiplier: f64) -> bool {
        let (bound, sent) = self.bound_at(branch, left, multiplier);
        if bound > branch.bound {
            branch.bound = bound;
            branch.multiplier = multiplier;
        }
        sent < 1.0
    }

    /// The bound at a multiplier, and what the suppliers that it counts send.
    fn bound_at(&mut self, branch: &Branch, left: usize, multiplier: f64) -> (f64, f64) {
        let offers = self.offers.all();
        let chosen = branch.chosen.iter().map(|at| self.open[*at]);
        let (mut spared, mut sent) = (0.0, 0.0);
        for at in self.given.iter().copied().chain(chosen) {
            spared += offers[at].spared(multiplier);
            sent += offers[at].at(multiplier);
        }
        let undecided = &self.open[branch.depth..];
        self.spared.clear();
        let each = undecided.iter().map(|at| offers[*at].spared(multiplier));
        self.spared.extend(each);
        let (_, least, _) = self
            .spared
            .select_nth_unstable_by(left - 1, |a, b| b.total_cmp(a));
        let least = *least;
        spared += self.spared[..left].iter().sum::<f64>();
        let mut counted = 0;
        for at in undecided {
            if counted < left && offers[*at].spared(multiplier) >= least {
                sent += offers[*at].at(multiplier);
                counted += 1;
            }
        }
        (multiplier - spared, sent)
    }
}
