//! R9: the frontier between risk and burden: which mixes of suppliers have less of one only for more of the other.
//!
//! A mix minimises `Σ w·s² + price·z + λ·(Σ b·s + z)`. What nobody sends counts as the heaviest burden, so that going
//! without is no way to spare anybody. The mix of one λ is `s = clamp((μ − λ·b)/2w, 0, u)` with one multiplier μ.

use super::sourcing::{NEGLIGIBLE, Offer, Offers};
use crate::units::total;

/// How many mixes the frontier has.
const POINTS: u16 = 48;

/// Halvings of an interval of λ: enough for its last bit.
const HALVINGS: usize = 60;

/// Offers with what each asks of people and nature.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The offers, as [`Offers`] has them.
    offers: Vec<Offer>,
    /// b of each, 0 to 1.
    burdens: Vec<f64>,
    shortage_price: f64,
}

/// One mix of the frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierMix {
    /// λ: how much risk a whole burden is taken to be worth, in points of the risk.
    pub lambda: f64,
    /// μ: what the last part of the need adds to risk and weighted burden.
    pub multiplier: f64,
    /// s of every supplier, in the order given.
    pub shares: Vec<f64>,
    /// z: the part of the need that nobody sends.
    pub shortage: f64,
    /// Σ w·s² + price·z: the risk.
    pub risk: f64,
    /// Σ b·s + z: the burden.
    pub burden: f64,
}

impl Weighed {
    /// Offers with their burdens, in the same order. A burden that is missing or no number counts as the heaviest.
    #[must_use]
    pub fn new(offers: &Offers, burdens: &[f64]) -> Self {
        let burden = |at: usize| {
            let known = burdens.get(at).copied().filter(|known| !known.is_nan());
            known.map_or(1.0, |known| known.clamp(0.0, 1.0))
        };
        Self {
            burdens: (0..offers.all().len()).map(burden).collect(),
            offers: offers.all().to_vec(),
            shortage_price: offers.shortage_price(),
        }
    }

    /// The mix of one λ, exactly.
    ///
    /// What is sent grows with μ, linearly between the multipliers at which a supplier begins or has sent all; who counts
    /// nothing sends all at once. The segment in which it reaches the need is found, and μ in it.
    #[must_use]
    pub fn mix(&self, lambda: f64) -> FrontierMix {
        let lambda = if lambda > 0.0 { lambda } else { 0.0 };
        let dearest = self.shortage_price + lambda;
        let mut turns: Vec<f64> = self
            .each()
            .flat_map(|(offer, burden)| {
                let begins = lambda * burden;
                [begins, begins + 2.0 * offer.weight * offer.cap]
            })
            .filter(|turn| *turn < dearest)
            .collect();
        turns.push(0.0);
        turns.push(dearest);
        turns.sort_by(f64::total_cmp);
        let reached = turns.partition_point(|turn| self.sent(*turn, lambda, true) < 1.0);
        let Some(&turn) = turns.get(reached) else {
            return self.at(dearest, lambda, 1.0);
        };
        // Who counts nothing and begins exactly here sends a part of what it could.
        let before = self.sent(turn, lambda, false);
        if before < 1.0 {
            let jump = self.sent(turn, lambda, true) - before;
            return self.at(turn, lambda, (1.0 - before) / jump);
        }
        let from = turns[reached.saturating_sub(1)];
        let (sent, slope) = (
            self.sent(from, lambda, true),
            self.slope(from, turn, lambda),
        );
        // Where nobody's part grows any more, the need was reached but for the last bit of a number.
        let multiplier = if slope > 0.0 {
            (from + (1.0 - sent) / slope).clamp(from, turn)
        } else {
            from
        };
        self.at(multiplier, lambda, 1.0)
    }

    /// The frontier: mixes from the least risky one on, λ rising; mixes that differ in nothing are one.
    ///
    /// λ is `scale·t/(1 − t)` for even steps of t from 0 to below 1; the scale is what the last part of the need adds to the
    /// risk of the least risky mix, or the price of a shortage where that is nothing.
    #[must_use]
    pub fn frontier(&self) -> Vec<FrontierMix> {
        let first = self.mix(0.0);
        let scale = if first.multiplier > 0.0 {
            first.multiplier
        } else {
            self.shortage_price
        };
        let mut found = vec![first];
        for step in 1..POINTS {
            let part = f64::from(step) / f64::from(POINTS);
            let mix = self.mix(scale * part / (1.0 - part));
            if found.last().is_none_or(|last| last.shares != mix.shares) {
                found.push(mix);
            }
        }
        found
    }

    /// The mix with the largest adjusted effect `Δ − weight·max(0, ΔE)` beside a present burden E₀.
    ///
    /// Only burden above the present one counts against a mix: where the mix of λ = weight is below it, λ is taken so large
    /// only that the two are equal.
    #[must_use]
    pub fn adjusted(&self, weight: f64, present: f64) -> FrontierMix {
        let least_risky = self.mix(0.0);
        if least_risky.burden <= present {
            return least_risky;
        }
        let whole = self.mix(weight);
        if whole.burden >= present {
            return whole;
        }
        let (mut above, mut below) = (0.0, weight);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(above, below);
            if self.mix(middle).burden > present {
                above = middle;
            } else {
                below = middle;
            }
        }
        self.mix(below)
    }

    fn each(&self) -> impl Iterator<Item = (&Offer, f64)> {
        self.offers.iter().zip(self.burdens.iter().copied())
    }

    /// What all send at a multiplier; whether who counts nothing and begins there has begun.
    fn sent(&self, multiplier: f64, lambda: f64, begun: bool) -> f64 {
        total(self.each().map(|(offer, burden)| {
            share(
                offer,
                multiplier - lambda * burden,
                if begun { 1.0 } else { 0.0 },
            )
        }))
    }

    /// Σ 1/2w of those that send some but not all between two neighbouring multipliers.
    fn slope(&self, from: f64, to: f64, lambda: f64) -> f64 {
        let middle = f64::midpoint(from, to);
        total(self.each().map(|(offer, burden)| {
            let over = middle - lambda * burden;
            let moves =
                offer.weight >= NEGLIGIBLE && over > 0.0 && over < 2.0 * offer.weight * offer.cap;
            if moves { 0.5 / offer.weight } else { 0.0 }
        }))
    }

    /// The mix at a multiplier; who counts nothing and begins there sends a part.
    fn at(&self, multiplier: f64, lambda: f64, part: f64) -> FrontierMix {
        let shares: Vec<f64> = self
            .each()
            .map(|(offer, burden)| share(offer, multiplier - lambda * burden, part))
            .collect();
        let sent = total(shares.iter().copied());
        let shortage = if multiplier >= self.shortage_price + lambda {
            (1.0 - sent).max(0.0)
        } else {
            0.0
        };
        let risk = self.offers.iter().zip(&shares);
        let risk = total(risk.map(|(offer, share)| offer.weight * share * share));
        let burden = total(self.burdens.iter().zip(&shares).map(|(b, share)| b * share));
        FrontierMix {
            lambda,
            multiplier,
            risk: risk + self.shortage_price * shortage,
            burden: burden + shortage,
            shares,
            shortage,
        }
    }
}

/// What an offer sends when the multiplier is so far over where it begins; a part of it for who counts nothing and is there.
fn share(offer: &Offer, over: f64, part: f64) -> f64 {
    if offer.weight >= NEGLIGIBLE {
        return (over / (2.0 * offer.weight)).clamp(0.0, offer.cap);
    }
    if over > 0.0 {
        offer.cap
    } else if over < 0.0 {
        0.0
    } else {
        offer.cap * part
    }
}
