//! Tables and figures for other programs.

use adit::take::MARK;

use crate::program::{json, no_null_without_why};
use crate::{VIEWS, taken};

#[test]
fn tables_open_in_a_spreadsheet_with_numbers_as_numbers_and_their_units_in_the_head() {
    let mut numbers = 0;
    for link in VIEWS {
        let tables = taken(link).tables();
        assert!(!tables.is_empty(), "{link} has a table");
        for table in tables {
            let csv = table.csv();
            assert!(
                !csv.starts_with(MARK),
                "the mark is the file's, not the table's"
            );
            let mut reader = csv::ReaderBuilder::new()
                .flexible(true)
                .from_reader(csv.as_bytes());
            let heads = reader.headers().expect("a head").clone();
            assert_eq!(heads.len(), table.columns.len(), "{}", table.file);
            let rows: Vec<csv::StringRecord> = reader
                .records()
                .collect::<Result<_, _>>()
                .expect("comma-separated values");
            for (row, cells) in rows.iter().zip(&table.rows) {
                for (at, cell) in cells.iter().enumerate() {
                    let field = &row[at];
                    assert_eq!(field, cell.plain, "{}", table.file);
                    if !cell.numeric || field.is_empty() {
                        continue;
                    }
                    numbers += 1;
                    let value: f64 = field.parse().expect("a number as programs read it");
                    let head = &heads[at];
                    if cell.text.ends_with('%') {
                        assert!(head.ends_with("(fraction)"), "{}: {head}", table.file);
                        let read: Option<f64> = cell
                            .text
                            .trim_start_matches(['<', '+', '−', '±'])
                            .trim_end_matches('%')
                            .parse()
                            .ok();
                        let read = read.expect("a percentage") / 100.0;
                        assert!(
                            (value.abs() - read).abs() < 0.005,
                            "{field} reads {}",
                            cell.text
                        );
                    }
                }
            }
            // Caption and source close the file.
            let last: Vec<&str> = rows[rows.len() - 2..].iter().map(|row| &row[0]).collect();
            assert_eq!(last, [table.caption.as_str(), table.source.as_str()]);
            assert!(!table.source.is_empty(), "{}", table.file);
        }
    }
    assert!(numbers > 1_000, "{numbers} numbers");
}

#[test]
fn the_figures_of_a_view_are_those_of_the_command_line() {
    let scenario = "cut-off:CHN:gallium:refine:100:2025-04:12";
    for (link, asked) in [
        (
            "mineral=cobalt&edition=mcs2024",
            &["figures", "--mineral", "cobalt", "--edition", "mcs2024"][..],
        ),
        (
            "mineral=cobalt&year=2020",
            &["figures", "--mineral", "cobalt", "--year", "2020"],
        ),
        (
            "view=minerals&importer=JPN",
            &["all", "--stage", "mine", "--importer", "JPN"],
        ),
        (
            "view=dependence&mineral=nickel&importer=USA",
            &["figures", "--mineral", "nickel", "--importer", "USA"],
        ),
        (
            "view=shock&mineral=gallium&importer=JPN&scenario=cut-off:CHN:gallium:refine:100:2025-04:12",
            &[
                "shock",
                "--scenario",
                scenario,
                "--importer",
                "JPN",
                "--draws",
                "4",
            ],
        ),
        (
            "view=alliances&mineral=lithium",
            &["alliance", "--mineral", "lithium", "--importer", "EU"],
        ),
        ("view=study", &["study"]),
    ] {
        let of_view = taken(link).json().expect("figures");
        let of_view: serde_json::Value = serde_json::from_str(&of_view).expect("JSON");
        no_null_without_why(&of_view, link);
        assert_eq!(of_view, json(asked), "{link}");
    }
}
