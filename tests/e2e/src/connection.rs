//! Chromium's own protocol, over a pipe: requests with a number, replies with the same number, and
//! events of tabs in between.
//!
//! A pipe needs no port and no WebSocket, and the browser ends with it, so that no test leaves one
//! behind. Messages are read as plain JSON and not as types of one protocol version: a field that a
//! newer browser adds must not make an error message unreadable, and so unseen.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::{Value, json};

use crate::wait::PATIENCE;

/// Something that happened in a tab.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The session it happened in: the tab's, or that of one of its frames.
    pub(crate) session: String,
    /// The protocol's name of it.
    pub(crate) method: String,
    /// What the protocol says about it.
    pub(crate) params: Value,
}

/// The pipe to one browser, shared by all its tabs.
#[derive(Clone)]
pub(crate) struct Connection {
    pipe: Arc<Mutex<ChildStdin>>,
    next: Arc<AtomicU64>,
    desk: Arc<Mutex<Desk>>,
}

/// Who waits for what.
#[derive(Default)]
struct Desk {
    replies: BTreeMap<u64, Sender<Result<Value, String>>>,
    sessions: BTreeMap<String, Sender<Event>>,
}

impl Connection {
    /// Takes over the browser's pipe.
    pub(crate) fn new(to: ChildStdin, from: ChildStdout) -> Self {
        let desk = Arc::new(Mutex::new(Desk::default()));
        let reader = Arc::clone(&desk);
        thread::spawn(move || {
            read(BufReader::new(from), &reader);
            // The browser is gone: who waits learns it by a closed channel.
            lock(&reader).replies.clear();
        });
        Self {
            pipe: Arc::new(Mutex::new(to)),
            next: Arc::new(AtomicU64::new(1)),
            desk,
        }
    }

    /// Events of a tab, from now on.
    pub(crate) fn events_of(&self, session: &str) -> Receiver<Event> {
        let (sender, receiver) = channel();
        lock(&self.desk).sessions.insert(session.to_owned(), sender);
        receiver
    }

    /// Events of a frame with a process of its own, among those of its tab.
    pub(crate) fn adopt(&self, frame: &str, tab: &str) {
        let mut desk = lock(&self.desk);
        if let Some(sender) = desk.sessions.get(tab).cloned() {
            desk.sessions.insert(frame.to_owned(), sender);
        }
    }

    /// No more events of this tab.
    pub(crate) fn forget(&self, session: &str) {
        lock(&self.desk).sessions.remove(session);
    }

    /// Asks the browser, or one tab, and waits for the answer.
    pub(crate) fn call(
        &self,
        session: Option<&str>,
        method: &str,
        params: &Value,
    ) -> Result<Value, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        let (sender, receiver) = channel();
        lock(&self.desk).replies.insert(id, sender);
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let sent = lock(&self.pipe).write_all(&bytes);
        sent.map_err(|error| format!("{method}: the browser is gone: {error}"))?;
        match receiver.recv_timeout(2 * PATIENCE) {
            Ok(reply) => reply.map_err(|error| format!("{method}: {error}")),
            Err(error) => Err(format!("{method}: no answer from the browser: {error}")),
        }
    }
}

/// Sorts what the browser says until it ends.
fn read(mut pipe: BufReader<impl Read>, desk: &Mutex<Desk>) {
    let mut bytes = Vec::new();
    while pipe.read_until(0, &mut bytes).is_ok_and(|count| count > 0) {
        if bytes.last() == Some(&0) {
            bytes.pop();
        }
        if let Ok(message) = serde_json::from_slice::<Value>(&bytes) {
            deliver(message, desk);
        }
        bytes.clear();
    }
}

fn deliver(mut message: Value, desk: &Mutex<Desk>) {
    if let Some(id) = message["id"].as_u64() {
        let reply = match message.get("error") {
            Some(error) => Err(error["message"].as_str().unwrap_or("refused").to_owned()),
            None => Ok(message["result"].take()),
        };
        if let Some(sender) = lock(desk).replies.remove(&id) {
            // Nobody listens any more after a timeout, and that is that.
            sender.send(reply).ok();
        }
    } else if let (Some(session), Some(method)) =
        (message["sessionId"].as_str(), message["method"].as_str())
    {
        let event = Event {
            session: session.to_owned(),
            method: method.to_owned(),
            params: message["params"].clone(),
        };
        if let Some(sender) = lock(desk).sessions.get(session) {
            sender.send(event).ok();
        }
    }
}

/// A test that panicked elsewhere does not make the desk unusable.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
