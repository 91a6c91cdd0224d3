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
    let role = |at: usize| roles.get(at).copied().unwrap_or(Role::Excluded);
    let with = |role_wanted: Role| (0..roles.len()).filter(move |at| role(*at) == role_wanted);
    let held = held(offers, role, target.largest);
    let mix = |partners: &[usize]| {
        held.mix(|at| role(at) == Role::Own || partners.binary_search(&at).is_ok())
    };
    let reaches =
        |mix: &Mix| mix.shortage <= NONE && target.risk.is_none_or(|most| mix.risk <= most + NONE);
    let (required, open) = (with(Role::Required).count(), with(Role::Open).count());
    (required..=required + open).find_map(|most| {
        // Whether the need can be met is a matter of what can be sent alone; the largest senders tell.
        let largest = largest(&held, with(Role::Required), with(Role::Open), most);
        if mix(&largest).shortage > NONE {
            return None;
        }
        let best = Search::new(held.clone(), roles, Wanted::best(most)).finish();
        [best.best.partners, largest]
            .into_iter()
            .find_map(|partners| {
                let mix = mix(&partners);
                reaches(&mix).then_some(Fewest { partners, mix })
            })
    })
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
