//! R8: what a dominant supplier would do, and what buyers could answer.
//!
//! One supplier holds a share x of a market with constant elasticities; the others sell more at a higher price. It holds
//! back a part r of what it sells, the price clears the market, and it keeps whatever r serves it best. This is a game of
//! one move with stated motives, not a forecast of a government.

use super::shapley;

/// How a market answers to price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Elasticities {
    /// εd: by how many percent use falls when the price rises by one.
    pub demand: f64,
    /// εs: by how many percent the others' supply rises.
    pub supply: f64,
}

impl Elasticities {
    /// Within a year or so. An assumption.
    pub const SHORT_RUN: Self = Self {
        demand: 0.2,
        supply: 0.1,
    };
    /// Over a decade or more. An assumption.
    pub const LONG_RUN: Self = Self {
        demand: 0.6,
        supply: 0.8,
    };

    /// x*: from this share on, holding back raises the supplier's revenue.
    ///
    /// # Definition
    /// `x* = (εd + εs)/(1 + εs)`, where the residual elasticity is 1.
    ///
    /// # Examples
    /// ```
    /// use adit::alliance::counter::Elasticities;
    ///
    /// assert_eq!((100.0 * Elasticities::SHORT_RUN.threshold_share()).round(), 27.0);
    /// assert_eq!((100.0 * Elasticities::LONG_RUN.threshold_share()).round(), 78.0);
    /// ```
    #[must_use]
    pub fn threshold_share(&self) -> f64 {
        (self.demand + self.supply) / (1.0 + self.supply)
    }
}

/// The ratio of the price to the usual one at which buyers would go without: constant elasticities know no such price, and
/// without one a supplier of nearly everything could ask for anything. An assumption.
pub const CEILING: f64 = 20.0;

/// How many steps towards the price there are at most: halving alone would be done in as many.
const ROUNDS: u32 = 60;
/// The step in ln p that is none.
const PRECISION: f64 = 1e-14;

/// A market with a dominant supplier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Market {
    /// x: its share, 0 to 1.
    pub share: f64,
    /// How buyers and the other suppliers answer.
    pub elasticities: Elasticities,
    /// The highest price that buyers would pay, as a ratio to the usual one.
    pub ceiling: f64,
}

/// What buyers have at hand when supply is held back, each as a fraction of a year's use of the whole market. It is used
/// only while the price is above the usual one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answer {
    /// Stocks released, in a year.
    pub stock: f64,
    /// What partners could send at once beside what they do send.
    pub resourcing: f64,
    /// Output of new mines and plants.
    pub capacity: f64,
}

impl Answer {
    /// All of it together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.stock + self.resourcing + self.capacity
    }
}

impl Market {
    /// A market with the assumed ceiling.
    #[must_use]
    pub fn new(share: f64, elasticities: Elasticities) -> Self {
        Self {
            share: share.clamp(0.0, 1.0),
            elasticities,
            ceiling: CEILING,
        }
    }

    /// `ε_D`: by how many percent the supplier sells less when the price rises by one.
    ///
    /// # Definition
    /// `ε_D = (εd + (1 − x)·εs)/x`; without bound where it sells nothing.
    #[must_use]
    pub fn residual_elasticity(&self) -> f64 {
        let Elasticities { demand, supply } = self.elasticities;
        (demand + (1.0 - self.share) * supply) / self.share
    }

    /// Whether holding back a little would raise its revenue: `ε_D < 1`.
    #[must_use]
    pub fn cutting_pays(&self) -> bool {
        self.residual_elasticity() < 1.0
    }

    /// The price, as a ratio to the usual one, at which the market clears when a part r is held back.
    ///
    /// # Definition
    /// `(1 − r)·x + (1 − x)·p^εs + answer = p^(−εd)`, at least 1 and at most the ceiling. The left side rises with the
    /// price and the right side falls: one root, by Newton's steps in ln p, and by halving where one leaves the bounds.
    #[must_use]
    pub fn price(&self, held_back: f64, answer: Answer) -> f64 {
        let Elasticities { demand, supply } = self.elasticities;
        let kept = (1.0 - held_back) * self.share + answer.total();
        // What is left over at a price, and how fast that rises with ln p.
        let surplus = |log: f64| {
            let others = (1.0 - self.share) * libm::exp(supply * log);
            let used = libm::exp(-demand * log);
            (kept + others - used, supply * others + demand * used)
        };
        let (mut low, mut high) = (0.0, libm::log(self.ceiling.max(1.0)));
        if surplus(low).0 >= 0.0 {
            return 1.0;
        }
        if surplus(high).0 <= 0.0 {
            return self.ceiling.max(1.0);
        }
        let mut log = f64::midpoint(low, high);
        for _ in 0..ROUNDS {
            let (left, slope) = surplus(log);
            let step = left / slope;
            if step.abs() <= PRECISION {
                break;
            }
            if left < 0.0 {
                low = log;
            } else {
                high = log;
            }
            let next = log - step;
            log = if low < next && next < high {
                next
            } else {
                f64::midpoint(low, high)
            };
        }
        libm::exp(log)
    }

    /// What a price costs buyers, in years of their usual spending: the bill's rise and what they go without.
    ///
    /// # Definition
    /// `(p^(1 − εd) − 1)/(1 − εd)`, the surplus lost along a demand of constant elasticity; ln p where εd is 1.
    #[must_use]
    pub fn loss(&self, price: f64) -> f64 {
        let exponent = 1.0 - self.elasticities.demand;
        if exponent.abs() < 1e-9 {
            libm::log(price)
        } else {
            (libm::pow(price, exponent) - 1.0) / exponent
        }
    }

    /// The part to hold back at which revenue is largest, where nobody answers and nothing else counts; in closed form,
    /// for εd < 1.
    ///
    /// # Definition
    /// Where the residual elasticity is 1: `p^(εd + εs) = (1 − εd)/((1 − x)(1 + εs))`.
    #[must_use]
    pub fn largest_revenue(&self) -> f64 {
        if !self.cutting_pays() {
            return 0.0;
        }
        let Elasticities { demand, supply } = self.elasticities;
        let power = (1.0 - demand) / ((1.0 - self.share) * (1.0 + supply));
        let price = libm::pow(power, 1.0 / (demand + supply)).min(self.ceiling);
        let sold = libm::pow(price, -demand) - (1.0 - self.share) * libm::pow(price, supply);
        (1.0 - sold / self.share).clamp(0.0, 1.0)
    }
}

/// What each part of the buyers' answer spares them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relief {
    /// Of the stock.
    pub stock: f64,
    /// Of re-sourcing.
    pub resourcing: f64,
    /// Of new capacity.
    pub capacity: f64,
}

impl Relief {
    /// What an answer spares buyers while a part is held back, in years of their usual spending, split by Shapley's rule:
    /// the first tonne counts most, whoever sends it.
    #[must_use]
    pub fn of(market: &Market, held_back: f64, answer: Answer) -> Self {
        let parts = shapley::exact(3, |inside| {
            let only = |at: usize, part: f64| if inside[at] { part } else { 0.0 };
            let answer = Answer {
                stock: only(0, answer.stock),
                resourcing: only(1, answer.resourcing),
                capacity: only(2, answer.capacity),
            };
            -market.loss(market.price(held_back, answer))
        });
        Self {
            stock: parts[0].value,
            resourcing: parts[1].value,
            capacity: parts[2].value,
        }
    }

    /// All of it together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.stock + self.resourcing + self.capacity
    }
}

/// What a dominant supplier is assumed to care about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motives {
    /// m: its cost, as a part of the usual price.
    pub cost: f64,
    /// b: how much a loss of the buyer is worth to it, next to its own revenue.
    pub harm: f64,
    /// The buyer's part of the market's use.
    pub buyer: f64,
    /// δ: how many years of sales that it would lose to newcomers it counts.
    pub patience: f64,
    /// The share of the market that newcomers would take for each year of a full stop.
    pub entry: f64,
    /// How long it holds back, in years.
    pub years: f64,
}

impl Motives {
    /// Revenue and nothing else.
    pub const REVENUE: Self = Self {
        cost: 0.0,
        harm: 0.0,
        buyer: 0.0,
        patience: 0.0,
        entry: 0.0,
        years: 1.0,
    };
}

/// What the supplier would do, and what follows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// r: the part that it holds back.
    pub held_back: f64,
    /// The price, as a ratio to the usual one.
    pub price: f64,
    /// What it makes of it, in years of the market's usual spending.
    pub payoff: f64,
    /// What it costs the buyer, in years of the buyer's usual spending.
    pub loss: f64,
}

/// How finely the supplier weighs what to hold back.
const GRID: u32 = 1000;

/// The supplier's best response when it knows what buyers have at hand.
///
/// # Definition
/// The largest `(p(r) − m)·(1 − r)·x + b·Loss(r)·buyer − δ·V` over r = 0, 0.001, ..., 1, the smallest r of equals, with
/// `V = (1 − m)·min(x, entry·r·years)`: what it would have earned on the sales that newcomers take.
#[must_use]
pub fn best_response(market: &Market, motives: &Motives, answer: Answer) -> Response {
    let at = |step: u32| {
        let held_back = f64::from(step) / f64::from(GRID);
        let price = market.price(held_back, answer);
        let loss = market.loss(price);
        let sales = (price - motives.cost) * (1.0 - held_back) * market.share;
        let taken = (motives.entry * held_back * motives.years).min(market.share);
        Response {
            held_back,
            price,
            payoff: sales + motives.harm * motives.buyer * loss
                - motives.patience * (1.0 - motives.cost) * taken,
            loss,
        }
    };
    (1..=GRID).map(at).fold(at(0), |best, next| {
        if next.payoff > best.payoff + 1e-12 {
            next
        } else {
            best
        }
    })
}

/// P*: how likely retaliation would have to be to undo what an alliance gains.
///
/// # Definition
/// `P* = Δ/E[Loss | retaliation]`, both in the same unit. More than 1: not even certain retaliation would undo it. `None`
/// where retaliation would cost nothing.
#[must_use]
pub fn break_even(gain: f64, loss: f64) -> Option<f64> {
    (loss > 0.0).then(|| gain / loss)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALONE: Answer = Answer {
        stock: 0.0,
        resourcing: 0.0,
        capacity: 0.0,
    };

    #[test]
    fn the_grid_agrees_with_the_threshold_and_the_closed_form() {
        for elasticities in [Elasticities::SHORT_RUN, Elasticities::LONG_RUN] {
            let threshold = elasticities.threshold_share();
            for step in 1..20 {
                let share = f64::from(step) / 20.0;
                let market = Market::new(share, elasticities);
                assert_eq!(market.cutting_pays(), share > threshold);
                let best = best_response(&market, &Motives::REVENUE, ALONE);
                let exact = market.largest_revenue();
                assert!((best.held_back - exact).abs() <= 1.0 / f64::from(GRID) + 1e-9);
            }
            for (beside, cuts) in [(-0.005, false), (0.005, true)] {
                let market = Market::new(threshold + beside, elasticities);
                let best = best_response(&market, &Motives::REVENUE, ALONE);
                assert_eq!(best.held_back > 0.0, cuts, "{elasticities:?}");
            }
        }
    }

    #[test]
    fn the_market_clears_at_the_price() {
        let market = Market::new(0.5, Elasticities::LONG_RUN);
        let price = market.price(0.6, ALONE);
        let supplied = 0.4 * 0.5 + 0.5 * price.powf(0.8);
        assert!((supplied - price.powf(-0.6)).abs() < 1e-9);
        assert!((market.price(0.0, ALONE) - 1.0).abs() < 1e-12);
        let all = Market::new(1.0, Elasticities::SHORT_RUN);
        assert!((all.price(1.0, ALONE) - CEILING).abs() < 1e-9);
    }

    #[test]
    fn what_buyers_have_at_hand_lowers_the_price_and_can_take_the_threat_away() {
        let market = Market::new(0.6, Elasticities::SHORT_RUN);
        let before = best_response(&market, &Motives::REVENUE, ALONE);
        let some = Answer {
            stock: 0.05,
            ..ALONE
        };
        assert!(market.price(0.5, some) < market.price(0.5, ALONE));
        let ready = Answer {
            resourcing: 0.3,
            capacity: 0.3,
            ..ALONE
        };
        assert!(before.held_back > 0.0 && before.loss > 0.0);
        let after = best_response(&market, &Motives::REVENUE, ready);
        assert!(after.held_back < 1e-12 && after.loss < 1e-12);
    }

    #[test]
    fn relief_is_what_the_answer_spares_and_equal_parts_spare_the_same() {
        let market = Market::new(0.6, Elasticities::SHORT_RUN);
        let answer = Answer {
            stock: 0.05,
            resourcing: 0.05,
            capacity: 0.1,
        };
        let relief = Relief::of(&market, 0.7, answer);
        let spared = market.loss(market.price(0.7, ALONE)) - market.loss(market.price(0.7, answer));
        assert!((relief.total() - spared).abs() < 1e-9 && spared > 0.0);
        assert!((relief.stock - relief.resourcing).abs() < 1e-9);
        assert!(relief.capacity > relief.stock);
    }

    #[test]
    fn fear_of_newcomers_restrains_and_the_wish_to_harm_does_not() {
        let market = Market::new(0.7, Elasticities::SHORT_RUN);
        let greedy = best_response(&market, &Motives::REVENUE, ALONE);
        let patient = Motives {
            patience: 10.0,
            entry: 0.5,
            ..Motives::REVENUE
        };
        assert!(best_response(&market, &patient, ALONE).held_back < greedy.held_back);
        let hostile = Motives {
            harm: 2.0,
            buyer: 0.3,
            ..Motives::REVENUE
        };
        assert!(best_response(&market, &hostile, ALONE).held_back >= greedy.held_back);
    }

    #[test]
    fn retaliation_that_costs_nothing_undoes_nothing() {
        assert_eq!(break_even(0.2, 0.0), None);
        assert_eq!(break_even(0.2, 0.8), Some(0.25));
    }
}
