//! Any bytes as a file of one's own figures: it is refused with a word, or laid over the data and asked about.

use adit::data::{Importer, OWN_FIRM, OwnData};
use adit::report::{Figures, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::{Selection, ViewState};

use super::{data, told};

pub(super) fn run(input: &[u8]) {
    let own = match OwnData::read("own.csv", input, data()) {
        Ok(own) => own,
        Err(problems) => {
            assert!(!problems.issues.is_empty());
            return told(&problems);
        }
    };
    let over = own.over(data());
    let about = over.own().expect("there are own figures");
    let sources = Sources {
        data: &over,
        trade: None,
        methods: None,
    };
    let first = ViewState::first(&over);
    let importers = [
        over.country_by_iso3(OWN_FIRM).map(Importer::Country),
        over.importer_by_code("EU"),
    ];
    for &mineral in about.minerals.iter().take(3) {
        let state = ViewState { mineral, ..first }.normalised(&over);
        assert_eq!(Selection::of(&over, &state).table.mineral, mineral);
        for importer in importers.into_iter().flatten() {
            let table = table_for(&over, &state, Some(importer), None);
            let figures = Figures::of(&sources, &Case::of(&sources, table, Some(importer)));
            if let Some(hhi) = figures.hhi {
                assert!((0.0..=10_000.1).contains(&hhi.value), "{hhi:?}");
            }
        }
    }
}
