//! `adit validate`: is a data set right?

use serde_json::json;

use crate::arguments::ValidateTask;
use crate::failure::{Answer, Failure};
use crate::library::Library;

/// Checks a data set and says what is in it, or everything that is wrong with it.
pub(crate) fn run(task: &ValidateTask) -> Answer {
    let name = match &task.data {
        Some(folder) => folder.display().to_string(),
        None => "the data set built in".to_owned(),
    };
    match Library::open(task.data.as_deref()) {
        Ok(library) if task.json => Ok(summary(&library)),
        Ok(library) => Ok(format!(
            "{name} is valid: {}.",
            counted(&library).join(", ")
        )),
        Err(Failure::Problem(problems)) if task.json => {
            let issues: Vec<&str> = problems.lines().collect();
            println!("{:#}", json!({ "valid": false, "issues": issues }));
            Err(Failure::problem(format!(
                "{name} has {} problems",
                issues.len()
            )))
        }
        Err(failure) => Err(failure),
    }
}

/// How much there is, in words.
fn counted(library: &Library) -> Vec<String> {
    let data = &library.data;
    let mut counted = vec![
        format!("{} minerals", data.minerals().len()),
        format!("{} countries", data.countries().len()),
        format!("{} editions", data.editions().len()),
        format!("{} tables", data.tables().len()),
        format!("{} blocs", data.blocs().len()),
        format!("{} lists", data.lists().len()),
    ];
    if let Some(own) = data.own() {
        let what = own.kind.word();
        counted.insert(
            0,
            format!("{} lines of {what} of your own over it", own.rows),
        );
    }
    if let Some(trade) = &library.trade {
        let years: Vec<String> = trade.years().map(|year| year.to_string()).collect();
        let codes = trade.all_codes().len();
        counted.push(format!("{codes} trade codes in {}", years.join(" ")));
    }
    if let Some(methods) = &library.methods {
        counted.push(format!("{} assessments", methods.assessments().all().len()));
    }
    counted
}

/// The same for programs.
fn summary(library: &Library) -> String {
    let data = &library.data;
    let trade = library.trade.as_ref().map(|trade| {
        json!({
            "codes": trade.all_codes().len(),
            "years": trade.years().collect::<Vec<u16>>(),
        })
    });
    let methods = library.methods.as_ref();
    let mut summary = json!({
        "valid": true,
        "minerals": data.minerals().len(),
        "countries": data.countries().len(),
        "editions": data.editions().len(),
        "tables": data.tables().len(),
        "blocs": data.blocs().len(),
        "lists": data.lists().len(),
        "issues": [],
    });
    if let Some(own) = data.own() {
        summary["own"] = json!({ "kind": own.kind.word(), "rows": own.rows, "years": own.years });
    }
    if let Some(trade) = trade {
        summary["trade"] = trade;
    }
    if let Some(methods) = methods {
        summary["assessments"] = json!(methods.assessments().all().len());
    }
    format!("{summary:#}")
}
