//! The scenario of the bench in the built page: how long its worker takes, and what the page's frames take meanwhile.
//!
//! Prints one object: `seconds` from the worker's making to its last figures, and of the frames painted meanwhile
//! `frames`, `median_ms` and `longest_ms` between one and the next, and `blocked_ms`, what tasks of the main thread took
//! beyond 50 ms each.

use std::process::ExitCode;
use std::time::Duration;

use adit_e2e::{Browser, Page, within};
use serde_json::{Value, json};

/// The question of `ours.rs`, as a link.
const LINK: &str =
    "view=shock&mineral=cobalt&importer=EU&scenario=quota:COD:cobalt:both:50:2026-01:12";
/// How long a run may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs before the page does: notes when a worker is made, and every frame from then on.
const WATCH: &str = "window.bench = { frames: [], blocked: 0 }; \
    window.Worker = class extends Worker { constructor(...all) { super(...all); \
    Object.assign(bench, { begun: performance.now(), frames: [], blocked: 0 }); } }; \
    new PerformanceObserver(list => { for (const { duration } of list.getEntries()) \
    if (bench.begun) bench.blocked += Math.max(0, duration - 50); }).observe({ type: 'longtask' }); \
    const look = time => { bench.frames.push(time); requestAnimationFrame(look); }; requestAnimationFrame(look);";

/// What was measured, once the page says that it is done.
const MEASURED: &str = "(() => { \
    if (!document.querySelector('#simulation-status')?.textContent.startsWith('Done')) return null; \
    const gaps = bench.frames.slice(1).map((time, at) => time - bench.frames[at]).sort((one, other) => one - other); \
    return { seconds: (performance.now() - bench.begun) / 1000, frames: gaps.length, \
    median_ms: gaps[gaps.length >> 1], longest_ms: gaps.at(-1), blocked_ms: bench.blocked }; })()";

fn main() -> ExitCode {
    match measure() {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench-worker: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<Value, String> {
    let tab = Browser::shared().tab();
    tab.before_each_document(WATCH);
    let page = Page::open_in(tab, LINK);
    let found = within(PATIENCE, || {
        let found = page.script(MEASURED);
        (found != json!(null)).then_some(found)
    });
    page.assert_quiet();
    found.ok_or_else(|| format!("the worker was not done after {} s", PATIENCE.as_secs()))
}
