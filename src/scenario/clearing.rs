//! The market of one mineral: at which price what is left of supply meets demand.
//!
//! # Definition
//! With A the part of normal supply that is available at the scarcer stage, R what is sold at any price (stocks,
//! recycling), D demand at the old price (1 normally) and p the price over the old one:
//! `A·min(p^εs, 1+κ) + R = D·p^(−εd)`. The left side never falls with p and the right side always does: one root.
//! Without a limit κ and without R it is `p = (D/A)^(1/(εs+εd))`.
//!
//! # References
//! Partial equilibrium with constant elasticities, as in the United States Geological Survey's Open-File Reports
//! 2024-1057 and 2025-1047; the values of the parameters are this model's assumptions.

use super::assumption::{Assumptions, Key};

/// How suppliers and users answer to the price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clearing {
    /// εs.
    supply: f64,
    /// εd.
    demand: f64,
    /// 1 + κ; infinite without a limit.
    most: f64,
}

/// What a market comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cleared {
    /// A price at which supply meets demand.
    At {
        /// p: the price over the old one.
        price: f64,
        /// m: output of those who supply over their normal output, `min(p^εs, 1+κ)`.
        response: f64,
        /// q: use over normal use, `D·p^(−εd)`.
        used: f64,
    },
    /// Neither supply nor stocks: nothing is used, and there is no price.
    NothingLeft,
}

impl Cleared {
    /// q: use over normal use.
    #[must_use]
    pub fn used(self) -> f64 {
        match self {
            Self::At { used, .. } => used,
            Self::NothingLeft => 0.0,
        }
    }

    /// p: the price over the old one, where there is one.
    #[must_use]
    pub fn price(self) -> Option<f64> {
        match self {
            Self::At { price, .. } => Some(price),
            Self::NothingLeft => None,
        }
    }
}

/// Halvings of the interval that holds ln p; what is left of it lies below the last bit of p.
const HALVINGS: usize = 80;

impl Clearing {
    /// The market under some assumptions.
    #[must_use]
    pub fn of(assumptions: &Assumptions) -> Self {
        let get = |key| assumptions.get(key);
        Self::new(
            get(Key::SupplyElasticity),
            get(Key::DemandElasticity),
            get(Key::SpareCapacity),
        )
    }

    /// The market with εs, εd and κ, which is infinite without a limit.
    #[must_use]
    pub fn new(supply: f64, demand: f64, spare: f64) -> Self {
        Self {
            supply,
            demand,
            most: 1.0 + spare,
        }
    }

    /// εs.
    #[must_use]
    pub fn supply_elasticity(&self) -> f64 {
        self.supply
    }

    /// Where the market clears: A available, R at any price, D wanted at the old price; none is negative.
    #[must_use]
    pub fn clear(&self, available: f64, fixed: f64, wanted: f64) -> Cleared {
        if available <= 0.0 && fixed <= 0.0 {
            return Cleared::NothingLeft;
        }
        if wanted <= 0.0 {
            // Nobody buys, at no price.
            return Cleared::At {
                price: 0.0,
                response: if self.supply > 0.0 { 0.0 } else { 1.0 },
                used: 0.0,
            };
        }
        // Where everyone is at the limit, or nobody can add anything, the quantity is known and sets the price.
        let full = available * self.most + fixed;
        if full.is_finite() {
            let log_price = libm::log(wanted / full) / self.demand;
            if available <= 0.0 || self.supply * log_price >= libm::log(self.most) {
                return self.at(log_price, wanted);
            }
        } else if available <= 0.0 {
            return self.at(libm::log(wanted / fixed) / self.demand, wanted);
        }
        let free = libm::log(wanted / available) / (self.supply + self.demand);
        if fixed <= 0.0 {
            return self.at(free, wanted);
        }
        // What is sold at any price can only lower the price, and at this one there is too little.
        let bare = libm::log(wanted / (available + fixed)) / self.demand;
        let (mut low, mut high) = (bare.min(0.0).min(free) - 1.0, free);
        while self.excess(low, available, fixed, wanted) > 0.0 {
            low = low * 2.0 - 1.0;
        }
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if self.excess(middle, available, fixed, wanted) > 0.0 {
                high = middle;
            } else {
                low = middle;
            }
        }
        self.at(high, wanted)
    }

    /// m at a price: how much more than normal those who supply put out.
    fn response(&self, log_price: f64) -> f64 {
        libm::exp(self.supply * log_price).min(self.most)
    }

    /// Supply less demand at a price.
    fn excess(&self, log_price: f64, available: f64, fixed: f64, wanted: f64) -> f64 {
        available * self.response(log_price) + fixed - wanted * libm::exp(-self.demand * log_price)
    }

    fn at(&self, log_price: f64, wanted: f64) -> Cleared {
        Cleared::At {
            price: libm::exp(log_price),
            response: self.response(log_price),
            used: wanted * libm::exp(-self.demand * log_price),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleared(market: Clearing, available: f64, fixed: f64, wanted: f64) -> (f64, f64) {
        let cleared = market.clear(available, fixed, wanted);
        (cleared.price().expect("a price"), cleared.used())
    }

    #[test]
    fn a_fifth_lost_doubles_the_price_at_the_usual_elasticities() {
        let (price, used) = cleared(Clearing::new(0.1, 0.2, f64::INFINITY), 0.8, 0.0, 1.0);
        let closed = 0.8_f64.powf(-1.0 / 0.3);
        assert!((price / closed - 1.0).abs() < 1e-12, "{price} {closed}");
        assert!((used - closed.powf(-0.2)).abs() < 1e-12);
        assert!((price - 2.1).abs() < 0.01 && (used - 0.86).abs() < 0.005);
    }

    #[test]
    fn nothing_lost_changes_nothing() {
        for spare in [0.0, 0.15, f64::INFINITY] {
            let (price, used) = cleared(Clearing::new(0.1, 0.2, spare), 1.0, 0.0, 1.0);
            assert!((price - 1.0).abs() < 1e-15 && (used - 1.0).abs() < 1e-15);
        }
    }

    #[test]
    fn supply_meets_demand_at_the_price_whatever_binds() {
        for (es, ed) in [(0.1, 0.2), (0.0, 0.01), (1.5, 0.8), (3.0, 3.0)] {
            for spare in [0.0, 0.15, f64::INFINITY] {
                let market = Clearing::new(es, ed, spare);
                for (available, fixed, wanted) in [
                    (0.5, 0.0, 1.0),
                    (0.9, 0.05, 1.0),
                    (0.2, 0.4, 0.7),
                    (1.3, 0.0, 1.0),
                    (1.1, 0.3, 2.0),
                    (0.0, 0.3, 1.0),
                    (1e-6, 1e-6, 1.0),
                    (1.0, 5.0, 0.3),
                ] {
                    let Cleared::At {
                        price,
                        response,
                        used,
                    } = market.clear(available, fixed, wanted)
                    else {
                        panic!("something is left");
                    };
                    let supply = available * response + fixed;
                    assert!(
                        (supply / used - 1.0).abs() < 1e-9,
                        "{es} {ed} {spare}: {available} {fixed} {wanted}: {supply} {used} at {price}"
                    );
                    assert!(response <= 1.0 + spare + 1e-12);
                    assert!((response - price.powf(es).min(1.0 + spare)).abs() < 1e-9 * response);
                }
            }
        }
    }

    #[test]
    fn without_supply_or_stock_there_is_no_price() {
        let market = Clearing::new(0.1, 0.2, 0.15);
        assert_eq!(market.clear(0.0, 0.0, 1.0), Cleared::NothingLeft);
        assert!(market.clear(0.0, 0.0, 1.0).used().abs() < f64::EPSILON);
        assert_eq!(market.clear(0.0, 0.0, 1.0).price(), None);
    }
}
