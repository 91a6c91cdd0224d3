//! Where the methods disagree: a mineral's place among all, method by method, with intervals.

use crate::data::Dataset;
use crate::i18n::number::ABSENT;
use crate::i18n::{DeskStrings, Strings};
use crate::report::All;
use crate::risk::importer::Method;

/// How many minerals the chart has room for.
const ROWS: usize = 10;
/// Fewer methods than this cannot be said to disagree.
const FEWEST: usize = 3;

/// A place among the minerals that a method ranks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From 1, the riskiest.
    pub rank: usize,
    /// The best and the worst place in nine of ten draws.
    pub between: Option<(usize, usize)>,
    /// How many minerals the method ranks.
    pub of: usize,
}

impl Place {
    /// A rank as a fraction of the way from the riskiest, 0, to the least risky, 1.
    #[must_use]
    pub fn way(self, rank: usize) -> f64 {
        let count = |number: usize| f64::from(u16::try_from(number).unwrap_or(u16::MAX));
        let last = count(self.of.saturating_sub(1)).max(1.0);
        (count(rank.saturating_sub(1)) / last).min(1.0)
    }

    fn text(self) -> String {
        match self.between {
            Some((first, last)) if first < last => {
                format!("{} ({first}–{last}) / {}", self.rank, self.of)
            }
            _ => format!("{} / {}", self.rank, self.of),
        }
    }
}

/// One mineral under every method.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    /// Its name.
    pub name: String,
    /// Its place by each method, in the methods' order; none where the method has no value.
    pub places: Vec<Option<Place>>,
    /// From the riskiest verdict to the least risky one, as a fraction of the whole way.
    pub spread: f64,
}

/// The minerals about which the methods disagree most.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// The minerals, the most disputed first.
    pub rows: Vec<PlaceRow>,
    /// The methods' names.
    pub methods: Vec<&'static str>,
    /// The ends of the axis: riskiest, least risky.
    pub ends: [&'static str; 2],
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl Places {
    /// The chart of a table of minerals.
    #[must_use]
    pub fn build(data: &Dataset, all: &All, strings: &Strings, words: &DeskStrings) -> Self {
        let ranked = |method| {
            let rows = all.minerals.iter();
            rows.filter(|row| row.score(method).is_some()).count()
        };
        let counted = Method::ALL.map(|method| (method, ranked(method)));
        let rows = all.minerals.iter().filter_map(|row| {
            let places = counted.map(|(method, of)| {
                row.score(method).map(|score| Place {
                    rank: score.rank,
                    between: score.interval.map(|one| (one.rank_first, one.rank_last)),
                    of,
                })
            });
            let ways: Vec<f64> = places
                .iter()
                .flatten()
                .map(|one| one.way(one.rank))
                .collect();
            let (least, most) = ways.iter().fold((1.0_f64, 0.0_f64), |(least, most), way| {
                (least.min(*way), most.max(*way))
            });
            (ways.len() >= FEWEST).then(|| PlaceRow {
                name: data
                    .mineral_by_slug(&row.mineral)
                    .map_or_else(String::new, |id| data.mineral(id).name.clone()),
                places: places.to_vec(),
                spread: most - least,
            })
        });
        let mut rows: Vec<PlaceRow> = rows.collect();
        rows.sort_by(|one, other| other.spread.total_cmp(&one.spread));
        rows.truncate(ROWS);
        let first = rows.first().map(|row| row.name.as_str());
        Self {
            summary: (words.places.summary)(first, rows.len()),
            rows,
            methods: Method::ALL
                .map(|method| name(method, strings, words))
                .to_vec(),
            ends: [words.places.riskiest, words.places.safest],
        }
    }

    /// The same as a table: a line a mineral, and in it a cell a method.
    #[must_use]
    pub fn cells(&self) -> Vec<(&str, Vec<String>)> {
        let text = |place: &Option<Place>| place.map_or_else(|| ABSENT.to_owned(), Place::text);
        let rows = self.rows.iter();
        rows.map(|row| (row.name.as_str(), row.places.iter().map(text).collect()))
            .collect()
    }
}

/// A method's name.
fn name(method: Method, strings: &Strings, words: &DeskStrings) -> &'static str {
    match method {
        Method::Hhi => strings.keys.hhi,
        Method::HhiWgi => strings.keys.hhi_wgi,
        Method::ImportReliance => words.desk.import_reliance,
        Method::EcSupplyRisk => words.desk.supply_risk,
        Method::GeoPolRisk => words.desk.geopolrisk,
        Method::NMinus1 => words.places.n_minus_1,
    }
}
