//! Eight figures in one article, as a newsroom places them: on an origin of its own, under a strict policy.

use std::fs;
use std::path::Path;

use adit_e2e::server::dist;
use adit_e2e::{Browser, Server, Tab, eventually};
use serde_json::Value;

/// The address that the example names, which is the page's here.
const EXAMPLE: &str = "https://example.org/adit/";

/// How many figures the article has.
const FIGURES: usize = 8;

/// A page and an article with its figures, each on a port of its own, and the folder of the article.
struct Article {
    page: Server,
    host: Server,
    _folder: tempfile::TempDir,
}

impl Article {
    fn publish() -> Self {
        let policy = fs::read_to_string(dist().join("csp.txt")).expect("the build writes it");
        let page = Server::start(&dist(), Some(policy.trim().to_owned()));
        let folder = tempfile::tempdir().expect("a folder");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/article");
        for entry in fs::read_dir(source).expect("the example") {
            let file = entry.expect("a file").path();
            let text = fs::read_to_string(&file).expect("a text");
            let name = file.file_name().expect("a name");
            fs::write(folder.path().join(name), text.replace(EXAMPLE, page.base()))
                .expect("a copy");
        }
        let base = page.base();
        let policy = format!(
            "default-src 'none'; style-src 'self'; script-src {base}adit-host.js; frame-src {base}; img-src data:; \
             base-uri 'none'; form-action 'none'"
        );
        let host = Server::start(folder.path(), Some(policy));
        Self {
            page,
            host,
            _folder: folder,
        }
    }

    /// The article, scrolled through until every figure is there.
    fn read(&self, name: &str) -> Tab {
        let tab = Browser::shared().tab();
        tab.watch_frames();
        tab.viewport(720, 900, false);
        tab.before_each_document(
            "window.blocked = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) blocked += \
             Math.max(0, one.duration - 50); }).observe({ type: 'longtask', buffered: true })",
        );
        tab.go(&format!("{}{name}", self.host.base()));
        let count = "document.querySelectorAll('iframe').length";
        assert_eq!(tab.script(count), FIGURES);
        for at in 0..FIGURES {
            eventually("the figure that was scrolled to", || {
                // Those above it grow as they come, and push it away.
                tab.script(&format!(
                    "document.querySelectorAll('iframe')[{at}].scrollIntoView()"
                ));
                let ready = tab.in_frames("document.documentElement.dataset.ready === 'true'");
                (ready
                    .iter()
                    .filter(|one| **one == Value::Bool(true))
                    .count()
                    > at)
                    .then_some(())
            });
        }
        eventually("the last file", || {
            let busy = tab.in_frames("document.querySelector('.progress p')?.innerText ?? ''");
            busy.iter().all(|one| one == "").then_some(())
        });
        tab
    }
}

/// Height of the frame and of what it shows, by the frame's title: no frame is higher or lower than its figure.
#[track_caller]
fn fits(tab: &Tab) {
    let outside = "[...document.querySelectorAll('iframe')].map(one => one.clientHeight)";
    let inside = "[Math.ceil(document.body.getBoundingClientRect().height), document.documentElement.scrollHeight, \
                  innerHeight]";
    // Out of view, browsers let frames rest: each takes its height when the reader comes to it.
    let visit = "(async () => { for (const one of document.querySelectorAll('iframe')) { one.scrollIntoView(); \
                 await new Promise(done => setTimeout(done, 120)); } })()";
    let mut seen = String::new();
    let found = adit_e2e::within(std::time::Duration::from_secs(30), || {
        tab.script(visit);
        let mut given: Vec<u64> = numbers(&tab.script(outside));
        let within: Vec<Vec<u64>> = tab.in_frames(inside).iter().map(numbers).collect();
        seen = format!("frames {given:?}, content, scrolled and seen {within:?}");
        let mut content: Vec<u64> = within
            .iter()
            .filter_map(|one| one.first().copied())
            .collect();
        given.sort_unstable();
        content.sort_unstable();
        let none_scrolls = within
            .iter()
            .all(|one| one.iter().all(|height| *height == one[0]));
        (none_scrolls && given == content && given.len() == FIGURES).then_some(())
    });
    assert!(found.is_some(), "{seen}; {:?}", tab.complaints());
}

fn numbers(value: &Value) -> Vec<u64> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(Value::as_u64).collect()
}

#[track_caller]
fn quiet(tab: &Tab, article: &Article) {
    let foreign: Vec<String> = tab
        .foreign_requests(article.host.base())
        .into_iter()
        .filter(|one| !one.starts_with(article.page.base()))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    // Chromium without a share sheet does not know the permission for it, and says so of any frame that has it.
    let complaints: Vec<String> = tab
        .complaints()
        .into_iter()
        .filter(|one| !one.contains("Unrecognized feature: 'web-share'"))
        .collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// What travelled and what the reader's processor did, for people to read.
fn account(name: &str, tab: &Tab, article: &Article) {
    println!(
        "{name}: {:.0} bytes received; the article's thread blocked {:.0} ms; sent: document {}, map's code {}, desk's \
         code {}",
        tab.received(),
        tab.script("blocked").as_f64().unwrap_or_default(),
        article.page.sent("index.html"),
        sent_code(article, "adit-page-"),
        sent_code(article, "adit-desk-"),
    );
}

/// How often the code of one of the programs was sent.
fn sent_code(article: &Article, begin: &str) -> usize {
    let files = fs::read_dir(dist()).expect("the page").flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    names
        .filter(|name| name.starts_with(begin) && name.ends_with("_bg.wasm"))
        .map(|name| article.page.sent(&name))
        .sum()
}

#[test]
fn eight_figures_in_an_article_take_their_heights_and_share_what_they_fetch() {
    let article = Article::publish();
    let tab = article.read("index.html");
    fits(&tab);
    tab.viewport(360, 740, true);
    fits(&tab);
    tab.screenshot("article");
    quiet(&tab, &article);
    account("same origin", &tab, &article);
    assert_eq!(
        sent_code(&article, "adit-page-"),
        1,
        "the map's code was sent more than once"
    );
    assert_eq!(
        sent_code(&article, "adit-desk-"),
        1,
        "the desk's code was sent more than once"
    );
}

#[test]
fn eight_figures_without_an_origin_take_their_heights_too() {
    let article = Article::publish();
    let tab = article.read("sandboxed.html");
    fits(&tab);
    quiet(&tab, &article);
    account("sandboxed without an origin", &tab, &article);
}

#[test]
fn in_a_sandbox_a_figure_answers_the_reader_and_keeps_its_state_in_memory() {
    let article = Article::publish();
    let tab = article.read("sandboxed.html");
    let click = "document.documentElement.dataset.embed === 'map' && \
                 document.querySelector('#map [data-c=AUS]').dispatchEvent(new MouseEvent('click', { bubbles: true }))";
    tab.in_frames(click);
    eventually("the country in the state", || {
        let states = tab.in_frames("document.documentElement.dataset.state");
        states
            .contains(&Value::from("country=AUS&embed=map"))
            .then_some(())
    });
    quiet(&tab, &article);
}

#[test]
fn where_the_code_may_not_come_the_picture_and_a_sentence_stand() {
    let policy = fs::read_to_string(dist().join("csp.txt")).expect("the build writes it");
    let page = Server::unshared(&dist(), Some(policy.trim().to_owned()));
    let hosts = Server::start(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hosts"),
        None,
    );
    for (link, drawn) in [
        ("embed=map", true),
        ("mineral=lithium%26embed=ranking", false),
    ] {
        let tab = Browser::shared().tab();
        tab.watch_frames();
        let base = page.base();
        tab.go(&format!(
            "{}generic.html?src={base}?{link}&sandbox=allow-scripts",
            hosts.base()
        ));
        eventually("the sentence", || {
            let said = tab.in_frames(
                "(one => one?.checkVisibility() ? one.innerText : '')(document.querySelector('#broken'))",
            );
            let said = said.last()?.as_str()?.to_owned();
            (said.contains("did not arrive") && said.contains("Open it by itself")).then_some(())
        });
        let map = "document.querySelector('#map')?.checkVisibility()";
        assert_eq!(
            tab.in_frames(map).last(),
            Some(&Value::Bool(drawn)),
            "{link}"
        );
        let full = tab.in_frames("document.querySelector('#broken a').search");
        let expected = if drawn { "" } else { "?mineral=lithium" };
        assert_eq!(full.last(), Some(&Value::from(expected)), "{link}");
    }
}
