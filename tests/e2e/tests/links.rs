//! Links: every view that the data hold opens, and every nonsense link opens somewhere sensible.
//!
//! Each link is a real navigation, as from a newspaper's page; one tab is reused, so that a fault
//! shows as the complaint it is and not as a slow run.

use std::path::Path;

use adit::data::{Dataset, embedded};
use adit_e2e::{Browser, Page, Server, eventually};

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// Every fourth view, from the given one on: four tests share the work of all.
fn every_view_opens(from: usize) {
    let data = data();
    let page = Page::open("");
    page.assert_quiet();
    for table in data.tables().iter().skip(from).step_by(4) {
        let mineral = data.mineral(table.mineral);
        let link = format!(
            "mineral={}&stage={}&edition={}&year={}",
            mineral.slug,
            table.stage.slug(),
            data.edition(table.edition).id,
            table.year
        );
        page.follow(&link);
        let title = page.title();
        assert!(
            title.to_lowercase().contains(&mineral.name.to_lowercase()),
            "{link}: the heading {title:?} does not name {}",
            mineral.name
        );
        let tab_title = page.script("document.title");
        assert!(
            tab_title
                .as_str()
                .is_some_and(|text| text.starts_with(&title)),
            "{link}: the window's title {tab_title} does not begin with the heading {title:?}"
        );
        assert!(!page.finding().is_empty(), "{link}: no finding");
        assert_eq!(
            page.notice(),
            None,
            "{link}: a notice about a link that the data hold"
        );
        // What the link leaves out it may leave out; the year is what a reader would look for.
        let shown = page.script("document.querySelector('input[name=year]:checked')?.value ?? ''");
        assert_eq!(
            shown,
            table.year.to_string().as_str(),
            "{link}: another year is shown"
        );
        let again = page.state();
        let differs = !again.is_empty() && !link_says(&link, &again);
        assert!(!differs, "{link}: the page says it is at {again:?}");
    }
    page.assert_quiet();
}

/// Whether each parameter of the normalised link is one that was asked for.
fn link_says(asked: &str, normalised: &str) -> bool {
    normalised
        .split('&')
        .all(|pair| asked.split('&').any(|one| one == pair))
}

#[test]
fn every_view_of_the_data_opens_first_quarter() {
    every_view_opens(0);
}

#[test]
fn every_view_of_the_data_opens_second_quarter() {
    every_view_opens(1);
}

#[test]
fn every_view_of_the_data_opens_third_quarter() {
    every_view_opens(2);
}

#[test]
fn every_view_of_the_data_opens_fourth_quarter() {
    every_view_opens(3);
}

/// A nonsense link; a word that the notice must repeat; where the page ends up.
const NONSENSE: [(&str, &str, &str); 16] = [
    ("mineral=unobtainium", "unobtainium", ""),
    ("mineral=", "mineral", ""),
    ("mineral=COBALT%20", "COBALT", ""),
    ("mineral=lithium&stage=smelt", "smelt", "mineral=lithium"),
    (
        "mineral=lithium&edition=mcs1999",
        "mcs1999",
        "mineral=lithium",
    ),
    ("mineral=lithium&year=soon", "soon", "mineral=lithium"),
    ("mineral=lithium&year=1492", "1492", "mineral=lithium"),
    ("mineral=lithium&year=-2023", "-2023", "mineral=lithium"),
    (
        "mineral=lithium&year=99999999999999999999",
        "99999",
        "mineral=lithium",
    ),
    ("mineral=lithium&country=ATL", "ATL", "mineral=lithium"),
    ("mineral=lithium&theme=plaid", "plaid", "mineral=lithium"),
    (
        "mineral=lithium&mineral=copper",
        "mineral",
        "mineral=lithium",
    ),
    ("mineral=lithium&minral=copper", "minral", "mineral=lithium"),
    ("%", "%", ""),
    ("mineral=%FF%FE", "mineral", ""),
    ("<script>document.title=1</script>", "script", ""),
];

#[test]
fn a_nonsense_link_opens_with_a_notice_at_the_nearest_sensible_view() {
    let page = Page::open("");
    for (link, word, state) in NONSENSE {
        page.follow(link);
        let notice = page.notice().unwrap_or_else(|| panic!("{link}: no notice"));
        assert!(
            notice.contains(word),
            "{link}: {word:?} is not in the notice {notice:?}"
        );
        assert_eq!(page.state(), state, "{link}");
        assert!(
            !page.title().is_empty() && !page.finding().is_empty(),
            "{link}"
        );
    }
    page.assert_quiet();
}

#[test]
fn a_notice_can_be_dismissed() {
    let page = Page::open("mineral=unobtainium");
    assert!(page.notice().is_some());
    page.click("#notice button");
    assert_eq!(page.notice(), None);
}

#[test]
fn what_other_sites_add_to_a_link_is_no_mistake() {
    let page = Page::open("utm_source=paper&mineral=lithium&fbclid=abc");
    assert_eq!(page.notice(), None);
    assert_eq!(page.state(), "mineral=lithium");
    page.assert_quiet();
}

#[test]
fn a_link_to_another_view_never_shows_the_default_one_as_its_answer() {
    let tab = Browser::shared().tab();
    // Every frame of the first second writes down which mineral a reader could have read.
    tab.before_each_document(
        "addEventListener('DOMContentLoaded', () => { window.seen = new Set(); const look = () => {
            const title = [...document.querySelectorAll('h1')].find(one => one.checkVisibility());
            if (title) seen.add(title.innerText.split(':')[0]);
            if (performance.now() < 3000) requestAnimationFrame(look); }; look(); })",
    );
    let page = Page::open_in(tab, "mineral=lithium");
    assert_eq!(page.script("[...seen].join()"), "Lithium");
}

#[test]
fn the_program_of_all_views_takes_the_maps_place_in_the_same_document() {
    let page = Page::open("mineral=lithium");
    let before = (page.title(), page.finding(), page.table());
    page.script("window.stays = true; adit.desk().then(() => null)");
    page.wait_for_state("mineral=lithium");
    assert_eq!((page.title(), page.finding(), page.table()), before);
    page.click_country("AUS");
    page.wait_for_state("mineral=lithium&country=AUS");
    page.wait("location.search === '?mineral=lithium&country=AUS'");
    page.back();
    page.wait_for_state("mineral=lithium");
    assert_eq!(page.script("window.stays"), true, "another document came");
    page.assert_quiet();
}

#[test]
fn a_step_is_kept_when_the_reader_goes_on_before_the_address_tells_it() {
    let choose = "document.querySelector('[name=stage][value=refine]').click();";
    // To a place of the page.
    let page = Page::open("mineral=lithium");
    page.script(&format!(
        "{choose} document.querySelector('a.skip').click()"
    ));
    page.wait("location.search === '?mineral=lithium&stage=refine'");
    page.wait_for_state("mineral=lithium&stage=refine");
    // To a next step: each has an entry of its own.
    let mine = "document.querySelector('[name=stage][value=mine]').click();";
    page.script(&format!("window.before = history.length; {mine} {choose}"));
    page.wait("history.length === before + 2");
    page.wait_for_state("mineral=lithium&stage=refine");
    page.back();
    page.wait_for_state("mineral=lithium");
    // To the program of all views.
    page.script(&format!("{choose} adit.desk().then(() => null)"));
    page.wait("location.search === '?mineral=lithium&stage=refine'");
    page.wait_for_state("mineral=lithium&stage=refine");
    // To another view.
    page.script(&format!(
        "{mine} document.querySelector('nav a[href*=\"view=minerals\"]').click()"
    ));
    page.wait("document.documentElement.dataset.state.startsWith('view=minerals')");
    page.back();
    page.wait_for_state("mineral=lithium");
    page.assert_quiet();
}

#[test]
fn the_window_for_sharing_opens_over_the_map_and_holds_the_link_of_the_view() {
    let page = Page::open("mineral=lithium&country=AUS");
    page.click("#share");
    page.wait("document.querySelector('dialog.share-window')?.open");
    page.wait("document.querySelector('#link')?.value.endsWith('/?mineral=lithium&country=AUS')");
    page.screenshot("share");
    page.press("Escape");
    page.wait("!document.querySelector('dialog.share-window').open");
    assert_eq!(page.state(), "mineral=lithium&country=AUS");
    // A second time, and over another view.
    page.follow("view=dependence&importer=JPN");
    page.click("#share");
    page.wait("document.querySelector('#link')?.value.includes('importer=JPN')");
    page.click("#share-close");
    page.wait("!document.querySelector('dialog.share-window').open");
    page.assert_quiet();
}

#[test]
fn in_a_frame_without_an_origin_whose_address_cannot_change_the_back_button_works() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hosts");
    let host = Server::start(&folder, None);
    let tab = Browser::shared().tab();
    tab.watch_frames();
    let page = format!("{}?mineral=lithium", Server::page().base());
    tab.go(&format!("{}none.html?src=about:blank", host.base()));
    tab.script(&format!(
        "frame.sandbox = 'allow-scripts'; frame.height = 800; frame.src = {page:?};"
    ));
    let state = "document.documentElement.dataset.state ?? ''";
    let is_at = |wanted: &str| {
        eventually(&format!("the frame to be at {wanted:?}"), || {
            let states = tab.in_frames(state);
            states
                .last()
                .is_some_and(|state| state == wanted)
                .then_some(())
        });
    };
    is_at("mineral=lithium");
    // What is chosen stays chosen, however often: a frame that is still coming hears no click.
    let click = "document.querySelector('[name=stage][value=refine]')?.click()";
    eventually("the frame to be chosen in", || {
        tab.in_frames(click);
        let states = tab.in_frames(state);
        let refined = states
            .last()
            .is_some_and(|state| state == "mineral=lithium&stage=refine");
        refined.then_some(())
    });
    tab.in_frames("document.querySelector('a.skip').click()");
    is_at("mineral=lithium&stage=refine");
    tab.script("history.back()");
    tab.script("history.back()");
    is_at("mineral=lithium");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
