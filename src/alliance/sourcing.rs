//! R10: the least risky mix of suppliers within what each could send.
//!
//! A supplier counts w·s² for a share s of the need, with w = G·t·(1 − η·a): governance, restrictions, and how far an
//! agreement is assumed to change the supplier's willingness. What nobody can send is bought short, at the price of the
//! last part bought from the worst sole supplier, so that every question has a finite answer.

use crate::risk::supply_mix::{LARGEST_TRADE_FACTOR, WORST};
use crate::units::total;

/// What a part of the need counts that nobody sends: the marginal risk 2·w of a sole supplier with the worst governance
/// and the strictest restriction that occurs. An assumption.
pub const SHORTAGE_PRICE: f64 = 2.0 * WORST * LARGEST_TRADE_FACTOR;

/// Weights below this are nothing: no two governance scores differ by so little.
pub(super) const NEGLIGIBLE: f64 = 1e-12;

/// What one supplier offers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// w = G·t·(1 − η·a), 0 the best.
    pub weight: f64,
    /// u: the most that it can send, as a fraction of the need; more than the whole need counts as the whole.
    pub cap: f64,
}

impl Offer {
    /// The multiplier from which on the supplier sends all that it can: 2·w·u.
    fn breakpoint(&self) -> f64 {
        2.0 * self.weight * self.cap
    }

    /// What it sends at a multiplier: min(u, μ/2w).
    #[must_use]
    pub fn at(&self, multiplier: f64) -> f64 {
        if self.weight < NEGLIGIBLE {
            self.cap
        } else {
            self.cap.min(multiplier / (2.0 * self.weight))
        }
    }

    /// What it spares at a multiplier: max over 0 ≤ s ≤ u of μ·s − w·s². Convex in μ.
    #[must_use]
    pub fn spared(&self, multiplier: f64) -> f64 {
        let share = self.at(multiplier);
        share * (multiplier - self.weight * share)
    }
}

/// Suppliers, prepared for questions about any of them together.
#[derive(Debug, Clone, PartialEq)]
pub struct Offers {
    all: Vec<Offer>,
    /// Positions in the order of breakpoints.
    order: Vec<usize>,
    shortage_price: f64,
}

/// The least risky mix.
///
/// # Definition
/// `min Σ w·s² + price·z` with `Σ s + z = 1`, `0 ≤ s ≤ u`, `z ≥ 0`. The solution is `s = min(u, μ/2w)` with
/// one multiplier μ for all.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix {
    /// s of every supplier, in the order given; 0 where it was not asked.
    pub shares: Vec<f64>,
    /// z: the part of the need that nobody sends.
    pub shortage: f64,
    /// μ: what the last part of the need adds to the risk.
    pub multiplier: f64,
    /// f: Σ w·s², shortage included.
    pub risk: f64,
}

/// One multiplier, and the risk of the mix that it leads to.
struct Turn {
    multiplier: f64,
    risk: f64,
}

impl Offers {
    /// Suppliers, prepared. Weights and caps that are no positive numbers count as 0.
    #[must_use]
    pub fn new(offers: &[Offer]) -> Self {
        let offers: Vec<Offer> = offers
            .iter()
            .map(|offer| Offer {
                weight: positive(offer.weight),
                cap: positive(offer.cap).min(1.0),
            })
            .collect();
        let mut order: Vec<usize> = (0..offers.len()).collect();
        order.sort_by(|a, b| offers[*a].breakpoint().total_cmp(&offers[*b].breakpoint()));
        Self {
            all: offers,
            order,
            shortage_price: SHORTAGE_PRICE,
        }
    }

    /// The same offers with another price of a shortage in place of [`SHORTAGE_PRICE`].
    #[must_use]
    pub fn with_shortage_price(self, price: f64) -> Self {
        Self {
            shortage_price: positive(price),
            ..self
        }
    }

    /// What a part of the need counts that nobody sends.
    #[must_use]
    pub fn shortage_price(&self) -> f64 {
        self.shortage_price
    }

    /// The multiplier at which every supplier sends all that it can.
    #[must_use]
    pub fn largest_breakpoint(&self) -> f64 {
        let last = self.order.last().map(|at| self.all[*at].breakpoint());
        last.unwrap_or_default()
    }

    /// The offers, in the order given.
    #[must_use]
    pub fn all(&self) -> &[Offer] {
        &self.all
    }

    /// f: the risk of the least risky mix of some suppliers.
    #[must_use]
    pub fn risk(&self, asked: impl Fn(usize) -> bool) -> f64 {
        self.turn(asked).risk
    }

    /// The least risky mix of some suppliers.
    #[must_use]
    pub fn mix(&self, asked: impl Fn(usize) -> bool) -> Mix {
        let turn = self.turn(&asked);
        let mut shares: Vec<f64> = (0..self.all.len())
            .map(|at| {
                if asked(at) {
                    self.all[at].at(turn.multiplier)
                } else {
                    0.0
                }
            })
            .collect();
        let sent = total(shares.iter().copied());
        if turn.multiplier <= 0.0 && sent > 0.0 {
            // Who counts nothing may send in any proportion: in that of what each can.
            for share in &mut shares {
                *share /= sent;
            }
        }
        let sent = total(shares.iter().copied());
        Mix {
            shortage: if turn.multiplier >= self.shortage_price {
                (1.0 - sent).max(0.0)
            } else {
                0.0
            },
            shares,
            multiplier: turn.multiplier,
            risk: turn.risk,
        }
    }

    /// The multiplier and the risk, exactly: what is sent grows with μ, linearly between breakpoints, so the segment in
    /// which it reaches the need is found first, from the largest breakpoint down.
    fn turn(&self, asked: impl Fn(usize) -> bool) -> Turn {
        let (mut whole, mut free) = (0.0, 0.0);
        for offer in self.asked(&asked) {
            whole += offer.cap;
            if offer.weight < NEGLIGIBLE {
                free += offer.cap;
            }
        }
        if free >= 1.0 {
            return Turn {
                multiplier: 0.0,
                risk: 0.0,
            };
        }
        // Above the segment: the caps, and Σ 1/2w, by which what they send grows with μ.
        let (mut above, mut slope) = (0.0, 0.0);
        for offer in self.asked(&asked).rev() {
            if whole - above + offer.breakpoint() * slope < 1.0 {
                break;
            }
            above += offer.cap;
            slope += 1.0 / (2.0 * offer.weight);
        }
        let multiplier = if slope > 0.0 {
            ((1.0 - (whole - above)) / slope).clamp(0.0, self.shortage_price)
        } else {
            self.shortage_price
        };
        let (mut sent, mut risk) = (0.0, 0.0);
        for offer in self.asked(&asked) {
            let share = offer.at(multiplier);
            sent += share;
            risk += offer.weight * share * share;
        }
        if multiplier >= self.shortage_price {
            risk += self.shortage_price * (1.0 - sent).max(0.0);
        }
        Turn { multiplier, risk }
    }

    fn asked(&self, asked: impl Fn(usize) -> bool) -> impl DoubleEndedIterator<Item = Offer> {
        let order = self.order.iter().copied();
        order.filter(move |at| asked(*at)).map(|at| self.all[at])
    }
}

/// A number as far as it is one above 0.
fn positive(number: f64) -> f64 {
    if number > 0.0 { number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(offers: &[(f64, f64)]) -> Mix {
        let offers: Vec<Offer> = offers
            .iter()
            .map(|&(weight, cap)| Offer { weight, cap })
            .collect();
        Offers::new(&offers).mix(|_| true)
    }

    #[test]
    fn without_limits_the_risk_is_the_harmonic_sum_of_the_weights() {
        let mix = mix(&[(2.0, 1.0), (4.0, 1.0), (4.0, 1.0)]);
        assert!((mix.risk - 1.0 / (0.5 + 0.25 + 0.25)).abs() < 1e-12);
        assert!((mix.shares[0] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn who_can_send_little_sends_all_of_it_and_the_others_the_rest() {
        let mix = mix(&[(1.0, 0.1), (3.0, 1.0), (6.0, 1.0)]);
        assert!((mix.shares[0] - 0.1).abs() < 1e-12);
        assert!((mix.shares[1] - 0.6).abs() < 1e-12);
        assert!((mix.shares[2] - 0.3).abs() < 1e-12);
        assert!(mix.shortage.abs() < 1e-12);
    }

    #[test]
    fn what_nobody_can_send_is_bought_short() {
        let mix = mix(&[(5.0, 0.25), (5.0, 0.25)]);
        assert!((mix.shortage - 0.5).abs() < 1e-12);
        assert!((mix.risk - (2.0 * 5.0 * 0.0625 + SHORTAGE_PRICE * 0.5)).abs() < 1e-12);
        let nobody = Offers::new(&[]).mix(|_| true);
        assert!((nobody.risk - SHORTAGE_PRICE).abs() < 1e-12);
        assert!((nobody.shortage - 1.0).abs() < 1e-12);
    }

    #[test]
    fn suppliers_that_count_nothing_come_first() {
        let enough = mix(&[(0.0, 0.9), (0.0, 0.3), (5.0, 1.0)]);
        assert!(enough.risk.abs() < 1e-12);
        assert!((enough.shares[0] - 0.75).abs() < 1e-12);
        let short = mix(&[(0.0, 0.4), (5.0, 1.0)]);
        assert!((short.shares[0] - 0.4).abs() < 1e-12);
        assert!((short.risk - 5.0 * 0.36).abs() < 1e-12);
    }

    #[test]
    fn numbers_that_are_none_count_nothing() {
        let odd = mix(&[(f64::NAN, f64::NAN), (4.0, f64::INFINITY), (-1.0, -2.0)]);
        assert!((odd.risk - 4.0).abs() < 1e-12);
    }
}
