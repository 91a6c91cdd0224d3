//! What a simulation comes to, for readers: key figures with bands, a histogram, use over the months.

use super::{KeyFigure, LossDistribution, PathLine};
use crate::i18n::number::{percent, quantity, tenth};
use crate::i18n::{ShockWords, SimulationWords, WorldRisk};
use crate::scenario::simulation::{Banded, Risk, Summary};
use crate::units::Share;

/// What a simulation comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulated {
    /// The key figures, the importer's.
    pub keys: Vec<KeyFigure>,
    /// What they rest on.
    pub rests_on: String,
    /// The same for the world, in a sentence.
    pub world: String,
    /// How large the loss of the worst year may be.
    pub losses: LossDistribution,
    /// The same as a table: a step of loss, the part of the paths in it.
    pub rows: Vec<(String, String)>,
    /// Mean use month after month, and between which bounds it lies for 90 % of the drawn parameters.
    pub monthly: (PathLine, Vec<(f64, f64)>),
}

impl Simulated {
    /// A simulation's summary for readers.
    #[must_use]
    pub fn build(summary: &Summary, importer: &str, words: &ShockWords) -> Self {
        let in_model = words.results.in_model;
        let words = &words.simulation;
        let worst = round(1.0 - summary.level);
        let paths = f64::from(summary.outer) * f64::from(summary.inner);
        let losses = losses(&summary.importer, &worst, words);
        let risk = &summary.importer;
        let monthly = risk.monthly.iter();
        Self {
            keys: keys(risk, &worst, in_model, words),
            rests_on: (words.rests_on)(importer, &quantity(paths), summary.seed),
            world: (words.world)(WorldRisk {
                mean: &lost(summary.world.mean.pooled),
                chance: &lost(summary.world.large_loss.pooled),
                conditional: &lost(summary.world.tail_mean.pooled),
                worst: &worst,
            }),
            rows: rows(&losses, words),
            losses,
            monthly: (
                PathLine {
                    name: words.mean_line.to_owned(),
                    use_left: monthly.clone().map(|use_left| use_left.pooled).collect(),
                },
                monthly
                    .map(|use_left| (use_left.low, use_left.high))
                    .collect(),
            ),
        }
    }
}

/// A part as it reads; what is gained is no loss.
fn lost(part: f64) -> String {
    percent(Share::clamped(part))
}

/// The same without a decimal that says nothing.
fn round(part: f64) -> String {
    lost(part).replace(".0%", "%")
}

fn keys(
    risk: &Risk,
    worst: &str,
    in_model: &'static str,
    words: &SimulationWords,
) -> Vec<KeyFigure> {
    let key = |id, name, figure: Banded, reads: fn(f64) -> String, what: Option<String>| {
        let band = (words.band)(&reads(figure.low), &reads(figure.high));
        let meaning = what.into_iter().chain([band, in_model.to_owned()]);
        KeyFigure {
            id,
            name,
            value: reads(figure.pooled),
            meaning: meaning.collect(),
        }
    };
    let longest = key("longest", words.longest, risk.longest, tenth, None);
    let (exceeded, mean_of) = ((words.exceeded_by)(worst), (words.mean_of)(worst));
    let (var, tail) = (risk.value_at_risk, risk.tail_mean);
    vec![
        key("simulated_mean", words.mean, risk.mean, lost, None),
        key("large_loss", words.chance, risk.large_loss, lost, None),
        key(
            "value_at_risk",
            words.value_at_risk,
            var,
            lost,
            Some(exceeded),
        ),
        key("tail_mean", words.conditional, tail, lost, Some(mean_of)),
        KeyFigure {
            value: (words.months)(&longest.value),
            ..longest
        },
    ]
}

fn losses(risk: &Risk, worst: &str, words: &SimulationWords) -> LossDistribution {
    let (eta, mean) = (risk.value_at_risk.pooled, risk.tail_mean.pooled);
    LossDistribution {
        parts: risk.histogram.clone(),
        value_at_risk: eta,
        conditional: mean,
        names: [(words.value_at_risk, eta), (words.conditional, mean)]
            .map(|(name, loss)| format!("{name}: {}", lost(loss))),
        across: words.across,
        summary: (words.summary)(&lost(mean), worst),
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps of an axis are few")]
fn rows(losses: &LossDistribution, words: &SimulationWords) -> Vec<(String, String)> {
    let steps = losses.parts.len() as f64;
    let parts = losses.parts.iter().enumerate().take(losses.shown());
    parts
        .map(|(at, part)| {
            let end = |at: usize| round(at as f64 / steps);
            ((words.step)(&end(at), &end(at + 1)), lost(*part))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::EN_SHOCK;

    fn banded(pooled: f64) -> Banded {
        Banded {
            pooled,
            low: pooled / 2.0,
            high: pooled * 2.0,
        }
    }

    fn risk(mean: f64) -> Risk {
        let mut histogram = vec![0.0; 50];
        (histogram[0], histogram[10]) = (0.75, 0.25);
        Risk {
            mean: banded(mean),
            worst_year: banded(0.1),
            large_loss: banded(0.25),
            value_at_risk: banded(0.2),
            tail_mean: banded(0.21),
            longest: banded(8.04),
            histogram,
            monthly: vec![banded(0.4); 120],
        }
    }

    fn built() -> Simulated {
        let summary = Summary {
            world: risk(0.031),
            importer: risk(-0.002),
            level: 0.95,
            seed: 7,
            outer: 200,
            inner: 2_000,
        };
        Simulated::build(&summary, "European Union", &EN_SHOCK)
    }

    #[test]
    fn every_figure_has_its_band_and_a_gain_is_no_loss() {
        let built = built();
        let read = |id: &str| {
            let found = built.keys.iter().find(|key| key.id == id);
            found.map(|key| (key.value.as_str(), key.meaning.join("; ")))
        };
        let band = "for 90% of the drawn parameters; in this model";
        assert_eq!(
            read("large_loss"),
            Some(("25.0%", format!("12.5% to 50.0% {band}")))
        );
        assert_eq!(
            read("simulated_mean"),
            Some(("0.0%", format!("0.0% to 0.0% {band}")))
        );
        assert_eq!(
            read("longest"),
            Some(("8.0 months", format!("4.0 to 16.1 {band}")))
        );
        let (_, tail) = read("tail_mean").expect("a figure");
        assert!(tail.contains("worst 5% of paths"), "{tail}");
        assert!(built.rests_on.contains("400,000 paths") && built.rests_on.contains("seed 7"));
        assert!(built.world.contains("mean loss 3.1%"), "{}", built.world);
    }

    #[test]
    fn the_table_says_what_the_histogram_shows() {
        let built = built();
        assert_eq!(built.rows.len(), built.losses.shown());
        assert_eq!(built.rows[0], ("0% to 2%".to_owned(), "75.0%".to_owned()));
        assert_eq!(
            built.rows[10],
            ("20% to 22%".to_owned(), "25.0%".to_owned())
        );
        assert_eq!(built.losses.names[0], "Value at risk: 20.0%");
        let (mean, band) = &built.monthly;
        assert_eq!((mean.use_left.len(), band.len()), (120, 120));
        assert_eq!(band[0], (0.2, 0.8));
    }
}
