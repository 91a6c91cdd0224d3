//! The names of the figures that can be opened to their last step.

use crate::i18n::{DeskStrings, Strings};
use crate::report::explain::Figure;

/// A figure's name.
#[must_use]
pub fn explained_name(figure: Figure, words: &Strings, desk: &DeskStrings) -> &'static str {
    match figure {
        Figure::Cr1 => words.keys.cr1,
        Figure::Cr3 => words.keys.cr3,
        Figure::Hhi => words.keys.hhi,
        Figure::EffectiveSuppliers => desk.explain.effective_suppliers,
        Figure::HhiWgi => words.keys.hhi_wgi,
        Figure::NMinus1 => desk.desk.supply_left,
        Figure::ImportReliance => desk.desk.import_reliance,
        Figure::EcSupplyRisk => desk.desk.supply_risk,
        Figure::GeoPolRisk => desk.terms.geopolrisk_corrected,
        Figure::GeoPolRiskExact => desk.explain.geopolrisk_exact,
        Figure::NeedCovered => desk.explain.need_covered,
        Figure::Shares => desk.explain.shares,
        Figure::Imports => desk.explain.imports,
        Figure::OneCountry => desk.benchmarks.one_country,
        Figure::Own => desk.benchmarks.own,
        Figure::Recycled => desk.benchmarks.recycled,
        Figure::EconomicImportance => desk.desk.economic_importance,
    }
}
