//! `adit all`: every mineral under every method.

use adit::data::{Dataset, Importer, Stage, SupplyTable};
use adit::report::{All, Score, tables_at};
use adit::risk::intervals::Draws;
use adit::state::ViewState;

use crate::arguments::AllTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{ABSENT, Lines, json};
use crate::question;

/// The most draws that are worth their time.
const MOST_DRAWS: usize = 100_000;

/// Every mineral, or the one named.
pub(crate) fn run(task: &AllTask) -> Answer {
    if task.draws > MOST_DRAWS {
        return Err(Failure::usage(format!(
            "--draws {}: at most {MOST_DRAWS} are drawn",
            task.draws
        )));
    }
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let importer = question::importer(data, task.on.importer.as_deref())?;
    let sources = library.sources();
    let last_trade = importer.and_then(|_| sources.last_trade_year());
    let tables = tables(data, task, importer, last_trade)?;
    if tables.is_empty() {
        return Err(Failure::usage(
            "no mineral has figures for these options; leave out --year or --edition",
        ));
    }
    let draws = Draws::new(task.seed, task.draws, data.countries().len());
    let all = All::of(&sources, &tables, importer, &draws);
    if task.on.json {
        json(&all)
    } else {
        Ok(text(&all))
    }
}

/// The table of every mineral at every stage that the options leave, where it has one.
fn tables<'a>(
    data: &'a Dataset,
    task: &AllTask,
    importer: Option<Importer>,
    last_trade: Option<u16>,
) -> Answer<Vec<&'a SupplyTable>> {
    // Read once, so that a word that nobody knows is an error and not an empty answer.
    let which = &task.which;
    let only = crate::arguments::Which {
        mineral: which.mineral.clone(),
        stage: None,
        edition: None,
        year: None,
    };
    let first = question::state(data, &only)?;
    let mineral = which.mineral.is_some().then_some(first.mineral);
    let stage = which.stage.as_deref().map(|word| {
        Stage::from_slug(word).ok_or_else(|| {
            Failure::usage(format!("--stage {word}: write mine, refine or reserves"))
        })
    });
    let stage = stage.transpose()?;
    let edition = which.edition.as_deref().map(|word| {
        data.edition_by_id(word).ok_or_else(|| {
            let ids: Vec<&str> = data
                .editions()
                .iter()
                .map(|edition| edition.id.as_str())
                .collect();
            Failure::usage(format!(
                "--edition {word}: these are known: {}",
                ids.join(", ")
            ))
        })
    });
    let edition = edition.transpose()?;
    let year = which.year.as_deref().map(|word| {
        word.parse::<u16>()
            .map_err(|_error| Failure::usage(format!("--year {word}: write a year such as 2023")))
    });
    let year = year.transpose()?;
    let asked = ViewState {
        edition,
        year,
        ..first
    };
    let stages = Stage::ALL.into_iter();
    // Reserves only when they are asked for.
    let stages = stages.filter(|one| stage.map_or(*one != Stage::Reserves, |only| only == *one));
    let tables = stages.flat_map(|stage| tables_at(data, &asked, stage, importer, last_trade));
    let fits = |table: &&SupplyTable| {
        mineral.is_none_or(|only| only == table.mineral)
            && edition.is_none_or(|edition| edition == table.edition)
            && year.is_none_or(|year| year == table.year)
    };
    Ok(tables.filter(fits).collect())
}

/// The verdicts for people: values, and behind them rank and where it lies.
fn text(all: &All) -> String {
    let mut headings = vec![
        "mineral", "stage", "edition", "year", "HHI", "HHI·WGI", "N-1",
    ];
    if all.importer.is_some() {
        headings.extend(["IR", "EC SR", "GeoPolRisk"]);
    }
    let mut lines = Lines::new(3, &headings);
    for row in &all.minerals {
        let mut cells = vec![
            row.mineral.clone(),
            row.stage.to_owned(),
            row.edition.clone(),
            row.year.to_string(),
            cell(row.hhi.as_ref(), 0),
            cell(row.hhi_wgi.as_ref(), 2),
            cell(row.n_minus_1.as_ref(), 3),
        ];
        if all.importer.is_some() {
            cells.push(cell(row.import_reliance.as_ref(), 3));
            cells.push(cell(row.ec_supply_risk.as_ref(), 2));
            cells.push(cell(row.geopolrisk.as_ref(), 4));
        }
        lines.push(cells);
    }
    let importer = all.importer.as_deref().unwrap_or("the world");
    format!(
        "{importer}: value, rank among the minerals of the stage (1 the riskiest), and the ranks of nine in ten of {} \
         draws with seed {}\n\n{}",
        all.draws,
        all.seed,
        lines.text()
    )
}

fn cell(score: Option<&Score>, decimals: usize) -> String {
    let Some(score) = score else {
        return ABSENT.to_owned();
    };
    let Score {
        value,
        rank,
        interval,
    } = score;
    match interval {
        Some(interval) => format!(
            "{value:.decimals$} #{rank} ({}–{})",
            interval.rank_first, interval.rank_last
        ),
        None => format!("{value:.decimals$} #{rank}"),
    }
}
