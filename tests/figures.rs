//! Figures as values: what the map, the key figures, the trend and the holdings say.

use adit::data::{EditionKind, embedded};
use adit::figure::{
    Context, Holdings, MapClass, MapFigure, Ranking, Sources, Trend, finding, key_figures,
};
use adit::i18n::EN;
use adit::state::query;

fn context(link: &str) -> Context<'static> {
    let data = embedded().expect("valid data");
    let decoded = query::decode(link, data);
    assert!(
        decoded.problems.is_empty(),
        "{link}: {:?}",
        decoded.problems
    );
    Context::of(data, &EN, decoded.state)
}

fn every_context() -> impl Iterator<Item = Context<'static>> {
    let data = embedded().expect("valid data");
    data.tables().iter().map(|table| {
        let link = format!(
            "mineral={}&stage={}&edition={}&year={}",
            data.mineral(table.mineral).slug,
            table.stage.slug(),
            data.edition(table.edition).id,
            table.year
        );
        context(&link)
    })
}

#[test]
fn no_country_is_lost_between_source_and_map() {
    for context in every_context() {
        let (rows, shown) = MapFigure::conservation(&context);
        let name = format!(
            "{} {:?} {}",
            context.mineral(),
            context.table.stage,
            context.edition()
        );
        assert!(
            (rows - shown).abs() <= 1e-9 * rows,
            "{name}: {rows} in the rows, {shown} on the map"
        );
        let map = MapFigure::build(&context);
        assert_eq!(
            map.options.len(),
            context.table.countries.len(),
            "{name}: a country has no entry"
        );
        for &(country, _) in &context.table.countries {
            let place = context.data.country(country);
            assert_ne!(
                map.classes[country.index()],
                MapClass::NotNamed,
                "{name}: {}",
                place.name
            );
            assert!(place.at.is_some(), "{} has no place on the map", place.name);
        }
    }
}

#[test]
fn the_places_that_other_maps_drop_are_on_this_one() {
    let data = embedded().expect("valid data");
    for iso3 in ["TWN", "NAM", "XKX", "NCL"] {
        let country = data.country_by_iso3(iso3).expect("in the registry");
        let named = data
            .tables()
            .iter()
            .filter(|table| table.countries.iter().any(|(c, _)| *c == country));
        assert!(named.count() > 0, "no table names {iso3}");
        assert!(
            data.country(country).at.is_some(),
            "{iso3} has no place on the map"
        );
    }
}

#[test]
fn every_state_has_its_finding_its_table_and_its_source() {
    for context in every_context() {
        let finding = finding(&context);
        assert!(finding.ends_with('.') && finding.len() > 20, "{finding}");
        let table = Ranking::table(&context);
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len()),
            "{}",
            table.caption
        );
        assert!(!Sources::build(&context).citation.is_empty());
        for figure in key_figures(&context) {
            assert!(
                !figure.value.contains("NaN") && !figure.value.contains("inf"),
                "{}",
                figure.value
            );
        }
    }
}

#[test]
fn the_finding_names_the_studys_share() {
    assert_eq!(
        finding(&context("mineral=cobalt&edition=mcs2024")),
        "DR Congo mined 73.9% of the world’s cobalt in 2023, which makes supply as concentrated as if 1.8 equal \
         countries shared it."
    );
}

#[test]
fn the_map_says_name_share_and_rank() {
    let map = MapFigure::build(&context("mineral=tungsten&edition=mcs2024"));
    let first = &map.options[0];
    assert!(
        first
            .label
            .starts_with("China: 80.8% of mined tungsten, 1st of "),
        "{}",
        first.label
    );
    assert_eq!(map.classes[first.country.index()], MapClass::Share(5));
}

#[test]
fn withheld_not_available_and_zero_stay_apart() {
    let mut seen = [false; 3];
    for context in every_context() {
        for class in MapFigure::build(&context).classes {
            match class {
                MapClass::Withheld => seen[0] = true,
                MapClass::NotAvailable => seen[1] = true,
                MapClass::Zero => seen[2] = true,
                MapClass::NotNamed | MapClass::Share(_) => {}
            }
        }
    }
    assert_eq!(seen, [true; 3]);
}

#[test]
fn a_trend_takes_each_year_from_the_newest_edition_that_has_it() {
    let context = context("mineral=cobalt");
    let trend = Trend::build(&context);
    assert!(trend.years.windows(2).all(|pair| pair[0] < pair[1]));
    let data = context.data;
    for (year, name) in trend.years.iter().zip(&trend.editions) {
        let newest = data
            .tables_of(context.table.mineral)
            .iter()
            .filter(|table| table.stage == context.table.stage && table.year == *year)
            .filter(|table| data.edition(table.edition).kind == EditionKind::Usgs)
            .map(|table| table.edition)
            .max()
            .expect("an edition");
        assert_eq!(name, &data.edition(newest).name, "{year}");
    }
}

#[test]
fn holdings_list_every_mineral_of_a_country_by_share() {
    let holdings = Holdings::build(&context("country=COD")).expect("DR Congo holds minerals");
    assert!(
        holdings.summary.starts_with("DR Congo: "),
        "{}",
        holdings.summary
    );
    let shares: Vec<f64> = holdings
        .table
        .rows
        .iter()
        .map(|row| row[2].plain.parse().expect("a number"))
        .collect();
    assert!(
        shares.len() > 5 && shares.windows(2).all(|pair| pair[0] >= pair[1]),
        "{shares:?}"
    );
    assert!(Holdings::build(&context("")).is_none());
}

#[test]
fn the_newest_edition_is_the_default_and_its_figures_are_the_tables() {
    let context = context("mineral=cobalt&year=2024");
    assert_eq!(context.data.edition(context.table.edition).id, "mcs2026");
    let leader = context.shares.ranked[0];
    let (_, cell) = context
        .table
        .countries
        .iter()
        .find(|(country, _)| *country == leader.country)
        .expect("the leader's row");
    let world = context
        .table
        .world
        .and_then(adit::data::Reported::value)
        .expect("a world total");
    let share = cell.value().expect("a quantity") / world;
    assert!((leader.share.fraction() - share).abs() < 1e-12);
}
