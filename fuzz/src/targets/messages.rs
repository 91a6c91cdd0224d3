//! Any text as a message of a host: silence, a refusal with its words, or a command that leads to a state with a link.

use adit::embed::{Heard, parse};
use adit::state::{ViewState, query};

use super::{data, text, told};

pub(super) fn run(input: &[u8]) {
    let Some(message) = text(input) else { return };
    match parse(message) {
        Heard::Nothing => {}
        Heard::Wrong(_, refusal) => {
            assert!(!refusal.code().is_empty());
            told(&refusal);
        }
        Heard::Asked(request) => {
            match request.command.leads_to(&ViewState::first(data()), data()) {
                Err(refusal) => told(&refusal),
                Ok(None) => {}
                Ok(Some(reached)) => {
                    let link = query::encode(&reached.state, data());
                    let again = query::decode(&link, data());
                    assert_eq!(again.state, reached.state, "{link}");
                    assert!(again.problems.is_empty(), "{link}: {:?}", again.problems);
                }
            }
        }
    }
}
