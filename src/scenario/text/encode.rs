//! From a scenario to its text.

use super::name;
use crate::data::{Dataset, Importer};
use crate::scenario::{Minerals, Scenario, Step};

/// The text of a scenario; of one without steps it is empty.
#[must_use]
pub fn encode(scenario: &Scenario, data: &Dataset) -> String {
    let steps: Vec<String> = scenario.steps.iter().map(|one| step(one, data)).collect();
    steps.join(";")
}

fn step(step: &Step, data: &Dataset) -> String {
    let code = |importer: Option<Importer>| importer.map_or("*", |one| data.importer_code(one));
    let minerals = match &step.minerals {
        Minerals::All => "*".to_owned(),
        Minerals::Led => "led".to_owned(),
        Minerals::These(ids) => {
            let slugs = ids.iter().map(|id| data.mineral(*id).slug.as_str());
            slugs.collect::<Vec<_>>().join(",")
        }
    };
    let off = if step.active { "" } else { "!" };
    let months = step
        .months
        .map_or_else(|| "-".to_owned(), |it| it.to_string());
    let mut text = format!(
        "{off}{}:{}:{minerals}:{}:{}:{}:{months}",
        step.kind.word(),
        code(step.actor),
        step.stages.word(),
        percent(step.size),
        step.start,
    );
    let name = step.name.as_deref().filter(|name| !name.is_empty());
    if step.aim.is_some() || name.is_some() {
        text.push(':');
        text.push_str(code(step.aim));
    }
    if let Some(name) = name {
        text.push(':');
        text.push_str(&name::encoded(name));
    }
    text
}

/// A fraction in percent, digit by digit: multiplying would round.
pub(super) fn percent(fraction: f64) -> String {
    let decimal = fraction.to_string();
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", decimal.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<2}");
    let whole = format!("{whole}{}", &part[..2]);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    match &part[2..] {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_fraction_is_written_in_percent_without_rounding() {
        for (fraction, text) in [
            (0.0, "0"),
            (0.07, "7"),
            (0.125, "12.5"),
            (0.5, "50"),
            (1.0, "100"),
            (5.0, "500"),
            (-0.25, "-25"),
            (0.00031, "0.031"),
            (2.0 / 3.0, "66.66666666666666"),
        ] {
            assert_eq!(percent(fraction), text);
        }
    }
}
