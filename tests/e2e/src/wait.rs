//! Waiting for what will be true soon.

use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything takes on a slow and busy machine, shorter than anyone's patience.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(15);

/// Waits until the question has an answer; panics with `what` when none comes.
#[track_caller]
pub fn eventually<T>(what: &str, question: impl FnMut() -> Option<T>) -> T {
    match within(PATIENCE, question) {
        Some(answer) => answer,
        None => panic!("waited {} s in vain for {what}", PATIENCE.as_secs()),
    }
}

/// Asks until there is an answer or the time is over.
pub fn within<T>(limit: Duration, mut question: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        if let Some(answer) = question() {
            return Some(answer);
        }
        if started.elapsed() > limit {
            return None;
        }
        thread::sleep(PAUSE);
    }
}
