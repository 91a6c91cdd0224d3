//! A worker that does one job: the program itself once more, beside the page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DedicatedWorkerGlobalScope, ErrorEvent, Event, MessageEvent, WorkerOptions, WorkerType,
};

use super::document;

/// The attribute of the root element with the address of the worker's script.
const SCRIPT: &str = "data-worker";

/// What is heard from a worker.
#[derive(Debug)]
pub(crate) enum Heard {
    /// It says something.
    Said(Vec<u8>),
    /// There is none: the host's policy or the browser does not allow it.
    NotAllowed,
    /// It broke, and says nothing more.
    Broke(String),
}

/// A worker under way. Dropped, it stops.
pub(crate) struct Worker {
    thread: web_sys::Worker,
    _said: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Worker {
    /// A worker for a job; none where the browser refuses to make one at once.
    pub(crate) fn start(job: &[u8], heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let script = document::root()?.get_attribute(SCRIPT)?;
        let options = WorkerOptions::new();
        // What the document made itself is a plain script: a file from disk is given no modules in its workers.
        let made_here = script.starts_with("blob:");
        options.set_type(if made_here {
            WorkerType::Classic
        } else {
            WorkerType::Module
        });
        let worker = web_sys::Worker::new_with_options(&script, &options).ok()?;
        // Compiled once: the worker begins with the program that runs here.
        worker.post_message(&wasm_bindgen::module()).ok()?;
        let job = Uint8Array::from(job);
        let (to, hears) = (worker.clone(), heard.clone());
        // The first message says that there is somebody to hear of the job.
        let there = Rc::new(Cell::new(false));
        let is_there = there.clone();
        let said = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if !is_there.replace(true) {
                if post(&job, |job, moved| to.post_message_with_transfer(job, moved)).is_err() {
                    hears(Heard::NotAllowed);
                }
            } else if let Ok(bytes) = message.data().dyn_into::<Uint8Array>() {
                hears(Heard::Said(bytes.to_vec()));
            }
        });
        let failed = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // It is told of here and by the page, not in the console as well.
            event.prevent_default();
            heard(if there.get() {
                let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                Heard::Broke(why.unwrap_or_default())
            } else {
                Heard::NotAllowed
            });
        });
        worker.set_onmessage(Some(said.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self {
            thread: worker,
            _said: said,
            _failed: failed,
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.thread.set_onmessage(None);
        self.thread.set_onerror(None);
        self.thread.terminate();
    }
}

/// Whether the program runs in a worker.
pub(crate) fn is_here() -> bool {
    scope().is_some()
}

/// What a worker does: a job, and a way to say something of it.
pub(crate) type Work = fn(&[u8], &dyn Fn(&[u8])) -> Result<(), String>;

/// In a worker: does the one job that the page sends, and ends. What `work` says reaches the page at once; a mistake
/// that it gives back is an error of the worker.
pub(crate) fn serve(work: Work) {
    let Some(scope) = scope() else { return };
    let here = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let Ok(job) = message.data().dyn_into::<Uint8Array>() else {
            return;
        };
        let say = |bytes: &[u8]| {
            let sent = post(&Uint8Array::from(bytes), |bytes, moved| {
                here.post_message_with_transfer(bytes, moved)
            });
            if let Err(error) = sent {
                wasm_bindgen::throw_val(error);
            }
        };
        if let Err(why) = work(&job.to_vec(), &say) {
            wasm_bindgen::throw_str(&why);
        }
        here.close();
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    if let Err(error) = scope.post_message(&JsValue::NULL) {
        wasm_bindgen::throw_val(error);
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Sends bytes without a copy: they are the other side's from then on.
fn post(
    bytes: &Uint8Array,
    send: impl FnOnce(&JsValue, &JsValue) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    send(bytes, &Array::of1(&bytes.buffer()))
}
