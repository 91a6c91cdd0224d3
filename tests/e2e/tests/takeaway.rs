//! What readers take with them: pictures, data, packages and citations, as the page hands them out.

use std::io::{Cursor, Read as _};

use adit::data::{embedded, shipped};
use adit::draw::Theme;
use adit::risk::importer::Sources;
use adit::state::query;
use adit::take::{Kind, MARK, Outlines, Size, Taken};
use adit_e2e::{Browser, Page, Tab};
use serde_json::json;
use zip::ZipArchive;

/// Views whose figures do not wait for draws.
const VIEWS: [&str; 5] = [
    "mineral=tungsten&edition=mcs2024",
    "view=minerals&importer=JPN",
    "view=dependence&mineral=nickel&importer=USA",
    "view=alliances&mineral=tungsten",
    "view=study&step=2",
];

/// The view natively, from the same data.
fn taken(link: &str) -> Taken<'static> {
    let data = embedded().expect("the shipped data are sound");
    let sources = Sources {
        data,
        trade: Some(shipped::trade().expect("the shipped trade is sound")),
        methods: Some(shipped::methods().expect("the shipped assessments are sound")),
    };
    Taken::of(&sources, query::decode(link, data).state, None)
}

fn outlines() -> Outlines {
    Outlines::read(include_str!("../../../data/shapes.json")).expect("the shipped outlines")
}

/// The page with its window open and everything fetched.
fn opened(link: &str) -> Page {
    opened_in(Browser::shared().tab(), link)
}

fn opened_in(tab: Tab, link: &str) -> Page {
    let page = Page::open_in(tab, link);
    page.click("#share");
    page.wait("document.querySelector('.share-window')?.open === true");
    // Nothing of it is still on its way.
    page.wait("document.querySelector('#take-json')?.disabled === false");
    page
}

fn choose(page: &Page, selector: &str, value: &str) {
    page.script(&format!(
        "(() => {{ const one = document.querySelector({}); one.value = {}; \
         one.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(selector),
        json!(value)
    ));
}

/// Fails at the first line in which two pictures differ.
#[track_caller]
fn assert_same(of_page: &str, native: &str, name: &str) {
    for (one, other) in of_page.lines().zip(native.lines()) {
        assert_eq!(one, other, "{name}");
    }
    assert_eq!(of_page.len(), native.len(), "{name}");
}

/// Width and height of a PNG.
fn dimensions(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG");
    let number = |at: usize| {
        let four: [u8; 4] = bytes[at..at + 4].try_into().expect("four bytes");
        u32::from_be_bytes(four)
    };
    (number(16), number(20))
}

#[test]
fn the_pages_pictures_are_the_command_lines() {
    for link in VIEWS {
        let page = opened(link);
        let (view, address) = (taken(link), page.address());
        for kind in view.kinds() {
            let Ok(picture) = view.picture(kind, &address) else {
                continue;
            };
            choose(&page, "#picture-figure", kind.word());
            choose(&page, "#picture-size", "1200x628");
            choose(&page, "#picture-theme", "dark");
            page.click("#picture-svg");
            let (name, svg) = page.download();
            assert_eq!(name, format!("{}-{}.svg", view.name(), kind.word()));
            let size = Size::from_word("1200x628").expect("a size");
            let (native, _) = picture
                .svg(size, &outlines(), Theme::DARK)
                .expect("a picture");
            assert_same(&svg, &native, &format!("{link} {kind:?}"));
        }
        page.assert_quiet();
    }
}

#[test]
fn a_picture_in_dots_has_the_size_that_was_chosen_and_shows_something() {
    let page = opened("mineral=tungsten");
    for (kind, size, scale, dots) in [
        ("map", "1080x1080", "1", (1080, 1080)),
        ("ranking", "800x418", "2", (1600, 836)),
    ] {
        choose(&page, "#picture-figure", kind);
        choose(&page, "#picture-size", size);
        choose(&page, "#picture-scale", scale);
        page.click("#picture-png");
        let (name, bytes) = page.download_bytes();
        assert!(name.ends_with(&format!("-{kind}.png")), "{name}");
        assert_eq!(dimensions(&bytes), dots, "{kind}");
        assert!(
            bytes.len() > 20_000,
            "{kind}: {} bytes are not a picture",
            bytes.len()
        );
    }
    page.wait("document.querySelector('#picture-status').textContent === 'Saved.'");
    // Its width is kept, and its height follows.
    choose(&page, "#picture-size", "360");
    page.click("#picture-png");
    let (_, bytes) = page.download_bytes();
    assert_eq!(dimensions(&bytes).0, 720);
    page.assert_quiet();
}

#[test]
fn the_pages_figures_and_tables_are_the_command_lines() {
    for link in VIEWS {
        let page = opened(link);
        let view = taken(link);
        page.click("#take-json");
        let (name, figures) = page.download();
        assert_eq!(name, format!("{}.json", view.name()));
        assert_eq!(figures.trim(), view.json().expect("figures"), "{link}");
        let tables = view.tables();
        let buttons = page.script("document.querySelectorAll('.take-csv').length");
        assert_eq!(buttons, json!(tables.len()), "{link}");
        for (at, table) in tables.iter().enumerate() {
            page.script(&format!(
                "document.querySelectorAll('.take-csv')[{at}].click()"
            ));
            let (name, csv) = page.download();
            assert_eq!(name, format!("{}.csv", table.file));
            assert_eq!(csv, format!("{MARK}{}", table.csv()), "{link}");
        }
        page.assert_quiet();
    }
}

#[test]
fn a_package_from_the_page_opens_and_holds_everything() {
    let link = "view=dependence&mineral=nickel&importer=USA";
    let page = opened(link);
    page.click("#take-zip");
    let (name, bytes) = page.download_bytes();
    let view = taken(link);
    assert_eq!(name, format!("{}.zip", view.name()));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let mut held = |file: &str| {
        let mut bytes = Vec::new();
        let file = format!("{}/{file}", view.name());
        let mut entry = archive
            .by_name(&file)
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        entry.read_to_end(&mut bytes).expect("its checksum fits");
        bytes
    };
    assert_eq!(dimensions(&held("picture/flows.png")).0, 1440);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    let picture = view
        .picture(Kind::Flows, &page.address())
        .expect("a picture");
    let (svg, _) = picture
        .svg(Size::wide(720), &outlines(), Theme::LIGHT)
        .expect("an SVG");
    assert_same(
        &text(held("picture/flows.svg")),
        &svg,
        "the picture of the package",
    );
    assert_eq!(
        text(held("data/figures.json")).trim(),
        view.json().expect("figures")
    );
    let readme = text(held("README.txt"));
    for part in [view.title(), view.finding(), page.address()] {
        assert!(readme.contains(&part), "{part} is missing in {readme}");
    }
    assert!(text(held("SOURCES.txt")).contains("CEPII, BACI"));
    assert!(text(held("LICENCE.txt")).contains("Etalab Open Licence 2.0"));
    assert!(text(held("citation.bib")).starts_with("@misc{adit-dependence-nickel-usa"));
    page.assert_quiet();
}

#[test]
fn the_view_is_cited_as_the_command_line_cites_it_and_both_forms_are_copied() {
    let link = "mineral=tungsten&edition=mcs2024";
    let tab = Browser::shared().tab();
    tab.allow(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
    let page = opened_in(tab, link);
    let cited = page.text("#cite-text");
    let view = taken(link);
    for part in [
        view.title(),
        page.address(),
        "Mineral Commodity Summaries 2024".to_owned(),
    ] {
        assert!(cited.contains(&part), "{part} is missing in {cited}");
    }
    page.script("document.querySelector('#cite-bibtex').closest('details').open = true");
    let entry = page.text("#cite-bibtex");
    assert!(
        entry.starts_with("@misc{adit-map-tungsten-mine-mcs2024-"),
        "{entry}"
    );
    page.click("#cite-copy");
    page.wait("document.querySelector('#cite-status').textContent === 'Copied.'");
    assert_eq!(page.script("navigator.clipboard.readText()"), json!(cited));
    page.click("#picture-copy");
    page.wait("document.querySelector('#picture-status').textContent === 'Copied.'");
    let kinds =
        page.script("navigator.clipboard.read().then(items => items.flatMap(item => item.types))");
    assert_eq!(kinds, json!(["image/png"]));
    page.assert_quiet();
}

#[test]
fn what_the_browser_refuses_is_said_and_what_it_lacks_is_not_offered() {
    let tab = Browser::shared().tab();
    tab.before_each_document("delete Navigator.prototype.share; delete window.ClipboardItem;");
    let page = opened_in(tab, "mineral=tungsten");
    assert_eq!(
        page.script("document.querySelector('#picture-share')"),
        json!(null)
    );
    page.click("#picture-copy");
    page.wait(
        "document.querySelector('#picture-status').textContent.includes('download it instead')",
    );
    page.assert_quiet();

    let tab = Browser::shared().tab();
    tab.before_each_document(
        "window.passed = []; Navigator.prototype.canShare = () => true; \
         Navigator.prototype.share = async data => { window.passed.push([data.title, data.url, data.files?.[0]?.name]); };",
    );
    let page = opened_in(tab, "mineral=tungsten");
    page.click("#picture-share");
    page.wait("window.passed.length === 1");
    let view = taken("mineral=tungsten");
    let name = format!("{}-map.png", view.name());
    assert_eq!(
        page.script("window.passed[0]"),
        json!([view.title(), page.address(), name])
    );
    page.assert_quiet();

    // A canvas that the browser does not give.
    let tab = Browser::shared().tab();
    tab.before_each_document("HTMLCanvasElement.prototype.toBlob = done => done(null);");
    let page = opened_in(tab, "mineral=tungsten");
    page.click("#picture-png");
    page.wait(
        "document.querySelector('#picture-status').textContent.startsWith('It could not be made')",
    );
    page.assert_quiet();
}

#[test]
fn a_figure_that_is_not_there_says_why() {
    let page = opened("mineral=germanium&stage=refine&edition=ec2023");
    choose(&page, "#picture-figure", "trend");
    page.click("#picture-svg");
    page.wait("document.querySelector('#picture-status').textContent.includes('one period only')");
    let page = opened("view=shock&mineral=gallium");
    choose(&page, "#picture-figure", "losses");
    page.click("#picture-png");
    page.wait("document.querySelector('#picture-status').textContent.includes('simulation')");
    page.assert_quiet();
}

#[test]
fn what_is_drawn_of_a_scenario_is_in_the_picture_and_in_the_figures() {
    let link = "view=shock&mineral=gallium&importer=JPN&scenario=cut-off:CHN:gallium:refine:100:2025-04:12";
    let page = Page::open(link);
    page.wait("document.querySelector('#simulated')?.hidden === false");
    page.click("#share");
    page.wait("document.querySelector('#take-json')?.disabled === false");
    choose(&page, "#picture-figure", "losses");
    page.click("#picture-svg");
    let (_, svg) = page.download();
    assert!(svg.contains("Value at risk"), "{svg}");
    page.click("#take-json");
    let (_, figures) = page.download();
    let figures: serde_json::Value = serde_json::from_str(&figures).expect("JSON");
    assert!(figures["simulation"]["importer"].is_object(), "{figures}");
    page.assert_quiet();
}

#[test]
fn everything_is_reached_by_keyboard_alone() {
    let page = opened("mineral=tungsten");
    let mut met = Vec::new();
    for _ in 0..40 {
        page.press("Tab");
        let at = page.script("document.activeElement?.id ?? ''");
        met.push(at.as_str().unwrap_or_default().to_owned());
    }
    for control in [
        "picture-figure",
        "picture-size",
        "picture-scale",
        "picture-theme",
        "picture-png",
        "picture-svg",
        "picture-copy",
        "take-json",
        "take-zip",
        "cite-copy",
        "bibtex-copy",
    ] {
        assert!(
            met.iter().any(|one| one == control),
            "{control} is not among {met:?}"
        );
    }
    page.script("document.querySelector('#picture-svg').focus()");
    page.press("Enter");
    let (name, _) = page.download();
    assert!(name.ends_with("-map.svg"), "{name}");
    page.press("Escape");
    page.wait("document.querySelector('.share-window').open === false");
    page.assert_quiet();
}

#[test]
fn the_open_window_breaks_no_rule_and_fits_every_screen() {
    for (width, height, mobile) in [(1280, 900, false), (360, 740, true)] {
        for colours in ["light", "dark"] {
            for link in ["", "view=alliances&mineral=tungsten"] {
                let tab = Browser::shared().tab();
                tab.viewport(width, height, mobile);
                tab.system_colours(colours);
                let page = opened_in(tab, link);
                page.script(
                    "document.querySelector('#cite-bibtex').closest('details').open = true",
                );
                let broken = page.axe();
                assert!(broken.is_empty(), "{width} {colours} {link}: {broken:#?}");
                let over = page.script(
                    "(() => { const window_ = document.querySelector('.share-window'); \
                     return window_.scrollWidth - window_.clientWidth; })()",
                );
                assert_eq!(
                    over,
                    json!(0),
                    "{width} {colours} {link}: it scrolls sideways"
                );
                page.assert_quiet();
            }
        }
    }
}

#[test]
fn the_printed_page_has_figure_sentence_table_sources_and_address_and_cuts_nothing_off() {
    for (link, picture, table) in [
        ("", ".map", "#shares-table table"),
        (
            "view=dependence&mineral=nickel&importer=USA",
            ".map",
            "#partners-table table",
        ),
        (
            "view=shock&mineral=gallium&importer=JPN&scenario=cut-off:CHN:gallium:refine:100:2025-04:12",
            ".map",
            "#shift-table",
        ),
        (
            "view=minerals&importer=EU",
            "canvas",
            "#minerals-table table",
        ),
    ] {
        let tab = Browser::shared().tab();
        // The width of A4 less its margins.
        tab.viewport(718, 1000, false);
        let page = Page::open_in(tab, link);
        page.wait("(document.querySelector('.progress p')?.textContent ?? '') === ''");
        page.ask("Emulation.setEmulatedMedia", &json!({ "media": "print" }))
            .expect("paper");
        page.script("dispatchEvent(new Event('beforeprint'))");
        page.wait_until_painted();
        for shown in [picture, "#finding", "#title", table] {
            let seen = page.script(&format!(
                "document.querySelector('{shown}').checkVisibility()"
            ));
            assert_eq!(seen, json!(true), "{link}: {shown}");
        }
        let hidden = page.script(
            "[...document.querySelectorAll('.bar, .theme, #share, .zoom, .views')].filter(one => one.checkVisibility()).length",
        );
        assert_eq!(hidden, json!(0), "{link}: controls on paper");
        let line =
            page.script("getComputedStyle(document.querySelector('main'), '::after').content");
        let line = line.as_str().unwrap_or_default();
        assert!(
            line.contains("Printed from")
                && page.script("document.querySelector('main').dataset.address")
                    == json!(page.address()),
            "{line}"
        );
        let over = page
            .script("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "{link}: wider than the paper");
        let cut = page.script(
            "[...document.querySelectorAll('main .table')].filter(one => one.checkVisibility() && \
             one.scrollWidth > one.clientWidth + 1).map(one => one.ariaLabel)",
        );
        assert_eq!(cut, json!([]), "{link}: tables that are cut off");
        let sources = page.script(
            "[...document.querySelectorAll('.sources, .foot p')].filter(one => one.checkVisibility()).length",
        );
        assert_eq!(sources, json!(1), "{link}: what it is computed from");
        page.script("dispatchEvent(new Event('afterprint'))");
        page.assert_quiet();
    }
}

#[test]
fn paper_is_light_whatever_the_screen_is() {
    let pictures = "[...document.querySelectorAll('canvas')].map(canvas => canvas.toDataURL())";
    for view in ["", "view=minerals&importer=EU&"] {
        let printed = |theme: &str| {
            let page = Page::open(&format!("{view}theme={theme}"));
            page.wait("document.querySelector('canvas')?.width > 300");
            page.wait("(document.querySelector('.progress p')?.textContent ?? '') === ''");
            page.wait_until_painted();
            page.ask("Emulation.setEmulatedMedia", &json!({ "media": "print" }))
                .expect("paper");
            // The browser asks for the picture once the listeners have run, and waits for no frame.
            let printed = page.script(&format!(
                "(dispatchEvent(new Event('beforeprint')), new Promise(done => setTimeout(done)).then(() => \
                 [{pictures}, getComputedStyle(document.body).color, \
                 getComputedStyle(document.documentElement).getPropertyValue('--s0')]))"
            ));
            page.ask("Emulation.setEmulatedMedia", &json!({ "media": "" }))
                .expect("the screen");
            page.script("dispatchEvent(new Event('afterprint'))");
            page.wait_until_painted();
            let shown = page.script(pictures);
            page.assert_quiet();
            (printed, shown)
        };
        let (dark, dark_shown) = printed("dark");
        let (light, light_shown) = printed("light");
        assert!(dark == light, "{view}: the dark page's paper is not light");
        assert!(
            dark_shown != light_shown && dark_shown != dark[0],
            "{view}: the screen is dark again"
        );
    }
}
