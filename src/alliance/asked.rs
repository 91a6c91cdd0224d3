//! What is asked about an importer's alliances: which agreements count, who may be a partner, and what is assumed.

use super::agreements::{Agreement, Depth, Depths, concerning};
use super::counter::{Elasticities, Motives};
use super::effect::Assumed;
use super::fewest::Target;
use super::need::Choice;
use super::parameter::{Key, PARAMETERS, Parameter};
use super::search::Wanted;
use crate::data::{CountryId, Dataset, Importer, MineralId};

/// Everything that may be asked otherwise than usual. Its form as text is in [`text`](super::text).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// Only these agreements, by their ids; empty for all that last.
    pub with: Vec<String>,
    /// All but these.
    pub without: Vec<String>,
    /// What projects in a country are expected to add, in percent of the need.
    pub projects: Vec<(CountryId, f64)>,
    /// Nobody's partners.
    pub excluded: Vec<Importer>,
    /// Partners in any case.
    pub required: Vec<Importer>,
    /// The indicator of the burden on people and nature, by its id; none for the first one.
    pub indicator: Option<String>,
    /// Whether nothing counts that is only assumed: then nothing is claimed of what agreements would change.
    pub sourced_only: bool,
    /// How much, how many, how likely.
    pub numbers: Numbers,
}

/// A value for every number of [`PARAMETERS`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numbers([f64; PARAMETERS.len()]);

impl Default for Numbers {
    fn default() -> Self {
        Self(PARAMETERS.map(|parameter| parameter.default))
    }
}

impl Asked {
    /// A number; infinity where there is none.
    #[must_use]
    pub fn number(&self, key: Key) -> f64 {
        self.numbers.0[key as usize]
    }

    /// The same with another number, held to its range.
    #[must_use]
    pub fn with_number(mut self, key: Key, value: f64) -> Self {
        let parameter = key.parameter();
        if parameter.allows(value) {
            // −0 would come back from text as 0 and be another number.
            self.numbers.0[key as usize] = value + 0.0;
        } else if !value.is_nan() {
            let held = value.clamp(parameter.low, parameter.high);
            self.numbers.0[key as usize] = if parameter.whole { held.round() } else { held };
        }
        self
    }

    /// The numbers that differ from their defaults.
    pub fn changed(&self) -> impl Iterator<Item = (&'static Parameter, f64)> + '_ {
        let pairs = PARAMETERS.iter().zip(self.numbers.0);
        pairs.filter(|(parameter, value)| parameter.default.to_bits() != value.to_bits())
    }

    fn optional(&self, key: Key) -> Option<f64> {
        Some(self.number(key)).filter(|value| value.is_finite())
    }

    fn fraction(&self, key: Key) -> f64 {
        self.number(key) / 100.0
    }

    /// Whether an agreement counts: one that is named, or that lasts where none is, and that is not left out.
    #[must_use]
    pub fn counts(&self, agreement: &Agreement) -> bool {
        let named =
            self.with.contains(&agreement.id) || (self.with.is_empty() && agreement.lasts());
        named && !self.without.contains(&agreement.id)
    }

    /// The agreements about a mineral that concern an importer and count.
    #[must_use]
    pub fn counted<'a>(
        &self,
        agreements: &'a [Agreement],
        mineral: MineralId,
        importer: &[CountryId],
    ) -> Vec<&'a Agreement> {
        let mut counted = concerning(agreements, mineral, importer);
        counted.retain(|one| self.counts(one));
        counted
    }

    /// The same with one agreement counted or not.
    #[must_use]
    pub fn switched(mut self, agreement: &Agreement, on: bool, all: &[Agreement]) -> Self {
        let id = &agreement.id;
        if on {
            self.without.retain(|other| other != id);
            if !self.counts(agreement) {
                if self.with.is_empty() {
                    // Naming one that has ended names those that count anyway.
                    let counting = all.iter().filter(|one| one.lasts());
                    self.with.extend(counting.map(|one| one.id.clone()));
                }
                self.with.push(id.clone());
            }
        } else if self.counts(agreement) {
            if self.with.len() > 1 {
                self.with.retain(|other| other != id);
            } else {
                self.without.push(id.clone());
            }
        }
        // In the table's order, so that the same choice is the same text.
        let place = |id: &String| all.iter().position(|one| one.id == *id);
        self.with.sort_by_key(place);
        self.without.sort_by_key(place);
        let lasting = all.iter().filter(|one| one.lasts());
        if self.with.iter().eq(lasting.map(|one| &one.id)) {
            self.with.clear();
        }
        self
    }

    /// a of each depth.
    #[must_use]
    pub fn depths(&self) -> Depths {
        Depths(Depth::ALL.map(|depth| self.number(Key::of_depth(depth))))
    }

    /// Who may be a partner.
    #[must_use]
    pub fn choice(&self, data: &Dataset) -> Choice {
        let countries = |asked: &[Importer]| {
            let members = asked.iter().map(|one| data.importer_members(*one));
            members.flatten().collect()
        };
        Choice {
            excluded: countries(&self.excluded),
            required: countries(&self.required),
            floor: self.optional(Key::Floor),
        }
    }

    /// How many partners, with the sets that are nearly as good.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        let most = (1_u8..=20)
            .rev()
            .find(|most| f64::from(*most) <= self.number(Key::Most));
        Wanted::with_alternatives(most.map_or(1, usize::from))
    }

    /// What the fewest partners have to reach.
    #[must_use]
    pub fn target(&self) -> Target {
        Target {
            largest: self.fraction(Key::Target),
            risk: self.optional(Key::Risk),
        }
    }

    /// The need as a fraction of world supply, where it is assumed.
    #[must_use]
    pub fn need(&self) -> Option<f64> {
        self.optional(Key::Need).map(|percent| percent / 100.0)
    }

    /// η and what can move.
    #[must_use]
    pub fn assumed(&self) -> Assumed {
        Assumed {
            eta: self.number(Key::Eta),
            movable: self.fraction(Key::Movable),
        }
    }

    /// What projects are expected to add, as fractions of the need.
    #[must_use]
    pub fn outputs(&self) -> Vec<(CountryId, f64)> {
        let projects = self.projects.iter();
        projects
            .map(|(country, percent)| (*country, percent / 100.0))
            .collect()
    }

    /// Elasticities of a run beside the short and the long run's; none where they are the short run's.
    #[must_use]
    pub fn elasticities(&self) -> Option<Elasticities> {
        let own = self
            .changed()
            .any(|(parameter, _)| matches!(parameter.key, Key::Demand | Key::Supply));
        own.then(|| Elasticities {
            demand: self.number(Key::Demand),
            supply: self.number(Key::Supply),
        })
    }

    /// What the leader cares about.
    #[must_use]
    pub fn motives(&self) -> Motives {
        Motives {
            cost: self.fraction(Key::Cost),
            harm: self.number(Key::Harm),
            patience: self.number(Key::Patience),
            entry: self.fraction(Key::Entry),
            ..Motives::REVENUE
        }
    }
}
