//! Any text as one file of a data set whose other files are sound: every problem is named, or the set is usable.
//!
//! The first byte says which file.

use adit::data::{DataError, Dataset, Files, Methods, MethodsFiles, Trade, TradeFiles};
use adit::report::Figures;
use adit::risk::importer::{Case, Sources};
use adit::state::{Selection, query};

use super::{text, told};

macro_rules! good {
    ($name:literal) => {
        include_str!(concat!("../../../tests/bad_data/good/", $name))
    };
}

/// A small data set without a mistake.
pub(super) const GOOD: Files<'static> = Files {
    minerals: good!("minerals.json"),
    countries: good!("countries.json"),
    blocs: good!("blocs.json"),
    editions: good!("editions.json"),
    supply: good!("supply.json"),
    lists: good!("lists.json"),
    governance: good!("governance.json"),
};

const METHODS: MethodsFiles<'static> = MethodsFiles {
    assessments: good!("assessments.json"),
    reliance: good!("reliance.json"),
    governance: good!("governance_long.json"),
};

const TRADE: TradeFiles<'static> = TradeFiles {
    about: good!("trade.json"),
    flows: good!("trade.csv"),
};

pub(super) fn run(input: &[u8]) {
    let Some((file, rest)) = input.split_first() else {
        return;
    };
    let Some(text) = text(rest) else { return };
    let (mut files, mut methods, mut trade) = (GOOD, METHODS, TRADE);
    *[
        &mut files.minerals,
        &mut files.countries,
        &mut files.blocs,
        &mut files.editions,
        &mut files.supply,
        &mut files.lists,
        &mut files.governance,
        &mut methods.assessments,
        &mut methods.reliance,
        &mut methods.governance,
        &mut trade.about,
        &mut trade.flows,
    ][usize::from(*file) % 12] = text;
    match loaded(&files, &methods, &trade) {
        Err(error) => {
            assert!(!error.issues.is_empty());
            told(&error);
        }
        Ok(dataset) => {
            let snapshot = dataset.to_snapshot().expect("what was read can be written");
            assert_eq!(Dataset::from_snapshot(&snapshot), Ok(dataset.clone()));
            let first = query::decode("", &dataset);
            assert_eq!(query::encode(&first.state, &dataset), "");
            let sources = Sources {
                data: &dataset,
                trade: None,
                methods: None,
            };
            for mineral in dataset.minerals() {
                let state = query::decode(&format!("mineral={}", mineral.slug), &dataset).state;
                let table = Selection::of(&dataset, &state).table;
                assert_eq!(dataset.mineral(table.mineral).slug, mineral.slug);
                let figures = Figures::of(&sources, &Case::of(&sources, table, None));
                assert_eq!(figures.mineral, mineral.slug);
            }
        }
    }
}

fn loaded(
    files: &Files<'_>,
    methods: &MethodsFiles<'_>,
    trade: &TradeFiles<'_>,
) -> Result<Dataset, DataError> {
    let dataset = Dataset::load(files)?;
    let methods = Methods::load(methods, &dataset)?;
    let packed = methods.to_bytes(&dataset)?;
    assert_eq!(Methods::read(&packed, &dataset), Ok(methods));
    Trade::load(trade, &dataset)?.to_parts(&dataset)?;
    Ok(dataset)
}
