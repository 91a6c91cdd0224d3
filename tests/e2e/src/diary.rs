//! What went wrong in a tab, and where it reached out to.

use serde_json::Value;

use crate::connection::Event;

/// Everything worth knowing that a tab said by itself.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    /// Errors and warnings of the console, uncaught exceptions, blocked and failed loads.
    pub(crate) complaints: Vec<String>,
    /// The address of every request, in order.
    pub(crate) requests: Vec<String>,
    /// Bytes received over the network, headers included.
    pub(crate) received: f64,
    /// Finished page loads.
    pub(crate) loads: usize,
    /// Where scripts of documents run, the tab's and its frames'.
    pub(crate) contexts: Vec<Place>,
}

/// Where the scripts of one document run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The session that answers for it.
    pub(crate) session: String,
    /// Its number there.
    id: u64,
    /// Its name.
    pub(crate) unique: String,
    /// The frame that shows the document.
    pub(crate) frame: String,
}

impl Diary {
    /// Takes one event down.
    pub(crate) fn note(&mut self, event: &Event) {
        let params = &event.params;
        match event.method.as_str() {
            "Runtime.consoleAPICalled" => self.console(params),
            "Runtime.exceptionThrown" => {
                let details = &params["exceptionDetails"];
                let text = details["exception"]["description"].as_str();
                let text = text.or(details["text"].as_str()).unwrap_or("unknown");
                self.complaints.push(format!("uncaught: {text}"));
            }
            "Log.entryAdded" => {
                let entry = &params["entry"];
                let level = entry["level"].as_str().unwrap_or_default();
                if matches!(level, "error" | "warning") {
                    let text = entry["text"].as_str().unwrap_or_default();
                    let at = entry["url"].as_str().unwrap_or_default();
                    self.complaints.push(format!("{level}: {text} ({at})"));
                }
            }
            "Network.requestWillBeSent" => {
                if let Some(address) = params["request"]["url"].as_str() {
                    self.requests.push(address.to_owned());
                }
            }
            "Network.webSocketCreated" => {
                self.requests
                    .push(params["url"].as_str().unwrap_or_default().to_owned());
            }
            "Network.loadingFinished" => {
                self.received += params["encodedDataLength"].as_f64().unwrap_or(0.0);
            }
            "Page.loadEventFired" => self.loads += 1,
            "Runtime.executionContextCreated" => {
                let context = &params["context"];
                if context["auxData"]["isDefault"] == true {
                    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                    self.contexts.push(Place {
                        session: event.session.clone(),
                        id: context["id"].as_u64().unwrap_or_default(),
                        unique: text(&context["uniqueId"]),
                        frame: text(&context["auxData"]["frameId"]),
                    });
                }
            }
            "Runtime.executionContextDestroyed" => {
                let id = params["executionContextId"].as_u64();
                self.contexts
                    .retain(|place| place.session != event.session || Some(place.id) != id);
            }
            "Runtime.executionContextsCleared" => {
                self.contexts.retain(|place| place.session != event.session);
            }
            "Inspector.targetCrashed" => self.complaints.push("the tab crashed".to_owned()),
            _ => {}
        }
    }

    fn console(&mut self, params: &Value) {
        let kind = params["type"].as_str().unwrap_or_default();
        if matches!(kind, "error" | "warning" | "assert") {
            let words: Vec<String> = params["args"]
                .as_array()
                .into_iter()
                .flatten()
                .map(said)
                .collect();
            self.complaints
                .push(format!("console.{kind}: {}", words.join(" ")));
        }
    }
}

/// One argument of a console call as a reader of the console sees it.
fn said(argument: &Value) -> String {
    match &argument["value"] {
        Value::String(text) => text.clone(),
        Value::Null => argument["description"]
            .as_str()
            .unwrap_or("null")
            .to_owned(),
        other => other.to_string(),
    }
}
