//! The built page beside a d3 page that draws the same first view: bytes, times and updates, measured in
//! Chromium under the budgets' conditions, in turns. `benches/README.md` says how to read the table.

#[path = "../options.rs"]
mod options;
mod peer;
mod report;
#[path = "../spread.rs"]
mod spread;
mod subject;
mod visit;

use std::process::ExitCode;

use adit_e2e::{Browser, Server, server};
use serde_json::Value;

use options::Options;
use report::Report;
use subject::Subject;
use visit::Visit;

const HELP: &str = "\
bench-page [--runs N] [--json]
    --runs N  visits to each page (7)
    --json    the numbers for programs instead of the table
ADIT_DIST names the built page's folder, ADIT_PEER the npm packages of the comparison page,
CHROME the browser; `cargo xtask bench page` sets all three.";

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1), HELP) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("bench-page: {error}");
            return ExitCode::FAILURE;
        }
    };
    match measure(&options) {
        Ok(report) => {
            if options.json {
                println!("{:#}", Value::from(&report));
            } else {
                print!("{report}");
            }
            for failure in report.failures() {
                eprintln!("bench-page: {failure}");
            }
            // Times depend on the machine and on who else uses it; these do not.
            if report.failures().is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("bench-page: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Visits both pages in turns, as often as asked for.
fn measure(options: &Options) -> Result<Report, String> {
    let data = adit::data::embedded().map_err(ToString::to_string)?;
    let supply = peer::Supply::of(data)?;
    let folder = peer::write(&supply)?;
    // Without the built page there is nothing to measure: the server says how to make it.
    let (page, comparison) = (Server::page(), Server::start(folder.path(), None));
    let subjects = [Subject::adit(page.base()), Subject::d3(comparison.base())];
    let steps = supply.steps();
    let browser = Browser::start("");
    // What the browser itself loads once, fonts and caches of its own, belongs to neither page.
    for subject in &subjects {
        browser.tab().go(subject.address);
    }
    let mut visits: [Vec<Visit>; 2] = Default::default();
    for run in 0..options.runs {
        eprintln!("run {} of {}", run + 1, options.runs);
        // Who goes first changes, so that neither always meets a machine that the other has warmed.
        for at in [run % 2, (run + 1) % 2] {
            visits[at].push(Visit::to(&browser, &subjects[at], &steps));
        }
    }
    let [adit, d3] = visits;
    Ok(Report::new(adit, d3, &server::dist()))
}
