//! The accessibility rules of axe-core, run inside the page.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value;

use crate::tab::Tab;

/// A rule that the page breaks, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name.
    pub rule: String,
    /// What the rule asks for.
    pub help: String,
    /// The elements that break it: selector and, in brackets, why.
    pub elements: Vec<String>,
}

const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(result => \
    result.violations.map(one => ({ rule: one.id, help: one.help, elements: one.nodes.map(node => \
    node.target.join(' ') + ' [' + (node.failureSummary || '') + ']') })))";

impl Tab {
    /// Every rule that the document breaks as it stands, at this size and in these colours.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        let file = file();
        let source = fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!(
                "{}: {error}; `cargo xtask setup` fetches the rules, ADIT_AXE may name another file",
                file.display()
            )
        });
        // Once in a document, and as the browser's own question: no policy stands in its way.
        if self.script("typeof axe === 'undefined'") == Value::Bool(true) {
            self.script(&format!("{source}; 0"));
        }
        let found = self.script(RUN);
        let Some(all) = found.as_array() else {
            panic!("axe gave no list: {found}")
        };
        all.iter().map(violation).collect()
    }
}

fn violation(value: &Value) -> Violation {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let elements = value["elements"].as_array().into_iter().flatten();
    Violation {
        rule: text("rule"),
        help: text("help"),
        elements: elements
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    }
}

/// The rules' file: named by the tasks, or the newest that the set-up fetched.
fn file() -> PathBuf {
    if let Some(file) = env::var_os("ADIT_AXE") {
        return file.into();
    }
    let store = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/npm");
    let fetched = fs::read_dir(&store)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let named = |folder: &PathBuf| {
        folder.is_dir()
            && folder
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("axe-core-"))
    };
    fetched
        .filter(named)
        .max()
        .unwrap_or(store)
        .join("axe.min.js")
}
