//! The view of alliances: agreements on and off, what they would change, the best partners, what a leader could do.

use adit::alliance::{Agreement, agreements, text};
use adit::data::{Dataset, TRADE_YEARS, Trade, embedded, shipped};
use adit::figure::points;
use adit::report::{AllianceFigures, AllianceQuestion, PartnerFigures, PartnerQuestion, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::query;
use adit_e2e::{Browser, Page};
use serde_json::{Value, json};

const TUNGSTEN: &str = "view=alliances&mineral=tungsten&edition=mcs2026&year=2024";
const LITHIUM: &str = "view=alliances&mineral=lithium&edition=mcs2026&year=2024&importer=JPN\
    &alliance=exclude:CHN;most:3;target:50;need:10;eta:0.6";

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

fn known() -> Vec<Agreement> {
    agreements::embedded(data()).expect("the shipped agreements are sound")
}

fn settle(page: &Page) {
    page.wait("document.querySelector('.progress p')?.textContent === ''");
    page.wait("document.querySelector('#partner-finding')?.textContent.length > 20");
}

fn open(link: &str) -> Page {
    let page = Page::open(link);
    settle(&page);
    page
}

/// What a link's question comes to, natively.
fn native(link: &str) -> (AllianceFigures, PartnerFigures) {
    let data = data();
    let trade: &Trade = shipped::trade().expect("the shipped trade is sound");
    let sources = Sources {
        data,
        trade: Some(trade),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let state = query::decode(link, data).state;
    let importer = state.importer.or_else(|| data.importer_by_code("EU"));
    let known = known();
    let told = state.alliance.map_or("", |text| text.as_str());
    let read = text::decode(told, data, &known);
    assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    let table = table_for(data, &state, importer, Some(TRADE_YEARS.1));
    let case = Case::of(&sources, table, importer);
    let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
    let counted = read.asked.counted(&known, table.mineral, &members);
    let partners = PartnerQuestion::of(&read.asked, data);
    let partners = PartnerFigures::of(&sources, &case, &counted, &partners);
    let question = AllianceQuestion::of(&read.asked, counted);
    (AllianceFigures::of(&sources, &case, &question), partners)
}

/// The cells of a table's body, row by row.
fn cells(page: &Page, id: &str) -> Vec<Vec<String>> {
    let rows = page.script(&format!(
        "[...document.querySelectorAll('#{id} tbody tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    ));
    serde_json::from_value(rows).expect("rows of texts")
}

fn percent(part: f64) -> String {
    adit::i18n::number::percent(adit::units::Share::clamped(part))
}

#[test]
fn the_page_comes_to_the_engines_figures() {
    for link in [
        TUNGSTEN,
        LITHIUM,
        "view=alliances&mineral=cobalt&edition=mcs2026&year=2024&alliance=without:eu-cod;project:CAN/5;harm:1;es:0.3",
        "view=alliances&mineral=gallium&stage=refine&edition=mcs2026&year=2024&importer=JPN&alliance=need:8",
    ] {
        let page = open(link);
        let (figures, partners) = native(link);
        let effect = figures.effect.as_ref().expect("an effect");
        let rows = cells(&page, "effect-table");
        for (row, value, range) in [
            (0, Some(effect.willingness), effect.ranges.willingness),
            (2, Some(effect.capacity), effect.ranges.capacity),
            (3, Some(effect.gain), [effect.gain_low, effect.gain_high]),
        ] {
            let value = value.map(points).unwrap_or_default();
            assert_eq!(
                rows[row][1..],
                [value, points(range[0]), points(range[1])],
                "{link}"
            );
        }
        let resourcing = effect.resourcing.map_or_else(|| "–".to_owned(), points);
        assert_eq!(rows[1][1], resourcing, "{link}");
        let counter = figures.counter.as_ref().expect("a leader");
        let runs = cells(&page, "counter-table");
        assert_eq!(runs.len(), counter.runs.len(), "{link}");
        for (shown, run) in runs.iter().zip(&counter.runs) {
            assert_eq!(shown[1], if run.cutting_pays { "yes" } else { "no" });
            assert_eq!(shown[2], percent(run.threshold_share));
            assert_eq!(shown[3], percent(run.held_back));
            assert_eq!(shown[4], format!("× {:.2}", run.price));
            assert_eq!(shown[5], format!("{:.2}", run.stop_before.loss));
        }
        let Some(answer) = &partners.answer else {
            assert!(page.finding().contains("Assume a need"), "{link}");
            continue;
        };
        let best = cells(&page, "best");
        assert_eq!(best.len(), answer.best.mix.len(), "{link}");
        for (shown, row) in best.iter().zip(&answer.best.mix) {
            assert!(
                shown[0].starts_with(&data().name_of(&row.country)),
                "{link}: {shown:?}"
            );
            assert_eq!(shown[1], percent(row.share), "{link}");
            assert_eq!(shown[2], row.worth.map_or_else(|| "–".to_owned(), points));
        }
        let proof = page.text("#proof");
        assert!(
            proof.contains("holds") && proof.contains(&points(answer.proof.bound)),
            "{proof}"
        );
        assert_eq!(
            cells(&page, "alternatives").len(),
            answer.alternatives.len()
        );
        let fewest = answer.fewest.as_ref().map_or(0, |few| few.mix.len());
        assert_eq!(cells(&page, "fewest").len(), fewest, "{link}");
        assert_eq!(cells(&page, "candidates").len(), answer.candidates.len());
        let text = page.finding();
        assert!(
            text.contains("In this model") && !text.contains(" will "),
            "{text}"
        );
        page.assert_quiet();
    }
}

#[test]
fn an_agreement_switched_off_changes_the_figures_the_map_and_the_link_and_can_be_undone() {
    let page = open(TUNGSTEN);
    let (figures, _) = native(TUNGSTEN);
    let supplying = |one: &&adit::report::AgreementFigures| one.last > 0.01;
    let one = figures
        .agreements
        .iter()
        .find(supplying)
        .expect("an agreement that counts");
    let start = page.state();
    let before = page.text("#alliance-finding");
    page.click(&format!("#agreement-{}", one.id));
    page.wait(&format!(
        "document.querySelector('#alliance-finding').textContent !== {}",
        json!(before)
    ));
    let off = page.state();
    assert!(
        off.contains(&format!("alliance=without:{}", one.id)),
        "{off}"
    );
    let (without, _) = native(&off);
    let gain = without.effect.expect("an effect").gain;
    assert_eq!(cells(&page, "effect-table")[3][1], points(gain));
    let marked = page.script("document.querySelectorAll('#bound > .depth-mark').length");
    let bound = cells(&page, "bound-table");
    let bound = bound.iter().filter(|row| row[1] != "No agreement").count();
    assert!(
        marked
            .as_u64()
            .is_some_and(|marked| marked > 0 && marked <= bound as u64)
    );
    page.back();
    page.wait_for_state(&start);
    page.wait(&format!(
        "document.querySelector('#alliance-finding').textContent === {}",
        json!(before)
    ));
    page.click("#no-agreements");
    page.wait(
        "document.querySelector('#alliance-finding').textContent.includes('nothing would change')",
    );
    let none = page.state();
    // The address follows the frame.
    page.wait("location.search.includes('without')");
    page.script("location.reload()");
    page.wait_until_usable();
    page.wait_for_state(&none);
    page.wait(
        "document.querySelector('#alliance-finding')?.textContent.includes('nothing would change')",
    );
    page.click("#all-agreements");
    page.wait_for_state(&start);
    page.assert_quiet();
}

#[test]
fn a_country_that_must_not_be_a_partner_is_in_no_set() {
    let page = open(LITHIUM);
    let first = cells(&page, "best")
        .iter()
        .find(|row| row[2] != "–")
        .map(|row| row[0].clone())
        .expect("a partner");
    page.script(&format!(
        "(() => {{ const row = [...document.querySelectorAll('#candidates tbody tr')].find(row => row.cells[0].textContent === {}); \
         const list = row.querySelector('select'); list.value = 'excluded'; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(first)
    ));
    page.wait(&format!(
        "document.querySelector('#best') && ![...document.querySelectorAll('#best th[scope=row]')].some(cell => cell.textContent === {})",
        json!(first)
    ));
    let state = page.state();
    assert!(state.contains("exclude:CHN,"), "{state}");
    let (_, partners) = native(&state);
    let best = partners.answer.expect("an answer").best;
    assert_eq!(cells(&page, "best").len(), best.mix.len());
    page.assert_quiet();
}

#[test]
fn a_need_that_is_not_known_is_said_with_the_remedy_and_the_remedy_helps() {
    let page = open("view=alliances&mineral=lithium&edition=mcs2026&year=2024");
    assert!(
        page.finding().contains("Assume a need"),
        "{}",
        page.finding()
    );
    page.script("document.querySelector('#ask-need').focus()");
    page.type_text("5");
    page.press("Enter");
    page.wait("document.querySelector('#best') !== null");
    assert!(page.state().contains("need:5"), "{}", page.state());
    assert!(page.text("#assuming").contains("need 5"));
    page.click("#as-usual");
    page.wait("document.querySelector('#best') === null");
    page.assert_quiet();
}

#[test]
fn importers_among_themselves_gain_nothing_and_the_page_says_so() {
    let page = open(
        "view=alliances&mineral=gallium&stage=refine&edition=mcs2026&year=2024&importer=EU&alliance=with:eu-chl",
    );
    let finding = page.text("#alliance-finding");
    assert!(
        finding.contains("without producers gains nothing"),
        "{finding}"
    );
    page.assert_quiet();
}

#[test]
fn nonsense_is_named_with_its_remedy_and_the_rest_counts() {
    for (wrong, named) in [
        ("eta:7", "0 to 1"),
        ("exclude:XXQ", "XXQ"),
        ("with:eu-cna", "eu-can"),
        ("mots:3", "most"),
        ("project:CAN", "CAN/5"),
    ] {
        let page = open(&format!("{TUNGSTEN}&alliance={wrong};most:2"));
        let problems = page.text("#alliance-problems");
        assert!(problems.contains(named), "{wrong}: {problems}");
        let partners = cells(&page, "best");
        let partners = partners.iter().filter(|row| row[2] != "–").count();
        assert_eq!(partners, 2, "{wrong}: the rest counts");
        page.assert_quiet();
    }
}

#[test]
fn the_keyboard_alone_switches_an_agreement() {
    let page = open(TUNGSTEN);
    page.script("document.querySelector('.agreement input').focus()");
    page.press(" ");
    page.wait("location.search.includes('alliance=without')");
    page.assert_quiet();
}

#[test]
fn a_search_can_be_stopped_says_what_is_open_and_can_be_begun_again() {
    let page = open(LITHIUM);
    page.script(
        "(() => { const most = document.querySelector('#ask-most'); most.value = '6'; \
         most.dispatchEvent(new Event('change', { bubbles: true })); \
         setTimeout(() => document.querySelector('#stop-search').click(), 40); })()",
    );
    page.wait("!document.querySelector('#search-again').hidden");
    let told = page.text("#search-progress");
    assert!(told.contains("Stopped") && told.contains("open"), "{told}");
    assert_eq!(
        page.script("document.querySelector('#best') === null"),
        json!(true)
    );
    page.click("#search-again");
    page.wait("document.querySelector('#best') !== null");
    assert!(page.state().contains("most:6"), "{}", page.state());
    page.assert_quiet();
}

#[test]
fn a_change_is_answered_quickly() {
    let page = open(TUNGSTEN);
    // From the click to the frame after the new figures, ten times: the middle one.
    page.script(
        "(() => { const box = document.querySelector('.agreement input'); const times = []; \
         const next = () => { const start = performance.now(); box.click(); \
         requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - start); \
         if (times.length < 10) setTimeout(next, 400); else { times.sort((a, b) => a - b); window.middle = times[5]; } }, 0)); }; \
         next(); })()",
    );
    page.wait("window.middle !== undefined");
    let middle = page.script("window.middle").as_f64().expect("a time");
    eprintln!("a switched agreement: {middle:.1} ms to the next frame");
    assert!(middle < 250.0, "{middle:.0} ms");
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
        let page = Page::open_in(tab, &format!("{TUNGSTEN}&alliance=eta:9"));
        settle(&page);
        page.script("document.querySelectorAll('details').forEach(one => one.open = true)");
        let wide = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, json!(0), "{width} {scheme}");
        let violations = page.axe();
        assert!(violations.is_empty(), "{width} {scheme}: {violations:?}");
        page.assert_quiet();
    }
}

#[test]
fn every_mineral_and_importer_opens_without_a_fault() {
    for (mineral, importer, stage) in [
        ("rare-earths", "USA", "mine"),
        ("copper", "EU", "refine"),
        ("platinum", "JPN", "mine"),
        ("graphite", "KOR", "mine"),
        ("cobalt", "CHN", "refine"),
    ] {
        let page = open(&format!(
            "view=alliances&mineral={mineral}&importer={importer}&stage={stage}"
        ));
        assert!(page.finding().len() > 60, "{mineral}: {}", page.finding());
        let unknown: Value =
            page.script("document.querySelector('main').innerText.match(/NaN|inf\\b|undefined/)");
        assert_eq!(unknown, Value::Null, "{mineral}");
        page.assert_quiet();
    }
}

#[test]
fn without_what_is_only_assumed_nothing_is_claimed() {
    let page = open(TUNGSTEN);
    page.click("#count-assumed");
    page.wait("location.search.includes('assumed:no')");
    page.wait("document.querySelector('.effect') === null");
    let finding = page.text("#finding");
    assert!(finding.contains("nothing can be claimed"), "{finding}");
    let claims = page.script(
        "[...document.querySelectorAll('.effect, .partners, .candidates, .burden, .counter')].length",
    );
    assert_eq!(claims, json!(0));
    // Who agreed with whom is no assumption.
    let agreements = page.script("document.querySelectorAll('.agreement').length");
    assert!(agreements.as_u64() > Some(3), "{agreements}");
    let said = page.text(".agreements");
    assert!(!said.contains("would take"), "{said}");
    page.click("#count-assumed");
    settle(&page);
    page.wait("document.querySelector('.effect') !== null");
    page.assert_quiet();
}
