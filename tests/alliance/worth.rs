//! Shapley's attribution: its laws, and how far a sample is from it.

use adit::alliance::{Offer, Offers, shapley};
use proptest::prelude::*;

fn offers() -> impl Strategy<Value = Offers> {
    let offer = (0.5_f64..12.0, 0.02_f64..0.7).prop_map(|(weight, cap)| Offer { weight, cap });
    prop::collection::vec(offer, 2..9).prop_map(|offers| Offers::new(&offers))
}

/// What some partners spare: the fall of the risk from nobody's.
fn spared(offers: &Offers) -> impl Fn(&[bool]) -> f64 + '_ {
    let nobody = offers.risk(|_| false);
    move |inside| nobody - offers.risk(|at| inside[at])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_worths_add_up_to_what_all_are_worth_together(offers in offers()) {
        let value = spared(&offers);
        let members = offers.all().len();
        let all = value(&vec![true; members]);
        let exact: f64 = shapley::exact(members, &value).iter().map(|worth| worth.value).sum();
        prop_assert!((exact - all).abs() < 1e-9);
        let sampled: f64 = shapley::sampled(members, 20, 3, &value).iter().map(|worth| worth.value).sum();
        prop_assert!((sampled - all).abs() < 1e-9);
    }

    #[test]
    fn equal_partners_are_worth_the_same(offers in offers()) {
        let mut twins = offers.all().to_vec();
        twins.push(twins[0]);
        let twins = Offers::new(&twins);
        let worth = shapley::exact(twins.all().len(), spared(&twins));
        prop_assert!((worth[0].value - worth[worth.len() - 1].value).abs() < 1e-9);
    }

    #[test]
    fn a_partner_with_nothing_to_send_is_worth_nothing(offers in offers()) {
        let mut all = offers.all().to_vec();
        all.push(Offer { weight: 1.0, cap: 0.0 });
        let all = Offers::new(&all);
        for worth in [
            shapley::exact(all.all().len(), spared(&all)),
            shapley::sampled(all.all().len(), 10, 5, spared(&all)),
        ] {
            let last = worth[worth.len() - 1];
            prop_assert!(last.value.abs() < 1e-9 && last.standard_error.abs() < 1e-6);
        }
    }

    #[test]
    fn a_sample_lies_within_its_stated_error_of_the_exact_worth(offers in offers(), seed in 0_u64..1000) {
        let value = spared(&offers);
        let members = offers.all().len();
        let exact = shapley::exact(members, &value);
        let sampled = shapley::sampled(members, 300, seed, &value);
        for (exact, sampled) in exact.iter().zip(sampled) {
            let gap = (exact.value - sampled.value).abs();
            // Five standard errors: one miss in a million, were the means normal.
            prop_assert!(gap <= 5.0 * sampled.standard_error + 1e-9, "{gap} for {}", sampled.standard_error);
        }
    }
}

#[test]
fn the_error_shrinks_with_the_root_of_the_sample() {
    let offers: Vec<Offer> = (1_u32..=8)
        .map(|place| Offer {
            weight: f64::from(place),
            cap: 0.25,
        })
        .collect();
    let offers = Offers::new(&offers);
    let error = |pairs| shapley::sampled(8, pairs, 1, spared(&offers))[0].standard_error;
    let ratio = error(100) / error(1600);
    assert!((2.5..6.0).contains(&ratio), "four is expected: {ratio}");
}

#[test]
fn many_partners_are_sampled_and_few_are_not() {
    let one = |_: &[bool]| 0.0;
    assert_eq!(shapley::worth(3, one).len(), 3);
    let many = shapley::worth(40, |inside| {
        inside.iter().filter(|is_in| **is_in).map(|_| 1.0).sum()
    });
    assert!(many.iter().all(|worth| (worth.value - 1.0).abs() < 1e-9));
}
