//! `adit template`: a CSV to write one's own figures into.

use adit::data::OwnKind;

use crate::arguments::TemplateTask;
use crate::failure::{Answer, Failure};

/// The template of the kind asked for.
pub(crate) fn run(task: &TemplateTask) -> Answer {
    let kind = OwnKind::from_word(&task.kind).ok_or_else(|| {
        let known = OwnKind::ALL.map(OwnKind::word).join(", ");
        Failure::usage(format!(
            "{}: there is no such template; write one of {known}",
            task.kind
        ))
    })?;
    Ok(kind.template())
}
