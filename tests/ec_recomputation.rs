//! The Commission's assessment of 2023 beside its recomputation: how far they agree, and why not where they do not.
//!
//! `cargo xtask data` makes the table; that it is what the tables of figures make is checked with the other made files.

use std::fs;

/// A gap beyond this must have a reason.
const LARGER: f64 = 0.25;

struct Row {
    name: String,
    published: Option<f64>,
    recomputed: Option<f64>,
    same_side: Option<bool>,
    reason: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string("data/ec_supply_risk_2023.csv").expect("the table is shipped");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows = rows.records().map(|row| {
        let row = row.expect("a row");
        Row {
            name: format!("{} {}", &row[0], &row[1]),
            published: row[3].parse().ok(),
            recomputed: row[4].parse().ok(),
            same_side: (!row[6].is_empty()).then(|| &row[6] == "yes"),
            reason: row[7].to_owned(),
        }
    });
    rows.collect()
}

fn compared() -> Vec<(f64, f64)> {
    let rows = rows().into_iter();
    rows.filter_map(|row| Some((row.published?, row.recomputed?)))
        .collect()
}

/// Places in rising order; equal values share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let count = |test: &dyn Fn(f64) -> bool| {
        let found = values.iter().filter(|value| test(**value)).count();
        f64::from(u32::try_from(found).expect("few"))
    };
    let place = |value: &f64| {
        let below = count(&|other| other < *value);
        let equal = count(&|other| other.to_bits() == value.to_bits());
        below + f64::midpoint(equal, 1.0)
    };
    values.iter().map(place).collect()
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let count = f64::from(u32::try_from(one.len()).expect("few"));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count;
    let (a, b) = (mean(one), mean(other));
    let product: f64 = one.iter().zip(other).map(|(x, y)| (x - a) * (y - b)).sum();
    let square = |values: &[f64], mean: f64| values.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
    product / (square(one, a) * square(other, b)).sqrt()
}

#[test]
fn the_order_of_the_published_values_is_kept() {
    let pairs = compared();
    assert!(
        pairs.len() >= 106,
        "only {} values are compared",
        pairs.len()
    );
    let (published, recomputed): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let spearman = correlation(&ranks(&published), &ranks(&recomputed));
    assert!(spearman >= 0.96, "rank correlation {spearman:.4}");
}

#[test]
fn most_materials_stay_on_their_side_of_the_threshold() {
    let sides: Vec<bool> = rows().iter().filter_map(|row| row.same_side).collect();
    assert_eq!(sides.len(), compared().len());
    let count = |of: usize| f64::from(u32::try_from(of).expect("few"));
    let agreed = count(sides.iter().filter(|same| **same).count()) / count(sides.len());
    assert!(agreed >= 0.92, "{:.1} % agree", 100.0 * agreed);
}

#[test]
fn half_of_the_gaps_are_within_two_tenths() {
    let mut gaps: Vec<f64> = compared()
        .iter()
        .map(|(one, other)| (one - other).abs())
        .collect();
    gaps.sort_by(f64::total_cmp);
    let median = gaps[gaps.len() / 2];
    assert!(median <= 0.2, "median gap {median:.2}");
}

#[test]
fn every_larger_gap_and_everything_not_compared_has_its_reason() {
    let mut explained = 0;
    for row in rows() {
        let gap = row
            .published
            .zip(row.recomputed)
            .map(|(one, other)| (one - other).abs());
        // The table is rounded to a hundredth, which may carry a gap across the limit.
        let larger = gap.is_none_or(|gap| gap > LARGER + 0.01) || row.same_side == Some(false);
        assert!(
            !larger || !row.reason.is_empty(),
            "{} has no reason",
            row.name
        );
        explained += usize::from(!row.reason.is_empty());
    }
    assert!(explained > 0);
}
