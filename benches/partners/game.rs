//! A question about partners, as both sides are asked it.

use adit::alliance::{Offers, Role};
use serde_json::{Value, json};

/// How many partners are looked for.
pub const MOST: usize = 5;
/// Of so many candidates, the largest first, it is asked what each is worth.
pub const MEMBERS: usize = 12;

/// Suppliers, and who of them may be a partner.
pub struct Game {
    /// What it is, for readers.
    pub name: String,
    /// What each supplier offers.
    pub offers: Offers,
    /// Own production, or a partner that may be.
    pub roles: Vec<Role>,
}

impl Game {
    /// The places of the suppliers with a role.
    pub fn places(&self, role: Role) -> Vec<usize> {
        let places = self.roles.iter().enumerate();
        places
            .filter(|(_, one)| **one == role)
            .map(|(at, _)| at)
            .collect()
    }

    /// The places of those whose worth is asked.
    pub fn members(&self) -> Vec<usize> {
        let mut members = self.places(Role::Open);
        let cap = |at: &usize| self.offers.all()[*at].cap;
        members.sort_by(|a, b| cap(b).total_cmp(&cap(a)).then(a.cmp(b)));
        members.truncate(MEMBERS);
        members
    }

    /// The game for a program.
    pub fn json(&self) -> Value {
        let offers = self.offers.all().iter();
        json!({
            "suppliers": offers.map(|one| (one.weight, one.cap)).collect::<Vec<_>>(),
            "price": self.offers.shortage_price(),
            "given": self.places(Role::Own),
            "open": self.places(Role::Open),
            "members": self.members(),
            "most": MOST,
        })
    }
}
