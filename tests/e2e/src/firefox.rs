//! One Firefox, headless, spoken to by its own protocol (Marionette), with no way to any network.
//!
//! Packets are JSON with their length in front: `[0, number, command, parameters]` there,
//! `[1, number, error, result]` back.

use std::io::{BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;
use std::{env, fs};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::wait::{PATIENCE, eventually, within};

/// Every request of the page goes to a proxy that is not there; the browser itself asks nobody.
const PREFERENCES: &str = r#"
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.allow_hijacking_localhost", true);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.always_ask_before_handling_new_types", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("devtools.console.stdout.content", true);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"#;

/// What the browser writes, in its folder.
const OUTPUT: &str = "output.txt";

/// A running Firefox with one window; it ends when dropped.
pub struct Firefox {
    browser: Child,
    line: Mutex<Line>,
    folder: TempDir,
}

struct Line {
    to: TcpStream,
    from: BufReader<TcpStream>,
    next: u64,
}

impl Firefox {
    /// The browser that `FIREFOX` names, or Debian's, with a profile of its own.
    #[track_caller]
    #[must_use]
    pub fn start() -> Self {
        let program = env::var_os("FIREFOX").unwrap_or_else(|| "firefox-esr".into());
        let folder = tempfile::tempdir().expect("a folder for the profile");
        let port = free_port();
        let profile = folder.path().join("profile");
        let downloads = folder.path().join("downloads");
        fs::create_dir_all(&profile).expect("a profile");
        fs::create_dir_all(&downloads).expect("a folder for downloads");
        let preferences = format!(
            "{PREFERENCES}user_pref(\"marionette.port\", {port});\n\
             user_pref(\"browser.download.dir\", {});\n",
            json!(downloads.to_string_lossy())
        );
        fs::write(profile.join("user.js"), preferences).expect("preferences");
        let output = fs::File::create(folder.path().join(OUTPUT)).expect("a file for its output");
        let browser = Command::new(&program)
            .args(["--headless", "--marionette", "--remote-allow-system-access"])
            .args(["--no-remote", "--profile"])
            .arg(&profile)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{} did not start ({error}); install Firefox or name its program in FIREFOX",
                    program.display()
                )
            });
        let to = eventually("Firefox to listen", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()
        });
        to.set_read_timeout(Some(2 * PATIENCE)).expect("a limit");
        let from = BufReader::new(to.try_clone().expect("both directions"));
        let mut line = Line { to, from, next: 1 };
        line.read().expect("Firefox says what it speaks");
        let firefox = Self {
            browser,
            line: Mutex::new(line),
            folder,
        };
        firefox.must("WebDriver:NewSession", &json!({}));
        let patience = json!({ "script": 2 * 1000 * PATIENCE.as_secs() });
        firefox.must("WebDriver:SetTimeouts", &patience);
        firefox
    }

    /// Opens an address and waits for its load event.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.must("WebDriver:Navigate", &json!({ "url": address }));
    }

    /// What an expression of JavaScript gives in the page; promises are awaited.
    #[track_caller]
    pub fn script(&self, expression: &str) -> Value {
        self.evaluate(expression)
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let found = within(PATIENCE, || {
            let value = self.evaluate(expression).ok();
            value.filter(|value| value == &json!(true))
        });
        assert!(
            found.is_some(),
            "waited in vain for {expression}; complaints: {:?}",
            self.complaints()
        );
    }

    /// Errors of the console, and warnings, about the document and its scripts so far.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        self.must("Marionette:SetContext", &json!({ "value": "chrome" }));
        let found = self.evaluate(
            "Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError \
             && /^(file|blob|data):/.test(one.sourceName)).map(one => one.errorMessage)",
        );
        self.must("Marionette:SetContext", &json!({ "value": "content" }));
        let found = found.unwrap_or_else(|error| panic!("the console: {error}"));
        let mut all: Vec<String> = serde_json::from_value(found).expect("a list of texts");
        // What scripts say themselves goes to the browser's output, where its own parts warn of this and that.
        let said = fs::read_to_string(self.folder.path().join(OUTPUT)).expect("the output");
        let said = said.lines().filter(|line| {
            let kinds = ["console.error", "console.assert"];
            kinds.iter().any(|kind| line.starts_with(kind))
        });
        all.extend(said.map(str::to_owned));
        all
    }

    /// Waits for the next finished download and gives its name and its bytes.
    #[track_caller]
    pub fn download(&self) -> (String, Vec<u8>) {
        download(&self.folder.path().join("downloads"))
    }

    fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let script = json!({ "script": format!("return ({expression})"), "args": [] });
        let mut reply = self.ask("WebDriver:ExecuteScript", &script)?;
        Ok(reply["value"].take())
    }

    fn ask(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let mut line = self.line.lock().expect("one question after another");
        line.ask(command, parameters)
    }

    #[track_caller]
    fn must(&self, command: &str, parameters: &Value) -> Value {
        self.ask(command, parameters)
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        self.ask("Marionette:Quit", &json!({ "flags": ["eForceQuit"] }))
            .ok();
        let ended = within(Duration::from_secs(5), || {
            self.browser.try_wait().ok().flatten()
        });
        if ended.is_none() {
            self.browser.kill().ok();
        }
        self.browser.wait().ok();
    }
}

impl Line {
    fn ask(&mut self, command: &str, parameters: &Value) -> Result<Value, String> {
        let number = self.next;
        self.next += 1;
        let packet = json!([0, number, command, parameters]).to_string();
        write!(self.to, "{}:{packet}", packet.len()).map_err(|error| error.to_string())?;
        loop {
            let mut reply = self.read()?;
            if reply[1] == json!(number) {
                return match reply[2].take() {
                    Value::Null => Ok(reply[3].take()),
                    error => Err(error["message"].as_str().unwrap_or("refused").to_owned()),
                };
            }
        }
    }

    fn read(&mut self) -> Result<Value, String> {
        let told = |error: std::io::Error| format!("Firefox is gone: {error}");
        let mut length = 0;
        loop {
            let mut byte = [0];
            self.from.read_exact(&mut byte).map_err(told)?;
            match byte[0] {
                digit @ b'0'..=b'9' => length = length * 10 + usize::from(digit - b'0'),
                _ => break,
            }
        }
        let mut packet = vec![0; length];
        self.from.read_exact(&mut packet).map_err(told)?;
        serde_json::from_slice(&packet).map_err(|error| error.to_string())
    }
}

/// Waits for a finished file in a folder of downloads; takes it away.
#[track_caller]
pub(crate) fn download(folder: &Path) -> (String, Vec<u8>) {
    eventually("a download", || {
        let files = fs::read_dir(folder).ok()?.flatten();
        let mut files: Vec<_> = files
            .map(|entry| entry.path())
            .filter(|path| path.is_file())
            .collect();
        let under_way = |path: &Path| {
            path.extension()
                .is_some_and(|end| end == "crdownload" || end == "part")
        };
        if files.iter().any(|path| under_way(path)) {
            return None;
        }
        let path = files.pop()?;
        // A browser may make the file before it has anything to put into it.
        let bytes = fs::read(&path).ok().filter(|bytes| !bytes.is_empty())?;
        fs::remove_file(&path).ok();
        Some((path.file_name()?.to_string_lossy().into_owned(), bytes))
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
