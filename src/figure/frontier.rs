//! Risk against burden: the mixes that have less of one only for more of the other.

use crate::i18n::BurdenWords;
use crate::i18n::number::{hundredth, signed_hundredth};
use crate::report::{BurdenAnswer, BurdenFigures, FrontierPoint, MixBurden};

/// A mix that the chart names.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierMark {
    /// Its name.
    pub name: &'static str,
    /// Its risk.
    pub risk: f64,
    /// The bounds of its burden, 0 to 1.
    pub burden: (f64, f64),
    /// Whether it is what the chart is about.
    pub main: bool,
}

/// Risk across, burden up.
#[derive(Debug, Clone, PartialEq)]
pub struct Frontier {
    /// Risk and burden along the frontier, those without a value counted as the heaviest.
    pub line: Vec<(f64, f64)>,
    /// The same with them counted as the lightest; empty where it is the same line.
    pub light: Vec<(f64, f64)>,
    /// What is bought now, the least risky mix, and the one at the reader's weight.
    pub marks: Vec<FrontierMark>,
    /// What runs across.
    pub across: &'static str,
    /// What runs up.
    pub up: &'static str,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl Frontier {
    /// The chart of an answer.
    #[must_use]
    pub fn build(answer: &BurdenAnswer, words: &BurdenWords) -> Self {
        let line = |points: &[FrontierPoint]| {
            let points = points.iter();
            points.map(|point| (point.risk, point.burden)).collect()
        };
        let mark = |name, mix: &MixBurden, main| FrontierMark {
            name,
            risk: mix.risk,
            burden: (mix.burden_low, mix.burden_high),
            main,
        };
        let mut marks = vec![mark(words.least_risky, &answer.least_risky, false)];
        marks.extend(
            answer
                .present
                .as_ref()
                .map(|mix| mark(present_name(answer, words), mix, false)),
        );
        marks.extend(
            answer
                .adjusted
                .as_ref()
                .map(|mix| mark(words.adjusted, mix, true)),
        );
        let spoken: Vec<String> = marks
            .iter()
            .map(|mark| {
                let burden = between(mark.burden, words);
                (words.spoken)(mark.name, &hundredth(mark.risk), &burden)
            })
            .collect();
        Self {
            line: line(&answer.frontier),
            light: line(&answer.frontier_if_light),
            marks,
            across: words.risk,
            up: words.burden,
            summary: format!("{}: {}", words.heading, spoken.join("; ")),
        }
    }

    /// The chart of nothing.
    #[must_use]
    pub fn empty(words: &BurdenWords) -> Self {
        Self {
            line: Vec::new(),
            light: Vec::new(),
            marks: Vec::new(),
            across: words.risk,
            up: words.burden,
            summary: String::new(),
        }
    }

    /// The largest risk and the largest burden shown.
    #[must_use]
    pub fn most(&self) -> (f64, f64) {
        let lines = self.line.iter().chain(&self.light).copied();
        let marks = self.marks.iter().map(|mark| (mark.risk, mark.burden.1));
        lines
            .chain(marks)
            .fold((0.0, 0.0), |most: (f64, f64), point| {
                (most.0.max(point.0), most.1.max(point.1))
            })
    }
}

/// What the mix of now is called: the importer's own, or the world's that stands for it.
#[must_use]
pub fn present_name(answer: &BurdenAnswer, words: &BurdenWords) -> &'static str {
    if answer.sourcing == Some("world") {
        words.as_the_world
    } else {
        words.present
    }
}

/// Bounds as they read, or one number where they are equal.
#[must_use]
pub fn between(bounds: (f64, f64), words: &BurdenWords) -> String {
    let (low, high) = (hundredth(bounds.0), hundredth(bounds.1));
    if low == high {
        low
    } else {
        (words.between)(&low, &high)
    }
}

/// What the least risky mix would ask, in a sentence; or why that is not known.
#[must_use]
pub fn burden_finding(figures: &BurdenFigures, words: &BurdenWords) -> String {
    let Some(answer) = &figures.answer else {
        return (words.nothing)(figures.why.of("answer").unwrap_or_default());
    };
    let Some(((gain, change), adjusted)) = answer
        .gain
        .zip(answer.burden_change)
        .zip(answer.adjusted_gain)
    else {
        return (words.nothing)(answer.why.of("present").unwrap_or_default());
    };
    (words.finding)(
        &hundredth(gain),
        &signed_hundredth(change),
        &hundredth(adjusted),
    )
}
