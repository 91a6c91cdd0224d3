//! The command line, run and read, the same for all of its tests.

use std::process::{Command, Output};

use serde_json::Value;

pub fn adit(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_adit"))
        .args(arguments)
        .output()
        .expect("the command line is built")
}

#[track_caller]
pub fn answered(arguments: &[&str]) -> String {
    let output = adit(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    assert!(said.is_empty(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("text")
}

#[track_caller]
pub fn json(arguments: &[&str]) -> Value {
    let text = answered(&[arguments, &["--json"]].concat());
    serde_json::from_str(&text).expect("JSON")
}

/// Every null has its reason beside it, by its key.
pub fn no_null_without_why(value: &Value, path: &str) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                if value.is_null() {
                    let why = object.get("why").and_then(|why| why.get(key));
                    let why = why.and_then(Value::as_str).unwrap_or_default();
                    assert!(!why.is_empty(), "{path}.{key} is null without a reason");
                }
                no_null_without_why(value, &format!("{path}.{key}"));
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                no_null_without_why(value, &format!("{path}[{place}]"));
            }
        }
        _ => {}
    }
}
