//! What agreements come to, for readers: the finding, and who is bound how deeply.

use super::MapClass;
use crate::alliance::agreements::deepest;
use crate::alliance::{Agreement, Depths};
use crate::data::{CountryId, Dataset, Importer};
use crate::i18n::{AllianceFinding, AllianceWords, PartnerFinding};
use crate::report::{AllianceFigures, PartnerFigures};
use crate::risk::SupplyShares;

/// Points that read as nothing.
const NOTHING: f64 = 0.000_5;

/// Points of risk as they read, with three decimals.
#[must_use]
pub fn points(value: f64) -> String {
    // Nothing has no sign.
    let rounded = (value * 1000.0).round() / 1000.0 + 0.0;
    if rounded < 0.0 {
        format!("−{:.3}", rounded.abs())
    } else {
        format!("{:.3}", rounded.abs())
    }
}

/// What the agreements would change, in a sentence.
#[must_use]
pub fn alliance_finding(
    figures: &AllianceFigures,
    mineral: &str,
    importer: &str,
    words: &AllianceWords,
) -> String {
    let Some(effect) = &figures.effect else {
        let why = figures.why.of("effect").unwrap_or_default();
        return (words.unknown)(mineral, why);
    };
    let [gain, low, high] = [effect.gain, effect.gain_low, effect.gain_high].map(points);
    let parts = [
        Some(effect.willingness),
        effect.resourcing,
        Some(effect.capacity),
    ]
    .map(|part| part.map(points));
    let [willingness, resourcing, capacity] = &parts;
    // Partners that only trade what others make are sourcing, too.
    let made = figures
        .agreements
        .iter()
        .any(|one| !one.suppliers.is_empty());
    (words.finding)(AllianceFinding {
        importer,
        mineral,
        agreements: figures.agreements.len(),
        supplied: made || effect.gain_high >= NOTHING,
        before: &points(effect.before),
        gain: [&gain, &low, &high],
        parts: [
            willingness.as_deref(),
            resourcing.as_deref(),
            capacity.as_deref(),
        ],
    })
}

/// The best partners, in a sentence.
#[must_use]
pub fn partner_finding(data: &Dataset, figures: &PartnerFigures, words: &AllianceWords) -> String {
    let Some(answer) = &figures.answer else {
        return (words.no_best)(figures.why.of("answer").unwrap_or_default());
    };
    (words.best)(PartnerFinding {
        partners: &(words.joined)(&names(data, &answer.best.partners)),
        count: answer.best.partners.len(),
        risk: [&points(answer.risk_without), &points(answer.best.risk)],
        proved: answer.proof.holds,
    })
}

/// The names of codes.
#[must_use]
pub fn names(data: &Dataset, codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| data.name_of(code)).collect()
}

/// One country that is a partner or a supplier.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundRow {
    /// Its name.
    pub name: String,
    /// The depth of the deepest agreement with it, from 0; none without one.
    pub depth: Option<usize>,
    /// a of that depth.
    pub bound: Option<f64>,
    /// Its part of world supply; none where it has none.
    pub world: Option<f64>,
    /// Its part of the importer's sourcing, and that with the agreements; none where it is no supplier.
    pub sourcing: Option<(f64, f64)>,
}

/// Who is bound how deeply.
#[derive(Debug, Clone, PartialEq)]
pub struct AllianceMap {
    /// Each country's class, in the registry's order.
    pub classes: Vec<&'static str>,
    /// The depth of the deepest agreement with each partner, from 0.
    pub partners: Vec<(CountryId, usize)>,
    /// Partners and suppliers, those with most of world supply first.
    pub rows: Vec<BoundRow>,
}

/// The classes of the depths in the style sheet, the least first.
pub const DEPTH_CLASSES: [&str; 4] = ["c a0", "c a1", "c a2", "c a3"];
/// The class of the importer's own countries.
pub const HOME_CLASS: &str = "c home";

impl AllianceMap {
    /// The map of some agreements of an importer.
    #[must_use]
    pub fn build(
        data: &Dataset,
        importer: Importer,
        agreements: &[&Agreement],
        depths: &Depths,
        shares: &SupplyShares,
        figures: &AllianceFigures,
    ) -> Self {
        let members = data.importer_members(importer);
        let mut classes = vec![MapClass::NotNamed.css(); data.countries().len()];
        for member in &members {
            classes[member.index()] = HOME_CLASS;
        }
        let mut all: Vec<CountryId> = agreements
            .iter()
            .flat_map(|one| one.partners_of(&members))
            .collect();
        let suppliers = figures.shift.iter();
        all.extend(suppliers.filter_map(|row| data.country_by_iso3(&row.country)));
        all.sort_unstable();
        all.dedup();
        let mut partners = Vec::new();
        let mut rows = Vec::new();
        for country in all {
            let depth = deepest(agreements, &members, country);
            let place = depth.map(|depth| depth as usize);
            if let Some(place) = place {
                classes[country.index()] = DEPTH_CLASSES[place];
                partners.push((country, place));
            }
            let iso3 = &data.country(country).iso3;
            let shift = figures.shift.iter().find(|row| row.country == *iso3);
            rows.push(BoundRow {
                name: data.country(country).name.clone(),
                depth: place,
                bound: depth.map(|depth| depths.of(depth)),
                world: shares.get(country).map(|row| row.share.fraction()),
                sourcing: shift.map(|row| (row.before, row.after)),
            });
        }
        let part = |row: &BoundRow| row.world.unwrap_or_default();
        rows.sort_by(|a, b| part(b).total_cmp(&part(a)).then(a.name.cmp(&b.name)));
        Self {
            classes,
            partners,
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn nothing_has_no_sign_and_a_loss_has_one() {
        assert_eq!(
            [0.0, -0.000_1, -0.25, 1.2344].map(points),
            ["0.000", "0.000", "−0.250", "1.234"]
        );
    }
}
