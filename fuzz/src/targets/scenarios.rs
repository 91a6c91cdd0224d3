//! Any text as a scenario: what counts of it is written and read the same.

use adit::scenario::text::{decode, encode};

use super::{data, text, told};

pub(super) fn run(input: &[u8]) {
    let Some(scenario) = text(input) else { return };
    let read = decode(scenario, data());
    for problem in &read.problems {
        told(problem);
    }
    let canonical = encode(&read.scenario, data());
    let again = decode(&canonical, data());
    assert_eq!(again.scenario, read.scenario, "{canonical}");
    assert!(
        again.problems.is_empty(),
        "{canonical}: {:?}",
        again.problems
    );
    assert_eq!(encode(&again.scenario, data()), canonical);
}
