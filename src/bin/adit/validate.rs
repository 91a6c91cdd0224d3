//! `adit validate`: is a data set right?

use serde_json::json;

use adit::data::Dataset;

use crate::arguments::ValidateTask;
use crate::failure::{Answer, Failure};
use crate::library;

/// Checks a data set and says what is in it, or everything that is wrong with it.
pub(crate) fn run(task: &ValidateTask) -> Answer {
    let name = match &task.data {
        Some(folder) => folder.display().to_string(),
        None => "the data set built in".to_owned(),
    };
    match library::dataset(task.data.as_deref()) {
        Ok(data) if task.json => Ok(summary(&data)),
        Ok(data) => Ok(format!(
            "{name} is valid: {} minerals, {} countries, {} editions, {} tables, {} blocs, {} lists.",
            data.minerals().len(),
            data.countries().len(),
            data.editions().len(),
            data.tables().len(),
            data.blocs().len(),
            data.lists().len()
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

fn summary(data: &Dataset) -> String {
    let summary = json!({
        "valid": true,
        "minerals": data.minerals().len(),
        "countries": data.countries().len(),
        "editions": data.editions().len(),
        "tables": data.tables().len(),
        "blocs": data.blocs().len(),
        "lists": data.lists().len(),
        "issues": [],
    });
    format!("{summary:#}")
}
