//! The least risky mix and the best partners.

use adit::alliance::{Flaw, Offer, Offers, Role, SHORTAGE_PRICE, Search, Target, Wanted, fewest};
use proptest::prelude::*;

/// Weights and caps as they occur: some governance scores of 0, some caps beyond the whole need, some ties.
fn offers(most: usize) -> impl Strategy<Value = Vec<Offer>> {
    let weight =
        prop_oneof![1 => Just(0.0), 2 => Just(5.0), 1 => 1e-9_f64..1e-3, 8 => 0.01_f64..15.0];
    let cap = prop_oneof![1 => Just(0.0), 1 => Just(2.0), 2 => Just(0.2), 8 => 0.0_f64..0.8];
    let offer = (weight, cap).prop_map(|(weight, cap)| Offer { weight, cap });
    prop::collection::vec(offer, 1..=most)
}

/// Every set of `picks` among the places with the role, by counting.
fn exhaustive(offers: &Offers, roles: &[Role], most: usize) -> Vec<(f64, Vec<usize>)> {
    let places = |role| (0..roles.len()).filter(move |at| roles[*at] == role);
    let open: Vec<usize> = places(Role::Open).collect();
    let required: Vec<usize> = places(Role::Required).collect();
    let picks = most.saturating_sub(required.len()).min(open.len());
    let mut sets = Vec::new();
    for mask in 0_u32..1 << open.len() {
        if mask.count_ones() as usize != picks {
            continue;
        }
        let chosen = open.iter().enumerate();
        let chosen = chosen.filter(|(bit, _)| mask & (1 << bit) != 0);
        let mut partners: Vec<usize> = chosen.map(|(_, at)| *at).collect();
        partners.extend(&required);
        partners.sort_unstable();
        let risk = offers.risk(|at| roles[at] == Role::Own || partners.contains(&at));
        sets.push((risk, partners));
    }
    sets.sort_by(|a, b| a.0.total_cmp(&b.0));
    sets
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        10 => Just(Role::Open),
        1 => Just(Role::Own),
        1 => Just(Role::Required),
        1 => Just(Role::Excluded),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_least_risky_mix_meets_every_condition_of_optimality(offers in offers(40)) {
        let offers = Offers::new(&offers);
        let mix = offers.mix(|_| true);
        let sum: f64 = mix.shares.iter().sum();
        prop_assert!((sum + mix.shortage - 1.0).abs() < 1e-9, "shares add up to {sum}");
        prop_assert!(mix.shortage >= 0.0 && mix.multiplier <= SHORTAGE_PRICE);
        if mix.shortage > 1e-9 {
            prop_assert!((mix.multiplier - SHORTAGE_PRICE).abs() < 1e-9);
        }
        for (offer, share) in offers.all().iter().zip(&mix.shares) {
            prop_assert!((0.0..=offer.cap + 1e-12).contains(share));
            let marginal = 2.0 * offer.weight * share;
            // Nobody could send more at less than the last part costs, and nobody sends what costs more.
            if offer.cap - share > 1e-9 {
                prop_assert!(marginal > mix.multiplier - 1e-9, "{marginal} < {}", mix.multiplier);
            }
            if *share > 1e-9 {
                prop_assert!(marginal < mix.multiplier + 1e-9, "{marginal} > {}", mix.multiplier);
            }
        }
        let squares = offers.all().iter().zip(&mix.shares).map(|(offer, s)| offer.weight * s * s);
        let risk = squares.sum::<f64>() + SHORTAGE_PRICE * mix.shortage;
        prop_assert!((risk - mix.risk).abs() < 1e-9);
    }

    #[test]
    fn no_mix_that_moves_a_little_from_one_supplier_to_another_is_less_risky(
        offers in offers(12), from in 0_usize..12, to in 0_usize..12, part in 0.0_f64..1.0,
    ) {
        let offers = Offers::new(&offers);
        let mix = offers.mix(|_| true);
        let (from, to) = (from % mix.shares.len(), to % mix.shares.len());
        let room = (offers.all()[to].cap - mix.shares[to]).max(0.0);
        let moved = part * mix.shares[from].min(room);
        let mut shares = mix.shares.clone();
        shares[from] -= moved;
        shares[to] += moved;
        let squares = offers.all().iter().zip(&shares).map(|(offer, s)| offer.weight * s * s);
        prop_assert!(squares.sum::<f64>() + SHORTAGE_PRICE * mix.shortage >= mix.risk - 1e-9);
    }

    #[test]
    fn another_partner_never_raises_the_risk(offers in offers(12), left_out in 0_usize..12) {
        let offers = Offers::new(&offers);
        let fewer = offers.risk(|at| at != left_out);
        prop_assert!(offers.risk(|_| true) <= fewer + 1e-9);
    }

    #[test]
    fn branch_and_bound_finds_what_counting_finds(
        cases in prop::collection::vec(role(), 14).prop_flat_map(|roles| (offers(14), Just(roles))),
        most in 0_usize..7,
    ) {
        let (offers, mut roles) = cases;
        roles.truncate(offers.len());
        let offers = Offers::new(&offers);
        let sets = exhaustive(&offers, &roles, most);
        let wanted = Wanted { most, tolerance: 0.05, listed: 10_000 };
        let outcome = Search::new(offers.clone(), &roles, wanted).finish();
        let best = sets[0].0;
        prop_assert!((outcome.best.risk - best).abs() < 1e-9, "{} for {best}", outcome.best.risk);
        prop_assert!((outcome.bound - outcome.best.risk).abs() < 1e-9);
        prop_assert_eq!(outcome.certificate.check(&offers), Ok(()));
        // Every set within the tolerance is listed, but for those on its very edge.
        let clearly = sets.iter().filter(|(risk, _)| *risk < best * 1.05 - 1e-9).count();
        let roughly = sets.iter().filter(|(risk, _)| *risk <= best * 1.05 + 1e-9).count();
        let listed = outcome.alternatives.len() + 1;
        prop_assert!((clearly..=roughly).contains(&listed), "{listed} of {clearly} to {roughly}");
    }

    #[test]
    fn with_one_partner_fewer_the_target_is_missed(offers in offers(10), target in 0.2_f64..1.0) {
        let roles = vec![Role::Open; offers.len()];
        let offers = Offers::new(&offers);
        let largest = |picks: usize| {
            let mut caps: Vec<f64> = offers.all().iter().map(|offer| offer.cap.min(target)).collect();
            caps.sort_by(|a, b| b.total_cmp(a));
            caps.iter().take(picks).sum::<f64>()
        };
        match fewest(&offers, &roles, Target { largest: target, risk: None }) {
            Some(found) => {
                prop_assert!(found.mix.shares.iter().all(|share| *share <= target + 1e-9));
                prop_assert!((found.mix.shares.iter().sum::<f64>() - 1.0).abs() < 1e-8);
                let fewer = found.partners.len() - 1;
                prop_assert!(largest(fewer) < 1.0 + 1e-9, "{fewer} would do");
            }
            None => prop_assert!(largest(offers.all().len()) < 1.0 + 1e-9),
        }
    }

    #[test]
    fn a_search_in_slices_ends_where_one_without_pause_does(offers in offers(14), slice in 1_usize..5) {
        let roles = vec![Role::Open; offers.len()];
        let offers = Offers::new(&offers);
        let whole = Search::new(offers.clone(), &roles, Wanted::with_alternatives(4)).finish();
        let mut search = Search::new(offers, &roles, Wanted::with_alternatives(4));
        let mut bound = 0.0;
        while !search.advance(slice) {
            prop_assert!(search.bound() <= whole.best.risk + 1e-9, "the bound holds on the way");
            let best = search.best().map_or(f64::INFINITY, |best| best.risk);
            prop_assert!(best >= whole.best.risk - 1e-9);
            bound = f64::max(bound, search.bound());
        }
        prop_assert!(bound <= whole.best.risk + 1e-9);
        prop_assert_eq!(search.outcome(), whole);
    }
}

fn ten() -> (Offers, Vec<Role>) {
    let offers = (1_u32..=10).map(|place| Offer {
        weight: f64::from(place),
        cap: 0.3,
    });
    (
        Offers::new(&offers.collect::<Vec<_>>()),
        vec![Role::Open; 10],
    )
}

#[test]
fn a_certificate_with_a_hole_or_a_better_claim_is_refused() {
    let (offers, roles) = ten();
    let outcome = Search::new(offers.clone(), &roles, Wanted::best(4)).finish();
    assert_eq!(outcome.certificate.check(&offers), Ok(()));

    let mut hole = outcome.certificate.clone();
    hole.closed.pop();
    assert_eq!(hole.check(&offers), Err(Flaw::Uncovered));

    let mut loose = outcome.certificate.clone();
    loose.limit += 0.5;
    assert!(matches!(loose.check(&offers), Err(Flaw::Loose { .. })));

    let mut misstated = outcome.certificate;
    misstated.listed[0].risk -= 0.1;
    assert!(matches!(
        misstated.check(&offers),
        Err(Flaw::Misstated { .. })
    ));
}

#[test]
fn required_partners_are_in_and_excluded_ones_out() {
    let (offers, mut roles) = ten();
    roles[9] = Role::Required;
    roles[0] = Role::Excluded;
    let outcome = Search::new(offers, &roles, Wanted::best(4)).finish();
    assert_eq!(outcome.best.partners, [1, 2, 3, 9]);
}

#[test]
fn a_risk_to_be_reached_asks_for_more_partners_than_the_need_alone() {
    let (offers, roles) = ten();
    let partners = |risk| {
        let target = Target {
            largest: 0.65,
            risk,
        };
        fewest(&offers, &roles, target).map(|found| found.partners.len())
    };
    assert_eq!(partners(None), Some(4));
    let four = Search::new(offers.clone(), &roles, Wanted::best(4))
        .finish()
        .best
        .risk;
    assert_eq!(partners(Some(four)), Some(4));
    assert!(partners(Some(0.8 * four)) > Some(4));
    assert_eq!(partners(Some(0.01)), None);
}

#[test]
fn as_many_are_taken_as_there_are_and_none_where_none_are_wanted() {
    let (offers, roles) = ten();
    let all = Search::new(offers.clone(), &roles, Wanted::best(99)).finish();
    assert_eq!(all.best.partners.len(), 10);
    let none = Search::new(offers, &roles, Wanted::best(0)).finish();
    assert!(none.best.partners.is_empty());
    assert!((none.best.risk - SHORTAGE_PRICE).abs() < 1e-12);
}
