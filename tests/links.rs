//! Links to scenarios: what they hold, and that they open the same when the next edition is out.

use adit::data::{EditionKind, OwnData, TRADE_YEARS, embedded};
use adit::report::table_for;
use adit::state::{Action, Problem, Selection, Text, View, ViewState, query};

const SCENARIO: &str = "cut-off:CHN:gallium,germanium:both:100:2024-12:11:USA:A~20ban";

fn told(view: View) -> ViewState {
    let data = embedded().expect("valid data");
    let first = ViewState {
        view,
        ..ViewState::first(data)
    };
    first.apply(Action::SetScenario(Text::new(SCENARIO)), data)
}

#[test]
fn the_text_of_a_scenario_stands_in_its_link_as_it_is() {
    let data = embedded().expect("valid data");
    let link = query::encode(&told(View::Map), data);
    assert_eq!(link, format!("scenario={SCENARIO}"));
}

#[test]
fn the_link_of_a_scenarios_outcome_names_its_edition_and_year() {
    let data = embedded().expect("valid data");
    let state = told(View::Shock);
    let shown = Selection::of(data, &state);
    assert_eq!(
        (state.edition, state.year),
        (Some(shown.edition), Some(shown.year))
    );
    let link = query::encode(&state, data);
    let id = &data.edition(shown.edition).id;
    assert_eq!(
        link,
        format!(
            "view=shock&edition={id}&year={}&scenario={SCENARIO}",
            shown.year
        )
    );
    // However little the link says, the state that it opens says all of it.
    let short = query::decode(&format!("view=shock&scenario={SCENARIO}"), data);
    assert_eq!(short.state, state);
}

#[test]
fn telling_a_scenario_changes_no_figures_of_an_importer() {
    let data = embedded().expect("valid data");
    let union = data.importer_by_code("EU");
    for mineral in data.minerals() {
        let before = ViewState {
            view: View::Shock,
            mineral: data.mineral_by_slug(&mineral.slug).expect("a slug"),
            ..ViewState::first(data)
        }
        .normalised(data);
        let after = before.apply(Action::SetScenario(Text::new(SCENARIO)), data);
        let table = |state| table_for(data, state, union, Some(TRADE_YEARS.1));
        assert!(
            std::ptr::eq(table(&before), table(&after)),
            "{}",
            mineral.slug
        );
    }
}

#[test]
fn without_a_scenario_the_newest_stays_the_newest() {
    let data = embedded().expect("valid data");
    let opened = query::decode("view=shock", data).state;
    assert_eq!((opened.edition, opened.year), (None, None));
}

#[test]
fn a_scenario_taken_back_leaves_the_figures_that_it_was_told_of() {
    let data = embedded().expect("valid data");
    let before = told(View::Shock);
    let after = before.apply(Action::SetScenario(None), data);
    let table = |state| Selection::of(data, state).table;
    assert!(std::ptr::eq(table(&before), table(&after)));
    assert_eq!(
        after.apply(Action::SetScenario(Text::new(SCENARIO)), data),
        before
    );
}

#[test]
fn a_scenario_goes_along_to_other_views_and_back() {
    let data = embedded().expect("valid data");
    let state = told(View::Shock);
    let map = ViewState {
        view: View::Map,
        ..state
    }
    .normalised(data);
    let back = ViewState {
        view: View::Shock,
        ..map
    };
    assert_eq!(back.normalised(data), state);
}

#[test]
fn assumptions_and_seed_are_part_of_the_link_in_their_order() {
    let data = embedded().expect("valid data");
    let link = "country=COD&scenario=a&against=b&assume=demand:0.3,supply:0.1&seed=7&theme=dark";
    let decoded = query::decode(link, data);
    assert_eq!(decoded.problems, []);
    assert_eq!(
        decoded.state.assume.map(Text::as_str),
        Some("demand:0.3,supply:0.1")
    );
    assert_eq!(decoded.state.seed, Some(7));
    assert_eq!(query::encode(&decoded.state, data), link);
}

#[test]
fn a_text_longer_than_links_hold_is_named_and_the_rest_counts() {
    let data = embedded().expect("valid data");
    let long = "x".repeat(Text::LONGEST + 1);
    let decoded = query::decode(&format!("mineral=tungsten&scenario={long}&seed=1.5"), data);
    assert_eq!(
        decoded.problems,
        [
            Problem::TooLong("scenario"),
            Problem::UnknownValue {
                key: "seed",
                value: "1.5".to_owned()
            }
        ]
    );
    assert_eq!(decoded.state.scenario, None);
    assert_eq!(data.mineral(decoded.state.mineral).slug, "tungsten");
}

#[test]
fn figures_of_ones_own_are_in_no_link_of_a_scenario() {
    let shipped = embedded().expect("valid data");
    let file = b"mineral,stage,country,year,quantity,unit\ncobalt,mine,COD,2024,60,t\ncobalt,mine,AUS,2024,40,t\n";
    let own = OwnData::read("own.csv", file, shipped).expect("a sound file");
    let data = own.over(shipped);
    let state = ViewState {
        view: View::Shock,
        scenario: Text::new(SCENARIO),
        ..ViewState::first(&data)
    }
    .normalised(&data);
    let shown = Selection::of(&data, &state).edition;
    assert_eq!(data.edition(shown).kind, EditionKind::Own);
    let link = query::encode(&state, &data);
    assert_eq!(link, format!("view=shock&scenario={SCENARIO}"));
    assert_eq!(query::decode(&link, shipped).problems, []);
}
