//! Whom steps are aimed at: what can be withheld from them, and how much of it is the importer's own.

use super::asked::{Asked, Bought};
use super::numbers::{Supplier, Target};
use super::sourcing::Sourcing;
use crate::data::{CountryId, Importer};

/// Whom a step is aimed at, and how far the importer asked about is among them.
pub(super) struct Aimed {
    /// What they buy.
    pub(super) theirs: Bought,
    /// The importer's members among them.
    inside: Inside,
}

/// Which of the importer's members are aimed at.
enum Inside {
    /// None.
    Nobody,
    /// All.
    Everybody,
    /// Some, and what they buy.
    Some(Bought),
}

impl Aimed {
    /// An aim of a step, seen from some importer's members.
    pub(super) fn of(asked: &Asked<'_>, aim: Importer, members: Option<&[CountryId]>) -> Self {
        let theirs = asked.sources.data.importer_members(aim);
        let members = members.unwrap_or_default();
        let hit: Vec<CountryId> = members
            .iter()
            .copied()
            .filter(|member| theirs.contains(member))
            .collect();
        let inside = if hit.is_empty() {
            Inside::Nobody
        } else if hit.len() == members.len() {
            Inside::Everybody
        } else {
            Inside::Some(asked.bought_by(&hit, false))
        };
        Self {
            theirs: asked.bought(aim),
            inside,
        }
    }

    /// Whether their part of world use is known at every stage that has a table.
    pub(super) fn need_is_known(&self) -> bool {
        self.theirs
            .iter()
            .flatten()
            .all(|sourcing| sourcing.need.is_ok())
    }

    /// What can be withheld from them, supplier after supplier.
    pub(super) fn target(&self, suppliers: &[Supplier], own: &Bought) -> Target {
        let per_supplier = |part: &dyn Fn(&Supplier, usize) -> f64| {
            suppliers
                .iter()
                .map(|supplier| [0, 1].map(|at| part(supplier, at)))
                .collect()
        };
        Target {
            world: per_supplier(&|supplier, at| {
                let part = part_of_world(self.theirs[at].as_ref(), supplier.country);
                part.unwrap_or_default().min(supplier.world[at])
            }),
            own: per_supplier(&|supplier, at| match &self.inside {
                Inside::Nobody => 0.0,
                Inside::Everybody => supplier.sourcing[at],
                Inside::Some(bought) => {
                    let part = part_of_world(bought[at].as_ref(), supplier.country);
                    let need = own[at].as_ref().and_then(|own| own.need.ok());
                    let of_own = part.zip(need.filter(|need| *need > 0.0));
                    of_own.map_or(0.0, |(part, need)| (part / need).min(supplier.sourcing[at]))
                }
            }),
        }
    }
}

/// What a country sends to somebody as a part of world supply, `s·n`; none where n is not known.
fn part_of_world(buyer: Option<&Sourcing>, country: CountryId) -> Option<f64> {
    let buyer = buyer?;
    let row = buyer.shares.iter().find(|(seller, _)| *seller == country);
    Some(row.map_or(0.0, |(_, share)| share * buyer.need.unwrap_or_default()))
        .filter(|_| buyer.need.is_ok())
}
