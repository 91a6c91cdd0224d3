//! Any text as a question about alliances: what counts of it is written and read the same.

use std::sync::LazyLock;

use adit::alliance::{Agreement, agreements, text};

use super::{data, told};

static KNOWN: LazyLock<Vec<Agreement>> =
    LazyLock::new(|| agreements::embedded(data()).expect("the shipped agreements are sound"));

pub(super) fn run(input: &[u8]) {
    let Some(question) = super::text(input) else {
        return;
    };
    let read = text::decode(question, data(), &KNOWN);
    for problem in &read.problems {
        told(problem);
    }
    let canonical = text::encode(&read.asked, data());
    let again = text::decode(&canonical, data(), &KNOWN);
    assert_eq!(again.asked, read.asked, "{canonical}");
    assert!(
        again.problems.is_empty(),
        "{canonical}: {:?}",
        again.problems
    );
}
