//! `adit figures`: one mineral.

use adit::report::{BenchmarkFigure, BenchmarkFigures, Figures, ImporterFigures, Why};
use adit::risk::Absence;
use adit::risk::importer::Case;

use crate::arguments::FiguresTask;
use crate::failure::Answer;
use crate::library::Library;
use crate::lines::{Lines, json, number, percent};
use crate::question;

/// The figures asked for.
pub(crate) fn run(task: &FiguresTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let state = question::state(data, &task.which)?;
    let importer = question::importer(data, task.on.importer.as_deref())?;
    let sources = library.sources();
    let table = question::table(&sources, &state, &task.which, importer);
    let figures = Figures::of(&sources, &Case::of(&sources, table, importer));
    if task.on.json {
        json(&figures)
    } else {
        Ok(text(&figures))
    }
}

/// The figures for people.
fn text(figures: &Figures) -> String {
    let period = figures
        .period
        .clone()
        .unwrap_or_else(|| figures.year.to_string());
    let mut text = format!(
        "{}, {}, {period} ({})\n{}\n\n",
        figures.mineral, figures.stage, figures.edition, figures.source
    );
    let unit = figures.shares.first().map_or("", |row| row.unit.as_str());
    let mut shares = Lines::new(2, &["country", "flag", "share", unit]);
    for row in &figures.shares {
        shares.push(vec![
            row.country.clone(),
            row.flag.to_owned(),
            percent(row.share),
            row.quantity
                .map_or_else(|| number(None, 0), |quantity| quantity.to_string()),
        ]);
    }
    shares.push(vec![
        "others".to_owned(),
        "not named".to_owned(),
        percent(figures.unattributed),
    ]);
    text.push_str(&shares.text());
    text.push('\n');

    let between = |low: Option<f64>, high: Option<f64>, decimals: usize| match (low, high) {
        (Some(low), Some(high)) if low < high => {
            format!("{low:.decimals$} to {high:.decimals$}")
        }
        _ => String::new(),
    };
    let mut measures = Lines::new(1, &["measure", "value", "bounds"]);
    let mut measure = |name: &str, value: String, bounds: String| {
        measures.push(vec![name.to_owned(), value, bounds]);
    };
    measure("largest share (CR1)", percent(figures.cr1), String::new());
    measure("three largest (CR3)", percent(figures.cr3), String::new());
    let hhi = figures.hhi;
    measure(
        "HHI, of 10,000",
        number(hhi.map(|hhi| hhi.value), 0),
        between(hhi.map(|hhi| hhi.low), hhi.map(|hhi| hhi.high), 0),
    );
    let suppliers = figures.effective_suppliers_bounds;
    measure(
        "effective suppliers",
        number(figures.effective_suppliers, 2),
        between(suppliers.map(|s| s.low), suppliers.map(|s| s.high), 2),
    );
    let weighted = figures.hhi_wgi_bounds;
    measure(
        "weighted by governance, of 10",
        number(figures.hhi_wgi, 2),
        between(weighted.map(|w| w.low), weighted.map(|w| w.high), 2),
    );
    let left = &figures.n_minus_1;
    measure(
        "supply left without the largest (N-1)",
        percent(left.value),
        String::new(),
    );
    if let Some(importer) = &figures.importer {
        methods(importer, &mut measure);
        measure(
            "need covered without its largest supplier",
            percent(left.need_covered),
            String::new(),
        );
    }
    text.push_str(&measures.text());
    if let Some(checked) = figures
        .importer
        .as_ref()
        .and_then(|found| found.benchmarks.as_ref())
    {
        text.push_str(&benchmarks(checked));
    }
    let reasons = reasons(figures);
    if !reasons.is_empty() {
        text.push_str("\nwhy something is absent\n");
        text.push_str(&reasons);
    }
    text
}

/// The methods that need an importer.
fn methods(importer: &ImporterFigures, measure: &mut impl FnMut(&str, String, String)) {
    let name = |what: &str| format!("{what}, {}", importer.importer);
    let none = String::new;
    measure(
        &name("import reliance"),
        percent(importer.import_reliance),
        none(),
    );
    let ec = &importer.ec_supply_risk;
    measure(&ec.label, number(ec.value, 2), none());
    let geopolrisk = &importer.geopolrisk;
    let corrected = number(geopolrisk.corrected.value, 4);
    measure(&name("GeoPolRisk, outside imports only"), corrected, none());
    let exact = geopolrisk.exact.as_ref().map(|exact| exact.value);
    measure(&name("GeoPolRisk, as published"), number(exact, 4), none());
}

/// The European Union's benchmarks for 2030.
fn benchmarks(checked: &BenchmarkFigures) -> String {
    let line = |what: &str, figure: Option<&BenchmarkFigure>| {
        let Some(figure) = figure else {
            return format!("  {what}: –\n");
        };
        let from = figure
            .country
            .as_deref()
            .map_or_else(String::new, |code| format!(" from {code}"));
        let (measured, gap) = (
            percent(Some(figure.measured)),
            100.0 * figure.short_by.abs(),
        );
        let verdict = if figure.missed {
            "missed by"
        } else {
            "kept by"
        };
        format!("  {what}: {measured}{from}, {verdict} {gap:.1} points\n")
    };
    let rows = [
        line(
            "at most 65 % from one third country",
            checked.one_country.as_ref(),
        ),
        line(
            "own part, at least 10 % extracted or 40 % processed",
            checked.own.as_ref(),
        ),
        line("at least 25 % recycled", checked.recycled.as_ref()),
    ];
    format!(
        "\nbenchmarks of Regulation (EU) 2024/1252 for 2030\n{}",
        rows.concat()
    )
}

/// Every reason for an absence, with what is absent for it, one reason a line.
fn reasons(figures: &Figures) -> String {
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |part: &str, why: &Why| {
        for (key, reason) in why.iter() {
            let key = format!("{part}{key}");
            match reasons.iter_mut().find(|(known, _)| known == reason) {
                Some((_, keys)) => keys.push(key),
                None => reasons.push((reason.to_owned(), vec![key])),
            }
        }
    };
    add("", &figures.why);
    add("n_minus_1.", &figures.n_minus_1.why);
    if let Some(importer) = &figures.importer {
        add("ec_supply_risk.", &importer.ec_supply_risk.why);
        add("ec_supply_risk.terms.", &importer.ec_supply_risk.terms.why);
        add("geopolrisk.", &importer.geopolrisk.why);
        add("geopolrisk.corrected.", &importer.geopolrisk.corrected.why);
        if let Some(benchmarks) = &importer.benchmarks {
            add("benchmarks.", &benchmarks.why);
        }
    } else {
        // Nobody asked for an importer.
        reasons.retain(|(reason, _)| *reason != Absence::NoImporter.to_string());
    }
    let lines: Vec<String> = reasons
        .into_iter()
        .map(|(reason, keys)| format!("  {reason}: {}", keys.join(", ")))
        .collect();
    lines.join("\n")
}
