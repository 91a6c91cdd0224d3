//! The frames of a tab's document, those with a process of their own too.

use serde_json::{Value, json};

use crate::connection::Event;
use crate::tab::Tab;

/// What is watched in a frame that has a process of its own.
const WATCHED: [&str; 3] = ["Runtime.enable", "Log.enable", "Network.enable"];

impl Tab {
    /// Watches every frame from now on as the tab itself is watched.
    #[track_caller]
    pub fn watch_frames(&self) {
        self.attach(&self.session);
    }

    /// What an expression gives in each frame's document, in the order in which they came; a document that is being
    /// replaced gives nothing.
    pub fn in_frames(&self, expression: &str) -> Vec<Value> {
        let places = self.diary(|diary| diary.contexts.clone());
        let frames = places.iter().filter(|place| place.frame != self.target);
        frames
            .filter_map(|place| {
                let params = json!({
                    "expression": expression, "awaitPromise": true, "returnByValue": true,
                    "uniqueContextId": place.unique, "userGesture": true,
                });
                let reply = self
                    .connection
                    .call(Some(&place.session), "Runtime.evaluate", &params);
                Some(reply.ok()?["result"]["value"].take())
            })
            .collect()
    }

    /// Takes up a frame that was given a process of its own; it waits for that.
    pub(crate) fn meet(&self, event: &Event) {
        if event.method != "Target.attachedToTarget" {
            return;
        }
        let Some(session) = event.params["sessionId"].as_str() else {
            return;
        };
        self.connection.adopt(session, &self.session);
        let call = |method| self.connection.call(Some(session), method, &json!({}));
        for method in WATCHED {
            // A worker has no log, and a frame may be gone again already.
            call(method).ok();
        }
        self.attach(session);
        call("Runtime.runIfWaitingForDebugger").ok();
    }

    fn attach(&self, session: &str) {
        let all = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
        self.connection
            .call(Some(session), "Target.setAutoAttach", &all)
            .ok();
    }
}
