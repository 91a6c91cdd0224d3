//! What a quantity is a quantity *of*: mining, refining, or what is still in the ground.

use serde::{Deserialize, Serialize};

/// Stage of supply. Shares of different stages are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Output of mines, brines and wells in a year.
    Mine,
    /// Output of refineries, smelters and plants in a year.
    Refine,
    /// What could be extracted economically, as of the edition's own year.
    Reserves,
}

impl Stage {
    /// Every stage, in the order of the chain of supply.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Refine, Self::Reserves];

    /// The stage's word in links, files and the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Refine => "refine",
            Self::Reserves => "reserves",
        }
    }

    /// Reads the stage's word; `None` for any other.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_read_back_from_its_word() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_slug(stage.slug()), Some(stage));
        }
        assert_eq!(Stage::from_slug("Mine"), None);
    }
}
