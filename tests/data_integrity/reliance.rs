//! US net import reliance: every row of the tables arrives as what it is.

use adit::data::{Flag, NetImportReliance, RelianceTable, RelianceValue, Reported, shipped};

use super::dataset;
use super::source::rows;

fn reliance() -> &'static NetImportReliance {
    let methods = shipped::methods().unwrap_or_else(|error| panic!("{error}"));
    methods.net_import_reliance()
}

/// A value as the table writes it.
fn written(value: RelianceValue) -> String {
    match value {
        RelianceValue::NetExporter => "E".to_owned(),
        RelianceValue::Negligible => "s".to_owned(),
        RelianceValue::Percent(Reported::Withheld) => "W".to_owned(),
        RelianceValue::Percent(Reported::NotAvailable) => "NA".to_owned(),
        RelianceValue::Percent(Reported::Known { value, flag }) => match flag {
            Flag::Reported => format!("{value}"),
            Flag::Estimated => format!("{value}e"),
            Flag::Below => format!("<{value}"),
            Flag::Above => format!(">{value}"),
        },
    }
}

#[test]
fn every_published_figure_arrives_with_its_sign_or_its_letter() {
    let data = dataset();
    let table = rows("usgs/net_import_reliance.csv");
    assert_eq!(reliance().figures().len(), table.len());
    for row in &table {
        let figure = reliance().figures().iter().find(|figure| {
            let salient = figure.table == RelianceTable::Salient;
            data.edition(figure.edition).id == row["edition"]
                && (salient == (row["table"] == "salient"))
                && (&figure.commodity, &figure.form) == (&row["commodity"], &row["form"])
                && figure.year.to_string() == row["year"]
        });
        let figure = figure.unwrap_or_else(|| panic!("{row:?} is lost"));
        assert_eq!(written(figure.value), row["value"]);
    }
}

#[test]
fn the_letters_and_bounds_of_the_source_are_no_numbers() {
    let values = |slug: &str, year| {
        let id = dataset().mineral_by_slug(slug).expect("it is listed");
        let figures = reliance().of(id);
        let figures = figures.filter(move |figure| figure.year == year);
        figures
            .map(|figure| written(figure.value))
            .collect::<Vec<_>>()
    };
    assert!(values("boron", 2024).contains(&"E".to_owned()));
    assert!(values("germanium", 2022).contains(&">50".to_owned()));
    assert!(values("mercury", 2023).contains(&"NA".to_owned()));
    assert_eq!(values("mica-sheet", 2025), ["100", "100e"]);
}

#[test]
fn parts_of_the_imports_add_up_to_all_of_them() {
    let sources = reliance().sources();
    assert_eq!(sources.len(), rows("usgs/us_import_sources.csv").len());
    for form in sources.chunk_by(|one, other| {
        (&one.commodity, &one.form, &one.period) == (&other.commodity, &other.form, &other.period)
    }) {
        let sum: f64 = form.iter().filter_map(|part| part.percent.value()).sum();
        assert!(
            (97.0..=103.0).contains(&sum),
            "{}: {sum} %",
            form[0].commodity
        );
    }
}
