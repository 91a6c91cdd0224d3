//! The frontier between risk and burden, and what burdens are read from.

use adit::alliance::{Offer, Offers, SHORTAGE_PRICE, Weighed, burden};
use adit::data::embedded;
use proptest::prelude::*;

/// Offers with burdens as they occur: some that count nothing, some caps beyond the need, some that burden nobody.
fn offers(most: usize) -> impl Strategy<Value = Vec<(f64, f64, f64)>> {
    let weight = prop_oneof![1 => Just(0.0), 2 => Just(5.0), 8 => 0.01_f64..15.0];
    let cap = prop_oneof![1 => Just(0.0), 1 => Just(2.0), 2 => Just(0.2), 8 => 0.0_f64..0.8];
    let burden = prop_oneof![1 => Just(0.0), 1 => Just(1.0), 2 => Just(0.5), 8 => 0.0_f64..1.0];
    prop::collection::vec((weight, cap, burden), 1..=most)
}

fn lambda() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 4 => 0.0_f64..5.0, 2 => 5.0_f64..300.0]
}

fn weighed(all: &[(f64, f64, f64)]) -> (Offers, Weighed) {
    let offers: Vec<Offer> = all
        .iter()
        .map(|&(weight, cap, _)| Offer { weight, cap })
        .collect();
    let offers = Offers::new(&offers);
    let burdens: Vec<f64> = all.iter().map(|&(.., burden)| burden).collect();
    let weighed = Weighed::new(&offers, &burdens);
    (offers, weighed)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mix_of_the_frontier_meets_every_condition_of_optimality(all in offers(40), lambda in lambda()) {
        let (offers, weighed) = weighed(&all);
        let mix = weighed.mix(lambda);
        let sum: f64 = mix.shares.iter().sum();
        prop_assert!((sum + mix.shortage - 1.0).abs() < 1e-9, "shares add up to {sum}");
        prop_assert!(mix.multiplier <= SHORTAGE_PRICE + lambda + 1e-9);
        if mix.shortage > 1e-9 {
            prop_assert!((mix.multiplier - SHORTAGE_PRICE - lambda).abs() < 1e-9);
        }
        for ((offer, share), (.., burden)) in offers.all().iter().zip(&mix.shares).zip(&all) {
            prop_assert!((-1e-12..=offer.cap + 1e-12).contains(share));
            // What one more part would cost; less than μ only for who sends all, more only for who sends nothing.
            let marginal = 2.0 * offer.weight * share + lambda * burden;
            if *share > 1e-9 {
                prop_assert!(marginal <= mix.multiplier + 1e-9, "{marginal} above {}", mix.multiplier);
            }
            if *share < offer.cap - 1e-9 {
                prop_assert!(marginal >= mix.multiplier - 1e-9, "{marginal} below {}", mix.multiplier);
            }
        }
    }

    #[test]
    fn without_a_price_of_burden_it_is_the_least_risky_mix(all in offers(40)) {
        let (offers, weighed) = weighed(&all);
        let (plain, mix) = (offers.mix(|_| true), weighed.mix(0.0));
        prop_assert!((plain.risk - mix.risk).abs() < 1e-9, "{} and {}", plain.risk, mix.risk);
        prop_assert!((plain.shortage - mix.shortage).abs() < 1e-9);
        for (one, other) in plain.shares.iter().zip(&mix.shares) {
            prop_assert!((one - other).abs() < 1e-9, "{one} and {other}");
        }
    }

    #[test]
    fn along_the_frontier_the_burden_never_rises_and_the_risk_never_falls(all in offers(30)) {
        let (_, weighed) = weighed(&all);
        let frontier = weighed.frontier();
        prop_assert!(!frontier.is_empty());
        for pair in frontier.windows(2) {
            prop_assert!(pair[0].lambda < pair[1].lambda);
            prop_assert!(pair[1].burden <= pair[0].burden + 1e-9);
            prop_assert!(pair[1].risk >= pair[0].risk - 1e-9);
        }
    }

    #[test]
    fn going_without_spares_nobody(all in offers(20), lambda in lambda()) {
        let (offers, weighed) = weighed(&all);
        prop_assert!((weighed.mix(lambda).shortage - offers.mix(|_| true).shortage).abs() < 1e-9);
    }

    #[test]
    fn no_mix_of_the_frontier_has_a_better_adjusted_effect(
        all in offers(20), weight in 0.0_f64..40.0, present in 0.0_f64..1.0,
    ) {
        let (_, weighed) = weighed(&all);
        let cost = |mix: &adit::alliance::FrontierMix| {
            mix.risk + weight * (mix.burden - present).max(0.0)
        };
        let chosen = cost(&weighed.adjusted(weight, present));
        for mix in weighed.frontier() {
            prop_assert!(chosen <= cost(&mix) + 1e-6, "{chosen} against {} at {}", cost(&mix), mix.lambda);
        }
    }
}

#[test]
fn two_equal_suppliers_part_by_their_burden() {
    // Interior: 2·4·s₁ + λ = 2·4·s₂, so that s₂ − s₁ = λ/8.
    let (_, weighed) = weighed(&[(4.0, 1.0, 1.0), (4.0, 1.0, 0.0)]);
    let mix = weighed.mix(2.0);
    assert!((mix.shares[1] - mix.shares[0] - 0.25).abs() < 1e-12);
    assert!((mix.burden - 0.375).abs() < 1e-12);
    // From λ = 8 on nothing comes from who burdens.
    assert!(weighed.mix(8.5).burden.abs() < 1e-12);
}

#[test]
fn every_shipped_value_lies_on_its_indicators_scale_and_who_has_none_gives_bounds() {
    let data = embedded().expect("valid data");
    let burdens = burden::embedded(data).expect("tables");
    assert!(burdens.indicators.len() >= 4);
    let at = burdens.position("hdi").expect("an indicator");
    let norway = data.country_by_iso3("NOR").expect("a country");
    let congo = data.country_by_iso3("COD").expect("a country");
    assert!(burdens.of(at, norway) < burdens.of(at, congo));
    let caledonia = data.country_by_iso3("NCL").expect("a country");
    for indicator in 0..burdens.indicators.len() {
        assert_eq!(burdens.of(indicator, caledonia), None);
        let known = data.countries().iter().filter(|country| {
            let id = data.country_by_iso3(&country.iso3).expect("a country");
            burdens
                .of(indicator, id)
                .is_some_and(|b| (0.0..=1.0).contains(&b))
        });
        assert!(known.count() > 150);
    }
    let half = [(norway, 0.5), (caledonia, 0.25)];
    let between = burdens.of_mix(at, half.into_iter(), 0.25);
    let known = 0.5 * burdens.of(at, norway).expect("a value");
    assert!((between.low - known).abs() < 1e-12);
    assert!((between.high - known - 0.5).abs() < 1e-12);
}

#[test]
fn a_broken_table_of_burdens_says_where() {
    let data = embedded().expect("valid data");
    let indicators = "id,name,measure,year,unit,lightest,heaviest,licence,source,evidence,note\n\
        x,X,X,2022,index,1,0,L,S,secondary,\n";
    let read = |values| {
        burden::read(indicators, values, data)
            .expect_err("broken")
            .to_string()
    };
    assert!(read("iso3,x\nNOR,2\n").contains("NOR"));
    assert!(read("iso3,x\nNOR,much\n").contains("much"));
    assert!(read("iso3,x\nQQQ,0.5\n").contains("QQQ"));
}
