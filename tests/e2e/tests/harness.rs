//! The harness notices what it is there to notice: each fault is planted, and must be found.

use std::path::{Path, PathBuf};

use adit_e2e::{Browser, Firefox, Line, Server, Tab, eventually};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn open(name: &str, policy: Option<&str>) -> (Server, Tab) {
    let server = Server::start(&fixtures(), policy.map(str::to_owned));
    let tab = Browser::shared().tab();
    tab.go(&format!("{}{name}", server.base()));
    (server, tab)
}

/// What the tab says within some time: the browser reports in its own time.
fn complaint(tab: &Tab, part: &str) -> String {
    eventually(
        &format!("a complaint about {part:?} in {:?}", tab.complaints()),
        || {
            tab.complaints()
                .into_iter()
                .find(|text| text.contains(part))
        },
    )
}

#[test]
fn a_quiet_page_is_quiet() {
    let (server, tab) = open("quiet.html", None);
    tab.assert_quiet(server.base());
    assert_eq!(tab.script("document.title"), "Quiet");
}

#[test]
fn an_error_in_the_console_is_a_complaint() {
    let (_server, tab) = open("console.html", None);
    assert_eq!(
        complaint(&tab, "planted error"),
        "console.error: planted error 7"
    );
    complaint(&tab, "planted warning");
    let all = tab.complaints();
    assert!(!all.iter().any(|text| text.contains("harmless")), "{all:?}");
}

#[test]
#[should_panic(expected = "planted error")]
fn a_complaint_ends_the_test_that_asks_for_quiet() {
    let (server, tab) = open("console.html", None);
    tab.assert_quiet(server.base());
}

#[test]
fn an_exception_that_nobody_caught_is_a_complaint() {
    let (_server, tab) = open("exception.html", None);
    complaint(&tab, "planted exception");
    complaint(&tab, "planted rejection");
}

#[test]
fn a_missing_file_is_a_complaint() {
    let (_server, tab) = open("missing.html", None);
    complaint(&tab, "404");
}

#[test]
fn a_request_to_another_host_is_noticed() {
    let (server, tab) = open("foreign.html", None);
    let foreign = eventually("the foreign request", || {
        Some(tab.foreign_requests(server.base())).filter(|all| !all.is_empty())
    });
    assert_eq!(foreign, ["http://elsewhere.invalid/pixel.png"]);
}

#[test]
fn what_the_policy_forbids_is_a_complaint_and_does_not_run() {
    let (_server, tab) = open("inline.html", Some("default-src 'none'; script-src 'self'"));
    complaint(&tab, "Content Security Policy");
    assert_eq!(tab.script("document.title"), "Not run");
    let (_server, tab) = open("inline.html", None);
    assert_eq!(tab.script("document.title"), "Run");
}

#[test]
fn the_rules_find_a_planted_violation_and_none_in_a_sound_page() {
    let (_server, tab) = open("unlabelled.html", None);
    let found = tab.axe();
    let rule = found.iter().find(|one| one.rule == "label");
    assert!(
        rule.is_some_and(|one| one.elements[0].starts_with("#unlabelled ")),
        "{found:#?}"
    );
    let (_server, tab) = open("quiet.html", Some("default-src 'none'"));
    assert_eq!(tab.axe(), []);
}

#[test]
fn pointer_keys_and_text_arrive_as_a_readers_would() {
    let (_server, tab) = open("input.html", None);
    tab.click("#field");
    tab.type_text("Ga");
    tab.press("ArrowDown");
    tab.press("Enter");
    assert_eq!(
        tab.script("log"),
        "click G a ArrowDown Enter input:Ga trusted"
    );
    tab.press("Tab");
    let focused = tab.focused().expect("a focused element");
    assert_eq!(
        (focused.role.as_str(), focused.name.as_str()),
        ("button", "Cut off")
    );
    tab.press(" ");
    tab.wait("document.title === 'pressed'");
    tab.press("Shift+Tab");
    assert_eq!(tab.focused().map(|node| node.value), Some("Ga".to_owned()));
}

#[test]
fn the_tree_tells_names_and_leaves_out_what_is_hidden() {
    let (_server, tab) = open("input.html", None);
    let tree = tab.tree();
    assert!(
        tree.iter()
            .any(|node| node.role == "textbox" && node.name == "Mineral"),
        "{tree:#?}"
    );
    assert!(
        !tree.iter().any(|node| node.name.contains("decoration")),
        "{tree:#?}"
    );
}

#[test]
fn without_scripts_the_document_stays_as_written() {
    let server = Server::start(&fixtures(), None);
    let tab = Browser::shared().tab();
    tab.scripts_off();
    tab.go(&format!("{}inline.html", server.base()));
    assert_eq!(tab.script("document.title"), "Not run");
}

#[test]
fn size_and_colours_are_those_asked_for() {
    let (_server, tab) = open("quiet.html", None);
    tab.viewport_at(360, 640, 2.0, true);
    tab.system_colours("dark");
    let seen = "[innerWidth, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches]";
    assert_eq!(tab.script(seen).to_string(), "[360,2,true]");
    tab.system_colours("light");
    assert_eq!(tab.script(seen).to_string(), "[360,2,false]");
    let picture = tab.screenshot("harness");
    let bytes = std::fs::read(picture).expect("the picture just written");
    assert_eq!(&bytes[1..4], b"PNG");
    assert_eq!(
        &bytes[16..24],
        [0, 0, 2, 208, 0, 0, 5, 0],
        "720 by 1280 pixels"
    );
}

#[test]
fn a_slow_line_and_a_slow_processor_are_slow() {
    let server = Server::start(&fixtures(), None);
    let tab = Browser::shared().tab();
    let work = "(() => { const start = performance.now(); let sum = 0; \
        for (let at = 0; at < 3e6; at++) sum += Math.sqrt(at); \
        return [performance.now() - start, sum][0]; })()";
    tab.go(&format!("{}quiet.html", server.base()));
    let timed = |tab: &Tab| {
        // The best of some, because the first also compiles.
        (0..5)
            .filter_map(|_| tab.script(work).as_f64())
            .fold(f64::MAX, f64::min)
    };
    let line = Line {
        bits_per_second: 1_600_000.0,
        round_trip_ms: 150.0,
    };
    // Another program may take the processor during one measurement and not the other; not time after time.
    let slower = |_| {
        tab.slow(line, 1.0);
        let fast = timed(&tab);
        tab.slow(line, 4.0);
        timed(&tab) > 1.8 * fast
    };
    assert!((0..12).any(slower), "never slower in twelve turns");
    tab.go(&format!("{}input.html", server.base()));
    let waited = tab.script("performance.getEntriesByType('navigation')[0].responseEnd");
    assert!(waited.as_f64() > Some(140.0), "{waited}");
}

#[test]
fn a_download_is_handed_over_with_its_name() {
    let (_server, tab) = open("download.html", None);
    tab.click("#save");
    assert_eq!(
        tab.download(),
        (
            "shares.csv".to_owned(),
            "country,share\nCOD,0.739\n".to_owned()
        )
    );
}

#[test]
fn a_compressed_copy_is_sent_to_those_who_take_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let html =
        "<!doctype html><html lang=\"en\"><title>Plain</title><link rel=\"icon\" href=\"data:,\">";
    let copy = xtask_compress::brotli(html.replace("Plain", "Brotli").as_bytes()).expect("brotli");
    std::fs::write(folder.path().join("index.html"), html).expect("a file");
    let server = Server::start(folder.path(), None);
    let tab = Browser::shared().tab();
    tab.go(server.base());
    assert_eq!(tab.script("document.title"), "Plain");
    std::fs::write(folder.path().join("index.html.br"), copy).expect("a file");
    tab.go(server.base());
    assert_eq!(tab.script("document.title"), "Brotli");
    tab.assert_quiet(server.base());
}

#[test]
fn firefox_hears_errors_too_and_reaches_no_network() {
    let firefox = Firefox::start();
    let open = |name: &str| firefox.go(&format!("file://{}", fixtures().join(name).display()));
    let hears = |part: &str| {
        eventually(
            &format!("a complaint about {part:?} in {:?}", firefox.complaints()),
            || {
                let mut all = firefox.complaints().into_iter();
                all.find(|text| text.contains(part))
            },
        )
    };
    open("quiet.html");
    assert_eq!(firefox.complaints(), Vec::<String>::new());
    open("console.html");
    hears("planted error");
    open("exception.html");
    hears("planted exception");
    let server = Server::start(&fixtures(), None);
    let reached = firefox.script(&format!(
        "fetch('{}quiet.html', {{ mode: 'no-cors' }}).then(() => 'reached', () => 'refused')",
        server.base()
    ));
    assert_eq!(reached, "refused");
}
