//! The European Commission's supply risk: published cases, and the laws that the formula keeps.

use adit::data::{MixUsed, shipped};
use adit::risk::{Absence, Bounded, EcSupplyRisk, EcTerms, Mixes, ec_supply_risk};
use adit::units::Share;
use proptest::prelude::*;

/// A number as it is printed, and how far the unprinted one may be from it.
#[derive(Clone, Copy)]
struct Printed {
    value: f64,
    half_digit: f64,
    most: f64,
}

impl Printed {
    /// A number of the table, in `unit`: the digits it shows say how it was rounded.
    fn read(text: &str, unit: f64, most: f64) -> Self {
        let value: f64 = text.parse().expect("a number");
        let decimals = text
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        let digits = i32::try_from(decimals).expect("few digits");
        Self {
            value: value / unit,
            half_digit: 0.5 * 0.1_f64.powi(digits) / unit,
            most,
        }
    }

    /// The least, the printed and the largest number that is printed so.
    fn ends(self) -> [f64; 2] {
        let Self {
            value,
            half_digit,
            most,
        } = self;
        [
            (value - half_digit).max(0.0),
            (value + half_digit).min(most),
        ]
    }
}

fn exactly(value: f64) -> Bounded<f64> {
    Bounded {
        value,
        low: value,
        high: value,
    }
}

fn risk([global, sourcing, reliance, recycled, substitution]: [f64; 5]) -> f64 {
    let share = |value: f64| Ok(Share::new(value).expect("a fraction"));
    let risk = EcSupplyRisk::of(EcTerms {
        global: Ok(exactly(global)),
        sourcing: Ok(exactly(sourcing)),
        import_reliance: share(reliance),
        eol_rir: share(recycled),
        substitution_index: share(substitution),
    });
    assert_eq!(risk.mixes, Some(Mixes::Both));
    risk.value.expect("all terms are there").value
}

/// The least and the largest risk over all inputs that are printed alike.
///
/// The formula is linear in each term by itself, so both lie at corners.
fn range(inputs: [Printed; 5]) -> (f64, f64) {
    let corners = (0..32_usize).map(|corner| {
        let mut at = [0.0; 5];
        for (place, input) in inputs.iter().enumerate() {
            at[place] = input.ends()[(corner >> place) & 1];
        }
        risk(at)
    });
    corners.fold((f64::MAX, f64::MIN), |(low, high), risk| {
        (low.min(risk), high.max(risk))
    })
}

#[test]
fn the_fifteen_published_cases_lie_within_the_rounding_of_their_inputs() {
    let mut rows =
        csv::Reader::from_path("tests/golden/ec_supply_risk_2017.csv").expect("the table");
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("a row");
        let inputs = [
            Printed::read(&row[2], 1.0, 10.0),
            Printed::read(&row[3], 1.0, 10.0),
            Printed::read(&row[4], 100.0, 1.0),
            Printed::read(&row[5], 100.0, 1.0),
            Printed::read(&row[6], 1.0, 1.0),
        ];
        let recomputed = risk(inputs.map(|input| input.value));
        let stated = Printed::read(&row[7], 1.0, 10.0);
        assert!(
            (recomputed - stated.value).abs() <= stated.half_digit + 1e-9,
            "{}: {recomputed}, not {}",
            &row[0],
            stated.value
        );
        let (low, high) = range(inputs);
        let [least, most] = Printed::read(&row[8], 1.0, 10.0).ends();
        assert!(
            low <= most && least <= high,
            "{}: {low}..{high} does not meet the printed {least}..{most}",
            &row[0]
        );
        assert!(!row[10].is_empty(), "{} has no citation", &row[0]);
        count += 1;
    }
    assert_eq!(count, 15);
}

#[test]
fn what_was_critical_in_2017_follows_from_both_thresholds() {
    let mut rows =
        csv::Reader::from_path("tests/golden/ec_supply_risk_2017.csv").expect("the table");
    for row in rows.records() {
        let row = row.expect("a row");
        let number = |at: usize| row[at].parse::<f64>().expect("a number");
        // Bauxite and lithium were below the importance of 2.8; the other thirteen were on the list.
        let listed = !["bauxite", "lithium"].contains(&&row[0]);
        assert_eq!(
            ec_supply_risk::is_critical(number(8), number(9)),
            listed,
            "{}",
            &row[0]
        );
    }
}

/// Every material of the study of 2017 whose terms are printed, from the shipped assessments.
#[test]
fn the_study_of_2017_is_reproduced_within_the_rounding_of_what_it_prints() {
    let methods = shipped::methods().expect("shipped methods");
    let (mut count, mut gaps) = (0.0, 0.0);
    for material in methods.assessments().of(2017) {
        for stage in &material.stages {
            let (Some(published), Some(recycled), Some(substitution)) =
                (stage.supply_risk, material.eol_rir_percent, material.si_sr)
            else {
                continue;
            };
            let printed = |value: f64, half_digit: f64, most: f64| Printed {
                value,
                half_digit,
                most,
            };
            let used = stage.used.expect("the study says what it used");
            let (global, sourcing) = match used {
                MixUsed::Both => (stage.hhi_global, stage.hhi_eu),
                MixUsed::GlobalOnly => (stage.hhi_global, stage.hhi_global),
                MixUsed::EuOnly => (stage.hhi_eu, stage.hhi_eu),
            };
            let reliance = match used {
                MixUsed::Both => stage.import_reliance_percent,
                MixUsed::GlobalOnly | MixUsed::EuOnly => Some(0.0),
            };
            let (Some(global), Some(sourcing), Some(reliance)) = (global, sourcing, reliance)
            else {
                continue;
            };
            let inputs = [
                printed(global, 0.05, 10.0),
                printed(sourcing, 0.05, 10.0),
                printed(reliance / 100.0, 0.005, 1.0),
                printed(recycled / 100.0, 0.005, 1.0),
                printed(substitution, 0.05, 1.0),
            ];
            let (low, high) = range(inputs);
            let name = &material.material;
            assert!(
                low <= published + 0.05 && published - 0.05 <= high,
                "{name}: {published}, not {low:.2} to {high:.2}"
            );
            gaps += (risk(inputs.map(|input| input.value)) - published).abs();
            count += 1.0;
        }
    }
    assert!(count >= 75.0, "{count} values");
    let mean: f64 = gaps / count;
    assert!(mean < 0.07, "mean gap {mean:.3} over {count} values");
}

fn terms() -> impl Strategy<Value = [f64; 5]> {
    [0.0_f64..10.0, 0.0..10.0, 0.0..1.0, 0.0..1.0, 0.0..1.0]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_risk_lies_between_those_of_either_mix_alone(at in terms()) {
        let scale = (1.0 - at[3]) * at[4];
        let (one, other) = (at[0] * scale, at[1] * scale);
        let both = risk(at);
        prop_assert!(both >= one.min(other) - 1e-12 && both <= one.max(other) + 1e-12);
    }

    #[test]
    fn the_risk_is_the_formula(at in terms()) {
        let [global, sourcing, reliance, recycled, substitution] = at;
        let formula = (global * reliance / 2.0 + sourcing * (1.0 - reliance / 2.0))
            * (1.0 - recycled) * substitution;
        prop_assert!((risk(at) - formula).abs() <= 1e-12);
    }

    #[test]
    fn more_recycling_and_better_substitutes_never_raise_it(at in terms(), step in 0.0_f64..1.0) {
        let mut recycled = at;
        recycled[3] += (1.0 - at[3]) * step;
        let mut substituted = at;
        substituted[4] *= step;
        prop_assert!(risk(recycled) <= risk(at) + 1e-12);
        prop_assert!(risk(substituted) <= risk(at) + 1e-12);
    }

    #[test]
    fn more_concentration_never_lowers_it(at in terms(), more in 0.0_f64..3.0) {
        for mix in 0..2 {
            let mut raised = at;
            raised[mix] += more;
            prop_assert!(risk(raised) >= risk(at) - 1e-12);
        }
    }

    #[test]
    fn a_ceiling_is_never_below_the_value(at in terms(), missing in 0_usize..3) {
        let share = |value: f64, place: usize, why: Absence| {
            if place == missing { Err(why) } else { Ok(Share::clamped(value)) }
        };
        let risk_without = EcSupplyRisk::of(EcTerms {
            global: Ok(exactly(at[0])),
            sourcing: Ok(exactly(at[1])),
            import_reliance: Ok(Share::clamped(at[2])),
            eol_rir: share(at[3], 0, Absence::NoRecyclingRate),
            substitution_index: share(at[4], 1, Absence::NoSubstitutionIndex),
        });
        prop_assert!(risk_without.ceiling().expect("brackets") >= risk(at) - 1e-12);
        prop_assert_eq!(risk_without.value.is_err(), missing < 2);
        prop_assert_eq!(risk_without.missing().len(), usize::from(missing < 2));
    }
}
