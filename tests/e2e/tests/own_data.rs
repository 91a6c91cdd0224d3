//! The reader's own figures: laid over the published ones, in every view, until the page is reloaded.

use adit::data::{Dataset, OWN_FIRM, OwnData, OwnKind, embedded, shipped};
use adit::report::{Figures, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::query;
use adit_e2e::{Browser, Page};

const FIRM: &str = "mineral,stage,supplier,country,year,quantity,unit\n\
                    cobalt,mine,A,COD,2023,60,t\ncobalt,mine,B,COD,2023,20,t\ncobalt,mine,C,AUS,2023,20,t\n";
const PRODUCTION: &str = "mineral,stage,country,year,quantity,unit\n\
                          cobalt,mine,COD,2023,30,t\ncobalt,mine,AUS,2023,10,t\ncobalt,mine,WORLD,2023,50,t\n";
const IMPORTS: &str = "mineral,stage,importer,exporter,year,quantity,unit\n\
                       cobalt,mine,DEU,AUS,2023,75,t\ncobalt,mine,DEU,CAN,2023,25,t\n";

fn data() -> &'static Dataset {
    embedded().expect("the shipped data are sound")
}

/// The figures of a link with a file over the shipped data, by the native engine.
fn native(file: &str, link: &str, importer: Option<&str>) -> Figures {
    let own = OwnData::read("mine.csv", file.as_bytes(), data()).expect("a right file");
    let own = own.over(data());
    let state = query::decode(link, &own).state;
    let importer = importer.and_then(|code| own.importer_by_code(code));
    let sources = Sources {
        data: &own,
        trade: Some(shipped::trade().expect("the shipped trade is sound")),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    let last = importer.and_then(|_| sources.last_trade_year());
    let table = table_for(&own, &state, importer, last);
    Figures::of(&sources, &Case::of(&sources, table, importer))
}

fn bring(page: &Page, file: &str) {
    page.choose_file("#own-file", "mine.csv", file);
    page.wait("document.querySelector('.counted') !== null");
}

/// Follows a link of the page, which must not leave the document.
fn follow(page: &Page, selector: &str, arrived: &str) {
    page.script("window.sameDocument = true");
    page.click(selector);
    page.wait(&format!("document.querySelector({arrived:?}) !== null"));
    page.wait("(document.querySelector('.progress p')?.textContent ?? '') === ''");
    page.wait_until_painted();
    assert_eq!(page.script("window.sameDocument"), true);
}

#[test]
fn a_firms_suppliers_make_it_an_importer_in_every_view_until_the_page_is_reloaded() {
    let page = Page::open("view=data");
    bring(&page, FIRM);
    assert!(
        page.text(".counted h2")
            .contains("3 lines of suppliers, 2023")
    );
    assert!(page.text(".notice.own").contains("mine.csv"));

    follow(
        &page,
        ".counted a[href*='view=dependence']",
        "#partners-table",
    );
    let link = format!("view=dependence&mineral=cobalt&year=2023&importer={OWN_FIRM}");
    let figures = native(FIRM, &link, Some(OWN_FIRM));
    let importer = figures.importer.expect("the firm");
    let value = importer.geopolrisk.corrected.value.expect("a score");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=geopolrisk] strong').innerText === '{value:.3}'"
    ));
    assert_eq!(
        page.text("#partners-table tbody tr:first-child th"),
        "DR Congo"
    );
    assert_eq!(
        page.text("#partners-table tbody tr:first-child td"),
        "80.0%"
    );
    assert!(
        page.finding().starts_with("Your firm bought 80.0%"),
        "{}",
        page.finding()
    );

    follow(&page, ".views a[href*='view=minerals']", "#minerals-table");
    assert!(
        page.title().contains("Your firm") || page.title().contains("your firm"),
        "{}",
        page.title()
    );
    // The way back is the browser's own.
    page.back();
    page.wait("document.querySelector('#partners-table') !== null");
    page.forward();
    page.wait("document.querySelector('#minerals-table') !== null");
    page.assert_quiet();

    page.follow("view=dependence&mineral=cobalt&year=2023&importer=ZZZ");
    assert!(page.notice().expect("a notice").contains("ZZZ"));
    assert!(
        page.script("document.querySelector('.notice.own')")
            .is_null()
    );
    page.assert_quiet();
}

#[test]
fn own_production_is_on_the_map_and_can_be_taken_out() {
    let page = Page::open("view=data");
    bring(&page, PRODUCTION);
    follow(&page, ".counted a:not([href*='view='])", "#shares-table");
    let cells: Vec<Vec<String>> = page.table();
    assert_eq!(cells[0][0], "DR Congo");
    assert_eq!(cells[0][3], "60.0%");
    assert!(
        page.share_on_map("COD")
            .expect("on the map")
            .starts_with("0.6")
    );
    assert!(page.finding().contains("60.0%"), "{}", page.finding());
    assert!(page.text(".sources").contains("Your own data: mine.csv"));
    // The outlines are coloured as the list says.
    assert_eq!(
        page.script("document.getElementById('o-AUS').getAttribute('class')"),
        "c s3"
    );

    follow(
        &page,
        ".views a[href*='view=dependence']",
        "#partners-table",
    );
    follow(&page, ".views a:not([href*='view='])", "#shares-table");
    assert!(page.text(".sources").contains("Your own data: mine.csv"));
    assert_eq!(
        page.script("document.getElementById('o-AUS').getAttribute('class')"),
        "c s3"
    );

    page.click("#own-remove");
    page.wait("document.querySelector('.notice.own') === null");
    assert!(!page.text(".sources").contains("Your own data"));
    page.assert_quiet();
}

#[test]
fn own_imports_take_the_place_of_their_importers() {
    let page = Page::open("view=data");
    bring(&page, IMPORTS);
    follow(
        &page,
        ".counted a[href*='view=dependence']",
        "#partners-table",
    );
    let link = "view=dependence&mineral=cobalt&year=2023&importer=DEU";
    let figures = native(IMPORTS, link, Some("DEU"));
    let risks = figures.importer.expect("Germany");
    let risk = risks.geopolrisk.corrected.value.expect("a score");
    page.wait(&format!(
        "document.querySelector('.key[data-figure=geopolrisk] strong').innerText === '{risk:.3}'"
    ));
    assert_eq!(
        page.text("#partners-table tbody tr:first-child th"),
        "Australia"
    );
    page.click(".key[data-figure=geopolrisk] .how");
    page.wait("document.querySelector('#derivation').innerText.includes('your own file mine.csv')");
    page.assert_quiet();
}

#[test]
fn every_mistake_is_told_by_line_and_column_and_nothing_changes() {
    let page = Page::open("view=data");
    let wrong = "mineral,stage,country,year,quantity,unit\ncobald,mine,COD,2023,30,t\ncobalt,mine,COD,2023,-1,tons\n";
    page.choose_file("#own-file", "mine.csv", wrong);
    page.wait("document.querySelector('.mistakes') !== null");
    assert_eq!(
        page.text(".mistakes h2"),
        "mine.csv was not taken: it has 3 mistakes."
    );
    let rows = page.script(
        "[...document.querySelectorAll('.mistakes tbody tr')].map(row => [...row.cells].map(cell => cell.innerText))",
    );
    let error = OwnData::read("mine.csv", wrong.as_bytes(), data()).expect_err("mistakes");
    for (row, issue) in rows.as_array().expect("rows").iter().zip(&error.issues) {
        let (at, name) = issue.column.as_ref().expect("a column");
        assert_eq!(row[0], issue.line.expect("a line").to_string());
        assert_eq!(row[1], format!("{at} ({name})"));
        assert_eq!(row[2], issue.problem);
        assert_eq!(row[3], issue.remedy);
    }
    assert!(
        page.script("document.querySelector('.notice.own')")
            .is_null()
    );
    // A right file afterwards clears them.
    bring(&page, FIRM);
    assert!(page.script("document.querySelector('.mistakes')").is_null());
    page.assert_quiet();
}

#[test]
fn every_template_comes_by_a_click_and_can_be_given_back() {
    let page = Page::open("view=data");
    for kind in OwnKind::ALL {
        page.click(&format!("[data-kind={}]", kind.word()));
        let (name, text) = page.download();
        assert_eq!(name, format!("adit-{}.csv", kind.word()));
        page.choose_file("#own-file", &name, &text);
        page.wait(&format!(
            "document.querySelector('.counted h2')?.innerText.startsWith('{name}') === true"
        ));
    }
    page.assert_quiet();
}

#[test]
fn a_file_can_be_dropped() {
    let page = Page::open("view=data");
    page.script(&format!(
        "(() => {{ const dropped = new DataTransfer(); \
         dropped.items.add(new File([{FIRM:?}], 'dropped.csv', {{ type: 'text/csv' }})); \
         document.querySelector('main').dispatchEvent(new DragEvent('drop', \
         {{ dataTransfer: dropped, bubbles: true, cancelable: true }})); }})()"
    ));
    page.wait(
        "document.querySelector('.counted h2')?.innerText.startsWith('dropped.csv') === true",
    );
    page.assert_quiet();
}

#[test]
fn the_view_is_accessible_and_fits_wide_and_narrow() {
    for (width, colours) in [
        (1280, "light"),
        (1280, "dark"),
        (360, "light"),
        (360, "dark"),
    ] {
        let tab = Browser::shared().tab();
        tab.viewport(width, 800, width < 700);
        tab.system_colours(colours);
        let page = Page::open_in(tab, "view=data");
        page.choose_file("#own-file", "mine.csv", "mineral,stage\n");
        page.wait("document.querySelector('.mistakes') !== null");
        assert!(page.axe().is_empty(), "{width} {colours}: {:?}", page.axe());
        bring(&page, FIRM);
        assert!(page.axe().is_empty(), "{width} {colours}: {:?}", page.axe());
        let overflow =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(page.script(overflow), false, "{width} {colours}");
        page.assert_quiet();
    }
}
