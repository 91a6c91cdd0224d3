//! A plain web server for a built page: the right types, compressed copies, the page's policy.

use std::collections::BTreeMap;
use std::env;
use std::fs::File;
use std::io::Read;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, StatusCode};

/// As many as a browser opens connections to one host.
const WORKERS: usize = 6;

/// How long a connection may be forgotten.
const NUDGE: Duration = Duration::from_millis(40);

/// A folder, served on a free port of this machine until dropped.
pub struct Server {
    inner: Arc<tiny_http::Server>,
    base: String,
    site: Arc<Site>,
}

struct Site {
    folder: PathBuf,
    policy: Option<String>,
    /// Whether pages of other origins may read the files.
    shared: bool,
    /// How often each file was sent.
    sent: Mutex<BTreeMap<String, usize>>,
}

impl Server {
    /// The built page with its policy: the folder `ADIT_DIST`, or `dist/` of the repository.
    #[track_caller]
    pub fn page() -> &'static Self {
        static PAGE: OnceLock<Server> = OnceLock::new();
        PAGE.get_or_init(|| {
            let folder = dist();
            let file = folder.join("csp.txt");
            let policy = std::fs::read_to_string(&file).unwrap_or_else(|error| {
                panic!(
                    "{}: {error}; `cargo xtask build` makes the page",
                    file.display()
                )
            });
            Self::start(&folder, Some(policy.trim().to_owned()))
        })
    }

    /// Any folder, with a Content-Security-Policy if there is one.
    #[track_caller]
    #[must_use]
    pub fn start(folder: &Path, policy: Option<String>) -> Self {
        Self::started(folder, policy, true)
    }

    /// As [`Server::start`], but strangers may not read its files: a host that forgot a header.
    #[track_caller]
    #[must_use]
    pub fn unshared(folder: &Path, policy: Option<String>) -> Self {
        Self::started(folder, policy, false)
    }

    #[track_caller]
    fn started(folder: &Path, policy: Option<String>, shared: bool) -> Self {
        let inner = match tiny_http::Server::http("127.0.0.1:0") {
            Ok(server) => Arc::new(server),
            Err(error) => panic!("no port to serve on: {error}"),
        };
        let base = format!("http://{}/", inner.server_addr());
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            policy,
            shared,
            sent: Mutex::default(),
        });
        for _ in 0..WORKERS {
            let (server, site) = (Arc::clone(&inner), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A browser that went away in the middle of an answer is no failure.
                    site.answer(request).ok();
                }
            });
        }
        nudge(&inner);
        Self { inner, base, site }
    }

    /// How often a file whose name ends so was sent.
    #[must_use]
    pub fn sent(&self, end: &str) -> usize {
        let sent = self
            .site
            .sent
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let named = sent.iter().filter(|(name, _)| name.ends_with(end));
        named.map(|(_, count)| count).sum()
    }

    /// The address of the page, with a closing `/`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }
}

/// Keeps connections from being forgotten: of more that come at once than threads are idle, `tiny_http` leaves the rest
/// in a queue that only a later connection has looked at, and a browser with six open ones makes no later one.
fn nudge(server: &Arc<tiny_http::Server>) {
    let served = Arc::downgrade(server);
    thread::spawn(move || {
        while let Some(address) = served.upgrade().and_then(|one| one.server_addr().to_ip()) {
            // A server that has just gone is no failure.
            TcpStream::connect(address).ok();
            thread::sleep(NUDGE);
        }
    });
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in 0..WORKERS {
            self.inner.unblock();
        }
    }
}

/// The folder of the built page.
pub fn dist() -> PathBuf {
    env::var_os("ADIT_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        PathBuf::from,
    )
}

impl Site {
    fn answer(&self, request: Request) -> std::io::Result<()> {
        let path = request.url().split(['?', '#']).next().unwrap_or_default();
        let path = path.trim_start_matches('/');
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = &format!("{path}{}", if is_folder { "index.html" } else { "" });
        let file = self.folder.join(name);
        if *request.method() != Method::Get || name.split('/').any(|part| part == "..") {
            return request.respond(Response::empty(StatusCode(405)));
        }
        let (file, encoding) = encoded(&file, &accepted(&request));
        let Ok(mut open) = File::open(&file) else {
            return request.respond(Response::empty(StatusCode(404)));
        };
        let mut bytes = Vec::new();
        if open.read_to_end(&mut bytes).is_err() {
            return request.respond(Response::empty(StatusCode(404)));
        }
        *self
            .sent
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(name.to_owned())
            .or_default() += 1;
        let mut response = Response::from_data(bytes);
        let mut say = |name: &str, value: &str| {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        };
        say("Content-Type", kind(name));
        say("Vary", "Accept-Encoding");
        say("X-Content-Type-Options", "nosniff");
        // A frame that is sandboxed without an origin reads the page's own files as a stranger.
        if self.shared {
            say("Access-Control-Allow-Origin", "*");
        }
        say(
            "Cache-Control",
            if is_hashed(name) {
                "max-age=31536000, immutable"
            } else {
                "no-cache"
            },
        );
        if let Some(encoding) = encoding {
            say("Content-Encoding", encoding);
        }
        // The single file carries its own.
        let is_document = kind(name).starts_with("text/html; charset=utf-8");
        // A policy is the document's; with other files it would only travel.
        if let Some(policy) = self.policy.as_ref().filter(|_| is_document) {
            say("Content-Security-Policy", policy);
        }
        request.respond(response)
    }
}

/// Names of built files carry a hash of what they hold; those that links know do not.
fn is_hashed(name: &str) -> bool {
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_hexdigit).count();
    name.split('-').skip(1).any(|part| digits(part) >= 16)
}

fn accepted(request: &Request) -> String {
    let header = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"));
    header
        .map(|header| header.value.as_str().to_owned())
        .unwrap_or_default()
}

/// The smallest copy of the file that the browser takes, and what it is encoded as.
fn encoded(file: &Path, accepted: &str) -> (PathBuf, Option<&'static str>) {
    for (word, end) in [("br", "br"), ("gzip", "gz")] {
        let mut copy = file.as_os_str().to_owned();
        copy.push(".");
        copy.push(end);
        let takes = accepted
            .split(',')
            .any(|one| one.split(';').next().map(str::trim) == Some(word));
        if takes && Path::new(&copy).is_file() {
            return (copy.into(), Some(word));
        }
    }
    (file.to_owned(), None)
}

fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        // The single file, whose bytes are no UTF-8.
        Some("html") if name.ends_with("adit.html") => "text/html; charset=windows-1252",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
