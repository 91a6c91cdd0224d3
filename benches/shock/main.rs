//! Ten years of cobalt for the European Union, 200 outer draws of 2,000 runs: Adit beside numpy.
//!
//! Both simulate the same model from the same numbers in the same run, with random numbers of their own. First their
//! figures are held against one another within the error of drawing; only then are times compared, as ratios within
//! the run. `benches/README.md` says what is timed.

mod agreement;
mod numpy;
#[path = "../options.rs"]
mod options;
mod ours;

use std::process::ExitCode;

use adit::scenario::Assumptions;
use adit::scenario::assumption::Key;
use options::Options;
use serde_json::json;

const HELP: &str = "\
bench-shock [--runs N] [--json]
    --runs N  turns that both take (7)
    --json    the ratios for programs instead of the table
ADIT_PYTHON names a Python that has numpy; `cargo xtask bench shock` sets it.";

/// Outer draws of the comparison without uncertain parameters, whose error is that of the events alone.
const CERTAIN_DRAWS: u32 = 40;

fn main() -> ExitCode {
    // Cargo tells every bench that it is one.
    let words = std::env::args().skip(1).filter(|word| word != "--bench");
    match Options::parse(words, HELP).and_then(|options| measure(&options)) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench-shock: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Holds the figures against one another, then takes turns.
fn measure(options: &Options) -> Result<String, String> {
    let python =
        std::env::var_os("ADIT_PYTHON").ok_or_else(|| format!("ADIT_PYTHON is not set\n{HELP}"))?;
    let mut certain = ours::job(&Assumptions::default().with(Key::Spread, 0.0))?;
    certain.outer = CERTAIN_DRAWS;
    let theirs = numpy::run(python.as_ref(), &certain)?;
    let mut compared = agreement::check(&ours::run(certain).0, &theirs)?;
    eprintln!("{compared} figures agree without uncertain parameters");
    let job = ours::job(&Assumptions::default())?;
    let mut ratios = Vec::new();
    for turn in 0..options.runs {
        eprintln!("turn {} of {}", turn + 1, options.runs);
        // Who goes first changes, so that neither always meets a machine that the other has warmed.
        let ((summary, seconds), said) = if turn % 2 == 0 {
            let adit = ours::run(job.clone());
            (adit, numpy::run(python.as_ref(), &job)?)
        } else {
            let said = numpy::run(python.as_ref(), &job)?;
            (ours::run(job.clone()), said)
        };
        compared += agreement::check(&summary, &said)?;
        eprintln!("Adit {seconds:.2} s, numpy {:.2} s", said.seconds);
        ratios.push(said.seconds / seconds);
    }
    ratios.sort_by(f64::total_cmp);
    let (Some(least), Some(most)) = (ratios.first(), ratios.last()) else {
        return Err("no turn was taken".to_owned());
    };
    let median = f64::midpoint(ratios[(ratios.len() - 1) / 2], ratios[ratios.len() / 2]);
    Ok(if options.json {
        let spread = json!({ "median": median, "min": least, "max": most });
        format!(
            "{:#}",
            json!({ "numpy_over_adit": { "simulating": spread }, "figures_compared": compared })
        )
    } else {
        format!(
            "{} × {} runs of ten years, {compared} figures: all agree within the error of drawing.\n\n\
             numpy takes so many times as long: median (least–most)\n  \
             simulating and summing up   {median:6.2} ({least:.2}–{most:.2})",
            job.outer, job.inner
        )
    })
}
