//! The state that a command leads to.

use serde_json::{Map, Value};

use super::command::bad;
use super::remedy::{key_of, refusal, unknown_key};
use super::setting::{dressed_otherwise, is_word};
use super::{Command, Refusal, Setting, StepWish};
use crate::alliance::{agreements, text as alliance_text};
use crate::data::Dataset;
use crate::figure::{StudyFigure, Telling};
use crate::i18n::{EN, EN_STUDY};
use crate::scenario::{Assumptions, text as scenario_text};
use crate::state::{View, ViewState, query};
use crate::study::claims;

/// What `set-state` takes.
const TAKES: &str = "a link's query string, or an object of the link's words with texts, numbers, or null for the \
                     default; or { state, lenient } with either as state";

/// A state asked for, and how strictly.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The state.
    pub setting: Setting,
    /// Whether the nearest sensible state will do.
    pub lenient: bool,
}

/// A state reached, and what was put right on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    /// The state.
    pub state: ViewState,
    /// What could not be used, each with its remedy.
    pub problems: Vec<String>,
}

impl Change {
    /// Reads the data of `set-state`.
    ///
    /// # Errors
    /// When they are no state's form.
    pub fn read(data: &Value) -> Result<Self, Refusal> {
        let wrong = || bad("set-state", data, TAKES);
        let Some(state) = data.get("state") else {
            let setting = Setting::read(data).ok_or_else(wrong)?;
            return Ok(Self {
                setting,
                lenient: false,
            });
        };
        let others = data.as_object().into_iter().flat_map(Map::keys);
        let lenient = data.get("lenient").unwrap_or(&Value::Bool(false));
        let known = others
            .into_iter()
            .all(|key| ["state", "lenient"].contains(&key.as_str()));
        Ok(Self {
            setting: Setting::read(state).filter(|_| known).ok_or_else(wrong)?,
            lenient: lenient.as_bool().ok_or_else(wrong)?,
        })
    }

    /// The state that it leads to from another, and what of it could not be used; that is nothing unless the host is
    /// lenient.
    ///
    /// # Errors
    /// The first thing that cannot be used, unless the host is lenient.
    pub(super) fn applied(&self, now: &ViewState, data: &Dataset) -> Result<Reached, Refusal> {
        let (query, named) = self.setting.query(now, data);
        let is_named = |key: &str| named.iter().any(|one| one == key);
        let mut wrong: Vec<Refusal> = named
            .iter()
            .filter(|key| matches!(self.setting, Setting::Words(_)) && !is_word(key))
            .map(|key| unknown_key(key))
            .collect();
        let otherwise = dressed_otherwise(&query, &named, now, data);
        wrong.extend(otherwise.map(|key| Refusal::Fixed { key: key.clone() }));
        let decoded = query::decode(&query, data);
        let problems = decoded.problems.into_iter();
        wrong.extend(
            problems
                .filter(|problem| is_named(key_of(problem)))
                .map(|problem| refusal(problem, data)),
        );
        wrong.extend(
            bad_texts(&decoded.state, data)
                .into_iter()
                .filter(|(key, _)| is_named(key))
                .map(|(key, problem)| Refusal::BadText { key, problem }),
        );
        match wrong.first() {
            Some(refusal) if !self.lenient => Err(refusal.clone()),
            _ => Ok(Reached {
                state: ViewState {
                    presentation: now.presentation,
                    ..decoded.state
                }
                .normalised(data),
                problems: wrong.iter().map(ToString::to_string).collect(),
            }),
        }
    }
}

impl Command {
    /// The state that the command leads to from another; none where it only asks.
    ///
    /// # Errors
    /// Why it cannot be carried out.
    pub fn leads_to(&self, now: &ViewState, data: &Dataset) -> Result<Option<Reached>, Refusal> {
        let state = match self {
            Self::SetState(change) => return change.applied(now, data).map(Some),
            Self::SetTheme(theme) => ViewState {
                theme: *theme,
                ..*now
            },
            Self::Step(wish) => ViewState {
                step: step(*wish, now, data)?,
                ..*now
            },
            Self::Ping
            | Self::GetState
            | Self::GetText
            | Self::GetFigures
            | Self::GetPicture(_) => return Ok(None),
        };
        Ok(Some(Reached {
            state,
            problems: Vec::new(),
        }))
    }
}

/// The step of the walk that is wished for.
fn step(wish: StepWish, now: &ViewState, data: &Dataset) -> Result<u8, Refusal> {
    if now.view != View::Study {
        return Err(Refusal::NotHere {
            what: "step".to_owned(),
            view: now.view.word(),
            remedy: "set the state to view=study first".to_owned(),
        });
    }
    let last = steps(data)?;
    let (asked, word) = match wish {
        StepWish::Next => (now.step.checked_add(1), "next".to_owned()),
        StepWish::Previous => (now.step.checked_sub(1), "previous".to_owned()),
        StepWish::To(step) => (Some(step), step.to_string()),
    };
    let there = asked.filter(|step| (1..=last).contains(&usize::from(*step)));
    there.ok_or_else(|| Refusal::UnknownValue {
        key: "step".to_owned(),
        value: word,
        remedy: format!("the walk has steps 1 to {last}, and shows {}", now.step),
    })
}

/// How many steps the walk through the study has.
fn steps(data: &Dataset) -> Result<usize, Refusal> {
    let broken = |why: String| Refusal::Unavailable {
        what: "step".to_owned(),
        why,
    };
    let agreements = agreements::embedded(data).map_err(|error| broken(error.to_string()))?;
    let claims = claims::embedded().map_err(|error| broken(error.to_string()))?;
    let telling = Telling {
        data,
        agreements: &agreements,
        strings: &EN,
        words: &EN_STUDY,
    };
    Ok(StudyFigure::build(&telling, &claims).walk.len())
}

/// What texts of a state do not say as they should: the key, and what is wrong with its remedy.
fn bad_texts(state: &ViewState, data: &Dataset) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for (key, text) in [("scenario", state.scenario), ("against", state.against)] {
        if let Some(text) = text {
            let problems = scenario_text::decode(text.as_str(), data).problems;
            found.extend(problems.iter().map(|problem| (key, problem.to_string())));
        }
    }
    if let Some(text) = state.assume {
        let (_, problems) = Assumptions::parse(text.as_str());
        found.extend(
            problems
                .iter()
                .map(|problem| ("assume", problem.to_string())),
        );
    }
    if let Some(text) = state.alliance {
        match agreements::embedded(data) {
            Ok(known) => {
                let problems = alliance_text::decode(text.as_str(), data, &known).problems;
                found.extend(
                    problems
                        .iter()
                        .map(|problem| ("alliance", problem.to_string())),
                );
            }
            Err(error) => found.push(("alliance", error.to_string())),
        }
    }
    found
}
