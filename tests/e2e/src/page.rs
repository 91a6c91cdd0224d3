//! Adit, in the words of its readers.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::{Browser, Server, Tab};

/// The page in a tab; everything a [`Tab`] can do, it can too.
pub struct Page {
    tab: Tab,
}

impl Deref for Page {
    type Target = Tab;

    fn deref(&self) -> &Tab {
        &self.tab
    }
}

impl Page {
    /// Opens the page at a query string (`mineral=cobalt&stage=refine`; empty for the default view)
    /// and waits until it can be used.
    #[track_caller]
    #[must_use]
    pub fn open(query: &str) -> Self {
        Self::open_in(Browser::shared().tab(), query)
    }

    /// As [`Page::open`], in a tab that was prepared (size, colours, slow line).
    #[track_caller]
    pub fn open_in(tab: Tab, query: &str) -> Self {
        let page = Self { tab };
        page.follow(query);
        page
    }

    /// Opens the page with scripts switched off: what is read is what the build wrote.
    #[track_caller]
    #[must_use]
    pub fn open_without_scripts(query: &str) -> Self {
        let page = Self {
            tab: Browser::shared().tab(),
        };
        page.scripts_off();
        page.go(&address(query));
        page
    }

    /// Follows a link to another view by a real navigation, in the same tab.
    #[track_caller]
    pub fn follow(&self, query: &str) {
        self.go(&address(query));
        self.wait_until_usable();
    }

    /// Waits until the next click or key is answered.
    #[track_caller]
    pub fn wait_until_usable(&self) {
        self.wait("document.documentElement.dataset.ready === 'true'");
    }

    /// The view's normalised query string, empty for the default view.
    #[track_caller]
    pub fn state(&self) -> String {
        self.string("document.documentElement.dataset.state ?? ''")
    }

    /// Waits until what may lie below the window has followed what is shown: it does once a frame is painted.
    #[track_caller]
    pub fn wait_until_painted(&self) {
        self.script("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /// Waits until the view's query string is this, and all of the page shows it.
    #[track_caller]
    pub fn wait_for_state(&self, query: &str) {
        self.wait(&format!(
            "(document.documentElement.dataset.state ?? '') === {}",
            json!(query)
        ));
        self.wait_until_painted();
    }

    /// The main heading.
    #[track_caller]
    pub fn title(&self) -> String {
        self.text("#title")
    }

    /// The sentence that says what the view shows.
    #[track_caller]
    pub fn finding(&self) -> String {
        self.text("#finding")
    }

    /// The notice about a link that could not be taken at its word, if one is shown.
    #[track_caller]
    pub fn notice(&self) -> Option<String> {
        let said = self.script(
            "(() => { const notice = document.querySelector('#notice'); \
             return notice && notice.checkVisibility() ? notice.innerText.trim() : null; })()",
        );
        said.as_str()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// The share of a country on the map, as the map's element carries it.
    #[track_caller]
    pub fn share_on_map(&self, iso: &str) -> Option<String> {
        let share = self.script(&format!(
            "document.querySelector('#map [data-iso=\"{iso}\"]')?.dataset.share ?? null"
        ));
        share.as_str().map(str::to_owned)
    }

    /// Clicks a country of the map.
    #[track_caller]
    pub fn click_country(&self, iso: &str) {
        self.click(&format!("#map [data-iso=\"{iso}\"]"));
    }

    /// The rows of the table of shares, cell by cell, less its head.
    #[track_caller]
    pub fn table(&self) -> Vec<Vec<String>> {
        let rows = self.script(
            "[...document.querySelectorAll('#shares-table tbody tr')].map(row => \
             [...row.cells].map(cell => cell.textContent.trim()))",
        );
        let rows = rows.as_array().into_iter().flatten();
        rows.map(|row| row.as_array().into_iter().flatten().map(plain).collect())
            .collect()
    }

    /// The text of an element as a reader sees it.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let quoted = json!(selector);
        match self.script(&format!(
            "document.querySelector({quoted})?.innerText ?? null"
        )) {
            Value::String(text) => text.trim().to_owned(),
            _ => panic!("no {selector} at {}", self.address()),
        }
    }

    /// Fails on any complaint in the console and on any request to another host.
    #[track_caller]
    pub fn assert_quiet(&self) {
        self.tab.assert_quiet(Server::page().base());
    }

    #[track_caller]
    fn string(&self, expression: &str) -> String {
        plain(&self.script(expression))
    }
}

#[track_caller]
fn address(query: &str) -> String {
    let base = Server::page().base();
    if query.is_empty() {
        base.to_owned()
    } else {
        format!("{base}?{query}")
    }
}

fn plain(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
