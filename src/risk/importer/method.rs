//! The methods by which minerals are ranked.

use super::{ImporterRisk, WorldRisk};
use crate::risk::Measured;

/// A measure by which minerals are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// R1: the Herfindahl–Hirschman index, 0 to 10,000.
    Hhi,
    /// R2: governance-weighted concentration, 0 to 10.
    HhiWgi,
    /// Import reliance, a fraction.
    ImportReliance,
    /// R3: the Commission's supply risk.
    EcSupplyRisk,
    /// R4: the corrected score, a fraction.
    GeoPolRisk,
    /// R5: share of world supply left, a fraction. The less, the riskier.
    NMinus1,
}

impl Method {
    /// Every method, in the order of the equations.
    pub const ALL: [Self; 6] = [
        Self::Hhi,
        Self::HhiWgi,
        Self::ImportReliance,
        Self::EcSupplyRisk,
        Self::GeoPolRisk,
        Self::NMinus1,
    ];

    /// The method's word in links and output.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Hhi => "hhi",
            Self::HhiWgi => "hhi_wgi",
            Self::ImportReliance => "import_reliance",
            Self::EcSupplyRisk => "ec_supply_risk",
            Self::GeoPolRisk => "geopolrisk",
            Self::NMinus1 => "n_minus_1",
        }
    }

    /// Whether it says something about world supply alone, so that it needs no importer.
    #[must_use]
    pub const fn is_of_the_world(self) -> bool {
        matches!(self, Self::Hhi | Self::HhiWgi | Self::NMinus1)
    }

    /// The method's value.
    ///
    /// # Errors
    /// The reason why there is none.
    pub fn value(self, world: &WorldRisk, importer: Measured<&ImporterRisk>) -> Measured<f64> {
        match self {
            Self::Hhi => world
                .concentration
                .map(|measured| measured.hhi.value.points()),
            Self::HhiWgi => match &world.governance {
                Ok(measured) => Ok(measured.hhi_wgi.value),
                Err(why) => Err(*why),
            },
            Self::NMinus1 => world.supply_left.map(|left| left.share.value.fraction()),
            Self::ImportReliance => Ok(importer?.import_reliance?.value.fraction()),
            Self::EcSupplyRisk => Ok(importer?.ec.risk.value?.value),
            Self::GeoPolRisk => Ok(importer?.geopolrisk.value?.value),
        }
    }
}
