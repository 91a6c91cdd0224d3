//! Any text as a link: it leads somewhere, and where it leads has one link that says so.

use adit::state::query;

use super::{data, text};

pub(super) fn run(input: &[u8]) {
    let Some(link) = text(input) else { return };
    let state = query::decode(link, data()).state;
    let canonical = query::encode(&state, data());
    let again = query::decode(&canonical, data());
    assert_eq!(again.state, state, "{canonical}");
    assert!(
        again.problems.is_empty(),
        "{canonical}: {:?}",
        again.problems
    );
    assert_eq!(query::encode(&again.state, data()), canonical);
}
