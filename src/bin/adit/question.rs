//! From options to a question: the same words, read by the same code as links.

use adit::data::{Dataset, Importer, SupplyTable};
use adit::report::table_for;
use adit::risk::importer::Sources;
use adit::state::{Problem, Text, ViewState, percent, query};

use crate::arguments::Which;
use crate::failure::{Answer, Failure};

/// The state that the options lead to. Unlike a link, a command must be right as a whole.
pub(crate) fn state(data: &Dataset, which: &Which) -> Answer<ViewState> {
    let options = [
        ("mineral", &which.mineral),
        ("stage", &which.stage),
        ("edition", &which.edition),
        ("year", &which.year),
    ];
    let given = options
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.as_deref()?)));
    let words: Vec<String> = given
        .map(|(key, value)| format!("{key}={}", percent::encoded(value)))
        .collect();
    of_query(data, &words.join("&"))
}

/// The state of a link's query string, which must be right as a whole, too.
pub(crate) fn of_query(data: &Dataset, query: &str) -> Answer<ViewState> {
    let decoded = query::decode(query, data);
    match decoded.problems.first() {
        None => Ok(decoded.state),
        Some(problem) => Err(Failure::usage(worded(data, problem))),
    }
}

/// The table that the options lead to.
pub(crate) fn table<'a>(
    sources: &Sources<'a>,
    state: &ViewState,
    which: &Which,
    importer: Option<Importer>,
) -> &'a SupplyTable {
    // A state leaves open what the newest figures would give anyway; a year that was asked for is meant.
    let open = importer.is_some() && which.year.is_none();
    let last_trade = sources.last_trade_year().filter(|_| open);
    table_for(sources.data, state, importer, last_trade)
}

/// The importer that the option names.
pub(crate) fn importer(data: &Dataset, code: Option<&str>) -> Answer<Option<Importer>> {
    let Some(code) = code else { return Ok(None) };
    let found = data.importer_by_code(code);
    found.map(Some).ok_or_else(|| {
        let blocs: Vec<&str> = data.blocs().iter().map(|bloc| bloc.id.as_str()).collect();
        Failure::usage(format!(
            "--importer {code}: no country or bloc has this code; write an ISO 3166-1 alpha-3 code such as JPN, or one \
             of {}",
            blocs.join(", ")
        ))
    })
}

/// What stands in the way, in the words of options.
pub(crate) fn worded(data: &Dataset, problem: &Problem) -> String {
    match problem {
        Problem::UnknownKey(key) => format!("--{key} is no option"),
        Problem::TooLong(key) => format!("--{key} is longer than {} bytes", Text::LONGEST),
        Problem::Repeated(key) => format!("--{key} is given twice; give it once"),
        Problem::UnknownValue { key, value } => {
            format!(
                "--{key} {value}: unknown {key}; {}",
                known(data, key, value)
            )
        }
        Problem::NoFigures { key, value } => {
            format!(
                "--{key} {value}: there are no figures for this {key} here; leave it out to get the nearest"
            )
        }
    }
}

/// What the option takes.
fn known(data: &Dataset, key: &str, value: &str) -> String {
    match key {
        "stage" => "write mine, refine or reserves".to_owned(),
        "year" => "write a year such as 2023".to_owned(),
        "edition" => {
            let ids: Vec<&str> = data
                .editions()
                .iter()
                .map(|edition| edition.id.as_str())
                .collect();
            format!("these are known: {}", ids.join(", "))
        }
        _ => near(data, value),
    }
}

/// Minerals whose slug resembles a word.
fn near(data: &Dataset, word: &str) -> String {
    let lower = word.to_lowercase();
    let start: String = lower.chars().take(3).collect();
    let slugs = data.minerals().iter().map(|mineral| mineral.slug.as_str());
    let alike: Vec<&str> = slugs
        .filter(|slug| slug.contains(&lower) || (start.len() > 1 && slug.starts_with(&start)))
        .collect();
    if alike.is_empty() {
        "`adit all` lists every mineral".to_owned()
    } else {
        format!("did you mean {}?", alike.join(" or "))
    }
}
