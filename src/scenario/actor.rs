//! Who acts in a step, among those who supply a mineral.

use super::act::{Act, Effect, Whose};
use super::numbers::Numbers;
use crate::data::{Dataset, Importer};

/// Who acts: places among the suppliers.
pub(super) struct Actor {
    /// None for everybody.
    places: Option<Vec<usize>>,
}

impl Actor {
    /// The actor of a step; everybody where none is named.
    pub(super) fn of(data: &Dataset, numbers: &Numbers, actor: Option<Importer>) -> Self {
        let members = actor.map(|actor| data.importer_members(actor));
        let places = |members: Vec<_>| {
            members
                .into_iter()
                .filter_map(|id| numbers.place(id))
                .collect()
        };
        Self {
            places: members.map(places),
        }
    }

    /// Whose supply an act of its is about.
    pub(super) fn whose(&self) -> Whose {
        let place = |place: &usize| u16::try_from(*place).ok();
        match &self.places {
            Some(places) => Whose::Of(places.iter().filter_map(place).collect()),
            None => Whose::Everybody,
        }
    }

    /// Whether it has any supply at some stage: the world's, somebody's that is asked about, or what earlier acts add.
    pub(super) fn supplies(&self, numbers: &Numbers, stages: [bool; 2], earlier: &[Act]) -> bool {
        let Some(places) = &self.places else {
            return true;
        };
        let adds = |act: &Act| match &act.effect {
            Effect::More { parts, stage } => {
                let own = |part: &(Option<u16>, f64)| {
                    part.0
                        .is_some_and(|place| places.contains(&usize::from(place)))
                };
                stages[usize::from(*stage)] && parts.iter().any(own)
            }
            _ => false,
        };
        let has = |place: &usize| {
            let supplier = &numbers.suppliers[*place];
            (0..2).any(|at| stages[at] && supplier.world[at] + supplier.sourcing[at] > 0.0)
        };
        places.iter().any(has) || earlier.iter().any(adds)
    }

    /// Whether at one of the stages nobody supplies more of the world than it does.
    pub(super) fn leads(&self, numbers: &Numbers, stages: [bool; 2]) -> bool {
        let Some(places) = &self.places else {
            return false;
        };
        (0..2)
            .filter(|&at| stages[at] && numbers.stages[at])
            .any(|at| {
                let share = |place: usize| numbers.suppliers[place].world[at];
                let own: f64 = places.iter().map(|&place| share(place)).sum();
                let others = (0..numbers.suppliers.len()).filter(|place| !places.contains(place));
                own > 0.0 && others.map(share).all(|other| other <= own)
            })
    }

    /// What it adds to world supply: by its members' shares, or alike where none has one.
    pub(super) fn split(
        &self,
        numbers: &Numbers,
        stage: usize,
        size: f64,
    ) -> Vec<(Option<u16>, f64)> {
        let Some(places) = self.places.as_ref().filter(|places| !places.is_empty()) else {
            return vec![(None, size.max(0.0))];
        };
        let shares = places
            .iter()
            .map(|&place| numbers.suppliers[place].world[stage]);
        let all: f64 = shares.clone().sum();
        let alike = 1.0 / f64::from(u32::try_from(places.len()).unwrap_or(u32::MAX));
        let parts = places.iter().zip(shares).map(|(&place, share)| {
            let part = if all > 0.0 { share / all } else { alike };
            (u16::try_from(place).ok(), part * size.max(0.0))
        });
        parts.collect()
    }
}
