//! Changes of a scenario: each leaves it as it was and gives the one after; a place where there is no step changes
//! nothing.

use super::{Month, Scenario, Step};

impl Scenario {
    /// With one step more, at the end.
    #[must_use]
    pub fn with(&self, step: Step) -> Self {
        self.changed(|steps| steps.push(step))
    }

    /// Without the step at a place, from 0.
    #[must_use]
    pub fn without(&self, at: usize) -> Self {
        self.changed(|steps| {
            if at < steps.len() {
                steps.remove(at);
            }
        })
    }

    /// With the step of one place at another; those between move up or down by one.
    #[must_use]
    pub fn moved(&self, from: usize, to: usize) -> Self {
        self.changed(|steps| {
            if from < steps.len() && to < steps.len() {
                let step = steps.remove(from);
                steps.insert(to, step);
            }
        })
    }

    /// With the step at a place switched off, or on again.
    #[must_use]
    pub fn toggled(&self, at: usize) -> Self {
        self.changed(|steps| {
            if let Some(step) = steps.get_mut(at) {
                step.active = !step.active;
            }
        })
    }

    /// With another step in the place of one.
    #[must_use]
    pub fn replaced(&self, at: usize, step: Step) -> Self {
        self.changed(|steps| {
            if let Some(old) = steps.get_mut(at) {
                *old = step;
            }
        })
    }

    /// When the first of the steps that count begins; none where nothing happens.
    #[must_use]
    pub fn start(&self) -> Option<Month> {
        self.active().map(|step| step.start).min()
    }

    fn changed(&self, change: impl FnOnce(&mut Vec<Step>)) -> Self {
        let mut steps = self.steps.clone();
        change(&mut steps);
        Self { steps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Minerals, StepKind};

    /// A step that begins so many months after January 2025.
    fn step(after: u16) -> Step {
        let kind = StepKind::Recycling;
        Step {
            kind,
            actor: None,
            minerals: Minerals::All,
            stages: kind.stages()[0],
            size: kind.first_size(),
            start: Month(2025 * 12 + after),
            months: kind.first_months(),
            aim: None,
            active: true,
            name: None,
        }
    }

    /// The starts of the steps, in months after January 2025.
    fn starts(scenario: &Scenario) -> Vec<u16> {
        let steps = scenario.steps.iter();
        steps.map(|step| step.start.0 - 2025 * 12).collect()
    }

    fn three() -> Scenario {
        (0..3).fold(Scenario::default(), |told, after| told.with(step(after)))
    }

    #[test]
    fn a_step_goes_to_the_end_and_out_again() {
        assert_eq!(starts(&three()), [0, 1, 2]);
        assert_eq!(starts(&three().without(1)), [0, 2]);
    }

    #[test]
    fn a_moved_step_keeps_the_order_of_the_others() {
        assert_eq!(starts(&three().moved(0, 2)), [1, 2, 0]);
        assert_eq!(starts(&three().moved(2, 0)), [2, 0, 1]);
        assert_eq!(three().moved(0, 2).moved(2, 0), three());
    }

    #[test]
    fn a_step_switched_twice_is_as_it_was() {
        let once = three().toggled(1);
        assert!(!once.steps[1].active && once.steps[0].active);
        assert_eq!(once.toggled(1), three());
    }

    #[test]
    fn another_step_takes_the_place_of_one() {
        assert_eq!(starts(&three().replaced(1, step(9))), [0, 9, 2]);
    }

    #[test]
    fn a_place_without_a_step_changes_nothing() {
        for changed in [
            three().without(3),
            three().moved(0, 3),
            three().moved(3, 0),
            three().toggled(3),
            three().replaced(3, step(9)),
        ] {
            assert_eq!(changed, three());
        }
    }

    #[test]
    fn a_scenario_starts_with_the_first_step_that_counts() {
        assert_eq!(Scenario::default().start(), None);
        let later = three().moved(0, 2);
        assert_eq!(later.start(), Some(Month(2025 * 12)));
        assert_eq!(later.toggled(2).start(), Some(Month(2025 * 12 + 1)));
    }
}
