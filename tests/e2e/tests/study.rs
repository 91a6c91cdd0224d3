//! The view that checks the study: every claim with the engine's figures, the walk, and links that lead where they say.

use adit::alliance::agreements;
use adit::data::{Dataset, embedded};
use adit::report::{ClaimFigures, StudyFigures};
use adit::state::query;
use adit::study::claims;
use adit_e2e::{Browser, Page};
use serde_json::{Value, json};

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// Every claim as the engine has it.
fn natively() -> Vec<ClaimFigures> {
    let agreements = agreements::embedded(data()).expect("a table");
    let claims = claims::embedded().expect("a table");
    StudyFigures::of(data(), &agreements, &claims).claims
}

fn open() -> Page {
    let page = Page::open("view=study");
    page.wait("document.querySelector('.claim') !== null");
    page
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items
        .filter_map(|one| one.as_str().map(str::to_owned))
        .collect()
}

fn cell(page: &Page, id: &str, row: &str, column: usize) -> String {
    page.text(&format!(
        ".claim[data-claim={id}] tr[data-row={row}] td:nth-of-type({column})"
    ))
}

#[test]
fn every_claim_has_a_card_with_the_engines_figures_and_verdict() {
    let page = open();
    let native = natively();
    let cards = page.script("document.querySelectorAll('.claim').length");
    assert_eq!(cards, json!(native.len()));
    for claim in &native {
        let id = &claim.id;
        let verdict = page.script(&format!(
            "document.querySelector('.claim[data-claim={id}]')?.dataset.verdict ?? null"
        ));
        assert_eq!(verdict, json!(claim.verdict), "{id}");
        if let Some(used) = &claim.used {
            let shown = cell(&page, id, "used", 1);
            assert_eq!(shown, format!("{:.1}%", 100.0 * used.share), "{id}");
            let agrees = cell(&page, id, "used", 3);
            assert_eq!(agrees, if used.agrees { "yes" } else { "no" }, "{id}");
        }
        // A newest figure that is another table than the one used has a row of its own.
        let newest = claim.newest.as_ref();
        if let Some(newest) = newest.filter(|one| {
            claim
                .used
                .as_ref()
                .is_some_and(|used| used.year != one.year)
        }) {
            let shown = cell(&page, id, "newest", 1);
            assert_eq!(shown, format!("{:.1}%", 100.0 * newest.share), "{id}");
        }
        let card = page.text(&format!(".claim[data-claim={id}]"));
        assert!(card.contains("secondary"), "{id}: {card}");
    }
    page.assert_quiet();
}

#[test]
fn the_three_percentages_come_out_of_the_edition_that_the_study_used() {
    let page = open();
    for (id, percent) in [
        ("rare-earths-share", "68.6%"),
        ("tungsten-share", "80.8%"),
        ("cobalt-share", "73.9%"),
    ] {
        assert_eq!(cell(&page, id, "reported", 1), percent, "{id}");
        assert_eq!(cell(&page, id, "used", 1), percent, "{id}");
        let whose = page.text(&format!(".claim[data-claim={id}] tr[data-row=used] th"));
        assert!(
            whose.contains("2024") && whose.contains("2023"),
            "{id}: {whose}"
        );
    }
    page.assert_quiet();
}

#[test]
fn nickel_lithium_and_copper_are_answered_stage_by_stage() {
    let page = open();
    for id in ["nickel-dominance", "lithium-reserves", "copper-reserves"] {
        let stages = page.script(&format!(
            "[...document.querySelectorAll('.claim[data-claim={id}] .stages li')].map(one => one.innerText)"
        ));
        let stages = strings(&stages);
        assert!(stages.len() >= 2, "{id}: {stages:?}");
        assert!(
            stages.iter().all(|one| one.contains('%')),
            "{id}: {stages:?}"
        );
    }
    page.assert_quiet();
}

#[test]
fn the_walk_goes_by_keyboard_and_its_bars_are_told_in_words() {
    let page = open();
    let total = page.text("#walk-place");
    assert!(total.starts_with("Step 1 of "), "{total}");
    let steps: usize = total
        .rsplit(' ')
        .next()
        .and_then(|last| last.parse().ok())
        .expect("a number");
    assert!(steps > 8, "{steps}");
    page.script("document.querySelector('#walk-on').focus()");
    page.press("Enter");
    page.wait("document.querySelector('#walk-place').innerText.startsWith('Step 2 ')");
    let text = page.text("#walk-text");
    assert!(text.contains("68.6%"), "{text}");
    page.wait("document.querySelectorAll('#walk-list li').length > 2");
    let name = page.script("document.querySelector('#walk canvas').getAttribute('aria-label')");
    assert!(
        name.as_str()
            .is_some_and(|name| name.contains("China 68.6%")),
        "{name}"
    );
    for at in 3..=steps {
        page.press("ArrowRight");
        page.wait(&format!(
            "document.querySelector('#walk-place').innerText.startsWith('Step {at} ')"
        ));
        assert!(page.text("#walk-text").len() > 60, "{at}");
    }
    // At the end there is no further step, and the focus stays.
    page.press("ArrowRight");
    let at = page.text("#walk-place");
    assert_eq!(at, format!("Step {steps} of {steps}"));
    let focused = page.script("document.activeElement?.id");
    assert_eq!(focused, json!("walk-on"));
    page.press("ArrowLeft");
    page.wait(&format!(
        "document.querySelector('#walk-place').innerText.startsWith('Step {} ')",
        steps - 1
    ));
    // The step is in the link.
    page.wait(&format!("location.search.includes('step={}')", steps - 1));
    page.script("location.reload()");
    page.wait_until_usable();
    page.wait(&format!(
        "document.querySelector('#walk-place')?.innerText.startsWith('Step {} ')",
        steps - 1
    ));
    page.assert_quiet();
}

#[test]
fn the_links_lead_to_the_state_that_they_name() {
    let page = open();
    let links = page.script(
        "[...document.querySelectorAll('.claim a[href^=\"?\"], .open a[href^=\"?\"]')].map(one => one.getAttribute('href'))",
    );
    let mut links = strings(&links);
    assert!(links.len() > 20, "{} links", links.len());
    for link in &links {
        let read = query::decode(link.split('#').next().unwrap_or_default(), data());
        assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    }
    let map = page.script(
        "document.querySelector('.claim[data-claim=cobalt-share] .links a').getAttribute('href')",
    );
    let map = map.as_str().unwrap_or_default().to_owned();
    assert!(map.contains("edition=mcs2024"), "{map}");
    links.retain(|link| link.contains("view=shock") && link.contains("cobalt"));
    links.truncate(1);
    links.push(map);
    assert_eq!(links.len(), 2, "{links:?}");
    for link in links {
        page.follow(link.trim_start_matches('?'));
        let state = page.state();
        assert_eq!(format!("?{state}"), link);
        assert!(page.notice().is_none(), "{link}: {:?}", page.notice());
    }
    page.assert_quiet();
}

#[test]
fn what_the_study_left_open_says_where_it_is_taken_up() {
    let page = open();
    let open = page.script(
        "[...document.querySelectorAll('[data-open]')].map(one => one.dataset.open + ' ' + one.querySelector('a').getAttribute('href'))",
    );
    let open = strings(&open);
    for (id, view) in [
        ("effectiveness", "view=alliances"),
        ("burden", "#burden"),
        ("counter", "scenario=cut-off"),
        ("overlap", "view=alliances"),
    ] {
        let found = open.iter().find(|one| one.starts_with(id));
        assert!(
            found.is_some_and(|one| one.contains(view)),
            "{id}: {open:?}"
        );
    }
    page.assert_quiet();
}

#[test]
fn the_view_is_accessible_and_nothing_is_wider_than_the_screen() {
    for (width, scheme) in [
        (1280, "light"),
        (1280, "dark"),
        (360, "light"),
        (360, "dark"),
    ] {
        let tab = Browser::shared().tab();
        tab.viewport(width, 900, width < 500);
        tab.system_colours(scheme);
        let page = Page::open_in(tab, "view=study");
        page.wait("document.querySelector('.claim') !== null");
        page.click("#walk-on");
        page.wait("document.querySelectorAll('#walk-list li').length > 2");
        let wide = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, json!(0), "{width} {scheme}");
        let violations = page.axe();
        assert!(violations.is_empty(), "{width} {scheme}: {violations:?}");
        page.assert_quiet();
    }
}
