//! The single file, opened from disk without a network, in Chromium and in Firefox.

mod tour;

use std::fs;
use std::path::{Path, PathBuf};

use adit_e2e::server::dist;
use adit_e2e::{Browser, Firefox, Page, Tab};
use serde_json::json;
use tour::Window;

/// The most that the file may weigh, in bytes.
const LIMIT: usize = 2_500_000;

fn file() -> PathBuf {
    let file = dist().join("adit.html");
    fs::canonicalize(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` makes it", file.display()))
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// A tab whose every way to a network is closed.
fn offline() -> Tab {
    let tab = Browser::shared().tab();
    let closed = json!({
        "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0,
    });
    tab.ask("Network.emulateNetworkConditions", &closed)
        .expect("the browser can be offline");
    tab
}

/// What the document loaded that it did not make itself.
fn loaded(window: &impl Window) -> Vec<String> {
    let named = window.ask(
        "performance.getEntriesByType('resource').map(one => one.name) \
         .filter(name => !/^(blob|data):/.test(name))",
    );
    serde_json::from_value(named).expect("a list of addresses")
}

/// Waits for a state, which the address may not tell.
fn wait_for_state(window: &impl Window, state: &str) {
    window.until(&format!(
        "(document.documentElement.dataset.state ?? '') === {}",
        json!(state)
    ));
}

/// Follows the page's own links and comes back by the browser's button.
fn there_and_back(window: &impl Window, base: &str) {
    window.open(base);
    window.settle();
    window.ask("void (window.sameDocument = true)");
    let way = [
        ("a[href*='view=dependence']", "view=dependence"),
        ("a[href*='view=minerals']", "view=minerals"),
        ("a[href='?']", ""),
        ("a.skip", ""),
        ("a[href*='view=study']", "view=study"),
    ];
    for (link, state) in way {
        window.ask(&format!("document.querySelector({}).click()", json!(link)));
        wait_for_state(window, state);
        window.settle();
    }
    for state in ["", "", "view=minerals", "view=dependence", ""] {
        window.ask("void history.back()");
        wait_for_state(window, state);
    }
    assert_eq!(
        window.ask("window.sameDocument"),
        true,
        "the file was read once"
    );
}

/// Asks for the view as a file.
fn save(window: &impl Window) {
    window.ask("document.querySelector('#share').click()");
    window.until("document.querySelector('#save-file') !== null");
    window.ask("document.querySelector('#save-file').click()");
    window.until("document.querySelector('#save-outcome').textContent.startsWith('Saved')");
}

/// Saves the view as the window shows it, which must give the very file that was built; then another view, opens what
/// was saved, and finds the view in it. What is downloaded comes by `next`.
fn saves_itself(window: &impl Window, next: impl Fn() -> (String, Vec<u8>), file: &Path) {
    const SAVED: &str = "view=dependence&mineral=tungsten&importer=JPN";
    let built = fs::read(file).expect("the file is there");
    window.open(&address(file));
    window.settle();
    save(window);
    let (name, bytes) = next();
    assert!(
        name.starts_with("adit-map-cobalt-") && name.contains(".html"),
        "{name}"
    );
    assert!(bytes == built, "{} bytes of {}", bytes.len(), built.len());
    window.follow(&address(file), SAVED);
    save(window);
    let (name, bytes) = next();
    assert!(name.starts_with("adit-dependence-tungsten-"), "{name}");
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("saved.html");
    fs::write(&saved, &bytes).expect("the saved file");
    window.open(&address(&saved));
    window.settle();
    wait_for_state(window, SAVED);
    assert!(
        window.text("#title").contains("Japan"),
        "{}",
        window.text("#title")
    );
    // Saved from what was saved: the state is put in its place, not beside the earlier one.
    save(window);
    assert!(next().1 == bytes);
    // Another view of the saved file, read anew: it is not thrown back to what was saved.
    window.ask("document.querySelector('a[href*=\"view=minerals\"]').click()");
    let elsewhere = "view=minerals&mineral=tungsten&importer=JPN";
    wait_for_state(window, elsewhere);
    window.ask("void setTimeout(() => location.reload())");
    window
        .until("window.sameDocument !== true && document.documentElement.dataset.ready === 'true'");
    wait_for_state(window, elsewhere);
}

#[test]
fn the_file_is_within_its_limit() {
    let size = fs::metadata(file()).expect("the file is there").len();
    assert!(size <= LIMIT as u64, "{size} bytes, the limit is {LIMIT}");
}

#[test]
fn chromium_opens_it_from_disk_and_every_view_works() {
    let tab = offline();
    let base = address(&file());
    tour::every_view(&tab, &base);
    there_and_back(&tab, &base);
    assert_eq!(loaded(&tab), Vec::<String>::new());
    tab.assert_quiet(&base);
}

#[test]
fn chromium_saves_it_anew() {
    let tab = offline();
    saves_itself(&tab, || tab.download_bytes(), &file());
    tab.assert_quiet("file://");
}

#[test]
fn firefox_opens_it_from_disk_and_every_view_works() {
    let firefox = Firefox::start();
    let base = address(&file());
    tour::every_view(&firefox, &base);
    there_and_back(&firefox, &base);
    assert_eq!(loaded(&firefox), Vec::<String>::new());
    assert_eq!(firefox.complaints(), Vec::<String>::new());
}

#[test]
fn firefox_saves_it_anew() {
    let firefox = Firefox::start();
    saves_itself(&firefox, || firefox.download(), &file());
    assert_eq!(firefox.complaints(), Vec::<String>::new());
}

#[test]
fn the_served_page_saves_its_view_as_the_same_file() {
    let page = Page::open("mineral=lithium");
    save(&*page);
    let (name, bytes) = page.download_bytes();
    assert!(name.starts_with("adit-map-lithium-"), "{name}");
    let built = fs::read(file()).expect("the file is there");
    let state = "mineral=lithium";
    assert_eq!(bytes.len(), built.len() + state.len());
    let outcome = Window::text(&*page, "#save-outcome");
    assert!(
        outcome.contains(" MB") && outcome.contains(&name),
        "{outcome}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("saved.html");
    fs::write(&saved, &bytes).expect("the saved file");
    let tab = offline();
    tab.open(&address(&saved));
    tab.settle();
    wait_for_state(&tab, state);
    assert!(Window::text(&tab, "#title").starts_with("Lithium"));
    page.assert_quiet();
}

#[test]
fn a_file_that_was_changed_on_its_way_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let changed = folder.path().join("changed.html");
    let built = fs::read(file()).expect("the file is there");
    let change = |name: &str| {
        let mark = format!("id=\"file:{name}\">");
        let part = built
            .windows(mark.len())
            .position(|part| part == mark.as_bytes());
        let at = part.expect("the part is in the file") + mark.len() + 1000;
        let mut bytes = built.clone();
        bytes[at] = if bytes[at] == b'a' { b'b' } else { b'a' };
        fs::write(&changed, &bytes).expect("the changed file");
    };
    let tab = offline();
    change("trade/2024.bin");
    tab.open(&format!("{}?view=dependence", address(&changed)));
    tab.until(
        "document.querySelector('.progress p')?.textContent.includes('was changed') === true",
    );
    change("desk.wasm");
    tab.open(&address(&changed));
    tab.until("document.querySelector('#broken')?.innerText.includes('was changed') === true");
}

#[test]
fn it_can_be_served_as_well() {
    let page = Page::open("");
    let base = format!("{}adit.html", adit_e2e::Server::page().base());
    tour::every_view(&*page, &base);
    page.assert_quiet();
}
