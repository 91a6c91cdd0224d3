//! Nothing is lost and nothing is invented between the source tables and the dataset.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use adit::data::{Reported, Stage, SupplyTable};

use super::dataset;
use super::source::{Cell, Figure, figures, rows};

/// Mineral, stage, edition and year.
type Key = (String, String, String, u16);

/// What the source says about one table.
#[derive(Default)]
struct Source {
    countries: BTreeMap<String, Cell>,
    other: Option<Cell>,
    world: Option<Cell>,
    excludes: Vec<String>,
    rows: usize,
}

impl Source {
    fn take(&mut self, figure: &Figure) {
        self.rows += 1;
        let cell = figure.cell.clone();
        match &figure.of {
            Ok(iso3) => {
                let before = self.countries.get(iso3);
                let sum = before.map_or_else(|| cell.clone(), |before| before.plus(&cell));
                self.countries.insert(iso3.clone(), sum);
            }
            Err(true) => {
                self.world = Some(cell);
                self.excludes.clone_from(&figure.excludes);
            }
            Err(false) => self.other = Some(cell),
        }
    }

    fn says_nothing(&self) -> bool {
        self.countries.values().all(|cell| cell.mark == "nothing")
    }
}

/// The source by table.
struct Sources {
    tables: BTreeMap<Key, Source>,
    /// Rows left out with a reason.
    left_out: usize,
    /// All rows.
    all: usize,
}

static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let lines = rows("series.csv");
    let mut sources = Sources {
        tables: BTreeMap::new(),
        left_out: 0,
        all: 0,
    };
    for figure in figures() {
        sources.all += 1;
        let line = figure.line(&lines);
        assert!(
            !line["reason"].is_empty(),
            "{} has a reason",
            figure.commodity
        );
        if line["mineral"].is_empty() {
            sources.left_out += 1;
            continue;
        }
        let (mineral, stage) = (line["mineral"].clone(), line["to"].clone());
        let key = (mineral, stage, figure.edition.clone(), figure.year);
        sources.tables.entry(key).or_default().take(&figure);
    }
    sources
});

fn find((mineral, stage, edition, year): &Key) -> Option<&'static SupplyTable> {
    let data = dataset();
    let (mineral, stage) = (data.mineral_by_slug(mineral)?, Stage::from_slug(stage)?);
    data.table(mineral, stage, data.edition_by_id(edition)?, *year)
}

/// The tables that are shipped, beside what the source says about them.
fn shipped() -> impl Iterator<Item = (&'static Key, &'static Source, &'static SupplyTable)> {
    SOURCES
        .tables
        .iter()
        .filter_map(|(key, source)| Some((key, source, find(key)?)))
}

#[test]
fn every_source_row_is_shipped_or_left_out_with_a_reason() {
    let (mut in_tables, mut empty) = (0, 0);
    for (key, source) in &SOURCES.tables {
        match find(key) {
            Some(_) => in_tables += source.rows,
            None if source.says_nothing() => empty += source.rows,
            None => panic!("{key:?} has figures and is not shipped"),
        }
    }
    let all = SOURCES.all;
    assert_eq!(in_tables + empty + SOURCES.left_out, all);
    assert!(
        in_tables * 100 > all * 80,
        "{in_tables} of {all} rows are shipped"
    );
}

#[test]
fn every_country_keeps_its_figure_and_its_mark_and_no_country_is_invented() {
    let data = dataset();
    for (key, source, table) in shipped() {
        let cells: BTreeMap<String, Cell> = table
            .countries
            .iter()
            .map(|(id, cell)| (data.country(*id).iso3.clone(), Cell::shipped(*cell)))
            .collect();
        assert_eq!(cells, source.countries, "{key:?}");
        assert_eq!(
            table.other.map(Cell::shipped),
            source.other,
            "{key:?}, other countries"
        );
    }
}

#[test]
fn every_total_is_as_published_and_excludes_what_the_source_says() {
    let data = dataset();
    for (key, source, table) in shipped() {
        let excluded = table
            .excludes
            .iter()
            .map(|id| data.country(*id).iso3.as_str());
        assert!(
            excluded.eq(source.excludes.iter().map(String::as_str)),
            "{key:?}"
        );
        let world = table.world.map(Cell::shipped);
        match &source.world {
            Some(published) => assert_eq!(world.as_ref(), Some(published), "{key:?}"),
            None if table.unit == "%" => {
                assert_eq!(world.and_then(|cell| cell.number), Some(100.0), "{key:?}");
            }
            // A year without a total beside one that has it is not available, not absent.
            None => assert_eq!(world.and_then(|cell| cell.number), None, "{key:?}"),
        }
    }
}

#[test]
fn the_sum_over_countries_and_others_is_the_sources_own() {
    for (key, source, table) in shipped() {
        let cells = table
            .countries
            .iter()
            .map(|(_, cell)| *cell)
            .chain(table.other);
        let sum: f64 = cells.filter_map(Reported::value).sum();
        let published = source.countries.values().chain(&source.other);
        let published: f64 = published.filter_map(|cell| cell.number).sum();
        assert!(
            (sum - published).abs() <= published * 1e-12,
            "{key:?}: {sum} of {published}"
        );
    }
}

#[test]
fn every_shipped_table_comes_from_source_rows() {
    assert_eq!(shipped().count(), dataset().tables().len());
}

/// Earlier scores are not shipped: the oldest year of production is 2020.
const FIRST_SCORES: u16 = 2018;

#[test]
fn every_score_is_shipped_or_left_out_with_a_reason() {
    let data = dataset();
    let left_out = rows("governance/left_out.csv");
    let whole = |text: &String| text.parse::<u16>().expect("a year");
    for row in rows("governance/wgi_political_stability.csv") {
        let year = whole(&row["year"]);
        let excused = left_out.iter().any(|line| {
            let years = whole(&line["first_year"])..=whole(&line["last_year"]);
            line["iso3"] == row["iso3"] && years.contains(&year) && !line["reason"].is_empty()
        });
        let id = data.country_by_iso3(&row["iso3"]);
        let score = id
            .and_then(|id| data.wgi(id, year))
            .filter(|score| score.year == year);
        let shipped = score.map(|score| (Some(score.estimate), Some(score.standard_error)));
        let number = |name: &str| row[name].parse::<f64>().ok();
        let wanted = !excused && year >= FIRST_SCORES;
        let published = wanted.then(|| (number("estimate"), number("standard_error")));
        assert_eq!(shipped, published, "{} {year}", row["iso3"]);
    }
}

#[test]
fn every_material_of_every_list_is_a_member_or_known_to_have_no_figures() {
    let data = dataset();
    let (lists, names) = (rows("lists.csv"), rows("list_names.csv"));
    let entries = rows("policy/criticality_lists.csv");
    for row in entries.iter().filter(|row| row["member"] == "yes") {
        let line = lists.iter().find(|line| line["table_name"] == row["list"]);
        let id = &line.expect("the list is named")["id"];
        let list = data
            .lists()
            .iter()
            .find(|list| list.id == *id)
            .expect("the list is shipped");
        let mut meant = 0;
        for name in names
            .iter()
            .filter(|name| name["material"] == row["material"])
        {
            if !name["lists"].is_empty() && !name["lists"].split('|').any(|id| id == list.id) {
                continue;
            }
            meant += 1;
            let mineral = data.mineral_by_slug(&name["mineral"]);
            let member = mineral.is_some_and(|id| list.members.contains(&id));
            let absent =
                name["mineral"].is_empty() && list.without_figures.contains(&row["material"]);
            assert!(member || absent, "{} of {}", row["material"], list.id);
        }
        assert!(meant > 0, "{} of {}", row["material"], list.id);
    }
}
