//! What a task says while it works: each step by name, with the time it took.

use std::time::{Duration, Instant};

use crate::command::Outcome;

/// The steps of one task, in order, with their times.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Does one step: announces it, runs it, says how long it took. The first failure is the
    /// task's, under this step's name.
    pub(crate) fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        say(&format!("==> {name}"));
        let started = Instant::now();
        let result = work();
        let elapsed = started.elapsed();
        match &result {
            Ok(_) => say(&format!("    {name}: done in {}", seconds(elapsed))),
            Err(_) => say(&format!("    {name}: failed after {}", seconds(elapsed))),
        }
        self.done.push((name.to_owned(), elapsed));
        result.map_err(|error| format!("{name}: {error}"))
    }

    /// The closing list: one line a step, and the total.
    pub(crate) fn summary(&self) -> String {
        let width = self
            .done
            .iter()
            .map(|(name, _)| name.len())
            .max()
            .unwrap_or(0)
            .max(5);
        let total = self.done.iter().map(|(_, elapsed)| *elapsed).sum();
        let mut lines: Vec<String> = self
            .done
            .iter()
            .map(|(name, elapsed)| format!("    {name:<width$}  {:>9}", seconds(*elapsed)))
            .collect();
        lines.push(format!("    {:<width$}  {:>9}", "total", seconds(total)));
        lines.join("\n")
    }
}

/// One line of progress, on standard error, so that standard output stays the programs' own.
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}

fn seconds(elapsed: Duration) -> String {
    format!("{:.1} s", elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_gives_its_name_to_the_error() {
        let mut steps = Steps::default();
        let result: Outcome = steps.step("the build", || Err("no disk".to_owned()));
        assert_eq!(result, Err("the build: no disk".to_owned()));
        assert!(steps.summary().contains("the build"));
    }
}
