//! What an alliance changes, and what it cannot.

use adit::alliance::effect::{Assumed, Effect, Supplier, redundancy};
use proptest::prelude::*;

/// Suppliers whose shares add up to 1; with and without agreements, some inside the importer.
fn suppliers() -> impl Strategy<Value = Vec<Supplier<usize>>> {
    let one = (
        0.0_f64..1.0,
        0.1_f64..12.0,
        prop::bool::weighted(0.2),
        prop::option::of(0.0_f64..1.0),
        0.0_f64..0.6,
        prop_oneof![3 => Just(0.0), 1 => 0.0_f64..0.2],
    );
    let one = one.prop_map(|(share, weight, inside, bound, room, project)| Supplier {
        country: 0,
        share,
        weight,
        inside,
        bound: bound.filter(|_| !inside),
        cap: room,
        project,
    });
    prop::collection::vec(one, 1..12).prop_map(|mut suppliers| {
        let whole: f64 = suppliers.iter().map(|one| one.share).sum();
        for (country, supplier) in suppliers.iter_mut().enumerate() {
            supplier.country = country;
            supplier.share /= whole.max(1e-9);
            supplier.cap += supplier.share;
        }
        suppliers
    })
}

fn assumed() -> impl Strategy<Value = Assumed> {
    (0.0_f64..1.0, 0.0_f64..1.0).prop_map(|(eta, movable)| Assumed { eta, movable })
}

/// Every supplier, changed in the same way.
fn each(
    suppliers: &[Supplier<usize>],
    change: impl Fn(&mut Supplier<usize>),
) -> Vec<Supplier<usize>> {
    let mut changed = suppliers.to_vec();
    changed.iter_mut().for_each(change);
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_channels_add_up_and_none_raises_the_risk(suppliers in suppliers(), assumed in assumed()) {
        let effect = Effect::of(&suppliers, &assumed);
        let sum = effect.willingness + effect.resourcing + effect.capacity;
        prop_assert!((sum - effect.gain()).abs() < 1e-9);
        prop_assert!(effect.gain() > -1e-9 && effect.after > -1e-9);
        prop_assert!(effect.willingness > -1e-9);
        prop_assert!(effect.resourcing > -1e-9 && effect.capacity > -1e-9);
        let bought: f64 = effect.shares.iter().sum();
        prop_assert!((bought - suppliers.iter().map(|one| one.share).sum::<f64>()).abs() < 1e-9);
        let moved: f64 = suppliers
            .iter()
            .zip(&effect.shares)
            .map(|(supplier, share)| (share - supplier.share).max(0.0))
            .sum();
        prop_assert!(moved <= assumed.movable + 1e-9);
    }

    #[test]
    fn an_agreement_that_changes_nothing_changes_no_number(suppliers in suppliers(), assumed in assumed()) {
        let empty = each(&suppliers, |one| {
            one.bound = Some(0.0).filter(|_| !one.inside);
            one.cap = one.share;
            one.project = 0.0;
        });
        let none = each(&empty, |one| one.bound = None);
        let (empty, none) = (Effect::of(&empty, &assumed), Effect::of(&none, &assumed));
        prop_assert_eq!(&empty, &none);
        prop_assert!(empty.gain().to_bits() == 0 && empty.after.to_bits() == empty.before.to_bits());
    }

    #[test]
    fn a_blocs_own_trade_changes_no_risk(suppliers in suppliers(), assumed in assumed()) {
        // What members promise one another, and what they could send one another, is nobody's new supply.
        let promised = each(&suppliers, |one| {
            if one.inside {
                one.cap = 1.0;
                one.project = 0.1;
            }
        });
        prop_assert_eq!(Effect::of(&promised, &assumed), Effect::of(&suppliers, &assumed));
    }

    #[test]
    fn importers_without_producers_gain_nothing_by_resourcing_and_capacity(
        suppliers in suppliers(), assumed in assumed(), members in 1_usize..4,
    ) {
        let mut allied = each(&suppliers, |one| one.bound = None);
        for country in 0..members {
            allied.push(Supplier {
                country: 100 + country, share: 0.0, weight: 1.0, inside: false, bound: Some(0.6), cap: 0.0, project: 0.0,
            });
        }
        let effect = Effect::of(&allied, &assumed);
        prop_assert!(effect.resourcing.to_bits() == 0 && effect.capacity.to_bits() == 0);
        prop_assert!(effect.gain().to_bits() == 0);
    }

    #[test]
    fn a_deeper_agreement_never_helps_less(suppliers in suppliers(), assumed in assumed()) {
        let deeper = each(&suppliers, |one| one.bound = one.bound.map(|bound| f64::midpoint(1.0, bound)));
        let willing = |suppliers: &[Supplier<usize>]| {
            let still = Assumed { movable: 0.0, ..assumed };
            Effect::of(suppliers, &still).gain()
        };
        prop_assert!(willing(&deeper) >= willing(&suppliers) - 1e-12);
    }

    #[test]
    fn no_other_move_within_the_limit_is_less_risky(
        suppliers in suppliers(), assumed in assumed(), part in 0.0_f64..1.0,
    ) {
        let effect = Effect::of(&suppliers, &assumed);
        let room = |place: usize| {
            let one = &suppliers[place];
            let most = one.bound.map_or(one.share, |_| one.share.max(one.cap) + one.project);
            (most - effect.shares[place]).max(0.0)
        };
        let outside: Vec<usize> = (0..suppliers.len()).filter(|place| !suppliers[*place].inside).collect();
        for &from in &outside {
            for &to in outside.iter().filter(|to| **to != from) {
                let mut shares = effect.shares.clone();
                let moved = part * shares[from].min(room(to));
                shares[from] -= moved;
                shares[to] += moved;
                let gained = suppliers.iter().zip(&shares).map(|(one, share)| (share - one.share).max(0.0));
                if gained.sum::<f64>() > assumed.movable {
                    continue;
                }
                let weight = |one: &Supplier<usize>| one.weight * (1.0 - assumed.eta * one.bound.unwrap_or(0.0));
                let squares = suppliers.iter().zip(&shares).map(|(one, share)| weight(one) * share * share);
                let risk: f64 = squares.sum();
                prop_assert!(risk >= effect.after - 1e-9, "{risk} < {}", effect.after);
            }
        }
    }

    #[test]
    fn redundancy_lies_between_nothing_and_all_but_one(
        agreements in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..5), 1..6),
    ) {
        let agreements: Vec<Vec<usize>> =
            agreements.into_iter().map(|partners| partners.into_iter().collect()).collect();
        if let Some(found) = redundancy(&agreements, |_| 0.1) {
            let count = f64::from(u32::try_from(agreements.len()).expect("few"));
            prop_assert!(found >= -1e-12 && found <= 1.0 - 1.0 / count + 1e-12);
        }
    }
}
