//! A figure's derivation, open to its last step: formulas, numbers, rows and where they come from.
//!
//! A derivation is a list of steps, each a formula whose symbols are inputs, rows or earlier steps. It recomputes:
//! whoever evaluates the formulas with the numbers shown gets the value shown, and a test does.
//!
//! In formulas `*`, `/`, `+`, `-` and `^` are as usual, `sum(…)` adds up over the step's rows (those with a missing
//! number are left out), `clamp(x, low, high)` holds a value within a range, `ratio(a, b)` is a / b, and 0 where
//! b is 0.

mod derivation;
mod ec;
mod geopolrisk;
mod importer;
mod published;
mod text;
mod world;

pub use derivation::{Column, Derivation, Input, RowValues, Rows, Source, Step};

use crate::risk::importer::{Case, Sources};

/// A figure that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The largest share.
    Cr1,
    /// The three largest shares.
    Cr3,
    /// Concentration.
    Hhi,
    /// Effective suppliers.
    EffectiveSuppliers,
    /// Governance-weighted concentration.
    HhiWgi,
    /// Supply left without the largest supplier.
    NMinus1,
    /// Import reliance.
    ImportReliance,
    /// The Commission's supply risk.
    EcSupplyRisk,
    /// Geopolitical supply risk, corrected.
    GeoPolRisk,
    /// Geopolitical supply risk, as published.
    GeoPolRiskExact,
    /// What other sources cover of the importer's need.
    NeedCovered,
    /// Every country's share of world supply.
    Shares,
    /// Every partner's part of imports.
    Imports,
    /// The part of the Union's sourcing from one third country.
    OneCountry,
    /// The Union's own part of its sourcing.
    Own,
    /// The recycled part.
    Recycled,
    /// The Commission's economic importance.
    EconomicImportance,
}

impl Figure {
    /// Every figure, in the order of the equations.
    pub const ALL: [Self; 17] = [
        Self::Cr1,
        Self::Cr3,
        Self::Hhi,
        Self::EffectiveSuppliers,
        Self::HhiWgi,
        Self::NMinus1,
        Self::ImportReliance,
        Self::EcSupplyRisk,
        Self::GeoPolRisk,
        Self::GeoPolRiskExact,
        Self::NeedCovered,
        Self::Shares,
        Self::Imports,
        Self::OneCountry,
        Self::Own,
        Self::Recycled,
        Self::EconomicImportance,
    ];

    /// The figure's word in links and options.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Cr1 => "cr1",
            Self::Cr3 => "cr3",
            Self::Hhi => "hhi",
            Self::EffectiveSuppliers => "effective_suppliers",
            Self::HhiWgi => "hhi_wgi",
            Self::NMinus1 => "n_minus_1",
            Self::ImportReliance => "import_reliance",
            Self::EcSupplyRisk => "ec_supply_risk",
            Self::GeoPolRisk => "geopolrisk",
            Self::GeoPolRiskExact => "geopolrisk_exact",
            Self::NeedCovered => "need_covered",
            Self::Shares => "shares",
            Self::Imports => "imports",
            Self::OneCountry => "one_country",
            Self::Own => "own",
            Self::Recycled => "recycled",
            Self::EconomicImportance => "economic_importance",
        }
    }

    /// Reads the figure's word; none for any other.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.slug() == slug)
    }
}

/// How a figure of a case comes about.
#[must_use]
pub fn explain(sources: &Sources<'_>, case: &Case<'_>, figure: Figure) -> Derivation {
    let mut derivation = Derivation::new(sources, case, figure);
    let steps = match figure {
        Figure::Cr1 => world::cr(case, 1),
        Figure::Cr3 => world::cr(case, 3),
        Figure::Hhi => world::hhi(case),
        Figure::EffectiveSuppliers => world::effective_suppliers(case),
        Figure::HhiWgi => world::hhi_wgi(sources, case),
        Figure::NMinus1 => world::n_minus_1(case),
        Figure::ImportReliance => importer::reliance(case),
        Figure::NeedCovered => importer::need_covered(case),
        Figure::Shares => world::shares(case),
        Figure::Imports => importer::parts(case),
        Figure::OneCountry => published::one_country(case),
        Figure::Own => published::own(case),
        Figure::Recycled => published::recycled(case),
        Figure::EconomicImportance => published::economic_importance(sources, case),
        Figure::EcSupplyRisk => ec::supply_risk(case),
        Figure::GeoPolRisk => geopolrisk::corrected(sources, case),
        Figure::GeoPolRiskExact => geopolrisk::exact(sources, case),
    };
    derivation.take(sources, steps);
    derivation
}
