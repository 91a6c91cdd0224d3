//! Use of a mineral month by month under a scenario, with what else may happen as a band.

use crate::scenario::Outcome;

/// A line over the months.
#[derive(Debug, Clone, PartialEq)]
pub struct PathLine {
    /// Its name, where it ends.
    pub name: String,
    /// Use as a part of what it would be undisturbed; one value a month.
    pub use_left: Vec<f64>,
}

/// Months across, use up.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplyPath {
    /// The scenario by itself; beside it the second one, where there are two.
    pub lines: Vec<PathLine>,
    /// Mean use when other disruptions arrive as well, and between which bounds it lies for 90 % of the drawn
    /// parameters; none before anything is simulated.
    pub simulated: Option<(PathLine, Vec<(f64, f64)>)>,
    /// The labels of the axis: a month's place and its year.
    pub ticks: Vec<(usize, String)>,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl SupplyPath {
    /// Nothing told yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            lines: Vec::new(),
            simulated: None,
            ticks: Vec::new(),
            summary: String::new(),
        }
    }

    /// The same with another scenario's outcome beside it, over the months of this one's; nothing where either has none.
    #[must_use]
    pub fn beside(mut self, this: &Outcome, other: &Outcome, name: &str) -> Self {
        if let Some((from, start)) = this.start.zip(other.start) {
            let shift = i32::from(from.0) - i32::from(start.0);
            let months = 0..i32::try_from(self.months()).unwrap_or_default();
            let use_left = months
                .map(|at| u16::try_from(at + shift).map_or(1.0, |month| other.month(month).used));
            self.lines.push(PathLine {
                name: name.to_owned(),
                use_left: use_left.collect(),
            });
        }
        self
    }

    /// How many months it covers.
    #[must_use]
    pub fn months(&self) -> usize {
        self.lines.first().map_or(0, |line| line.use_left.len())
    }

    /// The largest value of the axis: 1, or more where use grows past it.
    #[must_use]
    pub fn most(&self) -> f64 {
        let lines = self.lines.iter().flat_map(|line| &line.use_left).copied();
        let band = self.simulated.iter().flat_map(|(_, band)| band);
        let most = lines.chain(band.map(|(_, high)| *high)).fold(1.0, f64::max);
        (most * 10.0).ceil() / 10.0
    }
}
