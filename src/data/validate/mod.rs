//! From raw to checked: every file is read, every problem is noted, and only then is there a dataset.
//!
//! May use: everything below it in [`data`](super). It never stops at the first problem, since whoever
//! mends a file wants to mend it once.

mod assessments;
mod governance;
mod mixes;
mod registry;
mod reliance;
mod report;
mod supply;
mod trade;
mod words;

use report::Report;

use super::{DataError, Dataset, Files, Methods, MethodsFiles, Trade, TradeFiles};

/// Reads and checks all files.
pub(super) fn load(files: &Files<'_>) -> Result<Dataset, DataError> {
    let mut report = Report::default();
    let minerals = report.read("minerals.json", files.minerals);
    let countries = report.read("countries.json", files.countries);
    let editions = report.read("editions.json", files.editions);
    let blocs = report.read("blocs.json", files.blocs);
    let lists = report.read("lists.json", files.lists);
    let supply = report.read("supply.json", files.supply);
    let governance = report.read("governance.json", files.governance);
    // A registry that cannot be read would make every mention of its entries a problem of its own.
    let (Some(minerals), Some(countries), Some(editions)) = (minerals, countries, editions) else {
        return Err(report.into_error());
    };
    let mut dataset = Dataset::default();
    registry::minerals(&mut dataset, minerals, &mut report);
    registry::countries(&mut dataset, countries, &mut report);
    registry::editions(&mut dataset, editions, &mut report);
    registry::blocs(&mut dataset, blocs.unwrap_or_default(), &mut report);
    registry::lists(&mut dataset, lists.unwrap_or_default(), &mut report);
    if let Some(supply) = supply {
        supply::tables(&mut dataset, supply, &mut report);
    }
    if let Some(governance) = governance {
        governance::scores(&mut dataset, governance, &mut report);
    }
    report.pass(dataset)
}

/// Reads and checks trade.
pub(super) fn trade(files: &TradeFiles<'_>, dataset: &Dataset) -> Result<Trade, DataError> {
    let mut report = Report::default();
    let Some(raw) = report.read("trade.json", files.about) else {
        return Err(report.into_error());
    };
    let mut trade = trade::about(raw, dataset, &mut report);
    // Without its codes every line would be a problem of its own.
    if report.is_empty() {
        trade::flows(&mut trade, files.flows, dataset, &mut report);
    }
    report.pass(trade)
}

/// Reads and checks what the methods need.
pub(super) fn methods(files: &MethodsFiles<'_>, dataset: &Dataset) -> Result<Methods, DataError> {
    let mut report = Report::default();
    let mut methods = Methods::default();
    if let Some(raw) = report.read("assessments.json", files.assessments) {
        methods.assessments = assessments::read(raw, dataset, &mut report);
    }
    if let Some(raw) = report.read("reliance.json", files.reliance) {
        methods.reliance = reliance::read(raw, dataset, &mut report);
    }
    if let Some(raw) = report.read(governance::LONG, files.governance) {
        let (meta, scores) = governance::read(governance::LONG, dataset, raw, &mut report);
        (methods.governance, methods.scores) = (meta, scores);
    }
    report.pass(methods)
}
