//! The search of the bench in the built page: how long it takes from its beginning to its answer.
//!
//! Prints one object: `milliseconds`, the median over several searches in one visit.

use std::process::ExitCode;
use std::time::Duration;

use adit_e2e::{Browser, Page, within};
use serde_json::{Value, json};

/// A market with very many candidates, as a link; the need is assumed, so that trade has no part in it.
const LINK: &str = "view=alliances&mineral=lead&stage=refine&importer=JPN&alliance=need:5";
/// How long all searches may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs before the page does. A search begins when the reader has rested for 150 ms, which is the only timer of that
/// length, and is done when its proof is in the document. Each agreement switched on or off is another question.
const WATCH: &str = "window.bench = { times: [] }; \
    const later = window.setTimeout; \
    window.setTimeout = (call, wait, ...rest) => later.call(window, wait === 150 \
    ? (...all) => { bench.begun = performance.now(); call(...all); } : call, wait, ...rest); \
    new MutationObserver(() => { const proof = document.querySelector('#proof'); \
    if (!proof || proof === bench.proof) return; bench.proof = proof; \
    if (bench.begun) bench.times.push(performance.now() - bench.begun); bench.begun = null; \
    later(() => document.querySelector('.agreement input')?.click(), 300); \
    }).observe(document, { childList: true, subtree: true });";

/// The median, once there are enough; the first search, in a page that is still being made, does not count.
const MEASURED: &str = "(() => { const times = bench.times.slice(1, 8).sort((one, other) => one - other); \
    return times.length < 7 ? null : { milliseconds: times[3] }; })()";

fn main() -> ExitCode {
    match measure() {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bench-partners-page: {error}");
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
    found.ok_or_else(|| format!("the searches were not done after {} s", PATIENCE.as_secs()))
}
