//! What readers do: look, click, type, go back, take a table away.

use adit::data::embedded;
use adit::risk::SupplyShares;
use adit_e2e::{Browser, Page};

/// What the native core has as a country's share of a view, in percent with one decimal.
fn native_share(mineral: &str, edition: &str, year: u16, iso: &str) -> String {
    let data = embedded().expect("the shipped data are sound");
    let table = data
        .tables()
        .iter()
        .find(|table| {
            data.mineral(table.mineral).slug == mineral
                && data.edition(table.edition).id == edition
                && table.year == year
                && table.stage.slug() == "mine"
        })
        .expect("the table is in the data");
    let country = data.country_by_iso3(iso).expect("the code is known");
    let shares = SupplyShares::of(table);
    let row = shares.get(country).expect("the country has supply");
    format!("{:.1}", 100.0 * row.share.fraction())
}

#[test]
fn the_page_gives_the_figures_of_the_editions() {
    let page = Page::open("");
    for (mineral, edition, year, iso, printed) in [
        ("rare-earths", "mcs2024", 2023, "CHN", Some("68.6")),
        ("tungsten", "mcs2024", 2023, "CHN", Some("80.8")),
        ("cobalt", "mcs2024", 2023, "COD", Some("73.9")),
        ("rare-earths", "mcs2026", 2024, "CHN", None),
        ("tungsten", "mcs2026", 2024, "CHN", None),
        ("cobalt", "mcs2026", 2024, "COD", None),
    ] {
        page.follow(&format!("mineral={mineral}&edition={edition}&year={year}"));
        let share = native_share(mineral, edition, year, iso);
        if let Some(printed) = printed {
            assert_eq!(share, printed, "{mineral} in {edition}");
        }
        let carried = page.share_on_map(iso).expect("the map has the country");
        let carried: f64 = carried.parse().expect("a share is a number");
        assert_eq!(format!("{:.1}", 100.0 * carried), share, "{mineral}: map");
        let shown = format!("{share}%");
        assert!(
            page.table().concat().contains(&shown),
            "{mineral}: {shown} is not in the table {:?}",
            page.table()
        );
    }
    page.assert_quiet();
}

#[test]
fn clicking_a_country_selects_it_and_the_back_button_takes_it_away() {
    let page = Page::open("");
    page.click("#map [data-c=\"AUS\"]");
    page.wait_for_state("country=AUS");
    assert!(
        page.address().ends_with("?country=AUS"),
        "{}",
        page.address()
    );
    assert!(page.text("#country-summary").contains("Australia"));
    page.back();
    page.wait_for_state("");
    page.wait("!document.querySelector('#country-summary').innerText.includes('Australia')");
    page.forward();
    page.wait_for_state("country=AUS");
    page.assert_quiet();
}

#[test]
fn a_mineral_is_found_by_typing_part_of_its_name_or_use() {
    let page = Page::open("");
    page.click("#mineral");
    page.wait("document.querySelectorAll('#minerals [role=option]:not([hidden])').length > 60");
    page.type_text("tungs");
    page.wait("document.querySelectorAll('#minerals [role=option]:not([hidden])').length === 1");
    page.press("Enter");
    page.wait_for_state("mineral=tungsten");
    assert!(page.title().starts_with("Tungsten"), "{}", page.title());
    page.click("#mineral");
    page.type_text("no such mineral");
    page.wait("document.querySelectorAll('#minerals [role=option]:not([hidden])').length === 0");
    assert!(page.text(".popover").contains("no such mineral"));
    page.press("Escape");
    assert!(page.title().starts_with("Tungsten"), "{}", page.title());
    page.back();
    page.wait_for_state("");
    page.assert_quiet();
}

#[test]
fn stage_year_and_edition_are_chosen_and_kept_in_the_link() {
    let page = Page::open("mineral=lithium");
    page.click("label:has(input[name=stage][value=reserves])");
    page.wait_for_state("mineral=lithium&stage=reserves");
    page.click("label:has(input[name=stage][value=mine])");
    page.wait_for_state("mineral=lithium");
    page.click("label:has(input[name=year][value=\"2022\"])");
    page.wait("document.documentElement.dataset.state.includes('year=2022')");
    page.wait_until_painted();
    page.script(
        "(() => { const list = document.querySelector('#edition'); list.value = 'mcs2023'; \
         list.dispatchEvent(new Event('change', { bubbles: true })); })()",
    );
    page.wait("document.documentElement.dataset.state.includes('edition=mcs2023')");
    page.wait_until_painted();
    let (state, finding, rows) = (page.state(), page.finding(), page.table());
    page.follow(&state);
    assert_eq!(page.state(), state);
    assert_eq!(page.finding(), finding);
    assert_eq!(page.table(), rows);
    page.assert_quiet();
}

#[test]
fn the_pointer_over_a_country_is_answered_and_goes() {
    let page = Page::open("");
    page.hover("#map [data-c=\"COD\"]");
    page.wait("document.querySelector('.tip')?.innerText.includes('Congo')");
    page.hover("#title");
    page.wait("!document.querySelector('.tip')?.checkVisibility()");
    page.assert_quiet();
}

#[test]
fn the_map_enlarges_by_its_buttons_and_never_by_scrolling() {
    let page = Page::open("");
    let view = "document.querySelector('#map').getAttribute('viewBox')";
    let world = page.script(view);
    page.wheel("#map", 240.0);
    page.wait("scrollY > 0");
    assert_eq!(page.script(view), world, "the wheel scrolls the page");
    // A wheel's scroll glides on; a click meanwhile would miss.
    page.script(
        "new Promise(done => { let last = -1; const look = () => { if (scrollY === last) \
         return done(); last = scrollY; setTimeout(look, 150); }; look(); })",
    );
    page.script("scrollTo(0, 0)");
    page.click(".zoom button:first-of-type");
    page.wait("(document.documentElement.dataset.state ?? '').startsWith('zoom=')");
    assert_ne!(page.script(view), world);
    page.click(".zoom button:last-of-type");
    page.wait_for_state("");
    assert_eq!(page.script(view), world);
    page.assert_quiet();
}

#[test]
fn a_table_is_taken_away_with_its_source() {
    let page = Page::open("mineral=lithium&country=CHL");
    page.click("#shares-table + .download");
    page.wait("document.querySelector('.take-csv:not(:disabled)') !== null");
    page.click(".take-csv");
    let (name, text) = page.download();
    assert!(
        name.starts_with("adit") && name.contains("lithium"),
        "{name}"
    );
    for part in ["Australia", "Chile", "Mineral Commodity Summaries 2026"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert_eq!(
        text.lines().filter(|line| line.contains("CHL")).count(),
        1,
        "{text}"
    );
    page.assert_quiet();
}

#[test]
fn the_colours_follow_the_system_until_the_reader_says_otherwise() {
    let ground = "getComputedStyle(document.documentElement).backgroundColor";
    let page = Page::open("");
    page.system_colours("light");
    let light = page.script(ground);
    page.system_colours("dark");
    let dark = page.script(ground);
    assert_ne!(light, dark);
    page.click("label:has(input[name=theme][value=light])");
    page.wait_for_state("theme=light");
    assert_eq!(page.script(ground), light);
    page.click("label:has(input[name=theme][value=system])");
    page.wait_for_state("");
    assert_eq!(page.script(ground), dark);
    page.assert_quiet();
}

#[test]
fn a_small_country_is_reached_by_name_and_by_its_dot() {
    let page = Page::open("mineral=bauxite");
    page.script(
        "(() => { const list = document.querySelector('#country'); list.value = 'NCL'; \
         list.dispatchEvent(new Event('change', { bubbles: true })); })()",
    );
    page.wait("document.documentElement.dataset.state.includes('country=NCL')");
    page.wait_until_painted();
    page.wait("document.querySelector('#country-summary')?.innerText.includes('New Caledonia')");
    page.assert_quiet();
}

#[test]
fn no_view_is_wider_than_the_screen() {
    for (width, height) in [(1280, 900), (768, 1024), (360, 740)] {
        for colours in ["light", "dark"] {
            let tab = Browser::shared().tab();
            tab.viewport(width, height, width < 700);
            tab.system_colours(colours);
            let page = Page::open_in(tab, "mineral=rare-earths&country=CHN");
            page.screenshot(&format!("rare-earths-{width}-{colours}"));
            let wide = page.script("document.documentElement.scrollWidth - innerWidth");
            assert_eq!(wide, 0, "at {width} pixels, {colours}");
            let clipped = page.script(
                "[...document.querySelectorAll('main *, header *')].filter(one => \
                 one.checkVisibility() && one.children.length === 0 && one.innerText && \
                 !one.closest('.table, .sr') && one.scrollWidth > one.clientWidth + 1 && \
                 getComputedStyle(one).display !== 'inline').map(one => one.outerHTML).join('\\n')",
            );
            assert_eq!(clipped, "", "clipped at {width} pixels, {colours}");
            page.assert_quiet();
        }
    }
}
