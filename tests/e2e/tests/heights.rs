//! Heights: each dialect against a page that listens as its description says, on an origin of its own.

use std::path::Path;
use std::sync::OnceLock;

use adit_e2e::{Browser, Page, Server, Tab, eventually};
use serde_json::{Value, json};

/// The pages that listen, on another port than the page's.
fn hosts() -> &'static Server {
    static HOSTS: OnceLock<Server> = OnceLock::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hosts");
    HOSTS.get_or_init(|| Server::start(&folder, None))
}

/// A listening page with a frame at this link; `more` is what else the listener is told of it.
fn framed(host: &str, link: &str, more: &str) -> Tab {
    let tab = Browser::shared().tab();
    tab.watch_frames();
    tab.viewport(700, 900, false);
    let src = format!("{}?{link}", Server::page().base());
    let src = src.replace('%', "%25").replace('&', "%26");
    tab.go(&format!("{}{host}.html?src={src}{more}", hosts().base()));
    tab
}

/// Height of the frame, of what it shows, and of what it could scroll.
fn heights(tab: &Tab) -> (f64, f64, f64) {
    let inside = tab.in_frames(
        "[Math.ceil(document.body.getBoundingClientRect().height), document.documentElement.scrollHeight]",
    );
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let outside = number(&tab.script("frame.clientHeight"));
    inside.last().map_or((outside, 0.0, 0.0), |inside| {
        (outside, number(&inside[0]), number(&inside[1]))
    })
}

/// Waits until the frame is as high as what it shows, and nothing in it scrolls.
#[track_caller]
fn fits(tab: &Tab) -> f64 {
    let mut seen = (0.0, 0.0, 0.0);
    let found = adit_e2e::within(std::time::Duration::from_secs(20), || {
        seen = heights(tab);
        let (frame, content, scrolls) = seen;
        #[expect(clippy::float_cmp, reason = "whole pixels")]
        let same = frame == content && scrolls == content && content > 200.0;
        same.then_some(content)
    });
    found.unwrap_or_else(|| panic!("frame, content, scrolled: {seen:?}; {:?}", tab.complaints()))
}

/// The listener gives the frame its height, and gives it another when the article grows narrow.
#[track_caller]
fn follows(host: &str, link: &str, more: &str) {
    let tab = framed(host, link, more);
    let wide = fits(&tab);
    tab.viewport(360, 900, false);
    eventually("the narrow frame's height", || {
        let (frame, ..) = heights(&tab);
        ((frame - wide).abs() > 1.0).then_some(())
    });
    fits(&tab);
    quiet(&tab);
}

#[track_caller]
fn quiet(tab: &Tab) {
    let page = Server::page().base();
    let foreign: Vec<String> = tab
        .foreign_requests(hosts().base())
        .into_iter()
        .filter(|one| !one.starts_with(page))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert!(tab.complaints().is_empty(), "{:?}", tab.complaints());
}

/// The id of a link, from the published definition of FNV-1a.
fn id_of(link: &str) -> String {
    let mut hash = 2_166_136_261_u32;
    for byte in format!("?{link}").bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    }
    let mut digits = Vec::new();
    while hash > 0 {
        digits.extend(char::from_digit(hash % 36, 36));
        hash /= 36;
    }
    let word: String = digits.into_iter().rev().collect();
    format!("adit{word:0>7}")
}

#[test]
fn datawrappers_old_listener_finds_the_frame_by_its_id() {
    let link = "embed=ranking&mineral=lithium";
    let id = format!("&id=datawrapper-chart-{}", id_of(link));
    follows("datawrapper-old", link, &id);
}

#[test]
fn datawrappers_new_listener_finds_the_frame_by_its_window() {
    follows("datawrapper-new", "embed=map", "");
}

#[test]
fn an_amp_frame_takes_its_height() {
    follows("amp", "view=dependence&embed=flows", "");
}

#[test]
fn mediums_listener_finds_the_frame_by_its_address_when_the_link_asks_for_texts() {
    follows("medium", "embed=trend&medium=true", "");
    let tab = framed("none", "embed=trend", "");
    tab.wait("heard.length >= 3");
    assert_eq!(
        tab.script("heard.filter(one => typeof one === 'string')"),
        json!([])
    );
}

#[test]
fn a_pym_parent_reads_the_height_of_its_child() {
    let pym = "childId=graphic&initialWidth=700&parentTitle=An%20article&parentUrl=https%3A%2F%2Fexample.org%2F";
    follows("pym", &format!("embed=shares&{pym}"), "&child=graphic");
    // What pym adds to the address is no mistake of anyone's.
    let page = Page::open(&format!("embed=shares&{pym}"));
    assert_eq!(page.notice(), None);
}

#[test]
fn a_list_of_windows_takes_its_height() {
    follows("generic", "view=minerals&embed=risk", "");
}

#[test]
fn a_still_picture_tells_its_height_without_a_program() {
    let tab = framed("generic", "embed=map&static=true", "");
    fits(&tab);
    tab.viewport(360, 900, false);
    fits(&tab);
    let ready = tab.in_frames("document.documentElement.dataset.ready ?? 'none'");
    assert_eq!(ready, [json!("none")]);
    quiet(&tab);
}

#[test]
fn a_host_that_comes_late_is_told_when_it_asks() {
    for ping in [
        "{ type: 'embed-size-query' }",
        "'resize'",
        "{ type: 'resize' }",
    ] {
        let tab = framed("late", "embed=keys", "");
        eventually("the figure", || {
            let ready = tab.in_frames("document.documentElement.dataset.ready === 'true'");
            ready.contains(&json!(true)).then_some(())
        });
        assert_eq!(tab.script("frame.clientHeight"), 150);
        tab.script(&format!("begin({ping})"));
        fits(&tab);
    }
}

#[test]
fn by_itself_the_page_tells_nothing_and_answers_nobody() {
    let tab = Browser::shared().tab();
    tab.before_each_document(
        "window.heard = []; addEventListener('message', ({ data }) => heard.push(data))",
    );
    let page = Page::open_in(tab, "embed=map&childId=graphic&medium=true");
    page.script("postMessage({ type: 'embed-size-query' }, '*')");
    page.viewport(700, 900, false);
    page.script("new Promise(done => setTimeout(done, 400))");
    assert_eq!(
        page.script("heard"),
        json!([{ "type": "embed-size-query" }])
    );
    let fetched =
        "performance.getEntriesByType('resource').filter(one => one.name.includes('frame')).length";
    assert_eq!(page.script(fetched), 0);
    page.assert_quiet();
}

#[test]
fn only_the_page_around_it_is_answered() {
    let tab = framed("none", "embed=keys", "");
    tab.wait("heard.length >= 3");
    eventually("the figure", || {
        let ready = tab.in_frames("document.documentElement.dataset.ready === 'true'");
        ready.contains(&json!(true)).then_some(())
    });
    tab.script("new Promise(done => setTimeout(done, 400))");
    let before = tab.script("heard.length");
    tab.in_frames("postMessage({ type: 'embed-size-query' }, '*')");
    tab.script("new Promise(done => setTimeout(done, 200))");
    assert_eq!(tab.script("heard.length"), before);
    let heights =
        tab.script("heard.every(one => one['datawrapper-height'] || one.type === 'embed-size')");
    assert_eq!(heights, true, "{}", tab.script("heard"));
}

#[test]
fn fitted_to_its_frame_a_figure_neither_scrolls_nor_asks_for_more() {
    for link in [
        "embed=map&fit=true",
        "embed=ranking&fit=true",
        "view=dependence&embed=flows&fit=true",
    ] {
        let tab = framed("none", link, "");
        tab.script("frame.style.height = '480px'");
        eventually("the figure", || {
            let ready = tab.in_frames("document.documentElement.dataset.ready === 'true'");
            ready.contains(&json!(true)).then_some(())
        });
        let inside = tab.in_frames("[document.documentElement.scrollHeight, innerHeight]");
        assert_eq!(inside, [json!([480, 480])], "{link}");
        assert_eq!(tab.script("heard"), json!([]), "{link}");
        let drawn = "[...document.querySelectorAll('.map, canvas')].filter(one => one.checkVisibility())\
                     .map(one => one.getBoundingClientRect()).filter(one => one.height > 120 && one.width > 600).length";
        eventually("one picture of some height", || {
            (tab.in_frames(drawn) == [json!(1)]).then_some(())
        });
        let main = "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)(document.querySelector('main'))";
        assert_eq!(tab.in_frames(main), [json!(true)], "{link}");
        tab.screenshot("fitted");
        quiet(&tab);
    }
}
