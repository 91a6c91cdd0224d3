//! The numbers that a question about alliances rests on: each with its default, range, unit, meaning and support.

use super::agreements::Depth;
use super::counter::Elasticities;

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// How many partners at most.
    Most,
    /// The largest part of the need from one partner.
    Target,
    /// The largest risk, where the fewest partners are asked for.
    Risk,
    /// The least political stability of a partner.
    Floor,
    /// The need as a part of world supply.
    Need,
    /// η.
    Eta,
    /// How much of the purchases can move.
    Movable,
    /// a of a memorandum.
    Memorandum,
    /// a of a roadmap.
    Roadmap,
    /// a of a treaty that bans taxes on exports.
    BansExportTaxes,
    /// a of a single market.
    SingleMarket,
    /// εd of the reader's own run of the leader's game.
    Demand,
    /// εs of the same run.
    Supply,
    /// m.
    Cost,
    /// b.
    Harm,
    /// δ.
    Patience,
    /// What newcomers would take.
    Entry,
    /// What a burden weighs against risk.
    Weight,
}

/// What stands behind a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Support {
    /// A law names it.
    Law,
    /// It says what is asked, not what is assumed.
    Choice,
    /// This model's own assumption.
    Assumed,
}

/// What is known about a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Which.
    pub key: Key,
    /// Its word in links.
    pub slug: &'static str,
    /// Its value unless told; infinity for none.
    pub default: f64,
    /// The least it may be.
    pub low: f64,
    /// The most it may be.
    pub high: f64,
    /// Whether there may be none of it (`none`).
    pub may_be_none: bool,
    /// Whether it counts something.
    pub whole: bool,
    /// Its unit.
    pub unit: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// How well the default is supported.
    pub support: Support,
    /// Where the default comes from.
    pub source: &'static str,
}

const CHOICE: &str = "what is asked";
const DEPTH: &str =
    "an ordinal reading of what such a promise obliges to; its effect is not measured";
const ELASTICITY: &str = "a short-run value; the long run is shown beside it";
const MOTIVE: &str = "by default the leader cares for revenue alone";

const fn number(
    key: Key,
    slug: &'static str,
    (default, low, high): (f64, f64, f64),
    unit: &'static str,
    meaning: &'static str,
    source: &'static str,
) -> Parameter {
    Parameter {
        key,
        slug,
        default,
        low,
        high,
        may_be_none: false,
        whole: false,
        unit,
        meaning,
        support: Support::Assumed,
        source,
    }
}

const fn optional(parameter: Parameter) -> Parameter {
    Parameter {
        default: f64::INFINITY,
        may_be_none: true,
        ..parameter
    }
}

const fn choice(parameter: Parameter) -> Parameter {
    Parameter {
        support: Support::Choice,
        ..parameter
    }
}

/// Every number, in the order of [`Key`].
pub static PARAMETERS: [Parameter; 18] = [
    Parameter {
        whole: true,
        ..choice(number(
            Key::Most,
            "most",
            (5.0, 1.0, 20.0),
            "partners",
            "how many partners at most",
            CHOICE,
        ))
    },
    Parameter {
        support: Support::Law,
        ..number(
            Key::Target,
            "target",
            (65.0, 1.0, 100.0),
            "% of the need",
            "the largest part from one partner, where the fewest partners are asked for",
            "the European Union's benchmark for 2030, Regulation (EU) 2024/1252",
        )
    },
    optional(choice(number(
        Key::Risk,
        "risk",
        (0.0, 0.0, 30.0),
        "points",
        "the largest risk, where the fewest partners are asked for",
        CHOICE,
    ))),
    optional(choice(number(
        Key::Floor,
        "floor",
        (0.0, -2.5, 2.5),
        "estimate of political stability",
        "the least stable country that may be a partner",
        CHOICE,
    ))),
    optional(number(
        Key::Need,
        "need",
        (0.0, 0.001, 100.0),
        "% of world supply",
        "what the importer needs, where that is not taken from production and trade",
        "none: by default the need is production and imports less exports",
    )),
    number(
        Key::Eta,
        "eta",
        (super::need::ETA, 0.0, 1.0),
        "part of the risk",
        "how much of a supplier's risk an agreement of full depth takes away",
        "the mean of Beta(2, 3); public data do not identify it",
    ),
    number(
        Key::Movable,
        "movable",
        (100.0 * super::effect::MOVABLE, 0.0, 100.0),
        "% of the need",
        "how much of the purchases can move to allies in all",
        "this model's choice",
    ),
    depth(Key::Memorandum, Depth::Memorandum, "memorandum or forum"),
    depth(Key::Roadmap, Depth::Roadmap, "partnership with a roadmap"),
    depth(
        Key::BansExportTaxes,
        Depth::BansExportTaxes,
        "treaty that bans taxes on exports",
    ),
    depth(Key::SingleMarket, Depth::SingleMarket, "single market"),
    number(
        Key::Demand,
        "ed",
        (Elasticities::SHORT_RUN.demand, 0.01, 3.0),
        "% per %",
        "in a run of your own, how much less is used when the price rises by a percent",
        ELASTICITY,
    ),
    number(
        Key::Supply,
        "es",
        (Elasticities::SHORT_RUN.supply, 0.0, 3.0),
        "% per %",
        "in a run of your own, how much more the other suppliers sell when the price rises by a percent",
        ELASTICITY,
    ),
    number(
        Key::Cost,
        "cost",
        (0.0, 0.0, 100.0),
        "% of the usual price",
        "what a tonne costs the leader",
        MOTIVE,
    ),
    number(
        Key::Harm,
        "harm",
        (0.0, 0.0, 100.0),
        "per unit of its revenue",
        "how much a loss of the importer is worth to the leader",
        MOTIVE,
    ),
    number(
        Key::Patience,
        "patience",
        (0.0, 0.0, 50.0),
        "years",
        "how many years of sales lost to newcomers the leader counts",
        MOTIVE,
    ),
    number(
        Key::Entry,
        "entry",
        (0.0, 0.0, 100.0),
        "% of the market a year",
        "what newcomers would take for each year of a full stop",
        MOTIVE,
    ),
    choice(number(
        Key::Weight,
        "weight",
        (0.0, 0.0, 20.0),
        "points of risk",
        "how many points of risk a burden's whole range is worth",
        CHOICE,
    )),
];

const fn depth(key: Key, depth: Depth, meaning: &'static str) -> Parameter {
    number(
        key,
        depth.slug(),
        (depth.assumed().1, 0.0, 1.0),
        "a, 0 to 1",
        meaning,
        DEPTH,
    )
}

/// The numbers about agreements, about partners and about the leader; what a burden weighs stands beside its panel.
pub const GROUPS: [&[Key]; 3] = [
    &[
        Key::Eta,
        Key::Movable,
        Key::Need,
        Key::Memorandum,
        Key::Roadmap,
        Key::BansExportTaxes,
        Key::SingleMarket,
    ],
    &[Key::Most, Key::Target, Key::Risk, Key::Floor],
    &[
        Key::Demand,
        Key::Supply,
        Key::Cost,
        Key::Harm,
        Key::Patience,
        Key::Entry,
    ],
];

impl Key {
    /// Every key.
    pub fn all() -> impl Iterator<Item = Self> {
        PARAMETERS.iter().map(|parameter| parameter.key)
    }

    /// What is known about the number.
    #[must_use]
    pub fn parameter(self) -> &'static Parameter {
        &PARAMETERS[self as usize]
    }

    /// The key of a word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::all().find(|key| key.parameter().slug == slug)
    }

    /// The key of what is assumed of a depth.
    #[must_use]
    pub fn of_depth(depth: Depth) -> Self {
        match depth {
            Depth::Memorandum => Self::Memorandum,
            Depth::Roadmap => Self::Roadmap,
            Depth::BansExportTaxes => Self::BansExportTaxes,
            Depth::SingleMarket => Self::SingleMarket,
        }
    }
}

impl Parameter {
    /// Whether the number may have the value; infinity stands for none.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        let fits = (self.low..=self.high).contains(&value);
        (fits && !(self.whole && value.fract() > 0.0))
            || (self.may_be_none && value.is_infinite() && value > 0.0)
    }

    /// What the number may be, in words.
    #[must_use]
    pub fn range(&self) -> String {
        let whole = if self.whole { "a whole number, " } else { "" };
        let or_none = if self.may_be_none { ", or none" } else { "" };
        format!("{whole}{} to {}{or_none}", self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_where_its_key_says_and_in_one_group() {
        for (place, parameter) in PARAMETERS.iter().enumerate() {
            assert_eq!(parameter.key as usize, place, "{}", parameter.slug);
            let held = GROUPS.iter().flat_map(|keys| keys.iter());
            // The weight stands beside the burden's own panel.
            let groups = usize::from(parameter.key != Key::Weight);
            assert_eq!(held.filter(|key| **key == parameter.key).count(), groups);
            assert!(parameter.allows(parameter.default), "{}", parameter.slug);
        }
    }
}
