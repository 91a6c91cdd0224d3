//! Laws of the measures and of links, over made-up inputs.

use adit::data::{Flag, Importer, MineralId, Reported, Stage, SupplyTable, embedded};
use adit::risk::{Concentration, SupplyShares};
use adit::state::presentation::WHOLE;
use adit::state::{Action, Compared, Presentation, Text, Theme, View, ViewState, Viewport, query};
use proptest::prelude::*;

/// A table with these quantities, a published total or none, and a quantity of other countries.
fn table(quantities: &[f64], world: Option<f64>, other: Option<f64>) -> SupplyTable {
    let data = embedded().expect("valid data");
    let template = &data.tables()[0];
    let countries: Vec<_> = data
        .countries()
        .iter()
        .filter_map(|c| data.country_by_iso3(&c.iso3))
        .collect();
    let known = |value: f64| Reported::Known {
        value,
        flag: Flag::Reported,
    };
    SupplyTable {
        countries: countries
            .into_iter()
            .zip(quantities.iter().map(|&q| known(q)))
            .collect(),
        world: world.map(known),
        other: other.map(known),
        excludes: Vec::new(),
        notes: Vec::new(),
        ..template.clone()
    }
}

fn hhi(quantities: &[f64]) -> f64 {
    let shares = SupplyShares::of(&table(quantities, None, None));
    Concentration::of(&shares)
        .expect("a supplier")
        .hhi
        .value
        .points()
}

fn quantities() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.1_f64..1.0e6, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hhi_lies_between_equal_shares_and_monopoly(q in quantities()) {
        let count = f64::from(u32::try_from(q.len()).expect("few"));
        let hhi = hhi(&q);
        prop_assert!(hhi >= 10_000.0 / count - 1e-6 && hhi <= 10_000.0 + 1e-6);
    }

    #[test]
    fn hhi_does_not_depend_on_the_order(q in quantities(), turn in 0_usize..40) {
        let mut turned = q.clone();
        turned.rotate_left(turn % q.len());
        prop_assert!((hhi(&q) - hhi(&turned)).abs() < 1e-6);
    }

    #[test]
    fn merging_two_suppliers_never_lowers_hhi(q in prop::collection::vec(0.1_f64..1.0e6, 2..40)) {
        let mut merged = q.clone();
        let last = merged.pop().expect("two");
        merged[0] += last;
        prop_assert!(hhi(&merged) >= hhi(&q) - 1e-6);
    }

    #[test]
    fn replicating_suppliers_divides_hhi(q in prop::collection::vec(0.1_f64..1.0e6, 1..12), k in 1_usize..5) {
        let many = q.repeat(k);
        let k = f64::from(u32::try_from(k).expect("few"));
        prop_assert!((hhi(&many) - hhi(&q) / k).abs() < 1e-6);
    }

    #[test]
    fn the_bounds_contain_the_truth_whoever_the_others_are(
        named in quantities(),
        hidden in prop::collection::vec(0.1_f64..1.0e6, 1..20),
    ) {
        let total: f64 = named.iter().chain(&hidden).sum();
        let partly = SupplyShares::of(&table(&named, None, Some(hidden.iter().sum())));
        let bounds = Concentration::of(&partly).expect("a supplier").hhi;
        let truth: f64 =
            named.iter().chain(&hidden).map(|q| (100.0 * q / total).powi(2)).sum();
        prop_assert!(bounds.low.points() <= truth + 1e-6 && truth <= bounds.high.points() + 1e-6);
    }

    #[test]
    fn shares_and_what_is_unattributed_make_the_whole(q in quantities(), other in 0.0_f64..1.0e6) {
        let shares = SupplyShares::of(&table(&q, None, Some(other)));
        let named: f64 = shares.ranked.iter().map(|row| row.share.fraction()).sum();
        prop_assert!((named + shares.unattributed.fraction() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn any_scenario_is_a_link_that_leads_somewhere_and_settles(
        view in 0..View::ALL.len(), texts in prop::collection::vec("\\PC{0,60}", 4), seed in "[0-9]{0,12}",
    ) {
        let data = embedded().expect("valid data");
        let text = format!(
            "view={}&scenario={}&against={}&assume={}&alliance={}&seed={seed}",
            View::ALL[view].word(), texts[0], texts[1], texts[2], texts[3],
        );
        let decoded = query::decode(&text, data);
        let again = query::decode(&query::encode(&decoded.state, data), data);
        prop_assert_eq!(again.state, decoded.state);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
    }

    #[test]
    fn every_state_with_a_scenario_survives_its_link(
        view in 0..View::ALL.len(), mineral in 0_usize..1000, table in 0_usize..1000, year in 2015_u16..2030,
        texts in prop::collection::vec(prop::option::of("\\PC{1,60}"), 4), seed in prop::option::of(any::<u32>()),
        steps in 0_usize..10, walked in any::<u8>(),
    ) {
        let data = embedded().expect("valid data");
        let minerals = data.minerals();
        let mineral = data.mineral_by_slug(&minerals[mineral % minerals.len()].slug).expect("a slug");
        let tables = data.tables_of(mineral);
        let held: Vec<Option<Text>> =
            texts.iter().map(|text| text.as_deref().and_then(Text::new)).collect();
        let first = ViewState { view: View::ALL[view], ..ViewState::first(data) };
        let actions = [
            Action::Restore(first),
            Action::SetScenario(held[0]),
            Action::SetAgainst(held[1]),
            Action::SelectMineral(mineral),
            Action::SetAssumptions(held[2]),
            Action::SetSeed(seed),
            Action::SetAlliance(held[3]),
            Action::SelectStep(walked),
            Action::SelectEdition(tables[table % tables.len()].edition),
            Action::SelectYear(year),
        ];
        let state = actions[..=steps]
            .iter()
            .fold(ViewState::first(data), |state, action| state.apply(*action, data));
        let decoded = query::decode(&query::encode(&state, data), data);
        prop_assert_eq!(decoded.state, state);
        prop_assert_eq!(decoded.problems, vec![]);
    }

    #[test]
    fn a_dress_survives_its_link_and_every_intent(
        view in 0..View::ALL.len(), then in 0..View::ALL.len(), part in 0_usize..20,
        flags in prop::collection::vec(prop::sample::select(vec![
            ("plain", "true"), ("static", "1"), ("transparent", "true"), ("fit", "1"), ("controls", "false"),
            ("medium", "true"), ("plain", "false"),
        ]), 0..6),
    ) {
        let data = embedded().expect("valid data");
        let (view, then) = (View::ALL[view], View::ALL[then]);
        let parts: Vec<_> = Presentation::parts(view).chain([WHOLE]).collect();
        let words = [("embed", parts[part % parts.len()])];
        let presentation = Presentation::of(words.into_iter().chain(flags));
        let state = ViewState { view, presentation, ..ViewState::first(data) }.normalised(data);
        prop_assert_eq!(state.presentation, presentation);
        let decoded = query::decode(&query::encode(&state, data), data);
        prop_assert_eq!(decoded.state, state);
        prop_assert_eq!(decoded.problems, vec![]);
        let other = ViewState { view: then, ..ViewState::first(data) };
        for action in [Action::Open(other), Action::Restore(other), Action::SetTheme(Theme::Dark)] {
            let after = state.apply(action, data);
            prop_assert_eq!(after.presentation, presentation.within(after.view));
        }
    }

    #[test]
    fn any_text_is_a_link_that_leads_somewhere_and_settles(text in "\\PC{0,120}") {
        let data = embedded().expect("valid data");
        let decoded = query::decode(&text, data);
        let link = query::encode(&decoded.state, data);
        let again = query::decode(&link, data);
        prop_assert_eq!(again.state, decoded.state);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
    }

    #[test]
    fn every_state_survives_its_link(
        mineral in 0_usize..1000, stage in 0_usize..3, table in 0_usize..1000, country in 0_usize..1000,
        zoom in 1.0_f64..14.0, x in -0.2_f64..1.2, y in -0.2_f64..1.2, steps in 0_usize..7, then in 2000_u16..2100,
    ) {
        let data = embedded().expect("valid data");
        let ids: Vec<MineralId> =
            data.minerals().iter().filter_map(|m| data.mineral_by_slug(&m.slug)).collect();
        let mineral = ids[mineral % ids.len()];
        let tables = data.tables_of(mineral);
        let chosen = &tables[table % tables.len()];
        let countries = data.countries();
        let country = data.country_by_iso3(&countries[country % countries.len()].iso3);
        let actions = [
            Action::SelectMineral(mineral),
            Action::SelectStage(Stage::ALL[stage]),
            Action::SelectEdition(chosen.edition),
            Action::SelectYear(chosen.year),
            Action::SelectCountry(country),
            Action::SetViewport(Viewport::new(zoom, x, y)),
            Action::Compare(country.filter(|_| then % 2 == 0).map(Importer::Country).map_or(
                Some(Compared::Year(then)),
                |importer| Some(Compared::Importer(importer)),
            )),
        ];
        let state = actions[..=steps.min(6)]
            .iter()
            .fold(ViewState::first(data), |state, action| state.apply(*action, data));
        let decoded = query::decode(&query::encode(&state, data), data);
        prop_assert_eq!(decoded.state, state);
        prop_assert_eq!(decoded.problems, vec![]);
    }
}
