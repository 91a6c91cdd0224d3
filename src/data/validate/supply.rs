//! Production, refining and reserves: one table per series and year.

use std::mem;

use super::registry::unknown_country;
use super::report::Report;
use crate::data::raw::{Cell, Series, Supply};
use crate::data::{
    CountryId, Dataset, Edition, EditionId, EditionKind, Flag, MineralId, Reported, Stage,
    SupplyTable,
};

const FILE: &str = "supply.json";

/// Shares are published in whole or tenth percents, so dozens of small ones overshoot a little.
const PERCENT_SUM_LIMIT: f64 = 105.0;

/// Totals are rounded to two or three digits: a part may exceed its total by this factor.
const ROUNDING: f64 = 1.05;

/// Rounded totals and estimates of single countries: their sum may exceed the total by this factor.
const SUM_ROUNDING: f64 = 1.10;

/// Every series, split by year and ordered by mineral, stage, edition and year.
pub(super) fn tables(dataset: &mut Dataset, raw: Supply<'_>, report: &mut Report) {
    let mut tables = Vec::with_capacity(raw.series.len() * 2);
    for series in raw.series {
        split(dataset, series, &mut tables, report);
    }
    tables.sort_by_key(SupplyTable::key);
    for pair in tables.windows(2) {
        if pair[0].key() == pair[1].key() {
            let (mineral, edition) = (
                dataset.mineral(pair[0].mineral),
                dataset.edition(pair[0].edition),
            );
            let place = format!("{} {} {}", mineral.slug, pair[0].stage.slug(), edition.id);
            let problem = format!("two series give the year {}", pair[0].year);
            report.add(FILE, place, problem, "merge them or take one out");
        }
    }
    dataset.tables = tables;
    // A series that something is wrong with is there all the same.
    if report.is_empty() {
        check_none_is_without(dataset, report);
    }
}

/// What there is nothing to show of would be a view of nothing.
fn check_none_is_without(dataset: &Dataset, report: &mut Report) {
    if dataset.minerals.is_empty() {
        report.add(
            "minerals.json",
            "minerals",
            "there is no mineral",
            "list at least one",
        );
    }
    for (at, mineral) in dataset.minerals.iter().enumerate() {
        if dataset.tables_of(MineralId::at(at)).is_empty() {
            report.add(
                FILE,
                mineral.slug.as_str(),
                "no series is of this mineral",
                "add one, or take the mineral out of minerals.json",
            );
        }
    }
}

/// One series into a table per year; a series whose frame is broken yields none.
fn split(
    dataset: &Dataset,
    series: Series<'_>,
    tables: &mut Vec<SupplyTable>,
    report: &mut Report,
) {
    let place = format!("{} {} {}", series.mineral, series.stage, series.edition);
    let Some((mineral, stage, edition)) = frame(dataset, &series, &place, report) else {
        return;
    };
    let years = series.years.len();
    for &year in &series.years {
        check_coverage(dataset.edition(edition), stage, year, &place, report);
    }
    let world = row(&place, "world", series.world, years, report);
    let other = row(&place, "other", series.other, years, report);
    let mut excludes = excluded(dataset, &place, series.excludes, years, report);
    let mut countries = by_year(dataset, &place, series.countries.0, years, report);
    for (position, &year) in series.years.iter().enumerate() {
        let at = |row: &[Option<Reported>]| row.get(position).copied().flatten();
        let table = SupplyTable {
            mineral,
            stage,
            edition,
            year,
            unit: series.unit.to_owned(),
            basis: series.basis.clone(),
            basis_key: series.basis_key.to_owned(),
            countries: countries
                .get_mut(position)
                .map(mem::take)
                .unwrap_or_default(),
            other: at(&other),
            world: at(&world),
            excludes: excludes
                .get_mut(position)
                .map(mem::take)
                .unwrap_or_default(),
            notes: series.notes.clone(),
        };
        let admitted = series.contradicted.contains(&year);
        check_sums(dataset, &table, admitted, &place, report);
        tables.push(table);
    }
}

/// What a series is about; nothing if that is unknown.
fn frame(
    dataset: &Dataset,
    series: &Series<'_>,
    place: &str,
    report: &mut Report,
) -> Option<(MineralId, Stage, EditionId)> {
    let mineral = dataset.mineral_by_slug(series.mineral);
    if mineral.is_none() {
        let problem = format!("unknown mineral {:?}", series.mineral);
        report.add(
            FILE,
            place,
            problem,
            "use a slug of minerals.json, or add the mineral there",
        );
    }
    let stage = Stage::from_slug(series.stage);
    if stage.is_none() {
        let problem = format!("unknown stage {:?}", series.stage);
        report.add(FILE, place, problem, "write mine, refine or reserves");
    }
    let edition = dataset.edition_by_id(series.edition);
    if edition.is_none() {
        let problem = format!("unknown edition {:?}", series.edition);
        report.add(
            FILE,
            place,
            problem,
            "use an id of editions.json, or add the edition there",
        );
    }
    let words = [
        ("unit", series.unit),
        ("basis", &series.basis),
        ("basis_key", series.basis_key),
    ];
    for (word, _) in words.into_iter().filter(|(_, text)| text.is_empty()) {
        let problem = format!("{word} is empty");
        report.add(
            FILE,
            place,
            problem,
            "say what is measured and in which unit",
        );
    }
    if series.years.is_empty() || series.years.windows(2).any(|pair| pair[0] >= pair[1]) {
        let problem = format!("the years {:?} are not a rising list", series.years);
        report.add(FILE, place, problem, "list each year once, earliest first");
    }
    Some((mineral?, stage?, edition?))
}

/// The countries' figures, a list for each year, ordered by country.
fn by_year(
    dataset: &Dataset,
    place: &str,
    raw: Vec<(&str, Vec<Cell>)>,
    years: usize,
    report: &mut Report,
) -> Vec<Vec<(CountryId, Reported)>> {
    let mut lists: Vec<_> = (0..years).map(|_| Vec::with_capacity(raw.len())).collect();
    let mut seen = Vec::with_capacity(raw.len());
    for (iso3, cells) in raw {
        check_length(&cells, place, iso3, years, report);
        let id = dataset.country_by_iso3(iso3);
        match id {
            Some(id) => seen.push(id),
            None => unknown_country(FILE, place, iso3, report),
        }
        for (position, cell) in cells.into_iter().enumerate() {
            let figure = read(cell, place, iso3, position, report);
            if let (Some(id), Some(figure), Some(list)) = (id, figure, lists.get_mut(position)) {
                list.push((id, figure));
            }
        }
    }
    seen.sort_unstable();
    for pair in seen.windows(2).filter(|pair| pair[0] == pair[1]) {
        let problem = format!("{} is listed twice", dataset.country(pair[0]).iso3);
        report.add(
            FILE,
            place,
            problem,
            "merge the two rows, with a note, or take one out",
        );
    }
    for list in &mut lists {
        list.sort_by_key(|(id, _)| *id);
    }
    lists
}

/// The year must be one that the edition reports for this stage.
fn check_coverage(edition: &Edition, stage: Stage, year: u16, place: &str, report: &mut Report) {
    let (first, last) = match (stage, edition.reserves_year) {
        (Stage::Reserves, Some(year)) => (year, year),
        (Stage::Reserves, None) => {
            let problem = format!("{} gives no reserves", edition.id);
            return report.add(
                FILE,
                place,
                problem,
                "name the edition the reserves come from",
            );
        }
        (Stage::Mine | Stage::Refine, _) if edition.kind == EditionKind::Ec => {
            (edition.years.1, edition.years.1)
        }
        (Stage::Mine | Stage::Refine, _) => edition.years,
    };
    if !(first..=last).contains(&year) {
        let problem =
            format!("the year {year} is outside the edition's coverage, {first} to {last}");
        report.add(
            FILE,
            place,
            problem,
            "name the edition that reports this year",
        );
    }
}

/// The figures of a row that is no country's, one per year.
fn row(
    place: &str,
    name: &str,
    cells: Option<Vec<Cell>>,
    years: usize,
    report: &mut Report,
) -> Vec<Option<Reported>> {
    let Some(cells) = cells else {
        return Vec::new();
    };
    check_length(&cells, place, name, years, report);
    let cells = cells.into_iter().enumerate();
    cells
        .map(|(position, cell)| read(cell, place, name, position, report))
        .collect()
}

fn check_length(cells: &[Cell], place: &str, name: &str, years: usize, report: &mut Report) {
    if cells.len() != years {
        let problem = format!("{} figures for {years} years", cells.len());
        report.add(
            FILE,
            format!("{place}, {name}"),
            problem,
            "give one figure for each year",
        );
    }
}

/// A figure; what cannot be read is noted.
fn read(
    Cell(cell): Cell,
    place: &str,
    name: &str,
    position: usize,
    report: &mut Report,
) -> Option<Reported> {
    if let Err(problem) = &cell {
        let place = format!("{place}, {name}, figure {}", position + 1);
        report.add(
            FILE,
            place,
            problem,
            "write the published number, W, NA or 0",
        );
    }
    cell.ok()
}

/// The countries each year's total leaves out.
fn excluded(
    dataset: &Dataset,
    place: &str,
    raw: Option<Vec<Vec<&str>>>,
    years: usize,
    report: &mut Report,
) -> Vec<Vec<CountryId>> {
    let Some(raw) = raw else { return Vec::new() };
    if raw.len() != years {
        let problem = format!(
            "{} lists of excluded countries for {years} years",
            raw.len()
        );
        report.add(
            FILE,
            place,
            problem,
            "give one list for each year, empty where none is",
        );
    }
    let mut lists = Vec::with_capacity(raw.len());
    for codes in raw {
        let mut list = Vec::with_capacity(codes.len());
        for iso3 in codes {
            match dataset.country_by_iso3(iso3) {
                Some(id) => list.push(id),
                None => unknown_country(FILE, place, iso3, report),
            }
        }
        list.sort_unstable();
        lists.push(list);
    }
    lists
}

/// Parts against their whole. Sources do publish totals that their parts contradict: those are
/// shipped as published, but only where the series admits it.
fn check_sums(
    dataset: &Dataset,
    table: &SupplyTable,
    admitted: bool,
    place: &str,
    report: &mut Report,
) {
    let place = || format!("{place}, {}", table.year);
    // A bound from above says how small a figure is; adding bounds up would overstate the sum.
    let counts = |cell: Reported| match cell.flag() {
        Some(Flag::Below) | None => 0.0,
        Some(_) => cell.value().unwrap_or_default(),
    };
    let mut sum = table.other.map_or(0.0, counts);
    let mut largest: Option<(CountryId, f64)> = None;
    for &(id, cell) in &table.countries {
        let value = counts(cell);
        sum += value;
        if largest.is_none_or(|(_, most)| value > most) {
            largest = Some((id, value));
        }
    }
    let Some((id, most)) = largest else {
        return report.add(
            FILE,
            place(),
            "no country is listed",
            "list the producers or take it out",
        );
    };
    if table.unit == "%" {
        if most > 100.0 {
            let problem = format!("{} has a share of {most} %", dataset.country(id).iso3);
            report.add(
                FILE,
                place(),
                problem,
                "write the published share, at most 100",
            );
        } else if sum > PERCENT_SUM_LIMIT {
            let problem = format!("the shares add up to {sum:.1} %");
            report.add(
                FILE,
                place(),
                problem,
                "correct them so that they add up to 100",
            );
        }
        return;
    }
    // A total that is a bound from below contradicts nothing.
    let Some(Reported::Known { value: world, flag }) = table.world else {
        return;
    };
    if admitted || flag == Flag::Above {
        return;
    }
    let remedy = "correct the figure, or list the year in contradicted if it is published so";
    if most > world * ROUNDING {
        let iso3 = &dataset.country(id).iso3;
        let problem = format!("the world total {world} is smaller than {iso3} alone, {most}");
        report.add(FILE, place(), problem, remedy);
    } else if sum > world * SUM_ROUNDING {
        let problem = format!("the countries add up to {sum}, the world total is {world}");
        report.add(FILE, place(), problem, remedy);
    }
}
