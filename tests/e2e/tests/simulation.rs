//! The simulation of a scenario: in a worker or on the page, under way, stopped, and the same wherever it is drawn.

use std::thread;
use std::time::Duration;

use adit::data::{Dataset, embedded, shipped};
use adit::figure::Simulated;
use adit::i18n::EN_SHOCK;
use adit::report::{Shock, ShockDraws};
use adit::risk::importer::Sources;
use adit::risk::intervals::SEED;
use adit::scenario::simulation::OUTER;
use adit::scenario::{Assumptions, text};
use adit::state::{Text, query};
use adit_e2e::{Browser, Page, Server, Tab, server};

const LINK: &str =
    "view=shock&mineral=cobalt&importer=EU&scenario=cut-off:COD:cobalt:mine:50:2026-01:12";
/// Draws on the page's own thread until something is drawn, then stops it.
const STOP_AT_FIRST_FIGURES: &str = "(() => { const watch = () => { \
    const panel = document.querySelector('#simulated'), button = document.querySelector('#simulate'); \
    if (panel && !panel.hidden && button.textContent === 'Stop') button.click(); else setTimeout(watch, 0); }; \
    addEventListener('DOMContentLoaded', watch); })()";

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// A link's simulation as the command line has it, of so many outer draws.
fn native(link: &str, draws: u32) -> Simulated {
    let data = data();
    let state = query::decode(link, data).state;
    let importer = state.importer.or_else(|| data.importer_by_code("EU"));
    let sources = Sources {
        data,
        trade: Some(shipped::trade().expect("the shipped trade is sound")),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let scenario = text::decode(state.scenario.map_or("", Text::as_str), data).scenario;
    let (assumptions, _) = Assumptions::parse(state.assume.map_or("", Text::as_str));
    let draws = ShockDraws {
        seed: state.seed.map_or(SEED, u64::from),
        draws,
    };
    let shock = Shock::of(&sources, &state, importer, &scenario, &assumptions, draws);
    let summary = shock.expect("a market").simulation.expect("draws");
    let name = importer.map_or("", |one| data.importer_name(one));
    Simulated::build(&summary, name, &EN_SHOCK)
}

/// Figures as they read: each with its name, value and bands.
fn expected(simulated: &Simulated) -> Vec<String> {
    let keys = simulated.keys.iter();
    let keys = keys.map(|key| format!("{}|{}|{}", key.name, key.value, key.meaning.join("|")));
    let rest = [simulated.rests_on.clone(), simulated.world.clone()];
    let rows = simulated.rows.iter();
    let rows = rows.map(|(step, part)| format!("{step}|{part}"));
    keys.chain(rest).chain(rows).collect()
}

/// The same as the page has them.
fn shown(tab: &Tab) -> Vec<String> {
    let found = tab.script(
        "(() => { const texts = (of, ...parts) => parts.flatMap(part => [...of.querySelectorAll(part)]) \
         .map(one => one.textContent).join('|'), panel = document.querySelector('#simulated'); \
         return [...[...panel.querySelectorAll('.key')].map(key => texts(key, 'dt', 'strong', 'dd > span')), \
         panel.querySelector('p').textContent, document.querySelector('#simulated-world').textContent, \
         ...[...panel.querySelectorAll('tbody tr')].map(row => texts(row, 'th', 'td'))]; })()",
    );
    let texts = found.as_array().into_iter().flatten();
    texts
        .map(|text| text.as_str().unwrap_or_default().to_owned())
        .collect()
}

fn status(tab: &Tab) -> String {
    let text = tab.script("document.querySelector('#simulation-status').textContent");
    text.as_str().unwrap_or_default().to_owned()
}

fn wait_for_status(tab: &Tab, part: &str) {
    tab.wait(&format!(
        "document.querySelector('#simulation-status')?.textContent.includes({part:?}) === true"
    ));
}

fn wait_until_done(tab: &Tab) {
    wait_for_status(tab, "Done");
}

fn are_there_figures(tab: &Tab) -> bool {
    tab.script("!document.querySelector('#simulated').hidden") == true
}

#[test]
fn a_worker_draws_the_native_engines_figures_by_itself_while_the_page_answers() {
    let tab = Browser::shared().tab();
    // The progress that is shown, and the frames that are painted meanwhile.
    tab.before_each_document(
        "window.seen = new Set(); window.frames = 0; window.workers = 0; \
         window.Worker = class extends Worker { constructor(...all) { super(...all); window.workers += 1; } }; \
         const look = () => { const bar = document.querySelector('#simulation-progress'); \
         if (bar && !bar.closest('p').hidden) { seen.add(bar.value); window.painted = (window.painted ?? 0) + 1; } \
         requestAnimationFrame(look); }; requestAnimationFrame(look);",
    );
    let page = Page::open_in(tab, LINK);
    wait_until_done(&page);
    let native = native(LINK, OUTER);
    assert_eq!(shown(&page), expected(&native));
    assert!(page.script("window.workers").as_u64() >= Some(1));
    assert!(page.script("seen.size").as_u64() > Some(3), "progress");
    assert!(page.script("window.painted").as_u64() > Some(10), "frames");
    assert_eq!(
        page.script("document.querySelector('#on-page').hidden"),
        true
    );
    let name = page.script("document.querySelector('.losses canvas').ariaLabel");
    assert_eq!(name, native.losses.summary.as_str());
    let (mean, band) = &native.monthly;
    let columns = page.script("document.querySelector('#path-table thead tr').cells.length");
    assert_eq!(columns, 5);
    let worst = page.script("document.querySelector('#path-table tbody tr').cells[2].textContent");
    assert_eq!(worst, format!("{:.1}%", mean.use_left[0] * 100.0).as_str());
    assert!(band[0].0 <= mean.use_left[0] && mean.use_left[0] <= band[0].1);
    page.assert_quiet();
}

#[test]
fn stopping_keeps_the_figures_so_far_and_nothing_is_drawn_until_something_changes() {
    let tab = Browser::shared().tab();
    tab.before_each_document(STOP_AT_FIRST_FIGURES);
    let page = Page::open_in(tab, LINK);
    wait_for_status(&page, "Stopped");
    let said = status(&page);
    let outer = said
        .split_once("first ")
        .and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
    let outer: u32 = outer.unwrap_or_else(|| panic!("{said}"));
    assert!(outer < OUTER, "{said}");
    assert_eq!(shown(&page), expected(&native(LINK, outer)));
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(status(&page), said);
    // Another seed: what stood there is gone at once, and it is drawn anew.
    page.script(
        "(() => { const seed = document.querySelector('#seed'); seed.value = '7'; \
         seed.dispatchEvent(new Event('change')); })()",
    );
    page.wait("document.querySelector('#simulated').hidden");
    assert_eq!(status(&page), EN_SHOCK.simulation.none_yet);
    assert!(page.state().contains("seed=7"), "{}", page.state());
    wait_until_done(&page);
    assert_eq!(
        shown(&page),
        expected(&native(&format!("{LINK}&seed=7"), OUTER))
    );
    page.assert_quiet();
}

#[test]
fn the_seed_in_the_link_gives_the_same_figures_again_and_a_wrong_one_is_told_of() {
    let link = format!("{LINK}&seed=11");
    let page = Page::open(&link);
    wait_until_done(&page);
    let first = shown(&page);
    page.follow(&link);
    wait_until_done(&page);
    assert_eq!(shown(&page), first);
    let typed = |text: &str| {
        page.script(&format!(
            "(() => {{ const seed = document.querySelector('#seed'); seed.value = {text:?}; \
             seed.dispatchEvent(new Event('change')); }})()"
        ));
    };
    typed("eleven");
    page.wait("document.querySelector('#seed').ariaInvalid === 'true'");
    assert_eq!(page.text("#no-seed"), EN_SHOCK.simulation.no_seed);
    assert_eq!(shown(&page), first);
    // The usual one is in no link.
    typed("1");
    page.wait("!document.documentElement.dataset.state.includes('seed')");
    assert!(!are_there_figures(&page));
    wait_until_done(&page);
    assert_ne!(shown(&page), first);
    page.assert_quiet();
}

#[test]
fn a_change_of_the_scenario_takes_the_old_figures_away() {
    let page = Page::open(LINK);
    wait_until_done(&page);
    page.click(".step .says input");
    page.wait("document.querySelector('#simulated').hidden");
    assert_eq!(status(&page), EN_SHOCK.empty);
    assert_eq!(
        page.script("document.querySelector('#simulate').disabled"),
        true
    );
    assert_eq!(
        page.script("document.querySelector('#path-table thead tr').cells.length"),
        2
    );
    page.click(".step .says input");
    wait_until_done(&page);
    page.assert_quiet();
}

#[test]
fn without_workers_the_page_draws_the_same_when_asked_and_goes_on_answering() {
    let tab = Browser::shared().tab();
    tab.before_each_document("delete window.Worker");
    let page = Page::open_in(tab, LINK);
    page.wait("document.querySelector('#on-page')?.hidden === false");
    thread::sleep(Duration::from_millis(1500));
    assert!(!are_there_figures(&page));
    page.script(
        "window.painted = 0; (function look() { if (document.querySelector('#simulate').textContent === 'Stop') \
         window.painted += 1; requestAnimationFrame(look); })()",
    );
    page.click("#simulate");
    wait_until_done(&page);
    assert_eq!(shown(&page), expected(&native(LINK, OUTER)));
    assert!(page.script("window.painted").as_u64() > Some(20), "frames");
    page.assert_quiet();
}

#[test]
fn under_a_policy_without_workers_the_page_draws_when_asked() {
    let policy = std::fs::read_to_string(server::dist().join("csp.txt")).expect("a policy");
    assert!(policy.contains("worker-src 'self'"), "{policy}");
    let policy = policy.replace("worker-src 'self'", "worker-src 'none'");
    let server = Server::start(&server::dist(), Some(policy.trim().to_owned()));
    let tab = Browser::shared().tab();
    tab.go(&format!("{}?{LINK}", server.base()));
    tab.wait("document.querySelector('#on-page')?.hidden === false");
    assert_eq!(status(&tab), EN_SHOCK.simulation.none_yet);
    tab.click("#simulate");
    wait_until_done(&tab);
    assert!(are_there_figures(&tab));
}

#[test]
fn the_figures_are_accessible_and_fit_every_screen() {
    for (width, scheme) in [(1280, "light"), (360, "dark")] {
        let tab = Browser::shared().tab();
        tab.viewport(width, 900, width < 500);
        tab.system_colours(scheme);
        let page = Page::open_in(tab, LINK);
        wait_until_done(&page);
        page.script("document.querySelectorAll('details').forEach(one => one.open = true)");
        let wide = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, 0, "{width} {scheme}");
        let violations = page.axe();
        assert!(violations.is_empty(), "{width} {scheme}: {violations:?}");
        page.assert_quiet();
    }
}
