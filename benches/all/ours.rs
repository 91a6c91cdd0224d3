//! Adit's side: the command as anyone calls it, and its work alone, within one process.

use std::process::Command;
use std::time::Instant;

use adit::data::{Stage, SupplyTable, embedded, shipped};
use adit::report::{All, tables_at};
use adit::risk::importer::Sources;
use adit::risk::intervals::{Draws, SEED};
use adit::state::ViewState;
use serde_json::{Map, Value};

use crate::IMPORTERS;

/// How often either side computes all answers in a turn; the median counts.
pub const COMPUTED: usize = 3;

/// Who asks about which year.
pub struct Question {
    /// A country's code or a bloc's id.
    pub importer: &'static str,
    /// The year.
    pub year: u16,
}

impl Question {
    /// The question's name in answers.
    pub fn name(&self) -> String {
        format!("{} {}", self.importer, self.year)
    }
}

/// Every importer in every year of trade, year by year.
pub fn questions() -> Result<Vec<Question>, String> {
    let trade = shipped::trade().map_err(ToString::to_string)?;
    let years = trade.years();
    let of = |year| IMPORTERS.map(|importer| Question { importer, year });
    Ok(years.flat_map(of).collect())
}

/// What the commands said, and how long all of them took together.
pub struct Commands {
    /// The rows of each question.
    pub answers: Value,
    /// Seconds.
    pub seconds: f64,
}

/// The seconds of one turn.
pub struct Timed {
    /// All commands, one after the other.
    pub commands: f64,
    /// Each computation of all answers, writing them as JSON included.
    pub computing: Vec<f64>,
}

/// Calls the command once a question, as a reader would.
pub fn commands(questions: &[Question]) -> Result<Commands, String> {
    let mut answers = Map::new();
    let mut said = Vec::new();
    let started = Instant::now();
    for question in questions {
        let year = question.year.to_string();
        let output = Command::new(env!("CARGO_BIN_EXE_adit"))
            // The comparison has no intervals, so none are drawn.
            .args(["all", "--json", "--draws", "0"])
            .args(["--importer", question.importer, "--year", &year])
            .output()
            .map_err(|error| format!("adit: {error}"))?;
        said.push(output);
    }
    let seconds = started.elapsed().as_secs_f64();
    for (question, output) in questions.iter().zip(said) {
        // A year of trade before the first of production: the command has nothing to answer, and says so.
        let rows = match output.status.code() {
            Some(0) => {
                let answer: Value = serde_json::from_slice(&output.stdout)
                    .map_err(|error| format!("{}: {error}", question.name()))?;
                answer["minerals"].clone()
            }
            Some(2) => Value::Array(Vec::new()),
            _ => return Err(format!("adit failed at {}", question.name())),
        };
        answers.insert(question.name(), rows);
    }
    Ok(Commands {
        answers: Value::Object(answers),
        seconds,
    })
}

/// One turn.
pub fn timed(questions: &[Question]) -> Result<Timed, String> {
    let data = embedded().map_err(ToString::to_string)?;
    let sources = Sources {
        data,
        trade: Some(shipped::trade().map_err(ToString::to_string)?),
        methods: Some(shipped::methods().map_err(ToString::to_string)?),
    };
    let mut computing = Vec::new();
    for _ in 0..COMPUTED {
        let started = Instant::now();
        for question in questions {
            std::hint::black_box(answer(&sources, question)?);
        }
        computing.push(started.elapsed().as_secs_f64());
    }
    Ok(Timed {
        commands: commands(questions)?.seconds,
        computing,
    })
}

/// The command's work without its reading.
fn answer(sources: &Sources<'_>, question: &Question) -> Result<String, String> {
    let data = sources.data;
    let asked = ViewState {
        year: Some(question.year),
        ..ViewState::first(data)
    };
    let stages = [Stage::Mine, Stage::Refine].into_iter();
    let tables: Vec<&SupplyTable> = stages
        .flat_map(|stage| tables_at(data, &asked, stage, None, None))
        .filter(|table| table.year == question.year)
        .collect();
    let importer = data.importer_by_code(question.importer);
    let draws = Draws::new(SEED, 0, data.countries().len());
    let all = All::of(sources, &tables, importer, &draws);
    serde_json::to_string(&all).map_err(|error| error.to_string())
}
