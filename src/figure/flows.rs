//! What an importer buys, as lines on the map.

use super::MapClass;
use crate::data::{CountryId, Dataset, Importer};
use crate::report::ImporterFigures;

/// The width of a line that carries all imports, in units of the map's plane; a part has its part of it.
const WHOLE: f64 = 24.0;
/// The width below which a line would not be seen.
const THINNEST: f64 = 0.7;
/// The part of imports from which on the map names a partner.
const NAMED: f64 = 0.05;
/// How far a line bends away from the straight one, as a part of its length.
const BEND: f64 = 0.18;
/// The room that a name takes on the plane: half its width, and its height.
const NAME: (f64, f64) = (70.0, 14.0);

/// One partner's line.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The partner.
    pub country: CountryId,
    /// Its part of the imports with a quantity, a fraction.
    pub part: f64,
    /// The line, as the data of an SVG path from the partner to the importer.
    pub path: String,
    /// Its width on the plane, in proportion to the quantity.
    pub width: f64,
    /// Where the partner's name stands, if there is room for it.
    pub name_at: Option<(f64, f64)>,
}

/// The lines into one importer.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowMap {
    /// Each country by its part of imports; one entry per country of the registry, in its order.
    pub classes: Vec<MapClass>,
    /// The importer's countries.
    pub home: Vec<CountryId>,
    /// The country of the importer's at which the lines end; none where the map has no place for any.
    pub end: Option<(CountryId, (f64, f64))>,
    /// The lines, widest first.
    pub flows: Vec<Flow>,
    /// How many partners have a quantity and no place on the map.
    pub unplaced: usize,
}

impl FlowMap {
    /// The lines of an importer's trade; without trade only the importer is on the map.
    #[must_use]
    pub fn build(data: &Dataset, importer: Importer, own: Option<&ImporterFigures>) -> Self {
        let home = data.importer_members(importer);
        let place = |country: CountryId| {
            let at = data.country(country).at?;
            Some((f64::from(at.0), f64::from(at.1)))
        };
        let mut map = Self {
            classes: vec![MapClass::NotNamed; data.countries().len()],
            end: middle(&home, place),
            home,
            flows: Vec::new(),
            unplaced: 0,
        };
        let Some(trade) = own.and_then(|own| own.trade.as_ref()) else {
            return map;
        };
        let mut names: Vec<(f64, f64)> = Vec::new();
        for partner in trade.outside() {
            let country = data.country_by_iso3(&partner.country);
            let (Some(country), Some(tonnes)) = (country, partner.quantity_t) else {
                continue;
            };
            if tonnes <= 0.0 {
                continue;
            }
            let part = tonnes / trade.imports_t;
            map.classes[country.index()] = MapClass::of_share(part);
            let (Some(from), Some((_, to))) = (place(country), map.end) else {
                map.unplaced += 1;
                continue;
            };
            let free = |at: &(f64, f64)| {
                (at.0 - from.0).abs() > 2.0 * NAME.0 || (at.1 - from.1).abs() > NAME.1
            };
            let named = part >= NAMED && names.iter().all(free);
            if named {
                names.push(from);
            }
            map.flows.push(Flow {
                country,
                part,
                path: bent(from, to),
                width: (WHOLE * part).max(THINNEST),
                name_at: named.then_some(from),
            });
        }
        map
    }
}

/// The country nearest to the middle of several, so that a bloc's lines end on its ground.
fn middle(
    home: &[CountryId],
    place: impl Fn(CountryId) -> Option<(f64, f64)>,
) -> Option<(CountryId, (f64, f64))> {
    let placed: Vec<_> = home
        .iter()
        .filter_map(|&country| Some((country, place(country)?)))
        .collect();
    let count = f64::from(u32::try_from(placed.len()).ok()?);
    let sum = placed
        .iter()
        .fold((0.0, 0.0), |sum, (_, at)| (sum.0 + at.0, sum.1 + at.1));
    let (x, y) = (sum.0 / count, sum.1 / count);
    let distance = |at: (f64, f64)| (at.0 - x).hypot(at.1 - y);
    placed
        .into_iter()
        .min_by(|(_, one), (_, other)| distance(*one).total_cmp(&distance(*other)))
}

/// A line bent towards the north, so that lines from one direction lie apart.
fn bent(from: (f64, f64), to: (f64, f64)) -> String {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    // The plane counts downwards; of the two sides of the line the one with the smaller y is the north.
    let side = if across >= 0.0 { 1.0 } else { -1.0 };
    let (x, y) = (
        f64::midpoint(from.0, to.0) + side * BEND * down,
        f64::midpoint(from.1, to.1) - side * BEND * across,
    );
    format!(
        "M{:.1} {:.1}Q{x:.1} {y:.1} {:.1} {:.1}",
        from.0, from.1, to.0, to.1
    )
}

#[cfg(test)]
mod tests {
    use super::bent;

    #[test]
    fn lines_bend_to_the_north_whichever_way_they_run() {
        assert_eq!(
            bent((0.0, 100.0), (100.0, 100.0)),
            "M0.0 100.0Q50.0 82.0 100.0 100.0"
        );
        assert_eq!(
            bent((100.0, 100.0), (0.0, 100.0)),
            "M100.0 100.0Q50.0 82.0 0.0 100.0"
        );
    }
}
