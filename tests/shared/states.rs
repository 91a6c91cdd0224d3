//! Any state that a reader could be at.

use adit::data::{Dataset, Importer, Stage, embedded};
use adit::scenario::presets::presets;
use adit::scenario::text::encode;
use adit::state::{Text, View, ViewState};
use proptest::prelude::*;

const ALLIANCES: [&str; 5] = [
    "without:eu-chl;most:4;exclude:CHN,RUS;eta:0.3",
    "project:CAN/5,AUS/2;movable:40",
    "assumed:no",
    "indicator:hdi;need:12",
    "nonsense",
];
const ASSUMPTIONS: [&str; 4] = ["es:0.3,spare:none", "ed:0.7", "resourcing:1", "nonsense"];

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

/// The place in a list that a number leads to.
fn at<T>(list: &[T], place: usize) -> &T {
    &list[place % list.len()]
}

/// A text of a list, or none.
fn text(list: &[String], place: usize) -> Option<Text> {
    let place = place.checked_sub(1)?;
    Text::new(at::<String>(list, place))
}

pub fn states() -> impl Strategy<Value = ViewState> {
    let numbers = prop::collection::vec(0_usize..1000, 6);
    let texts = prop::collection::vec(0_usize..8, 4);
    let open = prop::collection::vec(any::<bool>(), 4);
    (numbers, texts, open, prop::option::of(any::<u32>())).prop_map(
        |(numbers, texts, open, seed)| {
            let data = data();
            let owned = |list: &[&str]| {
                list.iter()
                    .map(|text| (*text).to_owned())
                    .collect::<Vec<_>>()
            };
            let scenarios: Vec<String> = presets(data)
                .iter()
                .map(|preset| encode(&preset.scenario, data))
                .collect();
            let slug = &at(data.minerals(), numbers[0]).slug;
            let mineral = data.mineral_by_slug(slug).expect("a slug");
            let table = at(data.tables_of(mineral), numbers[1]);
            let country = data.country_by_iso3(&at(data.countries(), numbers[2]).iso3);
            let bloc = data.importer_by_code(&at(data.blocs(), numbers[2]).id);
            let importer = if numbers[2] % 2 == 0 {
                bloc
            } else {
                country.map(Importer::Country)
            };
            ViewState {
                view: *at(&View::ALL, numbers[3]),
                mineral,
                stage: *at(&Stage::ALL, numbers[4]),
                edition: open[0].then_some(table.edition),
                year: open[1].then_some(table.year),
                importer: importer.filter(|_| open[2]),
                country: country.filter(|_| open[3]),
                scenario: text(&scenarios, texts[0]),
                against: text(&scenarios, texts[1]),
                alliance: text(&owned(&ALLIANCES), texts[2]),
                assume: text(&owned(&ASSUMPTIONS), texts[3]),
                seed,
                step: u8::try_from(numbers[5] % 9).expect("under nine"),
                ..ViewState::first(data)
            }
            .normalised(data)
        },
    )
}
