//! The figures of what is shown, as the command line prints them.

use serde::Serialize;
use serde_json::Value;

use super::Refusal;
use crate::state::View;
use crate::take::Taken;

/// The figures of a view.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FiguresAnswer {
    /// The task of the command line that prints the same.
    pub task: &'static str,
    /// What it prints.
    pub figures: Value,
}

impl FiguresAnswer {
    /// The figures of what is shown.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of(taken: &Taken<'_>) -> Result<Self, Refusal> {
        let none = |why: String| Refusal::nothing("get-figures", &why);
        let task = match taken.state().view {
            View::Map | View::Dependence => "figures",
            View::Minerals => "all",
            View::Shock => "shock",
            View::Alliances => "alliance",
            View::Study => "study",
            View::Data => {
                return Err(Refusal::NotHere {
                    what: "get-figures".to_owned(),
                    view: View::Data.word(),
                    remedy: "set the state to another view first".to_owned(),
                });
            }
        };
        let figures = serde_json::from_str(&taken.json().map_err(none)?);
        let figures = figures.map_err(|error| none(error.to_string()))?;
        Ok(Self { task, figures })
    }
}
