//! Any text as assumptions of a scenario: what counts of it is written and read the same.

use adit::scenario::Assumptions;

use super::{text, told};

pub(super) fn run(input: &[u8]) {
    let Some(assumed) = text(input) else { return };
    let (assumptions, problems) = Assumptions::parse(assumed);
    for problem in &problems {
        told(problem);
    }
    let canonical = assumptions.to_text();
    let (again, problems) = Assumptions::parse(&canonical);
    assert_eq!(again, assumptions, "{canonical}");
    assert!(problems.is_empty(), "{canonical}: {problems:?}");
}
