//! A search in slices finds what a search at once finds.

use adit::alliance::{Asked, Key, agreements};
use adit::data::{Stage, TRADE_YEARS, embedded, shipped};
use adit::report::{PartnerFigures, PartnerInquiry, PartnerQuestion, table_for};
use adit::risk::importer::{Case, Sources};
use adit::state::ViewState;

#[test]
fn a_search_in_slices_finds_what_a_search_at_once_finds_and_can_be_stopped() {
    let data = embedded().expect("valid data");
    let sources = Sources {
        data,
        trade: Some(shipped::trade().expect("sound trade")),
        methods: Some(shipped::methods().expect("sound assessments")),
    };
    let known = agreements::embedded(data).expect("a sound table");
    let importer = data.importer_by_code("EU");
    let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
    for (slug, most) in [("cobalt", 5.0), ("copper", 8.0), ("lithium", 4.0)] {
        let state = ViewState {
            mineral: data.mineral_by_slug(slug).expect("a mineral"),
            stage: Stage::Mine,
            ..ViewState::first(data)
        };
        let table = table_for(data, &state, importer, Some(TRADE_YEARS.1));
        let case = Case::of(&sources, table, importer);
        let asked = Asked::default()
            .with_number(Key::Need, 7.0)
            .with_number(Key::Most, most);
        let counted = asked.counted(&known, table.mineral, &members);
        let question = PartnerQuestion::of(&asked, data);
        let mut inquiry = PartnerInquiry::new(&sources, &case, &counted, &question);
        let mut slices = 0;
        let mut bounds = Vec::new();
        while !inquiry.advance(1) {
            slices += 1;
            bounds.extend(inquiry.so_far(data).map(|so_far| so_far.bound));
        }
        assert!(slices > 3, "{slug}: {slices} slices");
        let whole = PartnerFigures::of(&sources, &case, &counted, &question);
        let best = whole.answer.as_ref().expect("an answer").best.risk;
        assert!(bounds.iter().all(|bound| *bound <= best + 1e-9), "{slug}");
        assert_eq!(inquiry.finish(data), whole, "{slug}");
    }
}
