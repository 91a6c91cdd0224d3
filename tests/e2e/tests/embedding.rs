//! A figure alone, how it is dressed, and the code that puts it into an article.

use std::path::Path;

use adit::state::presentation::WHOLE;
use adit::state::{Presentation, View};
use adit_e2e::{Browser, Page, Server, eventually};
use serde_json::{Value, json};

/// What of the page's panels a reader sees, by their words.
const SEEN: &str = "[...document.querySelectorAll('.panel[data-part], .walk, .open, .claim')]\
    .filter(one => one.checkVisibility()).map(one => one.dataset.part)";

fn words(value: &Value) -> Vec<String> {
    let list = value.as_array().into_iter().flatten();
    let words = list.filter_map(Value::as_str).map(str::to_owned);
    words.collect()
}

/// A link that shows something in every figure of a view.
fn link(view: View) -> &'static str {
    match view {
        View::Shock => "&mineral=gallium&scenario=cut-off:CHN:gallium:both:80:2025-01:12",
        View::Alliances => "&mineral=lithium",
        _ => "",
    }
}

#[test]
fn each_figure_of_each_view_stands_alone_with_its_finding_and_its_source() {
    let page = Page::open("");
    for view in View::ALL {
        for part in Presentation::parts(view) {
            let query = format!("view={}{}&embed={part}", view.word(), link(view));
            page.follow(&query);
            assert_eq!(page.notice(), None, "{query}");
            let seen = words(&page.script(SEEN));
            // Some have nothing to show at every link; none shows another in its place.
            assert!(
                seen.iter()
                    .all(|one| one.split(' ').any(|word| word == part)),
                "{query}: {seen:?}"
            );
            let head = "document.querySelector('.top').checkVisibility()";
            assert_eq!(page.script(head), false, "{query}");
            assert!(page.text(".foot").contains("Explore in Adit"), "{query}");
        }
    }
    page.assert_quiet();
}

#[test]
fn a_figure_that_the_view_does_not_have_is_named_and_the_whole_view_shown() {
    for query in ["embed=nonsense", "embed=path", "view=minerals&embed=keys"] {
        let page = Page::open(query);
        let word = query.rsplit('=').next().unwrap_or_default();
        let notice = page.notice().unwrap_or_default();
        assert!(notice.contains(word), "{query}: {notice:?}");
        assert!(
            page.state().ends_with("embed=view"),
            "{query}: {}",
            page.state()
        );
        eventually("the whole view", || {
            (words(&page.script(SEEN)).len() > 1).then_some(())
        });
        page.assert_quiet();
    }
}

#[test]
fn the_way_to_the_whole_page_leads_there_and_links_inside_stay_dressed() {
    let page = Page::open("mineral=lithium&country=AUS&theme=dark&embed=keys&transparent=true");
    let full = page.script("document.querySelector('.foot a').getAttribute('href')");
    assert_eq!(full, "?mineral=lithium&country=AUS&theme=dark");
    let target =
        "[document.querySelector('.foot a').target, document.querySelector('.foot a').rel]";
    assert_eq!(page.script(target), json!(["_blank", "noopener"]));
    let inside = page.script("document.querySelector('.keys a').getAttribute('href')");
    let inside = inside.as_str().unwrap_or_default();
    assert!(inside.contains("&embed=keys&transparent=true"), "{inside}");
    page.follow("view=study&embed=claims&plain=true");
    let inside = page.script("document.querySelector('.claim .links a').getAttribute('href')");
    let inside = inside.as_str().unwrap_or_default();
    assert!(inside.contains("embed=view&plain=true"), "{inside}");
}

#[test]
fn each_dress_takes_away_what_it_says() {
    let seen = |page: &Page, selector: &str| {
        page.script(&format!(
            "[...document.querySelectorAll('{selector}')].some(one => one.checkVisibility())"
        )) == true
    };
    let page = Page::open("embed=map");
    assert!(seen(&page, ".zoom") && seen(&page, ".foot .share") && !seen(&page, ".bar"));
    page.follow("embed=map&controls=false");
    assert!(!seen(&page, ".zoom") && !seen(&page, ".foot .share"));
    assert!(seen(&page, ".foot"), "the source goes");
    page.follow("embed=map&controls=true");
    assert!(seen(&page, ".bar"));
    page.follow("embed=view");
    assert!(seen(&page, ".bar"));
    page.follow("embed=map&plain=true");
    assert!(!seen(&page, ".foot"));
    let finding = page.script("document.querySelector('#finding').getBoundingClientRect().right");
    assert!(finding.as_f64() < Some(2000.0) && !page.finding().is_empty());
    page.follow("embed=map&transparent=true");
    assert_eq!(
        page.script("getComputedStyle(document.documentElement).backgroundColor"),
        "rgba(0, 0, 0, 0)"
    );
    page.assert_quiet();
}

#[test]
fn a_still_picture_of_the_first_view_needs_no_program() {
    let tab = Browser::shared().tab();
    tab.go(&format!("{}?embed=map&static=true", Server::page().base()));
    tab.script("new Promise(done => setTimeout(done, 500))");
    let fetched =
        "performance.getEntriesByType('resource').filter(one => /wasm|page/.test(one.name)).length";
    assert_eq!(tab.script(fetched), 0);
    let drawn = "[...document.querySelectorAll('#map [data-c]')].filter(one => \
                 one.getBoundingClientRect().width > 0).length > 150";
    assert_eq!(tab.script(drawn), true);
    let dead = "[...document.querySelectorAll('input, select, button')].filter(one => \
                one.checkVisibility()).length";
    assert_eq!(tab.script(dead), 0, "controls without code");
    tab.screenshot("still");
    tab.assert_quiet(Server::page().base());
}

#[test]
fn figures_alone_break_no_rule_of_accessibility() {
    let links = [
        "embed=map",
        "embed=ranking",
        "view=dependence&embed=flows",
        "view=study&embed=cobalt-share",
        "embed=map&plain=true",
        "embed=view",
    ];
    for scheme in ["light", "dark"] {
        let tab = Browser::shared().tab();
        tab.viewport(640, 600, false);
        tab.system_colours(scheme);
        let page = Page::open_in(tab, "embed=map");
        for link in links {
            page.follow(link);
            assert_eq!(page.axe(), [], "{link} in {scheme}");
        }
    }
}

/// Opens the window for sharing at a link.
fn sharing(query: &str) -> Page {
    let page = Page::open(query);
    page.click("#share");
    page.wait("document.querySelector('#embed-code')?.value.includes('<iframe')");
    page
}

fn choose(page: &Page, selector: &str, value: &str) {
    page.script(&format!(
        "(() => {{ const one = document.querySelector('{selector}'); one.value = {}; \
         one.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(value)
    ));
}

fn code(page: &Page) -> String {
    let code = page.script("document.querySelector('#embed-code').value");
    code.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_window_for_sharing_makes_the_code_of_a_figure_and_measures_its_height() {
    let page = sharing("mineral=lithium");
    choose(&page, "#embed-part", "ranking");
    page.wait("document.querySelector('#embed-code').value.includes('embed=ranking')");
    assert!(
        code(&page).contains("title=\"Lithium: where it is mined &#8211; Who supplies it\""),
        "{}",
        code(&page)
    );
    assert!(code(&page).contains("loading=\"lazy\""));
    page.script("document.querySelector('[data-flag=plain]').click()");
    page.wait(
        "document.querySelector('#embed-code').value.includes('embed=ranking&amp;plain=true')",
    );
    page.click("#embed-show");
    // The figure, and not what stands in for it.
    page.wait(
        "(height => height > 250 && height !== 560 && document.querySelector('#embed-code').value\
         .includes(`height=\"${height}\"`))(document.querySelector('#embed-preview').clientHeight)",
    );
    let height = page.script("document.querySelector('#embed-preview').clientHeight");
    assert!(
        code(&page).contains(&format!("height=\"{height}\"")),
        "{height}: {}",
        code(&page)
    );
    page.screenshot("share-embed");
    choose(&page, "#embed-frozen", "frozen");
    page.wait(
        "document.querySelector('#embed-code').value.includes('edition=mcs2026&amp;year=2025')",
    );
    choose(&page, "#embed-heights", "fit");
    page.wait("document.querySelector('#embed-code').value.includes('fit=true')");
    assert!(
        code(&page).contains("</iframe>\n<p><a href="),
        "{}",
        code(&page)
    );
    assert_eq!(page.axe(), []);
    page.assert_quiet();
}

#[test]
fn the_code_works_in_an_old_listeners_page() {
    let page = sharing("mineral=lithium");
    choose(&page, "#embed-part", "trend");
    page.wait("document.querySelector('#embed-code').value.includes('embed=trend')");
    let hosts = Server::start(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hosts"),
        None,
    );
    let tab = Browser::shared().tab();
    tab.watch_frames();
    tab.go(&format!(
        "{}datawrapper-old.html?src=about:blank",
        hosts.base()
    ));
    tab.script(&format!(
        "document.body.replaceChildren(document.createRange().createContextualFragment({}))",
        json!(code(&page).replace(" loading=\"lazy\"", ""))
    ));
    tab.wait("document.querySelector('iframe').style.height !== ''");
}

#[test]
fn a_cards_page_has_its_picture_its_words_and_the_way_to_the_live_view() {
    let base = Server::page().base();
    let tab = Browser::shared().tab();
    tab.scripts_off();
    let html = std::fs::read_to_string(adit_e2e::server::dist().join("share/minerals.html"))
        .expect("the build writes it");
    assert!(
        html.contains("<meta property=\"og:title\"") && html.contains("alt=\""),
        "{html}"
    );
    tab.go(&format!("{base}share/minerals.html"));
    tab.wait("location.search === '?view=minerals'");
    // A picture of the size that cards have.
    let png =
        std::fs::read(adit_e2e::server::dist().join("share/minerals.png")).expect("a picture");
    assert_eq!(
        png.get(16..24),
        Some([0, 0, 4, 0xb0, 0, 0, 2, 0x74].as_slice())
    );
    assert_eq!(WHOLE, "view");
}
