//! The view of scenarios: told, changed, undone, held side by side, and what they come to.

use adit::data::{Dataset, Trade, embedded, shipped};
use adit::report::stage_tables;
use adit::risk::importer::Sources;
use adit::scenario::presets::{Origin, presets};
use adit::scenario::{Assumptions, Exposed, text};
use adit::state::query;
use adit_e2e::{Browser, Page};
use serde_json::json;

const GALLIUM: &str = "view=shock&mineral=gallium&edition=mcs2026&year=2024\
    &scenario=cut-off:CHN:gallium:both:50:2025-01:12";

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

fn open(link: &str) -> Page {
    let page = Page::open(link);
    page.wait("document.querySelector('.progress p')?.textContent === ''");
    page
}

fn value(page: &Page, key: &str) -> String {
    page.text(&format!(".key[data-figure={key}] strong"))
}

/// What a link's scenario comes to, natively.
fn exposed(link: &str) -> Exposed {
    let data = data();
    let trade: &Trade = shipped::trade().expect("the shipped trade is sound");
    let sources = Sources {
        data,
        trade: Some(trade),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let state = query::decode(link, data).state;
    let importer = state.importer.or_else(|| data.importer_by_code("EU"));
    let told = state.scenario.expect("a scenario in the link");
    let read = text::decode(told.as_str(), data);
    assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    let tables = stage_tables(data, &state, importer, sources.last_trade_year());
    let assumptions = state.assume.map_or_else(Assumptions::default, |text| {
        Assumptions::parse(text.as_str()).0
    });
    Exposed::of(&sources, &tables, importer, &read.scenario, &assumptions).expect("a market")
}

#[test]
fn the_page_comes_to_the_engines_figures() {
    for link in [
        GALLIUM,
        "view=shock&mineral=cobalt&edition=mcs2026&year=2024&importer=CHN&scenario=cut-off:COD:cobalt:both:60:2025-02:8",
        "view=shock&mineral=copper&edition=mcs2026&year=2024&importer=JPN&scenario=strike:CHL:copper:mine:80:2025-02:3&assume=es:0.4,ed:0.5",
        "view=shock&mineral=rare-earths&edition=mcs2026&year=2024&importer=USA&scenario=cut-off:CHN:rare-earths:both:100:2025-02:3:USA",
    ] {
        let page = open(link);
        let exposed = exposed(link);
        let found = exposed.outcome.worst_month();
        let price = found.market.price().expect("a price");
        let shown = value(&page, "price");
        assert!(
            shown.contains(&format!("{price:.2}")) || shown.contains(&format!("{price:.1}")),
            "{link}: {shown}, natively {price}"
        );
        let percent = |part: f64| format!("{:.1}%", part * 100.0);
        assert_eq!(
            value(&page, "shortfall"),
            percent(found.shortfall()),
            "{link}"
        );
        assert_eq!(
            value(&page, "world_loss"),
            percent(found.world_shortfall()),
            "{link}"
        );
        let year = exposed.outcome.worst_year.shortfall;
        assert_eq!(value(&page, "worst_year"), percent(year), "{link}");
        // Every month of the table is the engine's.
        let used = page.script(
            "[...document.querySelectorAll('#path-table tbody tr')].map(row => row.cells[1].textContent)",
        );
        let used: Vec<&str> = used
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|cell| cell.as_str())
            .collect();
        assert_eq!(used.len(), 120, "{link}");
        for (month, shown) in (0..).zip(used) {
            assert_eq!(
                shown,
                percent(exposed.outcome.month(month).used),
                "{link}: month {month}"
            );
        }
        page.assert_quiet();
    }
}

#[test]
fn every_event_opens_with_its_source_and_speaks_of_the_model() {
    let page = open("view=shock");
    let known = presets(data());
    assert!(known.len() > 15, "{} events", known.len());
    for preset in known {
        let id = json!(preset.id);
        page.script(&format!(
            "(() => {{ const list = document.querySelector('#preset'); list.value = {id}; \
             list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
        page.wait(&format!(
            "document.querySelector('#preset').value === {id} && \
             document.querySelector('#preset-account')?.textContent.length > 20"
        ));
        page.wait("document.querySelector('.progress p')?.textContent === ''");
        let account = page.text("#preset-account");
        match &preset.origin {
            Origin::Event { source, .. } => {
                assert!(account.contains(source.as_str()), "{id}: {account}");
            }
            Origin::Imagined => assert!(account.contains("Imagined"), "{id}: {account}"),
        }
        assert!(
            page.finding().contains("n this model"),
            "{id}: {}",
            page.finding()
        );
        let unmarked = page.script(
            "[...document.querySelectorAll('.keys .key dd')].filter(key => !key.textContent.includes('in this model')).length",
        );
        assert_eq!(unmarked, json!(0), "{id}");
        let steps = page.script("document.querySelectorAll('.step').length");
        assert_eq!(steps, json!(preset.scenario.steps.len()), "{id}");
        let problems = page.script("document.querySelector('#scenario-problems') === null");
        assert_eq!(problems, json!(true), "{id}");
    }
    page.assert_quiet();
}

#[test]
fn a_step_is_added_by_keyboard_alone_and_a_wrong_one_says_what_to_do() {
    let page = open("view=shock&mineral=cobalt");
    page.script("document.querySelector('#add-step').focus()");
    page.press("Enter");
    page.wait("document.activeElement?.id === 'step-kind'");
    // Kind, who, minerals, stage: kept. Then the size.
    for _ in 0..4 {
        page.press("Tab");
    }
    page.wait("document.activeElement?.id === 'step-size'");
    page.script("document.activeElement.select()");
    page.type_text("-20");
    page.press("Enter");
    page.wait("document.activeElement?.id === 'step-wrong'");
    let wrong = page.text("#step-wrong");
    assert!(wrong.contains("size") && wrong.contains("-20"), "{wrong}");
    assert_eq!(
        page.script("document.querySelectorAll('.step').length"),
        json!(0)
    );
    page.script("document.querySelector('#step-size').focus()");
    page.script("document.activeElement.select()");
    page.type_text("40");
    page.press("Enter");
    page.wait("document.querySelectorAll('.step').length === 1");
    let state = page.state();
    assert!(
        state.contains("scenario=cut-off:COD:cobalt:both:40:"),
        "{state}"
    );
    assert!(page.text(".step").contains("40%"), "{}", page.text(".step"));
    page.assert_quiet();
}

#[test]
fn steps_move_switch_and_go_and_every_change_can_be_undone_and_redone() {
    let two = format!("{GALLIUM};new-refinery:DEU:gallium:refine:10:2026-01:-");
    let page = open(&two);
    let start = page.state();
    let order = |page: &Page| {
        let texts = page
            .script("[...document.querySelectorAll('.step .says')].map(step => step.innerText)");
        texts.to_string()
    };
    let first = order(&page);
    page.click(".step:nth-child(2) button[aria-label='Move step 2 up']");
    page.wait("document.querySelector('.step .says').innerText.includes('Germany')");
    let moved = page.state();
    assert_ne!(moved, start);
    page.click(".step:nth-child(1) input[type=checkbox]");
    page.wait("document.querySelector('.step').classList.contains('off')");
    let off = page.state();
    assert!(off.contains("scenario=!new-refinery"), "{off}");
    page.click(".step:nth-child(2) button[aria-label='Remove step 2']");
    page.wait("document.querySelectorAll('.step').length === 1");
    let one = page.state();
    for before in [&off, &moved, &start] {
        page.click("#undo");
        page.wait_for_state(before);
    }
    assert_eq!(order(&page), first);
    for after in [&moved, &off, &one] {
        page.click("#redo");
        page.wait_for_state(after);
    }
    // The back button and a reload keep what the link says; the address follows the frame.
    page.wait("!location.search.includes('cut-off')");
    page.back();
    page.wait_for_state(&off);
    page.script("location.reload()");
    page.wait_until_usable();
    page.wait_for_state(&off);
    page.wait("document.querySelectorAll('.step').length === 2");
    page.assert_quiet();
}

#[test]
fn two_scenarios_stand_side_by_side_and_both_are_in_the_link() {
    let page = open(GALLIUM);
    let held = value(&page, "price");
    page.click("#hold");
    page.wait("document.querySelector('#beside table') !== null");
    page.click(".step button[aria-label='Change step 1']");
    page.wait("document.activeElement?.id === 'step-kind'");
    page.script("document.querySelector('#step-size').focus()");
    page.script("document.activeElement.select()");
    page.type_text("25");
    page.press("Enter");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=price] strong').textContent !== {}",
        json!(held)
    ));
    let row = page.text("#beside tbody tr");
    assert!(
        row.contains(&held) && row.contains(&value(&page, "price")),
        "{row}"
    );
    let state = page.state();
    assert!(
        state.contains("both:25:") && state.contains("against=cut-off:CHN:gallium:both:50"),
        "{state}"
    );
    page.click("#swap");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=price] strong').textContent === {}",
        json!(held)
    ));
    page.click("#let-go");
    page.wait("document.querySelector('#beside table') === null");
    assert!(!page.state().contains("against"), "{}", page.state());
    page.assert_quiet();
}

#[test]
fn an_assumption_moves_the_figures_and_stands_in_the_link_and_the_sentence() {
    let page = open(GALLIUM);
    let before = value(&page, "price");
    page.script("document.querySelector('#assume-ed').focus()");
    page.script("document.activeElement.select()");
    page.type_text("0.6");
    page.press("Enter");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=price] strong').textContent !== {}",
        json!(before)
    ));
    assert!(page.state().contains("assume=ed:0.6"), "{}", page.state());
    assert!(
        page.text("#assuming").contains("ed 0.6"),
        "{}",
        page.text("#assuming")
    );
    page.click("#as-usual");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=price] strong').textContent === {}",
        json!(before)
    ));
    page.assert_quiet();
}

#[test]
fn nonsense_is_named_with_its_remedy_and_the_rest_counts() {
    for (scenario, named) in [
        ("cut-off:CHN:gallium:both:-5:2025-01:12", "-5"),
        ("cut-off:XXX:gallium:both:50:2025-01:12", "XXX"),
        ("cut-off:CHN:gallium:both:50:2025-06/2025-01", "2025-01"),
        ("cutoff:CHN:gallium:both:50:2025-01:12", "cut-off"),
        ("cut-off:CHN:unobtainium:both:50:2025-01:12", "unobtainium"),
        ("hello", "hello"),
    ] {
        let good = "strike:RUS:gallium:refine:50:2025-01:3";
        let page = open(&format!(
            "view=shock&mineral=gallium&scenario={scenario};{good}"
        ));
        let problems = page.text("#scenario-problems");
        assert!(problems.contains(named), "{scenario}: {problems}");
        let steps = page.script("document.querySelectorAll('.step').length");
        assert_eq!(steps, json!(1), "{scenario}: the other step counts");
        page.assert_quiet();
    }
    let many = vec!["strike:RUS:gallium:refine:1:2025-01:3"; 200].join(";");
    let page = open(&format!("view=shock&mineral=gallium&scenario={many}"));
    assert!(
        page.text("#scenario-problems").contains("200"),
        "{}",
        page.text("#scenario-problems")
    );
    page.assert_quiet();
}

#[test]
fn where_every_supplier_stops_nothing_is_left_to_buy() {
    let all = "conflict:CHN:gallium:refine:100:2025-01:12;conflict:RUS:gallium:refine:100:2025-01:12;conflict:JPN:gallium:refine:100:2025-01:12;conflict:KOR:gallium:refine:100:2025-01:12";
    let page = open(&format!(
        "view=shock&mineral=gallium&edition=mcs2026&year=2024&scenario={all}"
    ));
    assert!(page.finding().contains("left to buy"), "{}", page.finding());
    assert_eq!(value(&page, "shortfall"), "100.0%");
    page.assert_quiet();
}

#[test]
fn the_view_is_accessible_and_nothing_is_wider_than_the_screen() {
    for (width, scheme) in [
        (1280, "light"),
        (1280, "dark"),
        (768, "light"),
        (360, "light"),
        (360, "dark"),
    ] {
        let tab = Browser::shared().tab();
        tab.viewport(width, 900, width < 500);
        tab.system_colours(scheme);
        let page = Page::open_in(
            tab,
            &format!("{GALLIUM}&against=cut-off:CHN:gallium:both:25:2025-01:6"),
        );
        page.wait("document.querySelector('.progress p')?.textContent === ''");
        page.click(".step button[aria-label='Change step 1']");
        page.wait("document.activeElement?.id === 'step-kind'");
        let wide = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, json!(0), "{width} {scheme}");
        let violations = page.axe();
        assert!(violations.is_empty(), "{width} {scheme}: {violations:?}");
        page.assert_quiet();
    }
}

#[test]
fn the_most_exposed_are_listed_and_lead_on() {
    let page = open("view=shock&mineral=cobalt&scenario=licence-delay:CHN:led:both:50:2025-01:6");
    page.wait("document.querySelectorAll('#exposed-minerals tbody tr').length > 3");
    let parts = page.script("[...document.querySelectorAll('#exposed-minerals td')].map(cell => parseFloat(cell.textContent))");
    let parts: Vec<f64> = parts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    assert!(
        parts.is_sorted_by(|one, other| one >= other) && parts[0] > 0.0,
        "{parts:?}"
    );
    let link = page.script("document.querySelector('#exposed-minerals a').getAttribute('href')");
    let link = link.as_str().unwrap_or_default();
    assert!(
        link.contains("view=shock") && link.contains("scenario="),
        "{link}"
    );
    page.assert_quiet();
}

#[test]
fn who_holds_back_its_exports_is_not_listed_as_lacking_them_and_is_told_so() {
    let scenario = "scenario=cut-off:COD:cobalt:both:60:2025-02:8";
    let page = open(&format!("view=shock&mineral=cobalt&{scenario}"));
    page.wait("document.querySelectorAll('#exposed-importers tbody tr').length > 3");
    let lacking = page.text("#exposed-importers");
    assert!(!lacking.contains("DR Congo"), "{lacking}");
    assert!(!page.text(".keys").contains("holds back"));
    page.assert_quiet();
    let page = open(&format!(
        "view=shock&mineral=cobalt&importer=COD&{scenario}"
    ));
    assert!(
        page.text(".keys").contains("holds back exports here"),
        "{}",
        page.text(".keys")
    );
    page.assert_quiet();
}
