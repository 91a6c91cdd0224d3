//! How large the loss of the worst year may be, as simulated.

/// A histogram of losses with its landmarks.
#[derive(Debug, Clone, PartialEq)]
pub struct LossDistribution {
    /// The part of all paths whose loss lies in each step of the axis, which runs from 0 to 1 in equal steps.
    pub parts: Vec<f64>,
    /// Value at risk: the loss that the worst paths exceed.
    pub value_at_risk: f64,
    /// Conditional value at risk: the mean loss of those worst paths.
    pub conditional: f64,
    /// The names of the two on the chart, value at risk first.
    pub names: [String; 2],
    /// What runs across.
    pub across: &'static str,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

impl LossDistribution {
    /// Nothing drawn yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            parts: Vec::new(),
            value_at_risk: 0.0,
            conditional: 0.0,
            names: [String::new(), String::new()],
            across: "",
            summary: String::new(),
        }
    }

    /// How many steps of the axis matter: up to the last with a path in it, and to the landmarks.
    #[must_use]
    pub fn shown(&self) -> usize {
        let steps = self.parts.len();
        let last = self.parts.iter().rposition(|part| *part > 0.0);
        let last = last.map_or(0, |at| at + 1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a loss lies between 0 and 1, and steps are few"
        )]
        let landmark = (self.conditional.clamp(0.0, 1.0) * steps as f64).ceil() as usize;
        last.max(landmark + 1).max(steps / 10).min(steps)
    }
}
