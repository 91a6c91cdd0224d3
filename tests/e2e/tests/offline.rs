//! After one visit the page works without its server, and a newer version is told of and applied.

mod tour;

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use adit_e2e::server::dist;
use adit_e2e::{Browser, Server, Tab, eventually, within};
use serde_json::json;
use tempfile::TempDir;
use tour::Window;

fn policy() -> String {
    let policy = fs::read_to_string(dist().join("csp.txt"));
    let policy = policy.expect("`cargo xtask build` writes the policy");
    policy.trim().to_owned()
}

/// A page's address on a server.
fn base(server: &Server, folder: &str) -> String {
    format!("{}{folder}", server.base())
}

/// Opens the page once and waits until all of it is kept.
fn visit(tab: &Tab, address: &str) {
    tab.open(address);
    tab.settle();
    tab.until("document.documentElement.dataset.kept === 'true'");
}

/// Ends a server, and waits until nothing answers at its address.
fn end(server: Server) {
    let address = server.base().trim_start_matches("http://").to_owned();
    let address = address.trim_end_matches('/').to_owned();
    drop(server);
    eventually("the server to end", || {
        TcpStream::connect(&address).err().map(|_| ())
    });
}

fn notice(tab: &Tab) -> String {
    Window::text(tab, "#offline p")
}

/// Complaints less those about the server, which is not there.
fn complaints(tab: &Tab) -> Vec<String> {
    let all = tab.complaints().into_iter();
    all.filter(|text| !text.contains("net::ERR_CONNECTION_REFUSED"))
        .collect()
}

#[test]
fn after_one_visit_every_view_works_without_the_server_from_a_folder_below_its_root() {
    let site = tempfile::tempdir().expect("a folder");
    fs::create_dir(site.path().join("a")).expect("a folder in it");
    let page = fs::canonicalize(dist()).expect("the built page");
    std::os::unix::fs::symlink(page, site.path().join("a/b")).expect("the page below it");
    let server = Server::start(site.path(), Some(policy()));
    let base = base(&server, "a/b/");
    let tab = Browser::shared().tab();
    visit(&tab, &base);
    assert_eq!(notice(&tab), "");
    tab.assert_quiet(&base);
    end(server);
    tour::every_view(&tab, &base);
    tab.until("document.querySelector('#offline p') !== null");
    let told = notice(&tab);
    assert!(
        told.starts_with("Offline: figures as of") && told.contains("2026"),
        "{told}"
    );
    assert!(!told.contains("Only the map"), "{told}");
    tab.screenshot("offline");
    assert_eq!(tab.axe(), []);
    assert_eq!(complaints(&tab), Vec::<String>::new());
    assert_eq!(tab.foreign_requests(&base), Vec::<String>::new());
}

#[test]
fn who_saves_data_is_told_that_only_the_map_was_kept() {
    let server = Server::start(&dist(), Some(policy()));
    let base = base(&server, "");
    let tab = Browser::shared().tab();
    tab.before_each_document(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
    );
    tab.open(&base);
    tab.settle();
    tab.until("navigator.serviceWorker.controller !== null");
    end(server);
    tab.open(&format!("{base}?mineral=lithium"));
    tab.settle();
    assert!(Window::text(&tab, "#title").starts_with("Lithium"));
    tab.until("document.querySelector('#offline p') !== null");
    assert!(notice(&tab).contains("Only the map"), "{}", notice(&tab));
    tab.script("document.querySelector('#offline button').click()");
    tab.until("document.querySelector('#offline p') === null");
}

/// A copy of the built page that may be changed.
fn copied() -> TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("the built page").flatten() {
            let (path, to) = (entry.path(), to.join(entry.file_name()));
            if path.is_dir() {
                copy(&path, &to);
            } else if !path
                .extension()
                .is_some_and(|end| end == "br" || end == "gz")
            {
                fs::copy(&path, &to).expect("a copy");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    copy(&dist(), folder.path());
    folder
}

/// Another version of the page: other words in the document, and the map's program under another name.
struct Newer {
    document: String,
    worker: String,
    version: String,
    program: String,
}

impl Newer {
    fn of(folder: &Path) -> Self {
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
        let (document, worker) = (read("index.html"), read("sw.js"));
        let after = |text: &str, mark: &str| {
            let (_, rest) = text.split_once(mark).expect(mark);
            rest[..16].to_owned()
        };
        let old = after(&document, "data-version=\"");
        let program = after(&document, "./adit-page-");
        let reversed = |text: &str| text.chars().rev().collect::<String>();
        let changed = |text: &str| {
            text.replace(&old, &reversed(&old))
                .replace(&program, &reversed(&program))
        };
        Self {
            document: changed(&document)
                .replace("<p class=\"brand\">", "<p class=\"brand newer\">"),
            worker: changed(&worker),
            version: reversed(&old),
            program: reversed(&program),
        }
    }

    /// Puts the program in the place of the old one, which is gone then.
    fn put_program(&self, folder: &Path) {
        let old: String = self.program.chars().rev().collect();
        for end in [".js", "_bg.wasm"] {
            let named = |hash: &str| -> PathBuf { folder.join(format!("adit-page-{hash}{end}")) };
            fs::rename(named(&old), named(&self.program)).expect("the program");
        }
    }
}

fn look(tab: &Tab) {
    tab.script("void document.dispatchEvent(new Event('visibilitychange'))");
}

#[test]
fn a_newer_version_is_told_of_and_applied_at_the_same_state_and_never_mixed_with_the_old() {
    let site = copied();
    let newer = Newer::of(site.path());
    let server = Server::start(site.path(), None);
    let base = base(&server, "");
    let tab = Browser::shared().tab();
    visit(&tab, &base);
    tab.click("#map [data-iso=\"COD\"]");
    tab.until("document.documentElement.dataset.state !== ''");
    let state = tab.state();
    // The server changes bit by bit: a new worker beside the old document is no version.
    fs::write(site.path().join("sw.js"), &newer.worker).expect("the worker");
    newer.put_program(site.path());
    look(&tab);
    let told = within(std::time::Duration::from_secs(1), || {
        Some(notice(&tab)).filter(|text| !text.is_empty())
    });
    assert_eq!(told, None);
    fs::write(site.path().join("index.html"), &newer.document).expect("the document");
    look(&tab);
    tab.until(
        "document.querySelector('#offline p')?.textContent.includes('newer version') === true",
    );
    tab.screenshot("newer");
    assert_eq!(tab.axe(), []);
    // Meanwhile the old version goes on with its own files, which its server has no more.
    assert_ne!(
        tab.script("document.documentElement.dataset.version"),
        json!(newer.version)
    );
    tab.script(
        "fetch('./adit-page-' + /adit-page-([0-9a-f]+)/.exec(document.head.innerHTML)[1] + '.js') \
             .then(answer => { if (!answer.ok) throw new Error('the old program is gone'); })",
    );
    assert_eq!(tab.script("adit.desk().then(() => true)"), true);
    tab.script("document.querySelector('#offline button').click()");
    tab.until(&format!(
        "document.documentElement.dataset.version === {}",
        json!(newer.version)
    ));
    tab.settle();
    assert_eq!(tab.state(), state);
    let loaded = tab.script("performance.getEntriesByType('resource').map(one => one.name).join()");
    let loaded = loaded.as_str().unwrap_or_default();
    assert!(loaded.contains(&newer.program), "{loaded}");
    tab.until("document.documentElement.dataset.kept === 'true'");
    assert_eq!(notice(&tab), "");
    end(server);
    tab.open(&base);
    tab.settle();
    assert_eq!(
        tab.script("document.documentElement.dataset.version"),
        json!(newer.version)
    );
}

#[test]
fn who_comes_back_after_a_change_has_the_newer_version_at_once_and_is_told_nothing() {
    let site = copied();
    let newer = Newer::of(site.path());
    let server = Server::start(site.path(), None);
    let base = base(&server, "");
    let tab = Browser::shared().tab();
    visit(&tab, &base);
    newer.put_program(site.path());
    fs::write(site.path().join("sw.js"), &newer.worker).expect("the worker");
    fs::write(site.path().join("index.html"), &newer.document).expect("the document");
    visit(&tab, &base);
    assert_eq!(
        tab.script("document.documentElement.dataset.version"),
        json!(newer.version)
    );
    // The worker of the old version gives way without a word.
    tab.until(
        "navigator.serviceWorker.ready.then(ready => ready.waiting === null && ready.installing === null)",
    );
    assert_eq!(notice(&tab), "");
    end(server);
    tab.open(&base);
    tab.settle();
    assert_eq!(
        tab.script("document.documentElement.dataset.version"),
        json!(newer.version)
    );
}
