//! The words of what a mix of suppliers asks of people and nature.

/// Every phrase.
#[derive(Debug)]
pub struct BurdenWords {
    /// Heading.
    pub heading: &'static str,
    /// What is shown, and what it is not.
    pub note: &'static str,
    /// The chooser of the indicator.
    pub indicator: &'static str,
    /// The indicator's source: measure, year, source, licence.
    pub source: fn(&str, u16, &str, &str) -> String,
    /// The slider of the weight.
    pub weight: &'static str,
    /// What the weight is.
    pub weight_note: &'static str,
    /// Axis and column: risk.
    pub risk: &'static str,
    /// Axis and column: burden.
    pub burden: &'static str,
    /// Column: the mix.
    pub mix: &'static str,
    /// Column: who sends most.
    pub from: &'static str,
    /// What is bought now.
    pub present: &'static str,
    /// The same where the world's shares stand for it.
    pub as_the_world: &'static str,
    /// The least risky mix.
    pub least_risky: &'static str,
    /// The mix at the reader's weight.
    pub adjusted: &'static str,
    /// A mix as it is spoken: name, risk, burden.
    pub spoken: fn(&str, &str, &str) -> String,
    /// Bounds.
    pub between: fn(&str, &str) -> String,
    /// The effect: what is taken off the risk, what is added to the burden, the adjusted effect.
    pub finding: fn(&str, &str, &str) -> String,
    /// Countries without a value.
    pub without: fn(&str) -> String,
    /// There is no answer, and why.
    pub nothing: fn(&str) -> String,
    /// The part of the need that nobody would send.
    pub short: fn(&str) -> String,
}
