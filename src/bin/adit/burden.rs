//! `adit burden`: what a less risky mix of suppliers would ask of people and nature.

use adit::alliance::{Asked, burden};
use adit::report::{BurdenFigures, BurdenQuestion, MixBurden};
use adit::risk::importer::Case;

use crate::alliance_arguments::BurdenTask;
use crate::assumed;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{Lines, json, number, percent};
use crate::question;

/// Risk against burden.
pub(crate) fn run(task: &BurdenTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let state = question::state(data, &task.which)?;
    let importer = assumed::importer(data, &task.on, "burden")?;
    let burdens = burden::embedded(data).map_err(Failure::problem)?;
    let indicator = burdens.position(&task.indicator).ok_or_else(|| {
        let known: Vec<&str> = burdens
            .indicators
            .iter()
            .map(|one| one.id.as_str())
            .collect();
        Failure::usage(format!(
            "--indicator {}: write one of {}",
            task.indicator,
            known.join(", ")
        ))
    })?;
    if !(task.weight >= 0.0 && task.weight.is_finite()) {
        return Err(Failure::usage(format!(
            "--weight {}: write a number from 0 up",
            task.weight
        )));
    }
    let taken = assumed::put_assumed(Asked::default(), &task.assumptions)?;
    let asked = BurdenQuestion {
        indicator,
        weight: task.weight,
        eta: taken.assumed().eta,
        need: taken.need(),
    };
    let sources = library.sources();
    let table = question::table(&sources, &state, &task.which, Some(importer));
    let case = Case::of(&sources, table, Some(importer));
    let agreements = assumed::agreements(data)?;
    let figures = BurdenFigures::of(&sources, &case, &agreements, &burdens, &asked);
    if task.on.json {
        return json(&figures);
    }
    let indicator = &burdens.indicators[indicator];
    let head = format!(
        "risk and burden for {}: {}, {}, {} ({})\nburden by {} ({}, {}), 0 lightest to 1 heaviest; of whole countries, not of mines\n\n",
        figures.importer.as_deref().unwrap_or_default(),
        figures.mineral,
        figures.stage,
        figures.year,
        figures.edition,
        indicator.measure,
        indicator.year,
        indicator.source
    );
    Ok(head + &text(&figures))
}

/// The figures for people.
fn text(figures: &BurdenFigures) -> String {
    let Some(answer) = &figures.answer else {
        return format!(
            "no answer: {}\n",
            figures.why.of("answer").unwrap_or_default()
        );
    };
    let mut lines = Lines::new(1, &["mix", "risk", "burden from", "to", "sent by nobody"]);
    let bought = if answer.sourcing == Some("world") {
        "as the world buys"
    } else {
        "bought now"
    };
    let mixes = [
        (bought, answer.present.as_ref()),
        ("least risky", Some(&answer.least_risky)),
        ("at this weight", answer.adjusted.as_ref()),
    ];
    for (name, mix) in mixes {
        let value = |part: fn(&MixBurden) -> f64| number(mix.map(part), 3);
        lines.push(vec![
            name.to_owned(),
            value(|mix| mix.risk),
            value(|mix| mix.burden_low),
            value(|mix| mix.burden_high),
            percent(mix.map(|mix| mix.shortage)),
        ]);
    }
    let mut text = vec![lines.text()];
    text.push(format!(
        "\nIn this model, counting {} points of risk for a whole burden more than now: effect {}, burden {} more, adjusted effect {}\n\n",
        figures.weight,
        number(answer.gain, 3),
        number(answer.burden_change, 3),
        number(answer.adjusted_gain, 3),
    ));
    let mut lines = Lines::new(0, &["a burden worth", "risk", "burden"]);
    for point in &answer.frontier {
        lines.push(vec![
            number(Some(point.lambda), 2),
            number(Some(point.risk), 3),
            number(Some(point.burden), 3),
        ]);
    }
    text.push(lines.text());
    if !answer.without_value.is_empty() {
        text.push(format!(
            "\nwithout a value, counted as the heaviest: {}\n",
            answer.without_value.join(" ")
        ));
    }
    text.concat()
}
