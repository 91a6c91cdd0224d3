//! How many messages are answered.

/// Lets a burst of messages in at once and a steady number after it, so that a flood costs the page no more than its
/// refusals do.
#[derive(Debug, Clone, Copy)]
pub struct Gate {
    left: f64,
    at: f64,
}

impl Gate {
    /// How many are let in at once.
    pub const BURST: u32 = 120;
    /// How many a second are let in after that: one a frame.
    pub const RATE: u32 = 60;

    /// A gate that nobody has come to yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            left: Self::BURST.into(),
            at: 0.0,
        }
    }

    /// Whether one more is let in.
    ///
    /// # Units
    /// `now` is the time in milliseconds, on any clock that does not go back.
    pub fn admits(&mut self, now: f64) -> bool {
        let passed = (now - self.at).max(0.0);
        self.at = self.at.max(now);
        let gained = passed / 1000.0 * f64::from(Self::RATE);
        self.left = (self.left + gained).min(Self::BURST.into());
        let admits = self.left >= 1.0;
        if admits {
            self.left -= 1.0;
        }
        admits
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_flood_a_burst_is_let_in_and_then_one_a_frame() {
        let mut gate = Gate::new();
        let flood = (0..10_000).filter(|_| gate.admits(5.0)).count();
        assert_eq!(flood, 120);
        assert!(!gate.admits(6.0));
        // A second later as many as the rate says, and not more.
        let later = (0..10_000).filter(|_| gate.admits(1006.0)).count();
        assert_eq!(later, 60);
    }

    #[test]
    fn who_asks_once_a_frame_is_always_let_in_and_rest_saves_up_one_burst() {
        let mut gate = Gate::new();
        let frames = (0..10_000).map(f64::from);
        assert!(frames.map(|frame| frame * 17.0).all(|now| gate.admits(now)));
        let rested = (0..1_000).filter(|_| gate.admits(1.0e9)).count();
        assert_eq!(rested, 120);
    }

    #[test]
    fn a_clock_that_goes_back_lets_nobody_in_for_free() {
        let mut gate = Gate::new();
        assert_eq!((0..200).filter(|_| gate.admits(1_000.0)).count(), 120);
        assert!(!gate.admits(0.0));
        assert!(!gate.admits(1_000.0));
    }
}
