//! The source tables, read by themselves and not by the code that made the shipped files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use adit::data::{Flag, Reported};

/// A row by its column names.
pub(crate) type Row = BTreeMap<String, String>;

/// The folder of the tables.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/tables")
}

/// Every row of a table.
pub(crate) fn rows(path: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder().join(path)).expect("the table is there");
    reader
        .deserialize()
        .map(|row| row.expect("the row fits the header"))
        .collect()
}

/// A number and what the source says about it: reported, estimated, `<`, `>`, withheld or nothing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    pub(crate) number: Option<f64>,
    pub(crate) mark: &'static str,
}

impl Cell {
    fn new(value: &str, flag: &str) -> Self {
        let number = value.trim_start_matches(['<', '>']).parse().ok();
        let mark = match (number, value.chars().next(), flag) {
            (None, _, "withheld") => "withheld",
            (None, ..) => "nothing",
            (_, Some('<'), _) => "<",
            (_, Some('>'), _) => ">",
            (.., "estimated") => "estimated",
            _ => "reported",
        };
        Self { number, mark }
    }

    /// The cell of the dataset in the same terms.
    pub(crate) fn shipped(cell: Reported) -> Self {
        let mark = match cell {
            Reported::Withheld => "withheld",
            Reported::NotAvailable => "nothing",
            Reported::Known {
                flag: Flag::Below, ..
            } => "<",
            Reported::Known {
                flag: Flag::Above, ..
            } => ">",
            Reported::Known {
                flag: Flag::Estimated,
                ..
            } => "estimated",
            Reported::Known {
                flag: Flag::Reported,
                ..
            } => "reported",
        };
        Self {
            number: cell.value(),
            mark,
        }
    }

    /// Both numbers together, estimated if either is.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let number = self.number.zip(other.number).map(|(one, two)| one + two);
        let estimated = self.mark == "estimated" || other.mark == "estimated";
        Self {
            number,
            mark: if estimated { "estimated" } else { "reported" },
        }
    }
}

/// One source figure, with what decides where it belongs.
pub(crate) struct Figure {
    pub(crate) edition: String,
    pub(crate) kind: String,
    pub(crate) commodity: String,
    pub(crate) stage: String,
    pub(crate) year: u16,
    /// `Ok` a country's code; `Err` whether it is the world total.
    pub(crate) of: Result<String, bool>,
    pub(crate) name: String,
    pub(crate) basis: String,
    pub(crate) cell: Cell,
    pub(crate) excludes: Vec<String>,
}

/// Every figure of every source table.
pub(crate) fn figures() -> Vec<Figure> {
    let mut figures = Vec::new();
    for edition in rows("editions.csv") {
        let path = |name: &str| format!("{}/{name}.csv", edition["folder"]);
        let tables: &[&str] = match edition["kind"].as_str() {
            "usgs" => &["production", "reserves", "world_totals"],
            _ => &["supply_shares"],
        };
        for name in tables {
            figures.extend(
                rows(&path(name))
                    .iter()
                    .map(|row| figure(&edition, name, row)),
            );
        }
    }
    figures
}

fn figure(edition: &Row, table: &str, row: &Row) -> Figure {
    let column = |name: &str| row.get(name).cloned().unwrap_or_default();
    let year = match table {
        "reserves" => &edition["reserves_year"],
        "supply_shares" => &edition["last_year"],
        _ => &row["year"],
    };
    let iso3 = column("iso3");
    let world = table == "world_totals" || column("country").starts_with("World");
    Figure {
        edition: edition["id"].clone(),
        kind: edition["kind"].clone(),
        commodity: column("commodity") + &column("material"),
        stage: if table == "reserves" {
            table.to_owned()
        } else {
            column("stage")
        },
        year: year.parse().expect("a year"),
        of: if iso3.is_empty() {
            Err(world)
        } else {
            Ok(iso3)
        },
        name: column("country") + &column("label"),
        basis: column("basis"),
        cell: Cell::new(&(column("value") + &column("share_pct")), &column("flag")),
        excludes: column("excludes")
            .split('|')
            .filter(|code| !code.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

impl Figure {
    /// The line of `series.csv` that decides about the figure: the first that fits.
    pub(crate) fn line<'a>(&self, lines: &'a [Row]) -> &'a Row {
        let fits = |line: &&Row| {
            let word = |name: &str, is: &str| line[name].is_empty() || line[name] == is;
            let text = format!("{}\n{}", self.name, self.basis).to_lowercase();
            line["source"] == self.kind
                && line["commodity"] == self.commodity
                && word("edition", &self.edition)
                && word("stage", &self.stage)
                && text.contains(&line["rows"].to_lowercase())
        };
        lines
            .iter()
            .find(fits)
            .unwrap_or_else(|| panic!("no line for {}", self.commodity))
    }
}
