//! Reading by keyboard and by ear.

use adit_e2e::{Browser, Node, Page};

/// Where the focus is, as a selector that a person can follow.
const FOCUS: &str = "(() => { const one = document.activeElement; if (!one || one === document.body) \
    return ''; return one.id ? '#' + one.id : one.name ? one.name : one.dataset?.iso ? 'map' : \
    one.className?.baseVal ?? (one.className || one.localName); })()";

#[test]
fn every_control_is_reached_by_tab_alone_and_none_keeps_the_focus() {
    let page = Page::open("country=CHL");
    let mut met = Vec::new();
    for _ in 0..60 {
        page.press("Tab");
        let at = page.script(FOCUS).as_str().unwrap_or_default().to_owned();
        if at.is_empty() {
            break;
        }
        met.push(at);
    }
    for control in [
        "skip", "theme", "#mineral", "stage", "year", "#edition", "map", "#country",
    ] {
        assert!(
            met.iter().any(|one| one.contains(control)),
            "{control} is not among {met:?}"
        );
    }
    let reachable = page.script(
        "[...document.querySelectorAll('button, select, summary, a[href]')].filter(one => \
         one.checkVisibility() && one.tabIndex >= 0 && !one.disabled).length",
    );
    let reachable = reachable.as_u64().unwrap_or_default();
    assert!(
        met.len() as u64 >= reachable,
        "{} stops, {reachable} controls: {met:?}",
        met.len()
    );
    page.assert_quiet();
}

#[test]
fn the_maps_countries_are_walked_by_rank_and_heard_with_share_and_rank() {
    let page = Page::open("");
    page.script("document.querySelector('#map [role=option][tabindex=\"0\"]').focus()");
    let table = page.table();
    for (at, row) in table.iter().take(4).enumerate() {
        let heard = page.focused().expect("a country has the focus");
        assert_eq!(heard.role, "option");
        // The name, the share as the table has it, and the place.
        assert!(row[2].starts_with(&(at + 1).to_string()), "{row:?}");
        for part in [row[0].as_str(), row[3].as_str(), &format!("{} of", row[2])] {
            assert!(
                heard.name.contains(part),
                "{part:?} is not in {:?} (row {row:?})",
                heard.name
            );
        }
        page.press("ArrowRight");
    }
    page.press("Home");
    page.press("Enter");
    page.wait("(document.documentElement.dataset.state ?? '').startsWith('country=')");
    let heard = page.focused().expect("the focus stays on the country");
    assert!(heard.name.contains(&table[0][0]), "{heard:?}");
    page.assert_quiet();
}

#[test]
fn a_mineral_is_chosen_by_keyboard_alone() {
    let page = Page::open("");
    for _ in 0..20 {
        if page.script(FOCUS) == "#mineral" {
            break;
        }
        page.press("Tab");
    }
    page.press("ArrowDown");
    page.press("ArrowDown");
    let expected = page.script(
        "document.querySelector('#' + document.activeElement.getAttribute('aria-activedescendant') \
         + ' .name').textContent",
    );
    page.press("Enter");
    page.wait("(document.documentElement.dataset.state ?? '').startsWith('mineral=')");
    let expected = expected.as_str().unwrap_or_default();
    assert!(page.title().starts_with(expected), "{}", page.title());
    page.assert_quiet();
}

#[test]
fn the_tree_has_the_page_in_order_with_every_figure_named() {
    let page = Page::open("");
    let tree = page.tree();
    let named = |role: &str| -> Vec<&Node> {
        tree.iter()
            .filter(|node| node.role == role && !node.name.is_empty())
            .collect()
    };
    assert_eq!(
        named("heading").first().map(|node| node.name.as_str()),
        Some(page.title().as_str())
    );
    assert!(
        named("image").len() + named("img").len() >= 2,
        "charts are named"
    );
    assert_eq!(named("listbox").len(), 1);
    assert!(named("option").len() > 10);
    assert!(!named("table").is_empty());
    for node in &tree {
        let interactive = ["button", "combobox", "radio", "link", "option"];
        assert!(
            !interactive.contains(&node.role.as_str()) || !node.name.is_empty(),
            "{node:?} has no name"
        );
    }
}

#[test]
fn axe_finds_nothing_in_light_and_dark_wide_and_narrow() {
    for (width, height) in [(1280, 900), (360, 740)] {
        for colours in ["light", "dark"] {
            for link in [
                "",
                "mineral=gallium&stage=refine&country=CHN",
                "mineral=nonsense",
            ] {
                let tab = Browser::shared().tab();
                tab.viewport(width, height, width < 700);
                tab.system_colours(colours);
                let page = Page::open_in(tab, link);
                let found = page.axe();
                assert!(
                    found.is_empty(),
                    "{link:?} at {width} pixels, {colours}: {found:#?}"
                );
            }
        }
    }
}

#[test]
fn axe_finds_nothing_while_the_list_of_minerals_is_open() {
    let page = Page::open("");
    page.click("#mineral");
    page.wait("document.querySelectorAll('#minerals [role=option]').length > 60");
    let found = page.axe();
    assert!(found.is_empty(), "{found:#?}");
}
