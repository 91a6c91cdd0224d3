//! Ten years of cobalt for the European Union, 200 outer draws of 2,000 runs: Adit beside numpy.
//!
//! Both simulate the same model from the same numbers in the same run, with random numbers of their own, and the built
//! page's worker does so too. First their
//! figures are held against one another within the error of drawing; only then are times compared, as ratios within
//! the run. `benches/README.md` says what is timed.

mod agreement;
mod browser;
mod numpy;
#[path = "../options.rs"]
mod options;
mod ours;
#[path = "../spread.rs"]
mod spread;

use std::process::ExitCode;

use adit::scenario::Assumptions;
use adit::scenario::assumption::Key;
use options::Options;
use serde_json::{Map, Value, json};
use spread::Spread;

const HELP: &str = "\
bench-shock [--runs N] [--json]
    --runs N  turns that both take (7)
    --json    the ratios for programs instead of the table
ADIT_PYTHON names a Python that has numpy, ADIT_WORKER the program that drives the built page (left
open, the page's worker is left out); `cargo xtask bench shock` sets both.";

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
    let page = browser::program();
    let (mut ratios, mut beside_worker, mut workers) = (Vec::new(), Vec::new(), Vec::new());
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
        if let Some(page) = &page {
            let worker = browser::run(page)?;
            eprintln!("the page's worker {:.2} s", worker.seconds);
            beside_worker.push(said.seconds / worker.seconds);
            workers.push(worker);
        }
    }
    let native = Spread::of(ratios).ok_or("no turn was taken")?;
    let worker = Spread::of(beside_worker);
    let frame = |of: fn(&browser::Worker) -> f64| Spread::of(workers.iter().map(of));
    let frames = [
        ("median_ms", frame(|one| one.median_ms)),
        ("longest_ms", frame(|one| one.longest_ms)),
        ("blocked_ms", frame(|one| one.blocked_ms)),
    ];
    if options.json {
        let frames = frames.map(|(name, spread)| (name.to_owned(), spread.map(Value::from).into()));
        return Ok(format!(
            "{:#}",
            json!({
                "numpy_over_adit": { "native": Value::from(native), "worker": worker.map(Value::from) },
                "frames_meanwhile": Map::from_iter(frames),
                "figures_compared": compared,
            })
        ));
    }
    let in_the_page = match (worker, frames.map(|(_, spread)| spread)) {
        (Some(worker), [Some(median), Some(longest), Some(blocked)]) => format!(
            "\n  the same in the page's worker        {worker:.2}\n\n\
             the page meanwhile, in milliseconds\n  \
             from frame to frame, the median      {median:.2}\n  \
             from frame to frame, the longest     {longest:.2}\n  \
             main thread blocked beyond 50 ms     {blocked:.2}"
        ),
        _ => String::new(),
    };
    Ok(format!(
        "{} × {} runs of ten years, {compared} figures: all agree within the error of drawing.\n\n\
         numpy takes so many times as long: median (least–most)\n  \
         simulating and summing up, natively  {native:.2}{in_the_page}",
        job.outer, job.inner
    ))
}
