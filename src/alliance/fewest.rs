//! R10 turned round: the fewest partners that would reach a target.

use super::search::{Role, Search, Wanted};
use super::sourcing::{Mix, Offer, Offers};

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// At most this part of the need from one partner. The European Union's benchmark for 2030 is 65 %
    /// ([`LARGEST_FROM_ONE_COUNTRY`](crate::risk::eu_benchmarks::LARGEST_FROM_ONE_COUNTRY)).
    pub largest: f64,
    /// At most this risk f; none where the need has only to be met.
    pub risk: Option<f64>,
}

/// A mix that reaches the target with the fewest partners, and among those sets the least risky.
#[derive(Debug, Clone, PartialEq)]
pub struct Fewest {
    /// Positions among the offers, ascending.
    pub partners: Vec<usize>,
    /// The mix.
    pub mix: Mix,
}

/// A part of the need that counts as none.
const NONE: f64 = 1e-9;
/// The price of a shortage where the need has to be met: so high that no set is short to spare a bad supplier.
const PROHIBITIVE: f64 = 1e5;

/// The fewest partners with whom the whole need would be met within the target; `None` where not even all of them are
/// enough.
///
/// Own production counts as it does in [`Search`], and may be more than the largest part.
#[must_use]
pub fn fewest(offers: &Offers, roles: &[Role], target: Target) -> Option<Fewest> {
    let mut search = FewestSearch::new(offers, roles, target);
    while !search.advance(usize::MAX) {}
    search.found()
}

/// The same question in slices, so that it can be stopped between them.
#[derive(Debug, Clone)]
pub struct FewestSearch {
    held: Offers,
    roles: Vec<Role>,
    target: Target,
    /// How many partners are tried next, and how many there could be.
    next: usize,
    all: usize,
    /// The search among as many partners as are tried, with the largest senders.
    trying: Option<(Search, Vec<usize>)>,
    found: Option<Fewest>,
}

impl FewestSearch {
    /// The question, not begun.
    #[must_use]
    pub fn new(offers: &Offers, roles: &[Role], target: Target) -> Self {
        let role = |at: usize| roles.get(at).copied().unwrap_or(Role::Excluded);
        let count = |role: Role| roles.iter().filter(|one| **one == role).count();
        let required = count(Role::Required);
        Self {
            held: held(offers, role, target.largest),
            roles: roles.to_vec(),
            target,
            next: required,
            all: required + count(Role::Open),
            trying: None,
            found: None,
        }
    }

    /// Looks at so many branches more, at least one number of partners; true when the answer is there.
    pub fn advance(&mut self, nodes: usize) -> bool {
        let Some((mut search, largest)) = self.trying.take() else {
            if self.found.is_some() || self.next > self.all {
                return true;
            }
            self.begin();
            return false;
        };
        if !search.advance(nodes) {
            self.trying = Some((search, largest));
            return false;
        }
        let best = search.outcome().best.partners;
        self.found = [best, largest].into_iter().find_map(|partners| {
            let mix = self.mix(&partners);
            self.reaches(&mix).then_some(Fewest { partners, mix })
        });
        self.found.is_some() || self.next > self.all
    }

    /// The answer, once there is one.
    #[must_use]
    pub fn found(self) -> Option<Fewest> {
        self.found
    }

    /// Tries the next number of partners. Whether the need can be met is a matter of what can be sent alone; the
    /// largest senders tell.
    fn begin(&mut self) {
        let roles = &self.roles;
        let with = |role: Role| (0..roles.len()).filter(move |at| roles[*at] == role);
        let (required, open) = (with(Role::Required), with(Role::Open));
        let largest = largest(&self.held, required, open, self.next);
        if self.mix(&largest).shortage <= NONE {
            let wanted = Wanted::best(self.next);
            let search = Search::new(self.held.clone(), &self.roles, wanted);
            self.trying = Some((search, largest));
        }
        self.next += 1;
    }

    fn mix(&self, partners: &[usize]) -> Mix {
        let role = |at: usize| self.roles.get(at).copied().unwrap_or(Role::Excluded);
        self.held
            .mix(|at| role(at) == Role::Own || partners.binary_search(&at).is_ok())
    }

    fn reaches(&self, mix: &Mix) -> bool {
        let risk = self.target.risk;
        mix.shortage <= NONE && risk.is_none_or(|most| mix.risk <= most + NONE)
    }
}

/// The offers with no partner above the largest part.
fn held(offers: &Offers, role: impl Fn(usize) -> Role, largest: f64) -> Offers {
    let held = offers.all().iter().enumerate().map(|(at, offer)| Offer {
        cap: match role(at) {
            Role::Own => offer.cap,
            Role::Required | Role::Open | Role::Excluded => offer.cap.min(largest),
        },
        ..*offer
    });
    Offers::new(&held.collect::<Vec<_>>()).with_shortage_price(PROHIBITIVE)
}

/// The required partners and the open ones that can send most, ascending.
fn largest(
    offers: &Offers,
    required: impl Iterator<Item = usize>,
    open: impl Iterator<Item = usize>,
    most: usize,
) -> Vec<usize> {
    let mut partners: Vec<usize> = required.collect();
    let mut open: Vec<usize> = open.collect();
    open.sort_by(|a, b| offers.all()[*b].cap.total_cmp(&offers.all()[*a].cap));
    let left = most.saturating_sub(partners.len());
    partners.extend(open.into_iter().take(left));
    partners.sort_unstable();
    partners
}
