//! The figures of what is shown: the same values that the command line prints as JSON.

use serde::Serialize;

use super::Refusal;
use crate::alliance::{agreements, text as alliance_text};
use crate::data::{Dataset, Importer, TRADE_YEARS};
use crate::report::{
    All, AllianceFigures, AllianceQuestion, Figures, Shock, ShockDraws, StudyFigures, table_for,
    tables_at,
};
use crate::risk::importer::{Case, Sources};
use crate::risk::intervals::{DRAWS, Draws, SEED};
use crate::scenario::{Assumptions, text as scenario_text};
use crate::state::{Selection, Text, View, ViewState};
use crate::study::claims;

/// The figures of a view, named by the task of the command line that prints the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "task", content = "figures", rename_all = "kebab-case")]
pub enum FiguresAnswer {
    /// One mineral, and where a view is about one, its importer.
    Figures(Box<Figures>),
    /// Every mineral under every method.
    All(Box<All>),
    /// What a scenario does, without draws of what else may happen.
    Shock(Box<Shock>),
    /// What agreements would change.
    Alliance(Box<AllianceFigures>),
    /// The study's claims.
    Study(Box<StudyFigures>),
}

impl FiguresAnswer {
    /// The figures of a state, for the importer that its view is about.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of(
        sources: &Sources<'_>,
        state: &ViewState,
        importer: Option<Importer>,
    ) -> Result<Self, Refusal> {
        let data = sources.data;
        let last_trade = Some(TRADE_YEARS.1);
        let table = || table_for(data, state, importer, last_trade);
        Ok(match state.view {
            View::Map => {
                let case = Case::of(sources, Selection::of(data, state).table, None);
                Self::Figures(Box::new(Figures::of(sources, &case)))
            }
            View::Dependence => {
                let case = Case::of(sources, table(), importer);
                Self::Figures(Box::new(Figures::of(sources, &case)))
            }
            View::Minerals => Self::All(Box::new(all(sources, state, importer))),
            View::Shock => Self::Shock(Box::new(shock(sources, state, importer)?)),
            View::Alliances => {
                let case = Case::of(sources, table(), importer);
                let known = agreements::embedded(data).map_err(broken)?;
                let text = state.alliance.map_or("", Text::as_str);
                let asked = alliance_text::decode(text, data, &known).asked;
                let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
                let counted = asked.counted(&known, case.table.mineral, &members);
                let question = AllianceQuestion::of(&asked, counted);
                Self::Alliance(Box::new(AllianceFigures::of(sources, &case, &question)))
            }
            View::Study => Self::Study(Box::new(study(data)?)),
            View::Data => {
                return Err(Refusal::NotHere {
                    what: "get-figures".to_owned(),
                    view: state.view.word(),
                    remedy: "set the state to another view first".to_owned(),
                });
            }
        })
    }
}

/// Every mineral at the state's stage, as the view compares them.
fn all(sources: &Sources<'_>, state: &ViewState, importer: Option<Importer>) -> All {
    let data = sources.data;
    let asked = ViewState {
        edition: None,
        ..*state
    };
    let tables = tables_at(data, &asked, state.stage, importer, Some(TRADE_YEARS.1));
    let draws = Draws::new(SEED, DRAWS, data.countries().len());
    All::of(sources, &tables, importer, &draws)
}

fn shock(
    sources: &Sources<'_>,
    state: &ViewState,
    importer: Option<Importer>,
) -> Result<Shock, Refusal> {
    let told = state.scenario.map_or("", Text::as_str);
    let scenario = scenario_text::decode(told, sources.data).scenario;
    let (assumptions, _) = Assumptions::parse(state.assume.map_or("", Text::as_str));
    let draws = ShockDraws {
        seed: state.seed.map_or(SEED, u64::from),
        draws: 0,
    };
    Shock::of(sources, state, importer, &scenario, &assumptions, draws).map_err(broken)
}

fn study(data: &Dataset) -> Result<StudyFigures, Refusal> {
    let known = agreements::embedded(data).map_err(broken)?;
    let claims = claims::embedded().map_err(broken)?;
    Ok(StudyFigures::of(data, &known, &claims))
}

fn broken(why: impl ToString) -> Refusal {
    Refusal::Unavailable {
        what: "get-figures".to_owned(),
        why: why.to_string(),
    }
}
