//! From a text to its scenario and to everything that is wrong with it.

use super::MOST_STEPS;
use super::fields;
use super::name;
use super::problem::{Field, Refused, StepProblem};
use crate::data::Dataset;
use crate::scenario::{Scenario, Step};

/// A text read.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The steps that could be read.
    pub scenario: Scenario,
    /// What could not be, in the order of the text.
    pub problems: Vec<StepProblem>,
}

/// Reads a scenario's text. It never fails as a whole; of an empty text the scenario is empty.
#[must_use]
pub fn decode(text: &str, data: &Dataset) -> Decoded {
    let lines = text.lines();
    let said = lines.filter_map(|line| line.split('#').next());
    let pieces = said.flat_map(|line| line.split(';')).map(str::trim);
    let mut pieces = pieces.filter(|piece| !piece.is_empty());
    let mut read = Decoded {
        scenario: Scenario::default(),
        problems: Vec::new(),
    };
    for (at, piece) in pieces.by_ref().take(MOST_STEPS).enumerate() {
        let mut reading = Reading {
            data,
            step: at + 1,
            problems: Vec::new(),
        };
        read.scenario.steps.extend(reading.read(piece));
        read.problems.append(&mut reading.problems);
    }
    let more = pieces.count();
    if more > 0 {
        read.problems.push(StepProblem::too_many(MOST_STEPS + more));
    }
    read
}

/// One step being read.
struct Reading<'a> {
    data: &'a Dataset,
    step: usize,
    problems: Vec<StepProblem>,
}

impl Reading<'_> {
    /// The step, or what is wrong with each of its fields. Of a step of no known kind nothing else can be judged.
    fn read(&mut self, piece: &str) -> Option<Step> {
        let (active, piece) = match piece.strip_prefix('!') {
            Some(rest) => (false, rest),
            None => (true, piece),
        };
        let mut parts = piece.splitn(9, ':').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        let [
            kind,
            actor,
            minerals,
            stages,
            size,
            start,
            months,
            aim,
            named,
        ] = [(); 9].map(|()| next());
        let data = self.data;
        let kind = self.take(Field::Kind, kind, fields::kind(kind))?;
        let by = self.take(Field::Actor, actor, fields::actor(kind, actor, data));
        // An actor that is wrong is one all the same.
        let led = !matches!(by, Some(None));
        let which = fields::minerals(minerals, led, data);
        let which = self.take(Field::Minerals, minerals, which);
        let stages = self.take(Field::Stages, stages, fields::stages(kind, stages));
        let size = self.take(Field::Size, size, fields::size(kind, size));
        let period = self.take(Field::Start, start, fields::period(start));
        let ended = period.and_then(|(_, ended)| ended);
        let months = self.take(Field::Months, months, fields::months(kind, months, ended));
        let at = fields::aim(kind, by.flatten(), aim, data);
        let at = self.take(Field::Aim, aim, at);
        Some(Step {
            kind,
            actor: by?,
            minerals: which?,
            stages: stages?,
            size: size?,
            start: period?.0,
            months: months?,
            aim: at?,
            active,
            name: name::decoded(named),
        })
    }

    fn take<T>(&mut self, field: Field, value: &str, read: Result<T, Refused>) -> Option<T> {
        read.map_err(|refused| {
            self.problems
                .push(StepProblem::new(self.step, field, value, refused));
        })
        .ok()
    }
}
