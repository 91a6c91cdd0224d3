//! `adit alliance`: what agreements would change.

use adit::alliance::{Asked, Key};
use adit::data::{CountryId, Dataset, parse_decimal};
use adit::report::{AllianceFigures, AllianceQuestion, CounterFigures, EffectFigures};
use adit::risk::importer::Case;

use crate::alliance_arguments::AllianceTask;
use crate::assumed;
use crate::failure::{Answer, Failure};
use crate::library::Library;
use crate::lines::{Lines, json, number, percent};
use crate::question;

/// People see suppliers of this part of the sourcing and more one by one; programs see all.
const NAMED: f64 = 0.005;

/// The alliance asked about.
pub(crate) fn run(task: &AllianceTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let state = question::state(data, &task.which)?;
    let importer = assumed::importer(data, &task.on, "alliance")?;
    let sources = library.sources();
    let table = question::table(&sources, &state, &task.which, Some(importer));
    let known = assumed::agreements(data)?;
    for id in task.with.iter().chain(&task.without) {
        if !known.iter().any(|agreement| agreement.id == *id) {
            let ids: Vec<&str> = known.iter().map(|one| one.id.as_str()).collect();
            return Err(Failure::usage(format!(
                "{id}: there is no such agreement; these are known: {}",
                ids.join(", ")
            )));
        }
    }
    let asked = match &task.ask {
        Some(text) => assumed::of_text(text, data, &known)?,
        None => asked(data, task)?,
    };
    let counted = asked.counted(&known, table.mineral, &data.importer_members(importer));
    let question = AllianceQuestion::of(&asked, counted);
    let case = Case::of(&sources, table, Some(importer));
    let figures = AllianceFigures::of(&sources, &case, &question);
    if task.on.json {
        json(&figures)
    } else {
        Ok(text(&figures))
    }
}

/// What the options ask.
fn asked(data: &Dataset, task: &AllianceTask) -> Answer<Asked> {
    let mut asked = Asked {
        with: task.with.clone(),
        without: task.without.clone(),
        projects: projects(data, &task.project)?,
        ..Asked::default()
    };
    for (key, value) in [
        (Key::Movable, task.movable),
        (Key::Cost, task.cost),
        (Key::Harm, task.harm),
        (Key::Patience, task.patience),
        (Key::Entry, task.entry),
    ] {
        asked = assumed::put(asked, key, value)?;
    }
    let asked = assumed::put_assumed(asked, &task.assumptions)?;
    match *task.elasticities.as_slice() {
        [] => Ok(asked),
        [demand, supply] => {
            let asked = assumed::put(asked, Key::Demand, demand)?;
            assumed::put(asked, Key::Supply, supply)
        }
        _ => Err(Failure::usage(
            "--elasticities: write two numbers from 0 on, of demand and of supply, such as 0.3,0.5",
        )),
    }
}

/// What projects add, by country.
fn projects(data: &Dataset, options: &[String]) -> Answer<Vec<(CountryId, f64)>> {
    let project = |option: &String| {
        let wrong = || {
            Failure::usage(format!(
                "--project {option}: write a country's code and percent of the need, such as CAN=5"
            ))
        };
        let (code, output) = option.split_once('=').ok_or_else(wrong)?;
        let country = data.country_by_iso3(code).ok_or_else(wrong)?;
        let output = parse_decimal(output).ok_or_else(wrong)?;
        if (0.0..=100.0).contains(&output) {
            Ok((country, output))
        } else {
            Err(wrong())
        }
    };
    options.iter().map(project).collect()
}

/// The figures for people.
fn text(figures: &AllianceFigures) -> String {
    let importer = figures.importer.as_deref().unwrap_or_default();
    let mut text = vec![format!(
        "alliances of {importer}: {}, {}, {} ({})\n",
        figures.mineral, figures.stage, figures.year, figures.edition
    )];
    text.push(format!(
        "In this model, assuming that the deepest agreement would take {} off a supplier's risk and that {} of purchases \
         could move.\n",
        percent(Some(figures.eta)),
        percent(Some(figures.movable)),
    ));
    if figures.sourcing == Some("world") {
        text.push("Its own sourcing is not known; the world's shares stand for it.\n".to_owned());
    }
    text.push("\n".to_owned());
    let mut rows = Lines::new(
        2,
        &["agreement", "depth", "covers", "alone", "last", "suppliers"],
    );
    let (supplying, idle): (Vec<_>, Vec<_>) = figures
        .agreements
        .iter()
        .partition(|one| !one.suppliers.is_empty());
    for one in supplying {
        rows.push(vec![
            one.id.clone(),
            one.depth.to_owned(),
            percent(Some(one.covered)),
            number(Some(one.alone), 4),
            number(Some(one.last), 4),
            one.suppliers.join(" "),
        ]);
    }
    text.push(rows.text());
    if !idle.is_empty() {
        let ids: Vec<&str> = idle.iter().map(|one| one.id.as_str()).collect();
        text.push(format!("with nobody who supplies it: {}\n", ids.join(" ")));
    }
    text.push(match figures.redundancy {
        Some(twice) => format!("covered twice: {}\n\n", percent(Some(twice))),
        None => format!("{}\n\n", figures.why.of("redundancy").unwrap_or_default()),
    });
    match &figures.effect {
        Some(found) => text.push(effect(found)),
        None => text.push(format!(
            "no effect: {}\n",
            figures.why.of("effect").unwrap_or_default()
        )),
    }
    text.push("\nwho would send how much\n".to_owned());
    let mut shift = Lines::new(1, &["supplier", "before", "after", "agreement"]);
    let (named, small): (Vec<_>, Vec<_>) = figures
        .shift
        .iter()
        .partition(|row| row.before.max(row.after) >= NAMED);
    for row in named {
        shift.push(vec![
            row.country.clone(),
            percent(Some(row.before)),
            percent(Some(row.after)),
            number(Some(row.bound), 2),
        ]);
    }
    text.push(shift.text());
    if !small.is_empty() {
        let before = small.iter().map(|row| row.before).sum::<f64>();
        let after = small.iter().map(|row| row.after).sum::<f64>();
        text.push(format!(
            "{} others, under {} each: {} before, {} after\n",
            small.len(),
            percent(Some(NAMED)),
            percent(Some(before)),
            percent(Some(after))
        ));
    }
    match &figures.counter {
        Some(found) => text.push(counter(found)),
        None => text.push(format!(
            "\nno leader: {}\n",
            figures.why.of("counter").unwrap_or_default()
        )),
    }
    text.concat()
}

fn effect(effect: &EffectFigures) -> String {
    let mut lines = Lines::new(1, &["risk", "points"]);
    for (what, value) in [
        ("without the alliance", Some(effect.before)),
        ("willingness would take off", Some(effect.willingness)),
        ("re-sourcing would take off", effect.resourcing),
        ("capacity would take off", Some(effect.capacity)),
        ("with the alliance", Some(effect.after)),
    ] {
        lines.push(vec![what.to_owned(), number(value, 4)]);
    }
    let mut text = vec![lines.text()];
    text.push(format!(
        "taken off in all: {:.4}, between {:.4} and {:.4} within what is assumed of agreements\n",
        effect.gain, effect.gain_low, effect.gain_high
    ));
    if let Some(why) = effect.why.of("resourcing") {
        text.push(format!("re-sourcing is not known: {why}\n"));
    }
    text.concat()
}

fn counter(counter: &CounterFigures) -> String {
    let mut text = vec![format!(
        "\n{} has {} of world supply, and {} of the sourcing, with the alliance {}\n",
        counter.leader,
        percent(Some(counter.world_share)),
        percent(Some(counter.share_before)),
        percent(Some(counter.share_after))
    )];
    let headings = [
        "run",
        "holding back pays",
        "from",
        "would hold back",
        "price",
        "loss from a stop",
        "with the alliance",
        "break-even",
    ];
    let mut lines = Lines::new(2, &headings);
    for run in &counter.runs {
        lines.push(vec![
            run.run.to_owned(),
            if run.cutting_pays { "yes" } else { "no" }.to_owned(),
            percent(Some(run.threshold_share)),
            percent(Some(run.held_back)),
            format!("x{:.2}", run.price),
            number(Some(run.stop_before.loss), 2),
            number(Some(run.stop_after.loss), 2),
            number(run.break_even, 2),
        ]);
    }
    text.push(lines.text());
    for run in &counter.runs {
        if run.price_after < run.price {
            text.push(format!(
                "once the projects produce, {} run: would hold back {}, price x{:.2}\n",
                run.run,
                percent(Some(run.held_back_after)),
                run.price_after
            ));
        }
    }
    text.push(format!(
        "losses in years of spending, from a stop aimed at the importer; no price above x{:.0} is assumed to be paid; \
         break-even: how many times as likely as the stop insured against one in retaliation would have to be\n",
        counter.ceiling
    ));
    text.concat()
}
