//! What assistive technology is told: the browser's accessibility tree.

use serde_json::{Value, json};

use crate::tab::Tab;

/// One element as a screen reader meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is: `button`, `combobox`, `img`, ...
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What is said beside the name.
    pub description: String,
    /// What it holds, for fields and sliders.
    pub value: String,
    /// Whether it has the focus.
    pub focused: bool,
}

impl Tab {
    /// The whole tree in reading order, less what is hidden from assistive technology.
    #[track_caller]
    pub fn tree(&self) -> Vec<Node> {
        let reply = self.must("Accessibility.getFullAXTree", &json!({}));
        let nodes = reply["nodes"].as_array().into_iter().flatten();
        nodes
            .filter(|node| node["ignored"] != json!(true))
            .map(node)
            .collect()
    }

    /// The element that has the focus, if any but the document has.
    #[track_caller]
    pub fn focused(&self) -> Option<Node> {
        self.tree()
            .into_iter()
            .rfind(|node| node.focused && node.role != "RootWebArea")
    }
}

fn node(node: &Value) -> Node {
    let said = |key: &str| match &node[key]["value"] {
        // Some versions of the browser keep the white space around a name, which says nothing.
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let focused = node["properties"].as_array().is_some_and(|all| {
        all.iter()
            .any(|one| one["name"] == "focused" && one["value"]["value"] == json!(true))
    });
    Node {
        role: said("role"),
        name: said("name"),
        description: said("description"),
        value: said("value"),
        focused,
    }
}
