//! What is read before code arrives, and what has to arrive for it.

use std::fs;

use adit_e2e::server::dist;
use adit_e2e::{Browser, Page};

/// Bytes until the page is usable, compressed with brotli.
const BUDGET: u64 = 250_000;

#[test]
fn without_scripts_the_default_view_is_readable() {
    let page = Page::open_without_scripts("");
    assert_eq!(
        page.script("document.documentElement.dataset.ready ?? ''"),
        ""
    );
    assert!(page.title().starts_with("Cobalt"), "{}", page.title());
    assert!(page.finding().contains('%'), "{}", page.finding());
    assert!(page.table().len() > 5);
    let drawn = page.script(
        "[...document.querySelectorAll('#map [data-c]')].filter(one => \
         one.getBoundingClientRect().width > 0).length",
    );
    assert!(drawn.as_u64() > Some(150), "{drawn} countries are drawn");
    let bars = page.script("document.querySelectorAll('.ranking svg rect').length");
    assert!(bars.as_u64() >= Some(5), "{bars} bars");
    // What would do nothing is not offered.
    let dead = page.script(
        "[...document.querySelectorAll('input, select, button')].filter(one => \
         one.checkVisibility()).length",
    );
    assert_eq!(dead, 0, "controls without code");
    page.screenshot("without-scripts");
    page.assert_quiet();
}

#[test]
fn the_code_takes_over_what_was_read_without_a_jump() {
    let read = Page::open_without_scripts("");
    let (title, finding, table) = (read.title(), read.finding(), read.table());
    let page = Page::open("");
    assert_eq!(page.title(), title);
    assert_eq!(page.finding(), finding);
    assert_eq!(page.table(), table);
    for (width, height) in [(1280, 900), (360, 740)] {
        let tab = Browser::shared().tab();
        tab.viewport(width, height, width < 700);
        tab.before_each_document(
            "window.shift = 0; new PerformanceObserver(list => { for (const one of \
             list.getEntries()) shift += one.value; }).observe({ type: 'layout-shift', \
             buffered: true })",
        );
        let page = Page::open_in(tab, "");
        page.script("new Promise(done => setTimeout(done, 300))");
        let shift = page.script("shift").as_f64().unwrap_or(f64::INFINITY);
        assert!(shift < 0.01, "layout shifts by {shift} at {width} pixels");
    }
}

#[test]
fn what_travels_before_the_page_is_usable_is_within_its_budget() {
    let page = Page::open("");
    let named = page.script(
        "performance.getEntriesByType('resource').map(one => new URL(one.name).pathname.slice(1))",
    );
    let mut names: Vec<String> = named
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    names.push("index.html".to_owned());
    names.sort();
    names.dedup();
    let bytes = |name: &String| {
        let file = dist().join(format!("{name}.br"));
        let size = fs::metadata(&file).map(|data| data.len());
        size.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let total: u64 = names.iter().map(bytes).sum();
    assert!(
        names.iter().any(|name| name.contains(".wasm")) && names.len() >= 3,
        "{names:?}"
    );
    assert!(
        total <= BUDGET,
        "{total} bytes, the budget is {BUDGET}: {names:?}"
    );
    // The network agrees, headers included.
    let received = page.received();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let most = total as f64 * 1.02 + 4_000.0;
    assert!(
        received <= most,
        "{received} bytes arrived, {total} are on disk"
    );
}

#[test]
fn the_policy_that_is_sent_allows_nothing_that_is_not_needed() {
    let policy = fs::read_to_string(dist().join("csp.txt")).expect("the build writes the policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    for dangerous in [
        "'unsafe-inline'",
        "'unsafe-eval'",
        "http:",
        "https:",
        " *;",
        "data:",
    ] {
        assert!(!policy.contains(dangerous), "{dangerous} in {policy}");
    }
    let page = Page::open("");
    let sent =
        page.script("fetch(location.href).then(one => one.headers.get('content-security-policy'))");
    assert_eq!(sent.as_str().map(str::trim), Some(policy.trim()));
    page.assert_quiet();
}
