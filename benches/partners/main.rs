//! The best five partners, and what twelve are worth: Adit beside numpy and scipy.
//!
//! Every mineral's market is asked about by three importers, and games with forty candidates beside. First all answers
//! are held against one another; only then both take turns at the games, in the same run, and Adit's times over all
//! markets are held against its goal. `benches/README.md` says what is timed.

mod agreement;
mod browser;
mod game;
mod markets;
#[path = "../options.rs"]
mod options;
mod ours;

mod report;
mod scipy;
#[path = "../spread.rs"]
mod spread;

use std::process::ExitCode;

use game::Game;
use options::Options;
use report::{Report, Row};
use scipy::How;
use spread::Spread;

const HELP: &str = "\
bench-partners [--runs N] [--json]
    --runs N  turns that both take (7)
    --json    the numbers for programs instead of the table
ADIT_PYTHON names a Python that has numpy and scipy, ADIT_PARTNERS the program that drives the built
page (left open, the page is left out); `cargo xtask bench partners` sets both.";

/// Each side computes the same again until so many seconds have passed in a turn; the mean counts.
const LONG_ENOUGH: f64 = 0.2;

fn main() -> ExitCode {
    // Cargo tells every bench that it is one.
    let words = std::env::args().skip(1).filter(|word| word != "--bench");
    match Options::parse(words, HELP).and_then(|options| Ok((measure(options.runs)?, options.json)))
    {
        Ok((report, json)) => {
            if json {
                println!("{:#}", report.json());
            } else {
                print!("{report}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench-partners: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Holds the answers against one another, then takes turns.
fn measure(runs: usize) -> Result<Report, String> {
    let python =
        std::env::var_os("ADIT_PYTHON").ok_or_else(|| format!("ADIT_PYTHON is not set\n{HELP}"))?;
    let markets = markets::all()?;
    let games = markets::with_forty(&markets)?;
    let once = |every_set| How {
        seconds: 0.0,
        every_set,
    };
    let asked = markets.iter().map(|one| (&one.game, once(false)));
    let asked: Vec<(&Game, How)> = asked
        .chain(games.iter().map(|game| (game, once(true))))
        .collect();
    let said = scipy::run(python.as_ref(), asked.iter().copied())?;
    let mut compared = 0;
    for ((game, _), theirs) in asked.iter().zip(&said) {
        compared += agreement::check(game, &ours::answer(game, 0.0), theirs)?;
    }
    eprintln!("{compared} figures of {} games agree", asked.len());
    let program = browser::program();
    let mut in_the_page = Vec::new();
    let of_games = games.iter().zip(&said[markets.len()..]);
    let mut rows: Vec<Row> = of_games.map(|(game, said)| Row::new(game, said)).collect();
    let asked = games.iter().map(|game| {
        let how = How {
            seconds: LONG_ENOUGH,
            every_set: false,
        };
        (game, how)
    });
    let ours = || -> Vec<ours::Answer> {
        let games = games.iter();
        games.map(|game| ours::answer(game, LONG_ENOUGH)).collect()
    };
    for turn in 0..runs {
        eprintln!("turn {} of {runs}", turn + 1);
        // Who goes first changes, so that neither always meets a machine that the other has warmed.
        let (adit, said) = if turn % 2 == 0 {
            let adit = ours();
            (adit, scipy::run(python.as_ref(), asked.clone())?)
        } else {
            let said = scipy::run(python.as_ref(), asked.clone())?;
            (ours(), said)
        };
        for (row, (adit, said)) in rows.iter_mut().zip(adit.iter().zip(&said)) {
            row.take(adit, said);
        }
        if let Some(program) = &program {
            in_the_page.push(browser::run(program)?);
        }
    }
    Ok(Report {
        compared,
        rows,
        markets: markets::times(&markets)?,
        page: Spread::of(in_the_page),
    })
}
