//! Once through every view, with figures held against the native engine's, in any browser and without a network.

use adit::alliance::{agreements, text};
use adit::data::{Dataset, TRADE_YEARS, embedded, shipped};
use adit::figure::Simulated;
use adit::i18n::EN_SHOCK;
use adit::report::{Figures, PartnerFigures, PartnerQuestion, Shock, ShockDraws, table_for};
use adit::risk::importer::{Case, Sources};
use adit::risk::intervals::SEED;
use adit::scenario::simulation::OUTER;
use adit::scenario::{self, Assumptions};
use adit::state::{Text, query};
use adit_e2e::{Firefox, Tab};
use serde_json::{Value, json};

const SHOCK: &str =
    "view=shock&mineral=cobalt&importer=EU&scenario=cut-off:COD:cobalt:mine:50:2026-01:12";
const PARTNERS: &str = "view=alliances&mineral=lithium&edition=mcs2026&year=2024&importer=JPN\
    &alliance=exclude:CHN;most:3;target:50;need:10;eta:0.6";

/// A browser's window, as far as the tour goes.
pub trait Window {
    /// Opens an address and waits for its load event.
    fn open(&self, address: &str);
    /// What an expression gives.
    fn ask(&self, expression: &str) -> Value;
    /// Waits until an expression is true.
    fn until(&self, expression: &str);

    /// Opens a link of the page and waits until it can be used and what it needs is there.
    fn follow(&self, base: &str, query: &str) {
        self.open(&format!("{base}?{query}"));
        self.settle();
    }

    /// Waits until the page can be used and what it needs is there.
    fn settle(&self) {
        self.until("document.documentElement.dataset.ready === 'true'");
        self.until("(document.querySelector('.progress p')?.textContent ?? '') === ''");
    }

    /// The text of an element.
    fn text(&self, selector: &str) -> String {
        let text = self.ask(&format!(
            "document.querySelector({})?.textContent.trim() ?? ''",
            json!(selector)
        ));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The view's query string.
    fn state(&self) -> String {
        let state = self.ask("document.documentElement.dataset.state ?? ''");
        state.as_str().unwrap_or_default().to_owned()
    }
}

impl Window for Tab {
    fn open(&self, address: &str) {
        self.go(address);
    }

    fn ask(&self, expression: &str) -> Value {
        self.script(expression)
    }

    fn until(&self, expression: &str) {
        self.wait(expression);
    }
}

impl Window for Firefox {
    fn open(&self, address: &str) {
        self.go(address);
    }

    fn ask(&self, expression: &str) -> Value {
        self.script(expression)
    }

    fn until(&self, expression: &str) {
        self.wait(expression);
    }
}

/// Every view, from a page's address on.
pub fn every_view(window: &impl Window, base: &str) {
    map(window, base);
    trade(window, base);
    simulation(window, base);
    partners(window, base);
    for (query, shown) in [
        ("view=minerals", "#minerals-table tbody tr"),
        ("view=study", "#title"),
        ("view=data", "#own-file"),
    ] {
        window.follow(base, query);
        window.until(&format!("document.querySelector({shown:?}) !== null"));
        assert_eq!(window.state(), query);
    }
}

fn map(window: &impl Window, base: &str) {
    window.open(base);
    window.settle();
    assert!(window.text("#title").starts_with("Cobalt"));
    let drawn = window.ask(
        "[...document.querySelectorAll('#map [data-c]')].filter(one => \
         one.getBoundingClientRect().width > 0).length",
    );
    assert!(drawn.as_u64() > Some(150), "{drawn} countries are drawn");
}

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

fn sources() -> Sources<'static> {
    Sources {
        data: data(),
        trade: Some(shipped::trade().expect("the shipped trade is sound")),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    }
}

/// Trade of two years, side by side.
fn trade(window: &impl Window, base: &str) {
    window.follow(base, "view=dependence&mineral=tungsten&compare=2020");
    window.until("document.querySelector('.compared [data-figure=geopolrisk] td') !== null");
    let cells = window.ask(
        "[...document.querySelectorAll('.compared [data-figure=geopolrisk] td')].map(cell => cell.textContent)",
    );
    for (at, link) in ["mineral=tungsten", "mineral=tungsten&year=2020"]
        .iter()
        .enumerate()
    {
        let state = query::decode(link, data()).state;
        let importer = data().importer_by_code("EU");
        let table = table_for(data(), &state, importer, Some(TRADE_YEARS.1));
        let figures = Figures::of(&sources(), &Case::of(&sources(), table, importer));
        let figures = figures.importer.expect("an importer was asked about");
        let value = figures.geopolrisk.corrected.value.expect("a figure");
        assert_eq!(cells[at], format!("{value:.3}"), "{link}");
    }
}

/// A simulation drawn to its end, in a worker.
fn simulation(window: &impl Window, base: &str) {
    window.follow(base, SHOCK);
    window.until(
        "document.querySelector('#simulation-status')?.textContent.includes('Done') === true",
    );
    assert_eq!(
        window.ask("document.querySelector('#on-page').hidden"),
        true,
        "there is a worker"
    );
    let state = query::decode(SHOCK, data()).state;
    let told = scenario::text::decode(state.scenario.map_or("", Text::as_str), data()).scenario;
    let draws = ShockDraws {
        seed: SEED,
        draws: OUTER,
    };
    let assumptions = Assumptions::default();
    let shock = Shock::of(
        &sources(),
        &state,
        state.importer,
        &told,
        &assumptions,
        draws,
    );
    let summary = shock.expect("a market").simulation.expect("draws");
    let simulated = Simulated::build(&summary, "European Union", &EN_SHOCK);
    let shown = window.ask(
        "[...document.querySelectorAll('#simulated .key strong')].map(one => one.textContent)",
    );
    let native: Vec<String> = simulated.keys.iter().map(|key| key.value.clone()).collect();
    assert_eq!(shown, json!(native));
}

/// The best partners, with their proof.
fn partners(window: &impl Window, base: &str) {
    window.follow(base, PARTNERS);
    window.until("document.querySelectorAll('#best tbody tr').length > 0");
    let known = agreements::embedded(data()).expect("the shipped agreements are sound");
    let state = query::decode(PARTNERS, data()).state;
    let asked = text::decode(state.alliance.map_or("", Text::as_str), data(), &known).asked;
    let table = table_for(data(), &state, state.importer, Some(TRADE_YEARS.1));
    let case = Case::of(&sources(), table, state.importer);
    let members = state
        .importer
        .map_or_else(Vec::new, |one| data().importer_members(one));
    let counted = asked.counted(&known, table.mineral, &members);
    let question = PartnerQuestion::of(&asked, data());
    let figures = PartnerFigures::of(&sources(), &case, &counted, &question);
    let best = figures.answer.expect("partners").best;
    let native: Vec<String> = best
        .mix
        .iter()
        .map(|row| data().name_of(&row.country))
        .collect();
    let shown = window.ask(
        "[...document.querySelectorAll('#best tbody tr')].map(row => row.cells[0].textContent.trim())",
    );
    let shown = shown.as_array().expect("a list");
    assert_eq!(shown.len(), native.len());
    for (shown, native) in shown.iter().zip(&native) {
        assert!(
            shown
                .as_str()
                .is_some_and(|shown| shown.starts_with(native)),
            "{shown}, {native}"
        );
    }
}
