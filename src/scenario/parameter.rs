//! What may be assumed otherwise: each parameter with its default, range, unit, meaning and support.

/// What may be assumed otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// εs.
    SupplyElasticity,
    /// εd.
    DemandElasticity,
    /// κ.
    SpareCapacity,
    /// ρ of re-sourcing.
    Resourcing,
    /// d.
    Diverted,
    /// α.
    Level,
    /// λ0 of political stops.
    PoliticalRate,
    /// λ0 of conflicts.
    ConflictRate,
    /// λ of natural disasters.
    NaturalRate,
    /// λ of technical failures.
    TechnicalRate,
    /// β.
    GovernanceEffect,
    /// ρ of the copula.
    Correlation,
    /// exp(μ) of durations.
    MedianDuration,
    /// σ of durations.
    DurationSpread,
    /// a of the severity's Beta distribution.
    SeverityA,
    /// b of the severity's Beta distribution.
    SeverityB,
    /// How uncertain the parameters themselves are.
    Spread,
}

/// How well a default is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Support {
    /// Read in a source or recomputed.
    Verified,
    /// Known from the literature, the original not read.
    Literature,
    /// This model's own choice.
    Assumed,
}

/// What is known about a parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Which.
    pub key: Key,
    /// Its word in links.
    pub slug: &'static str,
    /// Its value unless told.
    pub default: f64,
    /// The least it may be.
    pub low: f64,
    /// The most it may be.
    pub high: f64,
    /// Whether there may be none of it (`none`): no limit.
    pub may_be_none: bool,
    /// Its unit.
    pub unit: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// How well the default is supported.
    pub support: Support,
    /// Where the default comes from.
    pub source: &'static str,
}

const NO_SOURCE: &str =
    "a prior of this model: no source gives such a figure by country and mineral";
const ELASTICITY: &str = "this model's choice of a short-run value; published estimates differ by mineral and grow with time";
const CHOICE: &str = "this model's choice";

const fn assumed(
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
        unit,
        meaning,
        support: Support::Assumed,
        source,
    }
}

/// Every parameter, in the order of [`Key`].
pub static PARAMETERS: [Parameter; 17] = [
    assumed(
        Key::SupplyElasticity,
        "es",
        (0.1, 0.0, 3.0),
        "% per %",
        "how much more the suppliers that are left produce when the price rises by a percent",
        ELASTICITY,
    ),
    assumed(
        Key::DemandElasticity,
        "ed",
        (0.2, 0.01, 3.0),
        "% per %",
        "how much less is used when the price rises by a percent",
        ELASTICITY,
    ),
    Parameter {
        may_be_none: true,
        ..assumed(
            Key::SpareCapacity,
            "spare",
            (0.15, 0.0, 5.0),
            "part of output",
            "by how much a supplier can raise its output at most, whatever the price",
            CHOICE,
        )
    },
    assumed(
        Key::Resourcing,
        "resourcing",
        (0.5, 0.0, 1.0),
        "part of the gap",
        "which part of the gap to the world's mean an importer closes by buying elsewhere",
        CHOICE,
    ),
    assumed(
        Key::Diverted,
        "diverted",
        (0.7, 0.0, 1.0),
        "part of what is withheld",
        "which part of what is withheld from one importer is sold to others",
        CHOICE,
    ),
    assumed(
        Key::Level,
        "level",
        (0.95, 0.5, 0.999),
        "probability",
        "the level of value at risk and of the mean of what lies beyond it",
        "a usual level",
    ),
    assumed(
        Key::PoliticalRate,
        "political",
        (0.03, 0.0, 2.0),
        "a year",
        "how often a supplier with middling governance stops exports for political reasons",
        NO_SOURCE,
    ),
    assumed(
        Key::ConflictRate,
        "conflict",
        (0.01, 0.0, 2.0),
        "a year",
        "how often conflict hits a supplier with middling governance",
        NO_SOURCE,
    ),
    assumed(
        Key::NaturalRate,
        "natural",
        (0.01, 0.0, 2.0),
        "a year",
        "how often a natural disaster hits a supplier",
        NO_SOURCE,
    ),
    assumed(
        Key::TechnicalRate,
        "technical",
        (0.02, 0.0, 2.0),
        "a year",
        "how often accidents, strikes or want of power hit a supplier",
        NO_SOURCE,
    ),
    assumed(
        Key::GovernanceEffect,
        "governance",
        (2.0, 0.0, 6.0),
        "log rate from best to worst",
        "how much more often politics and conflict hit where governance is weak",
        NO_SOURCE,
    ),
    assumed(
        Key::Correlation,
        "correlation",
        (0.2, 0.0, 0.9),
        "correlation",
        "how much suppliers of one part of the world are hit together",
        NO_SOURCE,
    ),
    assumed(
        Key::MedianDuration,
        "months",
        (6.0, 0.5, 60.0),
        "months",
        "how long half of the events last at most",
        NO_SOURCE,
    ),
    assumed(
        Key::DurationSpread,
        "sigma",
        (0.8, 0.0, 2.0),
        "standard deviation of the logarithm",
        "how much the events differ in length",
        NO_SOURCE,
    ),
    assumed(
        Key::SeverityA,
        "severity_a",
        (2.0, 0.5, 20.0),
        "none",
        "the first shape of the Beta distribution of the part that an event takes; its mean is a / (a + b)",
        NO_SOURCE,
    ),
    assumed(
        Key::SeverityB,
        "severity_b",
        (3.0, 0.5, 20.0),
        "none",
        "the second shape of the Beta distribution of the part that an event takes",
        NO_SOURCE,
    ),
    assumed(
        Key::Spread,
        "spread",
        (0.3, 0.0, 1.0),
        "standard deviation, relative",
        "how uncertain rates, elasticities and the correlation themselves are",
        CHOICE,
    ),
];

impl Key {
    /// Every key.
    pub fn all() -> impl Iterator<Item = Self> {
        PARAMETERS.iter().map(|parameter| parameter.key)
    }

    /// What is known about the parameter.
    #[must_use]
    pub fn parameter(self) -> &'static Parameter {
        &PARAMETERS[self as usize]
    }

    /// The parameter of a word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::all().find(|key| key.parameter().slug == slug)
    }
}

impl Parameter {
    /// Whether the parameter may have the value; infinity stands for none.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
            || (self.may_be_none && value.is_infinite() && value > 0.0)
    }

    /// What the parameter may be, in words.
    #[must_use]
    pub fn range(&self) -> String {
        let or_none = if self.may_be_none { ", or none" } else { "" };
        format!("{} to {}{or_none}", self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_finds_itself_and_every_default_is_allowed() {
        for (at, parameter) in PARAMETERS.iter().enumerate() {
            assert_eq!(parameter.key as usize, at, "{}", parameter.slug);
            assert_eq!(Key::from_slug(parameter.slug), Some(parameter.key));
            assert!(parameter.allows(parameter.default), "{}", parameter.slug);
        }
    }
}
