//! One tab: opening links, asking the document, pretending another device.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::connection::{Connection, Event};
use crate::diary::Diary;
use crate::firefox::download;
use crate::wait::{PATIENCE, eventually, within};

/// The line to the server, as the budgets define it.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Both directions, in bits per second.
    pub bits_per_second: f64,
    /// Round trip, in milliseconds.
    pub round_trip_ms: f64,
}

/// A tab of its own browser context.
pub struct Tab {
    pub(crate) connection: Connection,
    context: String,
    pub(crate) target: String,
    pub(crate) session: String,
    events: Receiver<Event>,
    diary: RefCell<Diary>,
    downloads: PathBuf,
}

impl Tab {
    pub(crate) fn open(connection: Connection) -> Result<Self, String> {
        let reply = connection.call(None, "Target.createBrowserContext", &json!({}))?;
        let context = text(&reply, "browserContextId")?;
        let blank = json!({ "url": "about:blank", "browserContextId": context });
        let target = text(
            &connection.call(None, "Target.createTarget", &blank)?,
            "targetId",
        )?;
        let attach = json!({ "targetId": &target, "flatten": true });
        let session = text(
            &connection.call(None, "Target.attachToTarget", &attach)?,
            "sessionId",
        )?;
        let events = connection.events_of(&session);
        let downloads = tempfile::tempdir()
            .map_err(|error| error.to_string())?
            .keep();
        let tab = Self {
            connection,
            context,
            target,
            session,
            events,
            diary: RefCell::default(),
            downloads,
        };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tab.ask(&format!("{domain}.enable"), &json!({}))?;
        }
        let folder = json!({
            "behavior": "allow", "browserContextId": tab.context,
            "downloadPath": tab.downloads.to_string_lossy(),
        });
        tab.connection
            .call(None, "Browser.setDownloadBehavior", &folder)?;
        tab.viewport(1280, 900, false);
        Ok(tab)
    }

    /// Any request of the protocol, for what has no word here.
    ///
    /// # Errors
    /// What the browser answered instead.
    pub fn ask(&self, method: &str, params: &Value) -> Result<Value, String> {
        self.connection.call(Some(&self.session), method, params)
    }

    /// Grants the tab's own context permissions that readers are asked for, such as to read the clipboard.
    #[track_caller]
    pub fn allow(&self, permissions: &[&str]) {
        let granted = json!({ "permissions": permissions, "browserContextId": self.context });
        let reply = self
            .connection
            .call(None, "Browser.grantPermissions", &granted);
        if let Err(error) = reply {
            panic!("{permissions:?}: {error}");
        }
    }

    /// As [`Tab::ask`], where a refusal is the test's end.
    #[track_caller]
    pub(crate) fn must(&self, method: &str, params: &Value) -> Value {
        match self.ask(method, params) {
            Ok(reply) => reply,
            Err(error) => panic!("{error}"),
        }
    }

    /// Opens a link and waits for its load event.
    #[track_caller]
    pub fn go(&self, address: &str) {
        let before = self.diary(|diary| diary.loads);
        let reply = self.must("Page.navigate", &json!({ "url": address }));
        if let Some(error) = reply["errorText"].as_str() {
            panic!("{address}: {error}");
        }
        eventually(&format!("{address} to load"), || {
            self.diary(|diary| (diary.loads > before).then_some(()))
        });
    }

    /// One step back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.script("history.back()");
    }

    /// One step forward in the history.
    #[track_caller]
    pub fn forward(&self) {
        self.script("history.forward()");
    }

    /// What an expression of JavaScript gives; promises are awaited.
    #[track_caller]
    pub fn script(&self, expression: &str) -> Value {
        match self.evaluate(expression) {
            Ok(value) => value,
            Err(error) => panic!("{error}"),
        }
    }

    /// As [`Tab::script`], for questions that may come while a document is being replaced.
    pub(crate) fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
            "userGesture": true,
        });
        let mut reply = self.ask("Runtime.evaluate", &params)?;
        if let Some(details) = reply.get("exceptionDetails") {
            let told = details["exception"]["description"].as_str();
            let told = told.or(details["text"].as_str()).unwrap_or("unknown");
            return Err(format!("{expression}: {told}"));
        }
        Ok(reply["result"]["value"].take())
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let found = within(PATIENCE, || {
            // Frames with a process of their own wait to be met.
            self.diary(|_| ());
            self.evaluate(expression)
                .ok()
                .filter(|value| value == &json!(true))
        });
        assert!(
            found.is_some(),
            "waited in vain for {expression} at {}; {}",
            self.address(),
            self.diary(|diary| format!("complaints: {:?}", diary.complaints))
        );
    }

    /// The address of the document.
    #[track_caller]
    pub fn address(&self) -> String {
        self.script("location.href")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Runs a script at the start of every document from now on.
    #[track_caller]
    pub fn before_each_document(&self, source: &str) {
        self.must(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": source }),
        );
    }

    /// The size of the view in CSS pixels, at pixel ratio 1; `mobile` as a phone lays pages out.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32, mobile: bool) {
        self.viewport_at(width, height, 1.0, mobile);
    }

    /// As [`Tab::viewport`], with the number of device pixels to a CSS pixel.
    #[track_caller]
    pub fn viewport_at(&self, width: u32, height: u32, ratio: f64, mobile: bool) {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": mobile,
        });
        self.must("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// The reader's system is set to these colours: `light` or `dark`.
    #[track_caller]
    pub fn system_colours(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.must(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        );
    }

    /// Documents opened from now on run no scripts; questions of the tests still do.
    #[track_caller]
    pub fn scripts_off(&self) {
        self.must(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": true }),
        );
    }

    /// A slow line, and a processor slowed by this factor.
    #[track_caller]
    pub fn slow(&self, line: Line, processor: f64) {
        let conditions = json!({
            "offline": false, "latency": line.round_trip_ms,
            "downloadThroughput": line.bits_per_second / 8.0,
            "uploadThroughput": line.bits_per_second / 8.0,
        });
        self.must("Network.emulateNetworkConditions", &conditions);
        self.must(
            "Emulation.setCPUThrottlingRate",
            &json!({ "rate": processor }),
        );
    }

    /// A picture of the view in `target/screenshots/`, for people to look at.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let reply = self.must("Page.captureScreenshot", &json!({ "format": "png" }));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/screenshots");
        let file = folder.join(format!("{name}.png"));
        let written = STANDARD
            .decode(reply["data"].as_str().unwrap_or_default())
            .map_err(|error| error.to_string())
            .and_then(|bytes| {
                fs::create_dir_all(&folder)
                    .and_then(|()| fs::write(&file, bytes))
                    .map_err(|error| error.to_string())
            });
        if let Err(error) = written {
            panic!("{}: {error}", file.display());
        }
        file
    }

    /// Hands a file of this name and text to an input for files, as its dialog would.
    #[track_caller]
    pub fn choose_file(&self, selector: &str, name: &str, text: &str) {
        let folder = self.downloads.join("chosen");
        let file = folder.join(name);
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, text));
        if let Err(error) = written {
            panic!("{}: {error}", file.display());
        }
        let expression = format!("document.querySelector({})", json!(selector));
        let found = self.must("Runtime.evaluate", &json!({ "expression": expression }));
        let object = &found["result"]["objectId"];
        let files = json!({ "files": [file.to_string_lossy()], "objectId": object });
        self.must("DOM.setFileInputFiles", &files);
    }

    /// Waits for the next finished download and gives its name and text.
    #[track_caller]
    pub fn download(&self) -> (String, String) {
        let (name, bytes) = self.download_bytes();
        match String::from_utf8(bytes) {
            Ok(text) => (name, text),
            Err(error) => panic!("{name} is no text: {error}"),
        }
    }

    /// As [`Tab::download`], for files that are no text.
    #[track_caller]
    pub fn download_bytes(&self) -> (String, Vec<u8>) {
        download(&self.downloads)
    }

    /// Every complaint so far: errors and warnings of the console, exceptions, failed loads.
    pub fn complaints(&self) -> Vec<String> {
        self.diary(|diary| diary.complaints.clone())
    }

    /// Every request so far that left for somewhere other than `base`.
    pub fn foreign_requests(&self, base: &str) -> Vec<String> {
        let local = ["data:", "blob:", "about:", base];
        self.diary(|diary| {
            let is_foreign = |address: &&String| !local.iter().any(|own| address.starts_with(own));
            diary.requests.iter().filter(is_foreign).cloned().collect()
        })
    }

    /// Bytes received over the network so far, headers included.
    pub fn received(&self) -> f64 {
        self.diary(|diary| diary.received)
    }

    /// Fails on any complaint and on any request that left for another host than `base`'s.
    #[track_caller]
    pub fn assert_quiet(&self, base: &str) {
        // What a script threw last may still be on its way.
        self.script("1");
        thread::sleep(Duration::from_millis(50));
        let (complaints, foreign) = (self.complaints(), self.foreign_requests(base));
        assert!(
            complaints.is_empty() && foreign.is_empty(),
            "at {}: complaints {complaints:#?}, requests to others {foreign:#?}",
            self.address()
        );
    }

    /// Reads the diary after taking down what has arrived.
    pub(crate) fn diary<T>(&self, read: impl FnOnce(&Diary) -> T) -> T {
        let mut diary = self.diary.borrow_mut();
        for event in self.events.try_iter() {
            self.meet(&event);
            diary.note(&event);
        }
        read(&diary)
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.connection.forget(&self.session);
        let context = json!({ "browserContextId": self.context });
        // A browser that is gone has closed the tab already.
        self.connection
            .call(None, "Target.disposeBrowserContext", &context)
            .ok();
        fs::remove_dir_all(&self.downloads).ok();
    }
}

fn text(reply: &Value, key: &str) -> Result<String, String> {
    reply[key]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| format!("no {key} in {reply}"))
}
