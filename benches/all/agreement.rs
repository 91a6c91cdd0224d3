//! Whether both say the same: every figure to 1e-9, and the same figures missing.

use serde_json::Value;

/// The largest difference, of figures above 1 relative to them.
const TOLERANCE: f64 = 1e-9;

/// The figures of a row.
const FIGURES: [&str; 7] = [
    "hhi",
    "hhi_wgi",
    "n_minus_1",
    "import_reliance",
    "ec_supply_risk",
    "geopolrisk",
    "geopolrisk_exact",
];

/// How many differences a message names.
const NAMED: usize = 10;

/// Compares all answers; gives how many figures were compared.
pub fn check(ours: &Value, theirs: &Value) -> Result<usize, String> {
    let (Some(asked), Some(answered)) = (ours.as_object(), theirs.as_object()) else {
        return Err("an answer is no object".to_owned());
    };
    if !asked.keys().eq(answered.keys()) {
        return Err("the two answer different questions".to_owned());
    }
    let (mut compared, mut different) = (0, Vec::new());
    for (question, rows) in asked {
        let (rows, others) = (list(rows), list(&theirs[question]));
        if rows.len() != others.len() {
            different.push(format!(
                "{question}: {} rows against {}",
                rows.len(),
                others.len()
            ));
            continue;
        }
        for (row, other) in rows.iter().zip(others) {
            let place = format!("{question} {} {}", row["mineral"], row["stage"]);
            for key in ["mineral", "stage", "edition"] {
                if row[key] != other[key] {
                    different.push(format!("{place}: {key} is {} there", other[key]));
                }
            }
            for key in FIGURES {
                compared += 1;
                let (figure, peer) = (value(&row[key]), value(&other[key]));
                if !alike(figure, peer) {
                    different.push(format!("{place}: {key} {figure:?} against {peer:?}"));
                }
            }
        }
    }
    if compared == 0 {
        return Err("there was nothing to compare".to_owned());
    }
    if different.is_empty() {
        return Ok(compared);
    }
    let count = different.len();
    different.truncate(NAMED);
    Err(format!(
        "{count} of {compared} figures differ from numpy's:\n{}",
        different.join("\n")
    ))
}

fn list(rows: &Value) -> &[Value] {
    rows.as_array().map_or(&[], Vec::as_slice)
}

/// A figure stands alone, or with its rank beside it.
fn value(figure: &Value) -> Option<f64> {
    figure.get("value").unwrap_or(figure).as_f64()
}

fn alike(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= TOLERANCE * one.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}
