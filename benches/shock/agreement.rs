//! Whether both say the same, as far as drawing leaves it open.

use adit::scenario::simulation::{Banded, Risk, Summary};

use crate::numpy::{Figures, Said};

/// How many standard errors of the difference are too many.
const ERRORS: f64 = 4.5;
/// What numpy's single precision, and the tables in which Adit looks up the market, may make of a figure.
const ROUNDING: f64 = 2e-5;

/// Compares the figures over all runs; gives how many were compared.
pub fn check(ours: &Summary, theirs: &Said) -> Result<usize, String> {
    let mut different = Vec::new();
    let mut compared = 0;
    for (name, ours, theirs) in [
        ("world", &ours.world, &theirs.world),
        ("importer", &ours.importer, &theirs.importer),
    ] {
        for (figure, banded, each) in figures(ours, theirs) {
            compared += 1;
            let (mean, error) = mean_and_error(each);
            // Both sides draw, alike often.
            let bound = ERRORS * error * 2.0_f64.sqrt() + ROUNDING;
            let found = banded.pooled;
            if (found - mean).abs() > bound {
                different.push(format!("{name} {figure}: {found} against {mean} ± {error}"));
            }
        }
    }
    if different.is_empty() {
        Ok(compared)
    } else {
        Err(different.join("\n"))
    }
}

/// Figures that are means over all runs. The mean of the worst is one of each draw's worst there and of all runs' here
/// and is compared where the draws are alike.
fn figures<'a>(ours: &Risk, theirs: &'a Figures) -> Vec<(&'static str, Banded, &'a [f64])> {
    let mut figures = vec![
        ("mean", ours.mean, theirs.mean.as_slice()),
        ("worst_year", ours.worst_year, theirs.worst_year.as_slice()),
        ("large_loss", ours.large_loss, theirs.large_loss.as_slice()),
    ];
    let (_, error) = mean_and_error(&theirs.tail_mean);
    if error < 0.002 {
        figures.push(("tail_mean", ours.tail_mean, theirs.tail_mean.as_slice()));
    }
    figures
}

/// The mean over draws, and its standard error.
#[expect(clippy::cast_precision_loss, reason = "a few hundred draws")]
fn mean_and_error(each: &[f64]) -> (f64, f64) {
    let count = each.len() as f64;
    let mean = each.iter().sum::<f64>() / count;
    let variance = each.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, (variance / count).sqrt())
}
