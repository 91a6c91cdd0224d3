//! Articles on another origin than the page's, which speak to it.
#![allow(dead_code, reason = "each test file speaks in its own way")]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use adit_e2e::server::dist;
use adit_e2e::{Browser, Server, Tab, eventually};
use serde_json::{Value, json};

/// What an article that speaks by messages knows: what it heard, and how to ask.
const SPEAK: &str = "window.asked = 0; window.changes = []; window.sizes = []; \
    window.say = message => { const id = message.id ?? 'asked' + ++asked; \
    frame.contentWindow.postMessage(Object.assign(message, { id }), '*'); \
    return new Promise((done, fail) => { setTimeout(() => fail(new Error('no reply to ' + message.type)), 25000); \
    const look = () => { const at = heard.findIndex(one => one?.type === 'reply' && one.id === id && !one.taken); \
    if (at < 0) return setTimeout(look, 10); heard[at].taken = true; done(heard[at]); }; look(); }); }; 0";

/// The server of the articles: the example, pages that listen, and the module as the build wrote it.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = here.join("../../target/hosts");
        let page = Server::page().base().trim_end_matches('/');
        fs::create_dir_all(&folder).expect("a folder for the articles");
        let mut files: Vec<_> = [
            here.join("../../examples/host"),
            here.join("fixtures/hosts"),
        ]
        .iter()
        .flat_map(|from| fs::read_dir(from).expect("articles"))
        .map(|entry| entry.expect("an article").path())
        .collect();
        files.push(dist().join("adit.js"));
        files.push(here.join("fixtures/quiet.html"));
        for file in files {
            let name = file.file_name().expect("a name");
            fs::copy(&file, folder.join(name)).expect("a copy of the article");
        }
        // As strict as a newsroom's: nothing inline, frames of the page only.
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self' {page}"
        );
        Server::start(&folder, Some(policy))
    })
}

/// The address of the articles' folder.
pub fn base() -> &'static str {
    server().base()
}

/// Fails on any complaint, and on any request but to the page and the article.
#[track_caller]
pub fn only_ours(tab: &Tab) {
    let page = Server::page().base();
    let foreign: Vec<String> = tab
        .foreign_requests(base())
        .into_iter()
        .filter(|one| !one.starts_with(page))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert!(tab.complaints().is_empty(), "{:?}", tab.complaints());
}

/// An article with a frame in it.
pub struct Host {
    /// The article.
    pub tab: Tab,
    /// How many entries its history had when the frame was there.
    pub entries: u64,
}

impl Host {
    /// An article with a frame at a link, which speaks by messages.
    #[track_caller]
    pub fn open(link: &str) -> Self {
        Self::with(link, "")
    }

    /// The same, with a sandboxed frame.
    #[track_caller]
    pub fn sandboxed(link: &str, sandbox: &str) -> Self {
        Self::with(link, sandbox)
    }

    #[track_caller]
    fn with(link: &str, sandbox: &str) -> Self {
        let tab = tab();
        if !sandbox.is_empty() {
            // Only such a frame has a process of its own.
            tab.watch_frames();
        }
        tab.go(&format!("{}speak.html", base()));
        let src = format!("{}?{link}", Server::page().base());
        tab.script(SPEAK);
        tab.script(&format!("embed({}, {})", json!(src), json!(sandbox)));
        Self::of(tab)
    }

    /// An article that mounts the page by the module, at these words.
    #[track_caller]
    pub fn module(words: &str) -> Self {
        let tab = tab();
        tab.go(&format!("{}speak.html", base()));
        tab.script(SPEAK);
        tab.script(&format!(
            "import('./adit.js').then(module => {{ window.module = module; window.handle = module.mount(\
             document.querySelector('#place'), {{ src: {}, state: {{ {words} }} }}); window.frame = handle.element; }})",
            json!(Server::page().base())
        ));
        Self::of(tab)
    }

    fn of(tab: Tab) -> Self {
        let entries = tab.script("history.length").as_u64().unwrap_or_default();
        Self { tab, entries }
    }

    /// Waits until the frame says that it hears; gives what it says of itself.
    #[track_caller]
    pub fn ready(&self) -> Value {
        self.event("ready", "true")
    }

    /// Waits for an event of a type for which an expression about `one` is true; gives its data.
    #[track_caller]
    pub fn event(&self, kind: &str, such: &str) -> Value {
        let which = format!(
            "heard.findLast(one => one?.source === 'adit' && one.type === '{kind}' && {such})"
        );
        self.tab.wait(&format!("!!{which}"));
        self.tab.script(&format!("{which}.data"))
    }

    /// Posts a message as it is.
    #[track_caller]
    pub fn post(&self, message: &Value) {
        self.tab
            .script(&format!("frame.contentWindow.postMessage({message}, '*')"));
    }

    /// Posts a message with an id and gives the reply.
    #[track_caller]
    pub fn say(&self, message: &Value) -> Value {
        self.say_script(&message.to_string())
    }

    /// Posts what an expression gives and gives the reply.
    #[track_caller]
    pub fn say_script(&self, message: &str) -> Value {
        self.tab.script(&format!("say({message})"))
    }

    /// The reply to a request.
    #[track_caller]
    pub fn ask(&self, kind: &str, data: &Value) -> Value {
        let mut message = json!({ "source": "adit", "v": 1, "type": kind });
        if !data.is_null() {
            message["data"] = data.clone();
        }
        self.say(&message)
    }

    /// How many replies came so far.
    #[track_caller]
    pub fn replies(&self) -> u64 {
        let count = self
            .tab
            .script("heard.filter(one => one?.type === 'reply').length");
        count.as_u64().unwrap_or_default()
    }

    /// What an expression gives in the frame's document.
    #[track_caller]
    pub fn inside(&self, expression: &str) -> Value {
        eventually("the frame's document", || {
            self.tab.in_frames(expression).into_iter().next()
        })
    }

    /// Waits until an expression is true in the frame's document.
    #[track_caller]
    pub fn wait_inside(&self, expression: &str) {
        eventually(&format!("{expression} in the frame"), || {
            (self.tab.in_frames(expression).first() == Some(&json!(true))).then_some(())
        });
    }

    /// Clicks an element in the frame, as a reader does.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let middle = self.inside(&format!(
            "(() => {{ const one = document.querySelector({}); one.scrollIntoView({{ block: 'nearest' }}); \
             const at = one.getBoundingClientRect(); return [at.x + at.width / 2, at.y + at.height / 2]; }})()",
            json!(selector)
        ));
        let place = self
            .tab
            .script("(() => { const at = frame.getBoundingClientRect(); return [at.x, at.y]; })()");
        let along = |axis: usize| {
            middle[axis].as_f64().unwrap_or_default() + place[axis].as_f64().unwrap_or_default()
        };
        self.tab.click_at(along(0), along(1));
    }

    /// The link that the frame shows.
    #[track_caller]
    pub fn state(&self) -> String {
        let state = self.inside("document.documentElement.dataset.state ?? ''");
        state.as_str().unwrap_or_default().to_owned()
    }

    /// Fails on any complaint, and on any request but to the page and the article.
    #[track_caller]
    pub fn quiet(&self) {
        pause(50);
        only_ours(&self.tab);
    }
}

/// Lets time pass in which nothing should happen.
pub fn pause(milliseconds: u64) {
    thread::sleep(Duration::from_millis(milliseconds));
}

fn tab() -> Tab {
    let tab = Browser::shared().tab();
    tab.viewport(1100, 900, false);
    tab
}
