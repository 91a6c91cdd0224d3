//! The targets, each a function of any bytes.

mod alliances;
mod arguments;
mod assumptions;
mod certificates;
mod damaged;
mod dataset;
mod links;
mod messages;
mod own_figures;
mod scenarios;

use std::env;

use adit::data::Dataset;

/// A target's name and what it does with an input.
type Target = (&'static str, fn(&[u8]));

/// Every target.
const TARGETS: [Target; 10] = [
    ("links", links::run),
    ("certificates", certificates::run),
    ("scenarios", scenarios::run),
    ("assumptions", assumptions::run),
    ("alliances", alliances::run),
    ("own-figures", own_figures::run),
    ("damaged-files", damaged::run),
    ("data-sets", dataset::run),
    ("arguments", arguments::run),
    ("messages", messages::run),
];

/// The target that the surroundings name.
pub(crate) fn chosen() -> fn(&[u8]) {
    let name = env::var("ADIT_FUZZ").unwrap_or_default();
    let names = TARGETS.map(|(name, _)| name);
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    let Some((_, run)) = found else {
        panic!(
            "ADIT_FUZZ={name}: no such target; there are {}",
            names.join(", ")
        );
    };
    *run
}

/// The shipped data.
fn data() -> &'static Dataset {
    adit::data::embedded().expect("the shipped data are sound")
}

/// The input as text, where it is one.
fn text(input: &[u8]) -> Option<&str> {
    std::str::from_utf8(input).ok()
}

/// Whoever is refused is told something.
fn told(message: &dyn std::fmt::Display) {
    assert!(
        !message.to_string().trim().is_empty(),
        "a refusal without a word"
    );
}
