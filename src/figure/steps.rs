//! A scenario's steps as sentences.

use crate::data::{Dataset, Importer};
use crate::i18n::number::tenth;
use crate::i18n::{ShockWords, StepPhrase};
use crate::scenario::{Minerals, Month, Scenario, Stages, Step};

/// A step as a sentence: its name, if the reader gave it one, else what happens.
#[must_use]
pub fn step_sentence(data: &Dataset, step: &Step, words: &ShockWords) -> String {
    if let Some(name) = &step.name {
        return name.clone();
    }
    step_account(data, step, words)
}

/// What happens in a step, whatever the reader calls it.
#[must_use]
pub fn step_account(data: &Dataset, step: &Step, words: &ShockWords) -> String {
    (words.sentence)(&clause(data, step, words))
}

fn clause(data: &Dataset, step: &Step, words: &ShockWords) -> String {
    let words = &words.steps;
    let name = |importer: Importer| data.importer_name(importer);
    let minerals = match &step.minerals {
        Minerals::All => words.all_minerals.to_owned(),
        Minerals::Led => words.led_minerals.to_owned(),
        Minerals::These(ids) => {
            let names = ids.iter().map(|id| data.mineral(*id).name.to_lowercase());
            names.collect::<Vec<_>>().join(", ")
        }
    };
    // Where a kind has one stage only, its sentence says which.
    let stages = match step.kind.stages() {
        [_] => "",
        _ => words.at_stages[stages_place(step.stages)],
    };
    let phrase = StepPhrase {
        actor: step.actor.map(name),
        minerals: &minerals,
        size: &percent(step.size.abs()),
        all: step.size >= 1.0,
        less: step.size < 0.0,
        stages,
        when: &(words.when)(&month(step.start, words.month), step.months),
        aim: step.aim.map(name),
    };
    (words.kinds[step.kind as usize].clause)(phrase)
}

/// What happens in a whole scenario, as a clause that follows an "if"; none where nothing counts.
#[must_use]
pub fn scenario_clause(data: &Dataset, scenario: &Scenario, words: &ShockWords) -> Option<String> {
    let mut active = scenario.steps.iter().filter(|step| step.active);
    let first = active.next()?;
    Some(match (active.count(), &first.name) {
        (0, Some(name)) => (words.named)(name),
        (0, None) => clause(data, first, words),
        (others, _) => (words.together)(others + 1),
    })
}

/// A month for readers.
#[must_use]
pub fn month(month: Month, words: fn(u16, u16) -> String) -> String {
    words(month.year(), month.of_year())
}

/// A stage choice's place in the words.
#[must_use]
pub fn stages_place(stages: Stages) -> usize {
    match stages {
        Stages::Mine => 0,
        Stages::Refine => 1,
        Stages::Both => 2,
    }
}

/// A size as it reads: whole percentages without decimals.
fn percent(fraction: f64) -> String {
    let percent = tenth(fraction * 100.0);
    format!("{}%", percent.strip_suffix(".0").unwrap_or(&percent))
}
