//! Links that name their figures: made by the page, verified by the command line's code, and told about when opened.

use adit::certificate::{Verdict, data_id, verdict};
use adit::data::{embedded, shipped};
use adit::risk::importer::Sources;
use adit_e2e::Page;

const SCENARIO: &str =
    "view=shock&mineral=gallium&scenario=cut-off:CHN:gallium:both:60:2024-12:11&assume=es:0.3";

fn sources() -> Sources<'static> {
    Sources {
        data: embedded().expect("sound data"),
        trade: Some(shipped::trade().expect("sound data")),
        methods: Some(shipped::methods().expect("sound data")),
    }
}

/// The page's own certified link to a view.
fn made_by_the_page(query: &str) -> String {
    let page = Page::open(query);
    page.click(".share");
    // What is above it is there once the files are.
    page.wait("document.querySelector('.take-csv:not(:disabled)') !== null");
    page.click("#certify");
    page.wait("(document.querySelector('#certified-link')?.value ?? '').includes('check:')");
    let link = page.script("document.querySelector('#certified-link').value");
    page.assert_quiet();
    link.as_str().expect("a link").to_owned()
}

fn query(link: &str) -> &str {
    link.split_once('?').expect("a query").1
}

fn told(page: &Page) -> String {
    page.wait(
        "/computed anew and|made|changed|cannot/.test(document.querySelector('#certified')?.innerText ?? '')",
    );
    page.text("#certified")
}

#[test]
fn what_the_page_certifies_in_every_view_the_command_line_verifies() {
    for view in [
        "",
        "mineral=tungsten&year=2022&country=CHN&theme=dark",
        "view=dependence&mineral=cobalt&importer=JPN",
        "view=minerals&importer=USA",
        SCENARIO,
        "view=alliances&mineral=lithium&alliance=without:eu-chl-ita;eta:0.3",
        "view=study",
    ] {
        let link = made_by_the_page(view);
        let report = verdict(&sources(), query(&link), data_id::SHIPPED);
        assert_eq!(report.verdict, Verdict::Agrees, "{link}: {report:?}");
    }
}

#[test]
fn a_certified_link_says_that_its_figures_are_what_it_says() {
    let link = made_by_the_page("view=dependence&mineral=cobalt&importer=JPN");
    let page = Page::open(query(&link));
    let said = told(&page);
    assert!(said.contains("computed anew and the same"), "{said}");
    // Read, it can be put away.
    page.script("document.querySelector('#certified button').click()");
    page.wait("document.querySelector('#certified') === null");
    page.assert_quiet();
}

#[test]
fn a_reader_who_goes_on_leaves_the_certificate_behind_and_finds_it_again() {
    let link = made_by_the_page("mineral=tungsten");
    let page = Page::open(query(&link));
    assert!(told(&page).contains("computed anew and the same"));
    assert!(page.axe().is_empty(), "{:?}", page.axe());
    page.click_country("CHN");
    page.wait_for_state("mineral=tungsten&country=CHN");
    page.wait("document.querySelector('#certified') === null");
    assert!(!page.address().contains("certificate"));
    page.script("history.back()");
    page.wait("document.querySelector('#certified') !== null");
    assert!(page.address().contains("certificate"));
    page.assert_quiet();
}

#[test]
fn an_edited_link_and_an_old_one_are_told_apart() {
    let link = made_by_the_page("mineral=tungsten&year=2022");
    let edited = query(&link).replace("hhi:", "hhi:1");
    let page = Page::open(&edited);
    let said = told(&page);
    assert!(
        said.contains("was changed after its figures were put into it"),
        "{said}"
    );
    page.script("document.querySelector('#certified details').open = true");
    assert!(page.text("#certified table").contains("HHI"));
    assert!(page.axe().is_empty(), "{:?}", page.axe());

    let (rest, text) = query(&link)
        .split_once("&certificate=")
        .expect("it has one");
    let (mut old, _) = adit::certificate::Certificate::decode(text).expect("it can be read");
    old.data = "0123456789abcdef".to_owned();
    let hhi = old
        .facts
        .iter_mut()
        .find(|fact| fact.key == "hhi")
        .expect("it has an HHI");
    hhi.value = "4321".to_owned();
    let text = old.encode(&adit::state::deciding::deciding(rest));
    page.follow(&format!("{rest}&certificate={text}"));
    let said = told(&page);
    assert!(
        said.contains("from other data. One of 6 figures is another here"),
        "{said}"
    );
    page.script("document.querySelector('#certified details').open = true");
    assert!(page.text("#certified table").contains("4321"));

    page.follow(&query(&link)[..query(&link).len() - 4]);
    let said = told(&page);
    assert!(said.contains("cannot be read: check"), "{said}");
    page.assert_quiet();
}
