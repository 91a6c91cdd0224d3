//! Every mineral under every method, for seven importers and each year of trade: Adit beside numpy.
//!
//! Both compute from the same tables in the same run. First every figure of the one is held against the other's; only
//! then are times compared, as ratios within the run. `benches/README.md` says what is timed.

mod agreement;
mod numpy;
#[path = "../options.rs"]
mod options;
mod ours;
mod report;

use std::process::ExitCode;

use options::Options;
use report::{Ratios, Turn};

const HELP: &str = "\
bench-all [--runs N] [--json]
    --runs N  turns that both take (7)
    --json    the ratios for programs instead of the table
ADIT_PYTHON names a Python that has numpy; `cargo xtask bench all` sets it.";

/// Whose dependence is asked about.
const IMPORTERS: [&str; 7] = ["EU", "USA", "JPN", "KOR", "GBR", "CHN", "IND"];

fn main() -> ExitCode {
    // Cargo tells every bench that it is one.
    let words = std::env::args().skip(1).filter(|word| word != "--bench");
    match Options::parse(words, HELP).and_then(|options| measure(&options)) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench-all: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Holds the answers against one another, then takes turns.
fn measure(options: &Options) -> Result<String, String> {
    let python =
        std::env::var_os("ADIT_PYTHON").ok_or_else(|| format!("ADIT_PYTHON is not set\n{HELP}"))?;
    let questions = ours::questions()?;
    let peer = numpy::Peer::new(python.as_ref(), &questions);
    let theirs = peer.run()?;
    let compared = agreement::check(&ours::commands(&questions)?.answers, &theirs.answers)?;
    eprintln!("{compared} figures agree");
    let mut turns = Vec::new();
    for turn in 0..options.runs {
        eprintln!("turn {} of {}", turn + 1, options.runs);
        // Who goes first changes, so that neither always meets a machine that the other has warmed.
        let (adit, numpy) = if turn % 2 == 0 {
            let adit = ours::timed(&questions)?;
            (adit, peer.run()?)
        } else {
            let numpy = peer.run()?;
            (ours::timed(&questions)?, numpy)
        };
        turns.push(Turn { adit, numpy });
    }
    let ratios = Ratios::of(&turns, compared, questions.len()).ok_or("no turn was taken")?;
    Ok(if options.json {
        format!("{:#}", ratios.json())
    } else {
        ratios.to_string()
    })
}
