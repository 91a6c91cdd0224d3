//! Series put together from source rows: one per mineral, stage and edition.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use adit::data::Stage;
use serde::Serialize;

use super::editions::Edition;
use super::facts::{Fact, Of};
use super::json::Object;
use super::notes;
use super::registry::Countries;
use super::rules::{Rule, rule_for};
use super::totals;

/// A series as the page's data has it.
#[derive(Serialize)]
pub(super) struct Series {
    mineral: String,
    stage: String,
    edition: String,
    unit: String,
    basis: String,
    basis_key: String,
    years: Vec<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    world: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excludes: Option<Vec<Vec<String>>>,
    countries: Object<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Vec<String>>,
    /// Years whose published total is less than its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradicted: Vec<u16>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// Every series, and what to say about the making.
pub(super) struct Supply {
    pub(super) series: Vec<Series>,
    pub(super) said: Vec<String>,
}

impl Supply {
    /// The minerals and stages that something is produced at.
    pub(super) fn produced(&self) -> BTreeSet<(String, String)> {
        let series = self.series.iter();
        let produced = series.filter(|series| series.stage != "reserves");
        produced
            .map(|series| (series.mineral.clone(), series.stage.clone()))
            .collect()
    }
}

/// The rows of one series, by year.
pub(super) struct Draft<'a> {
    pub(super) facts: Vec<(&'a Fact<'a>, &'a Rule)>,
    pub(super) years: Vec<u16>,
    /// Figures by country, then by year.
    pub(super) countries: BTreeMap<String, BTreeMap<u16, String>>,
    pub(super) other: BTreeMap<u16, String>,
    pub(super) world: BTreeMap<u16, String>,
    pub(super) excludes: BTreeMap<u16, Vec<String>>,
    /// Whether two rows of one country were added up.
    pub(super) summed: bool,
}

/// Slug, position of the stage, position of the edition: what series are ordered by.
type Key<'a> = (&'a str, usize, usize);

pub(super) fn build<'a>(
    facts: &'a [Fact<'a>],
    rules: &'a [Rule],
    editions: &[Edition],
    countries: &Countries,
) -> Result<Supply, String> {
    let mut grouped: BTreeMap<Key<'_>, Vec<(&Fact<'_>, &Rule)>> = BTreeMap::new();
    let mut left_out: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for fact in facts {
        let rule = rule_for(rules, fact)?;
        let Some((slug, to)) = rule.mineral.as_deref().zip(rule.to.as_deref()) else {
            *left_out
                .entry((&fact.edition.id, &fact.commodity))
                .or_default() += 1;
            continue;
        };
        let stage = Stage::ALL.iter().position(|stage| stage.slug() == to);
        let stage = stage.ok_or_else(|| format!("data/tables/series.csv: unknown stage {to}"))?;
        let edition = editions
            .iter()
            .position(|edition| edition.id == fact.edition.id);
        let key = (slug, stage, edition.unwrap_or_default());
        grouped.entry(key).or_default().push((fact, rule));
    }
    let mut said = Vec::new();
    let mut series = Vec::new();
    for ((slug, stage, edition), facts) in grouped {
        let place = format!(
            "{slug} {} {}",
            Stage::ALL[stage].slug(),
            editions[edition].id
        );
        let draft = draft(facts).map_err(|error| format!("{place}: {error}"))?;
        if draft.says_nothing() {
            said.push(format!("not written: {place}, which has no figure"));
            continue;
        }
        let finished = finish(
            &draft,
            slug,
            Stage::ALL[stage],
            &editions[edition].id,
            countries,
        );
        series.push(finished.map_err(|error| format!("{place}: {error}"))?);
    }
    said.extend(
        left_out
            .iter()
            .map(|((edition, name), rows)| format!("left out: {edition} {name}, {rows} rows")),
    );
    Ok(Supply { series, said })
}

/// Sorts the rows of one series by what they are figures of.
fn draft<'a>(facts: Vec<(&'a Fact<'a>, &'a Rule)>) -> Result<Draft<'a>, String> {
    let mut years: Vec<u16> = facts.iter().map(|(fact, _)| fact.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut draft = Draft {
        facts: Vec::new(),
        years,
        countries: BTreeMap::new(),
        other: BTreeMap::new(),
        world: BTreeMap::new(),
        excludes: BTreeMap::new(),
        summed: false,
    };
    for (fact, rule) in &facts {
        let row = match &fact.of {
            Of::Country(iso3) => draft.countries.entry(iso3.clone()).or_default(),
            Of::Other => &mut draft.other,
            Of::World { excludes } => {
                draft.excludes.insert(fact.year, excludes.clone());
                &mut draft.world
            }
        };
        match row.entry(fact.year) {
            Entry::Vacant(entry) => {
                entry.insert(fact.cell.clone());
            }
            Entry::Occupied(mut entry) => {
                let may_sum = rule.combine.as_deref() == Some("sum");
                let sum = may_sum.then(|| sum(entry.get(), &fact.cell)).flatten();
                let sum = sum.ok_or_else(|| {
                    format!(
                        "two rows for {} in {} that cannot be added up",
                        fact.name, fact.year
                    )
                })?;
                entry.insert(sum);
                draft.summed = true;
            }
        }
    }
    draft.facts = facts;
    Ok(draft)
}

impl Draft<'_> {
    /// Whether no country has a figure or is known to withhold one.
    fn says_nothing(&self) -> bool {
        let mut cells = self.countries.values().flat_map(BTreeMap::values);
        cells.all(|cell| cell == "NA")
    }

    /// Whether the figures are shares of a whole rather than quantities.
    pub(super) fn is_share(&self) -> bool {
        self.facts.iter().any(|(fact, _)| fact.unit == "%")
    }
}

/// The sum of two figures of the same country, estimated if either is; nothing if either is missing.
fn sum(one: &str, other: &str) -> Option<String> {
    let whole = |cell: &str| cell.trim_end_matches('e').parse::<u64>().ok();
    let sum = whole(one)? + whole(other)?;
    let mark = if one.ends_with('e') || other.ends_with('e') {
        "e"
    } else {
        ""
    };
    Some(format!("{sum}{mark}"))
}

fn finish(
    draft: &Draft<'_>,
    slug: &str,
    stage: Stage,
    edition: &str,
    countries: &Countries,
) -> Result<Series, String> {
    let (first, rule) = draft.facts.first().ok_or("no rows")?;
    for (fact, other) in &draft.facts {
        if fact.unit != first.unit {
            return Err(format!(
                "the units {} and {} in one series",
                first.unit, fact.unit
            ));
        }
        if (&other.basis, &other.basis_key) != (&rule.basis, &rule.basis_key) {
            return Err("two bases in one series".to_owned());
        }
    }
    let mut rows = Vec::with_capacity(draft.countries.len());
    for (iso3, row) in &draft.countries {
        if row.len() != draft.years.len() {
            return Err(format!(
                "{iso3} has {} figures for {} years",
                row.len(),
                draft.years.len()
            ));
        }
        rows.push((iso3.clone(), row.values().cloned().collect()));
    }
    let world = if draft.is_share() {
        Some(vec!["100".to_owned(); draft.years.len()])
    } else {
        filled(&draft.world, &draft.years)
    };
    let excludes: Vec<Vec<String>> = draft
        .years
        .iter()
        .map(|year| draft.excludes.get(year).cloned().unwrap_or_default())
        .collect();
    Ok(Series {
        mineral: slug.to_owned(),
        stage: stage.slug().to_owned(),
        edition: edition.to_owned(),
        unit: first.unit.clone(),
        basis: rule.basis.clone().unwrap_or_default(),
        basis_key: rule.basis_key.clone().unwrap_or_default(),
        years: draft.years.clone(),
        contradicted: totals::contradicted(draft, world.as_deref().unwrap_or_default()),
        notes: notes::notes(draft, world.as_deref().unwrap_or_default(), countries),
        world,
        excludes: excludes
            .iter()
            .any(|codes| !codes.is_empty())
            .then_some(excludes),
        countries: Object(rows),
        other: filled(&draft.other, &draft.years),
    })
}

/// A row with a figure for each year, `NA` where the source has none; nothing if it has no row.
fn filled(row: &BTreeMap<u16, String>, years: &[u16]) -> Option<Vec<String>> {
    let cell = |year| row.get(year).cloned().unwrap_or_else(|| "NA".to_owned());
    (!row.is_empty()).then(|| years.iter().map(cell).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rows_of_one_country_add_up_and_keep_the_mark_of_an_estimate() {
        assert_eq!(sum("69", "7"), Some("76".to_owned()));
        assert_eq!(sum("60e", "15"), Some("75e".to_owned()));
        assert_eq!(sum("60", "W"), None);
    }
}
