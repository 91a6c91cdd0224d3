//! Use and price in a month of a scenario, for the world and for an importer.
//!
//! # Definition
//! Of each stage the part A of world supply is left. The scarcer one binds: the market clears with it at price p,
//! output response m and use q ([`super::clearing`]). Of the importer's own supply the part `1 − l` is left at the
//! stage where it misses most. Without buying elsewhere it uses what its own suppliers give, and at the world's price
//! it wants no more than the world's mean: `x = min((1 − l)·m + R, q)`. Re-sourcing closes the part ρ of the gap to
//! that mean: `a = ρ·q + (1 − ρ)·x`. Hence nothing happens to it where nothing happens; at ρ = 1 it fares as the world
//! does; it is no worse off than the world's mean while its suppliers lose no larger part than the world's; and the
//! more they lose, the less it uses. What the worst served do not get is not counted as used by others.

use super::clearing::{Cleared, Clearing};
use super::timeline::{Span, Sums};

/// From this many times the old price on, a price says only that it is beyond what short-run elasticities describe: they
/// are taken as constant, and are not known where almost nothing is left. This model's own mark.
pub const PRICE_HOLDS_BELOW: f64 = 10.0;

/// Use and price in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Situation {
    /// A: what is left of world supply at each stage, over normal; none at a stage without a table.
    pub available: [Option<f64>; 2],
    /// The place of the stage that binds: the one with the least left.
    pub binding: usize,
    /// The world market at the stage that binds.
    pub market: Cleared,
    /// The world market if only mining were hit: what a view of mines alone would say. None without a table of mines.
    pub mines_alone: Option<Cleared>,
    /// D: what is wanted at the old price, over normal use.
    pub wanted: f64,
    /// l: the part of the importer's own supply that is missing, at the stage where most is.
    pub direct_loss: f64,
    /// a: the importer's use over its normal use; the world's where no importer is asked about.
    pub used: f64,
}

impl Situation {
    /// The situation of a span whose suppliers give what `sums` says.
    #[must_use]
    pub fn of(
        span: &Span,
        sums: &Sums,
        stages: [bool; 2],
        clearing: &Clearing,
        resourcing: f64,
    ) -> Self {
        let available = [0, 1].map(|at| stages[at].then_some(sums.world[at].max(0.0)));
        let left = available.map(|left| left.unwrap_or(f64::INFINITY));
        let binding = usize::from(left[1] < left[0]);
        let market = clearing.clear(left[binding], span.fixed, span.wanted);
        let own = own_supply(sums.own, stages);
        Self {
            mines_alone: available[0].map(|mines| clearing.clear(mines, span.fixed, span.wanted)),
            used: match market {
                Cleared::At { response, used, .. } => {
                    own_use(own, response, used, span.fixed, resourcing)
                }
                Cleared::NothingLeft => 0.0,
            },
            direct_loss: 1.0 - own,
            wanted: span.wanted,
            available,
            binding,
            market,
        }
    }

    /// The part of world supply that is missing at a stage; negative where there is more than before.
    #[must_use]
    pub fn supply_lost(&self, stage: usize) -> Option<f64> {
        self.available[stage].map(|left| 1.0 - left)
    }

    /// The part of what the world wants at the old price that it does not use, `1 − q/D`.
    #[must_use]
    pub fn world_shortfall(&self) -> f64 {
        shortfall(self.market.used(), self.wanted)
    }

    /// The part of what the importer wants at the old price that it does not use, `1 − a/D`.
    #[must_use]
    pub fn shortfall(&self) -> f64 {
        shortfall(self.used, self.wanted)
    }

    /// Whether the price is one that the model can speak of: below [`PRICE_HOLDS_BELOW`].
    #[must_use]
    pub fn price_holds(&self) -> bool {
        let price = self.market.price();
        price.is_some_and(|price| price < PRICE_HOLDS_BELOW)
    }

    /// What the importer pays for what it uses, over what it paid before, less 1: `p·a − 1`; none without a price.
    #[must_use]
    pub fn extra_bill(&self) -> Option<f64> {
        Some(self.market.price()? * self.used - 1.0)
    }
}

/// The part of what is wanted that is not used; none of nothing.
#[must_use]
pub(super) fn shortfall(used: f64, wanted: f64) -> f64 {
    if wanted > 0.0 {
        1.0 - used / wanted
    } else {
        0.0
    }
}

/// The part of its own supply that an importer still gets: the least over the stages that have a table.
#[must_use]
pub(super) fn own_supply(own: [f64; 2], stages: [bool; 2]) -> f64 {
    let at = |stage: usize| {
        if stages[stage] {
            own[stage].max(0.0)
        } else {
            f64::INFINITY
        }
    };
    at(0).min(at(1))
}

/// a: an importer's use over its normal use, by the module's definition.
#[must_use]
pub(super) fn own_use(own: f64, response: f64, used: f64, fixed: f64, resourcing: f64) -> f64 {
    let bought = (own * response + fixed).min(used);
    resourcing * used + (1.0 - resourcing) * bought
}
