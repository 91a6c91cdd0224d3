//! The example of a page that speaks to the page, as its readers meet it.

mod hosts;

use adit_e2e::{Browser, Server, Tab};
use hosts::{base, only_ours};
use serde_json::json;

fn example(width: u32, height: u32, colours: &str) -> Tab {
    let tab = Browser::shared().tab();
    tab.viewport(width, height, width < 700);
    tab.system_colours(colours);
    // Frames come when they are near; who reads to the end has met both.
    tab.go(&format!("{}?adit={}", base(), Server::page().base()));
    tab.wait("document.querySelectorAll('#heard li').length > 0");
    tab
}

#[test]
fn buttons_set_what_the_frame_shows_and_say_what_it_says() {
    let tab = example(1100, 900, "light");
    tab.click("button[data-state='mineral=gallium']");
    tab.wait("document.querySelector('#said').textContent.startsWith('Gallium')");
    tab.wait("document.querySelector('#heard').textContent.includes('by the host')");
    // By keyboard as well.
    tab.script("document.querySelector('#ask').focus()");
    tab.press("Enter");
    tab.wait("/^What adit figures .*\\bhhi\\b/.test(document.querySelector('#said').textContent)");
    tab.click("#draw");
    tab.wait("document.querySelector('#picture img')?.naturalWidth === 640");
    only_ours(&tab);
}

#[test]
fn a_story_turns_the_map_by_scrolling_and_by_keyboard_and_the_page_scrolls_as_always() {
    let tab = example(1100, 900, "light");
    let step = |at: usize| {
        tab.wait(&format!(
            "document.querySelectorAll('.step')[{at}].hasAttribute('aria-current')"
        ));
    };
    let inside = "document.documentElement.dataset.state";
    tab.script("document.querySelectorAll('.step')[1].scrollIntoView({ block: 'start' })");
    step(1);
    let shows = |link: &str| {
        adit_e2e::eventually(&format!("{link} in the story's frame"), || {
            let states = tab.in_frames(inside);
            let shown = states.iter().filter_map(|state| state.as_str());
            shown
                .into_iter()
                .any(|state| state.starts_with(link))
                .then_some(())
        });
    };
    shows("country=COD");
    let before = tab.script("scrollY");
    tab.script("new Promise(done => setTimeout(done, 500))");
    assert_eq!(tab.script("scrollY"), before, "nothing moves by itself");
    tab.script("document.querySelectorAll('.step button')[3].focus({ preventScroll: true })");
    step(3);
    shows("mineral=gallium");
    tab.press("Enter");
    assert_eq!(
        tab.script("document.querySelectorAll('[aria-current]').length"),
        1
    );
    only_ours(&tab);
}

#[test]
fn axe_finds_nothing_in_the_example_light_and_dark_wide_and_narrow() {
    for (width, height) in [(1280, 900), (360, 740)] {
        for colours in ["light", "dark"] {
            let tab = example(width, height, colours);
            // The rules look for frames of their own kind, of which browsers warn.
            only_ours(&tab);
            let found = tab.axe();
            assert!(found.is_empty(), "{width} pixels, {colours}: {found:#?}");
            assert_eq!(
                tab.script("document.documentElement.scrollWidth > innerWidth"),
                json!(false),
                "{width} pixels"
            );
        }
    }
}
