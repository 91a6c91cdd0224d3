//! GeoPolRisk in both forms against the formula written out, over made-up markets.

use adit::risk::geopolrisk::{Inflow, corrected, exact};
use adit::risk::{Absence, Bounded};
use proptest::prelude::*;

const MANY: u32 = 2_000;

type Flow = (bool, Option<f64>, Option<f64>, f64);

/// Partners inside and outside, quantities missing, scores missing.
fn flows() -> impl Strategy<Value = Vec<Flow>> {
    let quantity = prop::option::weighted(0.9, 0.0_f64..1.0e6);
    let score = prop::option::weighted(0.85, -3.2_f64..3.0);
    prop::collection::vec(
        (prop::bool::weighted(0.3), quantity, score, 0.0_f64..1.0e6),
        0..60,
    )
}

fn inflows(flows: &[Flow]) -> Vec<Inflow<usize>> {
    let inflow = |(partner, &(inside, quantity, stability, value)): (usize, &Flow)| Inflow {
        partner,
        inside,
        quantity,
        value: Some(value),
        stability,
    };
    flows.iter().enumerate().map(inflow).collect()
}

const HHI: Result<Bounded<f64>, Absence> = Ok(Bounded {
    value: 0.4,
    low: 0.4,
    high: 0.5,
});

proptest! {
    #![proptest_config(ProptestConfig { cases: MANY, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_form_is_the_published_formula(
        production in prop::collection::vec(0.0_f64..3.0e6, 0..60),
        domestic in prop_oneof![Just(0.0), 0.0_f64..1.0e6],
        flows in flows(),
    ) {
        let measured = exact(&production, domestic, &inflows(&flows));

        let whole: Vec<f64> = production.iter().map(|p| p.floor()).collect();
        let total: f64 = whole.iter().sum();
        let squares: f64 = whole.iter().map(|p| p.powi(2)).sum();
        let hhi = if total == 0.0 { 0.0 } else { squares / total.powi(2) };
        let (mut weighted, mut imports, mut paid) = (0.0, 0.0, 0.0);
        for (inside, quantity, score, value) in &flows {
            let quantity = quantity.unwrap_or(0.0);
            let g = match (inside, score) {
                (true, _) => 0.0,
                (false, None) => 0.5,
                (false, Some(e)) => ((2.5 - e) / 5.0).clamp(0.0, 1.0),
            };
            weighted += g * quantity;
            imports += quantity;
            paid += value;
        }
        let supply = domestic + imports;
        let risk = if supply == 0.0 { 0.0 } else { weighted / supply };
        let price = if imports == 0.0 { 0.0 } else { paid / imports };
        let factor = hhi * risk * price / 0.409_412_948;
        prop_assert!((measured.hhi - hhi).abs() <= 1e-12);
        prop_assert!((measured.import_risk - risk).abs() <= 1e-12);
        prop_assert!((measured.value - hhi * risk).abs() <= 1e-12);
        prop_assert!((measured.characterisation - factor).abs() <= 1e-12 * factor.max(1.0));
        prop_assert!((0.0..=1.0 + 1e-12).contains(&measured.import_risk));
    }

    #[test]
    fn trade_among_members_lowers_the_exact_form_and_leaves_the_corrected_one(
        domestic in 0.0_f64..1.0e6, flows in flows(), among in 1.0_f64..1.0e6,
    ) {
        let before = inflows(&flows);
        let mut after = before.clone();
        after.push(Inflow { partner: 999, inside: true, quantity: Some(among), value: None, stability: Some(0.0) });
        let production = [5.0, 3.0];
        let (one, other) = (exact(&production, domestic, &before), exact(&production, domestic, &after));
        prop_assert!(other.import_risk <= one.import_risk + 1e-12);
        prop_assert_eq!(
            corrected(HHI, Ok(domestic), Ok(&before)),
            corrected(HHI, Ok(domestic), Ok(&after))
        );
    }

    #[test]
    fn the_corrected_bounds_hold_whatever_an_unscored_partner_is(
        domestic in 0.0_f64..1.0e6, flows in flows(), truth in -2.5_f64..2.5,
    ) {
        let unknown = inflows(&flows);
        let known: Vec<_> = unknown
            .iter()
            .map(|flow| Inflow { stability: flow.stability.or(Some(truth)), ..*flow })
            .collect();
        let bounds = corrected(HHI, Ok(domestic), Ok(&unknown)).import_risk;
        let real = corrected(HHI, Ok(domestic), Ok(&known)).import_risk;
        match (bounds, real) {
            (Ok(bounds), Ok(real)) => {
                prop_assert!(bounds.low <= real.value + 1e-12 && real.value <= bounds.high + 1e-12);
                prop_assert!(bounds.high <= 1.0 + 1e-12);
            }
            (bounds, real) => {
                prop_assert_eq!(bounds, Err(Absence::NoSupply));
                prop_assert_eq!(real, Err(Absence::NoSupply));
            }
        }
    }

    #[test]
    fn where_nobody_trades_within_and_all_is_known_both_forms_agree(
        production in prop::collection::vec(1_u32..100_000, 1..30),
        flows in prop::collection::vec((1.0_f64..1.0e6, -2.5_f64..2.5), 1..40),
    ) {
        let production: Vec<f64> = production.into_iter().map(f64::from).collect();
        let flows: Vec<Flow> = flows.into_iter().map(|(q, e)| (false, Some(q), Some(e), 1.0)).collect();
        let flows = inflows(&flows);
        let published = exact(&production, production[0], &flows);
        let same = Bounded { value: published.hhi, low: published.hhi, high: published.hhi };
        let ours = corrected(Ok(same), Ok(production[0]), Ok(&flows)).value.expect("supply");
        prop_assert!((published.value - ours.value).abs() <= 1e-12);
        prop_assert!((ours.low - ours.high).abs() <= 1e-12);
    }

    #[test]
    fn a_worse_partner_never_lowers_either_form(flows in flows(), fall in 0.0_f64..2.0) {
        let before = inflows(&flows);
        let worse: Vec<_> = before
            .iter()
            .map(|flow| Inflow { stability: flow.stability.map(|e| e - fall), ..*flow })
            .collect();
        prop_assert!(exact(&[1.0], 1.0, &worse).value >= exact(&[1.0], 1.0, &before).value - 1e-12);
        let value = |flows| corrected(HHI, Ok(1.0), Ok(flows)).value.map(|score| score.value);
        prop_assert!(value(&worse).expect("supply") >= value(&before).expect("supply") - 1e-12);
    }
}
