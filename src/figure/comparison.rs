//! Two dependences side by side: two importers, or two years of one.

use super::importer_keys;
use crate::i18n::number::{ABSENT, percent};
use crate::i18n::{DeskStrings, Side};
use crate::report::{Figures, ImporterFigures};
use crate::units::Share;

/// Two dependences, figure by figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The names of the two.
    pub names: [String; 2],
    /// Each figure: its id, its name and the two values as they read.
    pub rows: Vec<(&'static str, &'static str, [String; 2])>,
    /// What differs, in one sentence.
    pub finding: String,
}

impl Comparison {
    /// Two dependences under their names; none where one of them is of no importer.
    #[must_use]
    pub fn build(
        names: [String; 2],
        figures: [&Figures; 2],
        country: impl Fn(&str) -> String,
        words: &DeskStrings,
    ) -> Option<Self> {
        let [one, other] = figures;
        let (one, other) = (one.importer.as_ref()?, other.importer.as_ref()?);
        let keys = importer_keys(one, words);
        let others = importer_keys(other, words);
        let mut rows: Vec<_> = keys
            .into_iter()
            .map(|key| {
                // A figure that only one of the two has, such as one published by its own government.
                let beside = others.iter().find(|beside| beside.id == key.id);
                let beside = beside.map_or(ABSENT.to_owned(), |beside| beside.value.clone());
                (key.id, key.name, [key.value, beside])
            })
            .collect();
        let sellers = [seller(one, &country), seller(other, &country)];
        let read = |seller: &Option<(String, String)>| {
            let read = |(name, part): &(String, String)| format!("{name}, {part}");
            seller.as_ref().map_or(ABSENT.to_owned(), read)
        };
        rows.push((
            "largest_seller",
            words.comparison.largest_seller,
            [read(&sellers[0]), read(&sellers[1])],
        ));
        let side = |at: usize, own: &ImporterFigures| Side {
            name: &names[at],
            risk: own.ec_supply_risk.value,
            seller: sellers[at]
                .as_ref()
                .map(|(name, part)| (name.as_str(), part.as_str())),
        };
        let finding = (words.comparison.finding)(side(0, one), side(1, other));
        Some(Self {
            names,
            rows,
            finding,
        })
    }
}

/// Who an importer buys most from, and that partner's part of imports.
fn seller(own: &ImporterFigures, country: impl Fn(&str) -> String) -> Option<(String, String)> {
    let (first, part) = own.trade.as_ref()?.largest_seller()?;
    Some((country(&first.country), percent(Share::clamped(part))))
}
