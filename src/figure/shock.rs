//! What a scenario comes to, for readers: the finding, key figures, who supplies what, use over the months.

use super::steps::{month, scenario_clause};
use super::{KeyFigure, MapClass, PathLine, SupplyPath};
use crate::data::{CountryId, Dataset, Stage};
use crate::i18n::number::{ABSENT, percent, quantity, signed_percent, tenth};
use crate::i18n::{ResultWords, ShockFinding, ShockWords};
use crate::risk::Absence;
use crate::scenario::act::HORIZON;
use crate::scenario::exposed::Exposed;
use crate::scenario::outcome::Situation;
use crate::scenario::sourcing::SourcingBasis;
use crate::scenario::{Month, Scenario};
use crate::units::Share;

/// The stages of a market, in its order.
const STAGES: [Stage; 2] = [Stage::Mine, Stage::Refine];
/// Prices beyond this multiple are not written as numbers: constant elasticities say nothing there.
const DEAREST: f64 = 100.0;
/// Below this part of world supply a change is none.
const NOTHING: f64 = 0.000_5;

/// How one country's supply changes at the stage that binds.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftRow {
    /// The country.
    pub country: CountryId,
    /// Its name.
    pub name: String,
    /// Its part of world supply before, a fraction.
    pub before: f64,
    /// Its part of what is left, a fraction.
    pub after: f64,
    /// What it supplies more or less, as a part of the world's normal supply.
    pub change: f64,
}

/// A class of change, from the largest loss, 0, to the largest gain, 6; 3 is no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShiftClass(pub usize);

impl ShiftClass {
    /// Every class, from the largest loss on.
    pub const ALL: [Self; 7] = [
        Self(0),
        Self(1),
        Self(2),
        Self(3),
        Self(4),
        Self(5),
        Self(6),
    ];

    /// The class of a change, as a part of the world's normal supply.
    #[must_use]
    pub fn of(change: f64) -> Self {
        let size = change.abs();
        let steps = if size < NOTHING {
            0
        } else if size < 0.05 {
            1
        } else if size < 0.2 {
            2
        } else {
            3
        };
        Self(if change < 0.0 { 3 - steps } else { 3 + steps })
    }

    /// The class in the style sheet.
    #[must_use]
    pub fn css(self) -> &'static str {
        ["c d0", "c d1", "c d2", "c d3", "c d4", "c d5", "c d6"][self.0]
    }

    /// What stands on the map beside the colour: a country that loses, or one that gains, visibly.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self.0 {
            0 | 1 => "−",
            5 | 6 => "+",
            _ => "",
        }
    }
}

/// What the map shows of each country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Showing {
    /// Its part of world supply before.
    Before,
    /// Its part of what is left.
    After,
    /// What it supplies more or less.
    #[default]
    Change,
}

impl Showing {
    /// Each, in the order for showing them.
    pub const ALL: [Self; 3] = [Self::Before, Self::After, Self::Change];
}

/// What a scenario comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct ShockFigure {
    /// The finding, in one sentence.
    pub finding: String,
    /// The key figures.
    pub keys: Vec<KeyFigure>,
    /// The stage that binds in the worst month.
    pub stage: Stage,
    /// The worst month; none where nothing is told.
    pub worst: Option<String>,
    /// How each country's supply changes at that stage, those who lose most first.
    pub shifts: Vec<ShiftRow>,
    /// The importer's use month by month.
    pub path: SupplyPath,
    /// What a reader must know: stages without figures, sourcing that is not the importer's own.
    pub notes: Vec<String>,
}

impl ShockFigure {
    /// The outcome of a scenario for readers.
    #[must_use]
    pub fn build(
        data: &Dataset,
        exposed: &Exposed,
        scenario: &Scenario,
        importer: &str,
        words: &ShockWords,
    ) -> Self {
        let found = exposed.outcome.worst_month();
        let (span, _) = &exposed.outcome.spans[exposed.outcome.worst];
        let label = |after: u16| {
            let start = exposed.outcome.start?;
            Some(month(Month(start.0 + after), words.steps.month))
        };
        let worst = label(span.from);
        let mineral = &data.mineral(exposed.mineral).name;
        let what = scenario_clause(data, scenario, words);
        let finding = what.as_ref().map_or_else(
            || words.empty.to_owned(),
            |what| {
                (words.finding)(ShockFinding {
                    what,
                    mineral,
                    importer,
                    loss: &lost(found.world_shortfall()),
                    price: found.market.price().map(times).as_deref(),
                    shortfall: &lost(found.shortfall()),
                    binding: binding(found),
                    nothing: nothing(exposed),
                })
            },
        );
        let shifts = exposed.outcome.shifts(&exposed.market, found.binding);
        let shifts = shifts.into_iter().map(|shift| ShiftRow {
            country: shift.country,
            name: data.country(shift.country).name.clone(),
            before: shift.before,
            after: shift.after,
            change: shift.output - shift.before,
        });
        Self {
            finding,
            keys: keys(exposed, &label, importer, &words.results),
            stage: STAGES[found.binding],
            shifts: shifts.collect(),
            path: path(exposed, importer, &label, words),
            notes: notes(data, exposed, scenario, &words.results),
            worst,
        }
    }

    /// Each country's class, in the registry's order.
    #[must_use]
    pub fn classes(&self, countries: usize, showing: Showing) -> Vec<&'static str> {
        let blank = match showing {
            Showing::Change => ShiftClass(3).css(),
            _ => MapClass::NotNamed.css(),
        };
        let mut classes = vec![blank; countries];
        for row in &self.shifts {
            let share = |share: f64| {
                if share > 0.0 {
                    MapClass::of_share(share).css()
                } else {
                    MapClass::NotNamed.css()
                }
            };
            classes[row.country.index()] = match showing {
                Showing::Before => share(row.before),
                Showing::After => share(row.after),
                Showing::Change => ShiftClass::of(row.change).css(),
            };
        }
        classes
    }
}

/// Whether a scenario leaves a mineral as it was.
fn nothing(exposed: &Exposed) -> bool {
    let spans = exposed.outcome.spans.iter();
    let changed = |found: &Situation| {
        (found.market.used() - 1.0).abs() > NOTHING
            || found.shortfall().abs() > NOTHING
            || found
                .market
                .price()
                .is_none_or(|price| (price - 1.0).abs() > NOTHING)
    };
    !spans.into_iter().any(|(_, found)| changed(found))
}

/// The stage that binds, where both have figures and something is lost.
fn binding(found: &Situation) -> Option<Stage> {
    let both = found.available.iter().all(Option::is_some);
    (both && found.world_shortfall() > NOTHING).then(|| STAGES[found.binding])
}

/// A loss as it reads; what is gained is no loss.
fn lost(shortfall: f64) -> String {
    percent(Share::clamped(shortfall))
}

/// A multiple of a price as it reads.
fn times(price: f64) -> String {
    if price > DEAREST {
        format!("over {DEAREST:.0}")
    } else if price < 10.0 {
        format!("{price:.2}")
    } else {
        tenth(price)
    }
}

fn keys(
    exposed: &Exposed,
    label: &dyn Fn(u16) -> Option<String>,
    importer: &str,
    words: &ResultWords,
) -> Vec<KeyFigure> {
    let worst = label(exposed.outcome.spans[exposed.outcome.worst].0.from);
    let worst_year = &exposed.outcome.worst_year;
    let found = exposed.outcome.worst_month();
    let when = worst.map(|month| (words.worst_month)(&month));
    let key = |id, name: &'static str, value: String, mut meaning: Vec<String>| {
        meaning.push(words.in_model.to_owned());
        KeyFigure {
            id,
            name,
            value,
            meaning,
        }
    };
    let price = found.market.price();
    let beyond = (!found.price_holds()).then(|| words.beyond.to_owned());
    let price_meaning = when.clone().into_iter().chain(beyond);
    // A bill at a price that is no number is none either.
    let bill = found.extra_bill().filter(|_| found.price_holds());
    let money = bill.zip(exposed.market.import_value().ok());
    let money = money.map(|(bill, value)| (words.money)(&quantity((bill * value).round())));
    let supply = |at: usize| {
        let lost_here = found.supply_lost(at)?;
        Some(format!(
            "{} {}",
            lost(lost_here),
            (words.lost_at)(STAGES[at])
        ))
    };
    // Of one stage that has figures it is the limit, whatever the other would be.
    let stage = if found.world_shortfall() > NOTHING {
        words.stage_names[found.binding].to_owned()
    } else {
        ABSENT.to_owned()
    };
    let mut keys = vec![
        key(
            "price",
            words.price,
            price.map_or_else(
                || words.nothing_left.to_owned(),
                |price| (words.times)(&times(price)),
            ),
            price_meaning.collect(),
        ),
        key(
            "world_loss",
            words.loss,
            lost(found.world_shortfall()),
            when.clone().into_iter().collect(),
        ),
        key(
            "shortfall",
            words.shortfall,
            lost(found.shortfall()),
            std::iter::once(importer.to_owned()).chain(when).collect(),
        ),
        key(
            "worst_year",
            words.worst_year,
            lost(worst_year.shortfall),
            std::iter::once(importer.to_owned())
                .chain(label(worst_year.from).map(|month| (words.from_month)(&month)))
                .collect(),
        ),
        key(
            "bill",
            words.bill,
            bill.map_or_else(|| ABSENT.to_owned(), signed_percent),
            money
                .into_iter()
                .chain(bill.is_none().then(|| words.beyond.to_owned()))
                .collect(),
        ),
        key(
            "binding",
            words.binding,
            stage,
            [supply(0), supply(1)].into_iter().flatten().collect(),
        ),
    ];
    if let (Some(mines), [Some(_), Some(_)]) = (found.mines_alone, found.available) {
        let alone = lost(1.0 - mines.used() / found.wanted.max(f64::EPSILON));
        let both = lost(found.world_shortfall());
        let meaning = if alone == both {
            words.agrees.to_owned()
        } else {
            (words.misleads)(&alone, &both)
        };
        keys.push(key("mines_alone", words.mine_only, alone, vec![meaning]));
    }
    keys
}

fn path(
    exposed: &Exposed,
    importer: &str,
    label: &dyn Fn(u16) -> Option<String>,
    words: &ShockWords,
) -> SupplyPath {
    let use_left: Vec<f64> = (0..HORIZON)
        .map(|at| exposed.outcome.month(at).used)
        .collect();
    let least = use_left.iter().copied().enumerate();
    let least = least.min_by(|(_, one), (_, other)| one.total_cmp(other));
    let (at, least) = least.unwrap_or_default();
    let summary = u16::try_from(at).ok().and_then(label).map_or_else(
        || words.empty.to_owned(),
        |month| (words.results.path_summary)(importer, &percent(Share::clamped(least)), &month),
    );
    let years = exposed.outcome.start.into_iter().flat_map(|start| {
        let months = (0..usize::from(HORIZON)).zip(start.0..);
        months
            .filter(|(_, month)| month % 12 == 0)
            .map(|(at, month)| (at, Month(month).year().to_string()))
    });
    SupplyPath {
        lines: vec![PathLine {
            name: words.results.this.to_owned(),
            use_left,
        }],
        simulated: None,
        ticks: years.collect(),
        summary,
    }
}

fn notes(
    data: &Dataset,
    exposed: &Exposed,
    scenario: &Scenario,
    words: &ResultWords,
) -> Vec<String> {
    let mut notes = Vec::new();
    let members = exposed.importer.map(|one| data.importer_members(one));
    if scenario.held_back_by(data, &members.unwrap_or_default()) {
        notes.push(words.own_measure.to_owned());
    }
    for (basis, stage) in exposed.market.stages.iter().zip(STAGES) {
        match basis {
            Err(why) => notes.push((words.no_stage)(stage, &why.to_string())),
            Ok(basis) => {
                let sourcing = basis.sourcing.as_ref();
                if let Some(SourcingBasis::World(why)) = sourcing.map(|sourcing| sourcing.basis) {
                    notes.push(world_sourcing(stage, why, words));
                }
            }
        }
    }
    notes
}

fn world_sourcing(stage: Stage, why: Absence, words: &ResultWords) -> String {
    (words.world_sourcing)(stage, &why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_and_gains_of_one_size_lie_in_classes_of_one_distance() {
        for (change, class) in [
            (-0.9, 0),
            (-0.1, 1),
            (-0.01, 2),
            (0.0, 3),
            (0.0001, 3),
            (0.01, 4),
            (0.1, 5),
            (0.2, 6),
        ] {
            assert_eq!(ShiftClass::of(change), ShiftClass(class), "{change}");
        }
    }

    #[test]
    fn a_price_past_the_model_is_not_written_as_a_number() {
        assert_eq!(times(2.071), "2.07");
        assert_eq!(times(31.62), "31.6");
        assert_eq!(times(1e8), "over 100");
    }
}
