//! What a scenario does, for people.

use adit::report::{Months, Shock, StageFigures};
use adit::scenario::simulation::{Banded, LARGE_LOSS, Risk, Summary};

use crate::lines::{Lines, number, percent};

/// How many suppliers are printed, those who lose most and those who gain most.
const MOST_SUPPLIERS: usize = 5;

/// The outcome for people.
pub(crate) fn text(shock: &Shock) -> String {
    let whose = shock.importer.as_deref().unwrap_or("the world");
    let start = shock.start.as_deref().unwrap_or("no step counts");
    let mut said = vec![
        format!("{}, {whose}, from {start}", shock.mineral),
        shock.scenario.clone(),
    ];
    if !shock.assume.is_empty() {
        said.push(format!("assuming {}", shock.assume));
    }
    said.push(
        "a model's outcome under its assumptions, not a forecast; months are counted from the start"
            .to_owned(),
    );
    said.extend(shock.idle.iter().map(|step| {
        let why = step.why.replace('-', " ");
        format!("step {} does nothing here: {why}", step.step)
    }));
    said.extend(shock.aims_without_need.iter().map(|aim| {
        format!("what {aim} uses is not known: what the world loses by a measure against it is not counted")
    }));
    said.extend(shock.own_measure.then(|| {
        "the importer itself holds back exports: what stays at home is not seen, so its loss is overstated"
            .to_owned()
    }));
    let mut lines = Lines::new(
        1,
        &[
            "months",
            "mined",
            "refined",
            "price",
            "world's shortfall",
            "shortfall",
            "extra bill",
        ],
    );
    for months in &shock.months {
        lines.push(row(months));
    }
    said.push(format!("\n{}", lines.text()));
    let year = &shock.worst_year;
    said.push(format!(
        "worst twelve months, from month {} on: shortfall {}, the world's {}",
        year.from + 1,
        percent(Some(year.shortfall)),
        percent(Some(year.world_shortfall))
    ));
    let stages = [("mining", &shock.mine), ("refining", &shock.refine)];
    let stages = stages.iter().filter_map(|(name, stage)| {
        let stage = stage.as_ref()?;
        Some(suppliers(name, stage))
    });
    said.extend(stages);
    said.extend(shock.simulation.as_ref().map(simulation));
    said.join("\n")
}

/// What else may happen.
fn simulation(summary: &Summary) -> String {
    let mut lines = Lines::new(1, &["over ten years", "the importer", "the world"]);
    let share = |figure: Banded| {
        let [pooled, low, high] =
            [figure.pooled, figure.low, figure.high].map(|it| percent(Some(it)));
        format!("{pooled} ({low} to {high})")
    };
    let months = |figure: Banded| {
        let Banded { pooled, low, high } = figure;
        format!("{pooled:.1} ({low:.1} to {high:.1})")
    };
    let (own, world) = (&summary.importer, &summary.world);
    let level = percent(Some(summary.level));
    let mut line = |name: String, of: &dyn Fn(&Risk) -> String| {
        lines.push(vec![name, of(own), of(world)]);
    };
    line("mean shortfall".to_owned(), &|risk| share(risk.mean));
    line("shortfall of the worst year".to_owned(), &|risk| {
        share(risk.worst_year)
    });
    line(
        format!(
            "likelihood of a year worse than {}",
            percent(Some(LARGE_LOSS))
        ),
        &|risk| share(risk.large_loss),
    );
    line(format!("value at risk, {level}"), &|risk| {
        share(risk.value_at_risk)
    });
    line(format!("mean beyond it, {level}"), &|risk| {
        share(risk.tail_mean)
    });
    line("longest want, months".to_owned(), &|risk| {
        months(risk.longest)
    });
    format!(
        "\nwith what else may happen, in this model: {} draws of {} runs with seed {}; in parentheses nine in ten draws, \
         whose spread is assumed\n{}",
        summary.outer,
        summary.inner,
        summary.seed,
        lines.text()
    )
}

fn row(months: &Months) -> Vec<String> {
    vec![
        format!("{}–{}", months.from + 1, months.until),
        percent(months.mined),
        percent(months.refined),
        number(months.price, 2),
        percent(Some(months.world_shortfall)),
        percent(Some(months.shortfall)),
        percent(months.extra_bill),
    ]
}

/// Who supplies a stage in the worst months.
fn suppliers(name: &str, stage: &StageFigures) -> String {
    let instead = stage.sourcing.as_ref().filter(|own| own.basis == "world");
    let instead = instead
        .and_then(|own| own.why.of("year"))
        .map_or_else(String::new, |why| {
            format!(
                "the importer's own suppliers are not known, the world's stand for them: {why}\n"
            )
        });
    let mut lines = Lines::new(1, &["country", "before", "of what is left"]);
    let count = stage.suppliers.len();
    let shown = stage.suppliers.iter().enumerate();
    let shown = shown.filter(|(at, _)| *at < MOST_SUPPLIERS || at + MOST_SUPPLIERS >= count);
    for (_, supplier) in shown {
        lines.push(vec![
            supplier.country.clone(),
            percent(Some(supplier.before)),
            percent(Some(supplier.after)),
        ]);
    }
    format!(
        "\n{name}, {} {}, in the worst months: who loses and who gains most\n{instead}{}",
        stage.edition,
        stage.year,
        lines.text().trim_end()
    )
}
