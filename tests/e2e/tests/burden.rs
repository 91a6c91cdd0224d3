//! Risk against burden: the engine's figures, the reader's weight, and what has no value.

use adit::alliance::{ETA, agreements, burden};
use adit::data::{Dataset, embedded, shipped};
use adit::report::{BurdenFigures, BurdenQuestion, MixBurden, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::query;
use adit_e2e::{Browser, Page};
use serde_json::json;

const LINK: &str = "view=alliances&mineral=cobalt&edition=mcs2026&year=2024&importer=EU";

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// What a link's panel shows at a weight, natively.
fn natively(link: &str, indicator: &str, weight: f64) -> BurdenFigures {
    let data = data();
    let sources = Sources {
        data,
        trade: Some(shipped::trade().expect("the shipped trade is sound")),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let state = query::decode(link, data).state;
    let table = table_for(data, &state, state.importer, sources.last_trade_year());
    let case = Case::of(&sources, table, state.importer);
    let burdens = burden::embedded(data).expect("tables");
    let question = BurdenQuestion {
        indicator: burdens.position(indicator).expect("an indicator"),
        weight,
        eta: ETA,
        need: None,
    };
    let agreements = agreements::embedded(data).expect("a table");
    BurdenFigures::of(&sources, &case, &agreements, &burdens, &question)
}

fn open(page: Page) -> Page {
    page.wait("document.querySelector('.progress p')?.textContent === ''");
    page.wait(
        "document.querySelector('#burden-table [data-mix=present] td')?.textContent.includes('.')",
    );
    page
}

/// Risk and burden of a row as they read.
fn row(page: &Page, mix: &str) -> (String, String) {
    let cell = |at: usize| {
        page.text(&format!(
            "#burden-table [data-mix={mix}] td:nth-of-type({at})"
        ))
    };
    (cell(1), cell(2))
}

fn expected(mix: &MixBurden) -> (String, String) {
    let (low, high) = (
        format!("{:.2}", mix.burden_low),
        format!("{:.2}", mix.burden_high),
    );
    let burden = if low == high {
        low
    } else {
        format!("{low} to {high}")
    };
    (format!("{:.2}", mix.risk), burden)
}

fn set(page: &Page, selector: &str, value: &str, event: &str) {
    let (selector, value) = (json!(selector), json!(value));
    page.script(&format!(
        "(() => {{ const field = document.querySelector({selector}); field.value = {value}; \
         field.dispatchEvent(new Event('{event}', {{ bubbles: true }})); }})()"
    ));
}

#[test]
fn the_panel_shows_the_engines_mixes_at_every_weight_and_by_every_indicator() {
    let page = open(Page::open(LINK));
    for indicator in ["hdi", "ihdi", "gii", "bws"] {
        set(&page, "#burden-indicator", indicator, "change");
        for weight in [0.0, 3.0, 12.5] {
            set(&page, "#burden-weight", &weight.to_string(), "change");
            let answer = natively(LINK, indicator, weight).answer.expect("an answer");
            let adjusted = answer.adjusted.expect("a mix");
            let (risk, burden) = expected(&adjusted);
            page.wait(&format!(
                "(() => {{ const cells = document.querySelectorAll('#burden-table [data-mix=adjusted] td'); \
                 return cells[0]?.textContent === {} && cells[1]?.textContent === {}; }})()",
                json!(risk),
                json!(burden)
            ));
            let present = answer.present.expect("a mix");
            assert_eq!(row(&page, "present"), expected(&present), "{indicator}");
            assert_eq!(
                row(&page, "least-risky"),
                expected(&answer.least_risky),
                "{indicator}"
            );
            let finding = page.text("#burden-finding");
            assert!(finding.contains("In this model"), "{finding}");
        }
    }
    page.assert_quiet();
}

#[test]
fn the_weight_is_none_at_first_and_moves_by_keyboard() {
    let page = open(Page::open(LINK));
    let weight = page.script("document.querySelector('#burden-weight').value");
    assert_eq!(weight, json!("0"));
    assert_eq!(row(&page, "adjusted"), row(&page, "least-risky"));
    page.script("document.querySelector('#burden-weight').focus()");
    for _ in 0..6 {
        page.press("ArrowRight");
    }
    page.wait("document.querySelector('#burden-weight').value === '3'");
    page.wait("location.search.includes('weight:3')");
    let adjusted = row(&page, "adjusted");
    assert_ne!(adjusted, row(&page, "least-risky"));
    // Both choices are in the link.
    set(&page, "#burden-indicator", "gii", "change");
    page.wait("location.search.includes('indicator:gii')");
    let adjusted_by_gii = row(&page, "adjusted");
    page.script("location.reload()");
    page.wait_until_usable();
    let page = open(page);
    page.wait(&format!(
        "document.querySelector('#burden-table [data-mix=adjusted] td')?.textContent === {}",
        json!(adjusted_by_gii.0)
    ));
    let chosen = page.script("document.querySelector('#burden-indicator').value");
    assert_eq!(chosen, json!("gii"));
    page.assert_quiet();
}

#[test]
fn the_study_leads_to_the_panel() {
    let page = Page::open("view=study");
    page.wait("document.querySelector('[data-open=burden] a') !== null");
    let link = page.script("document.querySelector('[data-open=burden] a').getAttribute('href')");
    let link = link
        .as_str()
        .expect("a link")
        .trim_start_matches('?')
        .to_owned();
    let page = open(Page::open(&link));
    page.wait("document.activeElement?.id === 'burden'");
    page.assert_quiet();
}

#[test]
fn where_there_is_no_trade_the_panel_says_why() {
    let page = Page::open("view=alliances&mineral=rare-earths&importer=EU");
    page.wait("document.querySelector('.progress p')?.textContent === ''");
    page.wait("document.querySelector('#burden-finding')?.textContent.includes('trade code')");
    let shown = page.script("document.querySelector('.burden canvas').checkVisibility()");
    assert_eq!(shown, json!(false));
    page.assert_quiet();
}

#[test]
fn the_panel_is_accessible_and_nothing_is_wider_than_the_screen() {
    for (width, scheme) in [
        (1280, "light"),
        (1280, "dark"),
        (360, "light"),
        (360, "dark"),
    ] {
        let tab = Browser::shared().tab();
        tab.viewport(width, 900, width < 500);
        tab.system_colours(scheme);
        let page = open(Page::open_in(tab, LINK));
        let wide = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, json!(0), "{width} {scheme}");
        let violations = page.axe();
        assert!(violations.is_empty(), "{width} {scheme}: {violations:?}");
        page.assert_quiet();
    }
}
