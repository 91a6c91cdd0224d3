//! How far a value and its rank could be off: common random draws.
//!
//! Every mineral is measured under the same draws, so that what they share (one country's stability) moves them
//! together and their order is not blurred by it. The draws depend on the seed alone, bit for bit, in the browser and
//! natively.
//!
//! Three things vary: a country's governance estimate, by its published standard error; its production where the
//! source marks it as estimated, by a lognormal error of 0.15, which is this model's assumption; and who the countries
//! are that a source does not name, between many small ones and a single one.

use oorandom::Rand64;

/// Standard deviation of the logarithm of a production figure that the source marks as estimated. An assumption.
pub const ESTIMATED_SD: f64 = 0.15;
/// The seed that a view without one of its own uses.
pub const SEED: u64 = 1;
/// How many draws the intervals rest on.
pub const DRAWS: usize = 400;
/// The part of the draws below and above an interval, each.
const TAIL: f64 = 0.05;

/// Draws for every country, the same for all that is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    seed: u64,
    countries: usize,
    /// Standard normal numbers, a row of countries a draw.
    stability: Vec<f64>,
    /// Factors, median 1, a row of countries a draw.
    production: Vec<f64>,
    /// Fractions, one a draw.
    rest: Vec<f64>,
}

/// One draw.
#[derive(Debug, Clone, Copy)]
pub struct Draw<'a> {
    stability: &'a [f64],
    production: &'a [f64],
    rest: f64,
}

impl Draws {
    /// So many draws for so many countries.
    #[must_use]
    pub fn new(seed: u64, count: usize, countries: usize) -> Self {
        let mut random = Rand64::new(u128::from(seed));
        let mut normals = || Normals::new(&mut random).take(count * countries).collect();
        let stability: Vec<f64> = normals();
        let production: Vec<f64> = normals();
        Self {
            seed,
            countries,
            stability,
            production: production
                .into_iter()
                .map(|normal| libm::exp(ESTIMATED_SD * normal))
                .collect(),
            rest: (0..count).map(|_| random.rand_float()).collect(),
        }
    }

    /// The seed, which with the counts says everything about the draws.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many draws there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rest.len()
    }

    /// The draws in turn.
    pub fn iter(&self) -> impl Iterator<Item = Draw<'_>> {
        self.rest.iter().enumerate().map(|(at, &rest)| {
            let row = at * self.countries..(at + 1) * self.countries;
            Draw {
                stability: &self.stability[row.clone()],
                production: &self.production[row],
                rest,
            }
        })
    }
}

impl Draw<'_> {
    /// A country's governance estimate under this draw.
    #[must_use]
    pub fn stability(&self, country: usize, estimate: f64, standard_error: f64) -> f64 {
        estimate + standard_error * self.stability.get(country).copied().unwrap_or_default()
    }

    /// A country's production under this draw; only what is marked as estimated varies.
    #[must_use]
    pub fn production(&self, country: usize, quantity: f64, estimated: bool) -> f64 {
        let factor = self.production.get(country).copied();
        quantity * factor.filter(|_| estimated).unwrap_or(1.0)
    }

    /// What an unnamed part of supply adds to a sum of squares under this draw: from nothing, spread thinly, to its
    /// own square, all in one country.
    #[must_use]
    pub fn unnamed_square(&self, part: f64) -> f64 {
        self.rest * part * part
    }
}

/// Where a value and its rank lie in nine of ten draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The 5th percentile of the value.
    pub low: f64,
    /// The median of the value.
    pub median: f64,
    /// The 95th percentile of the value.
    pub high: f64,
    /// The best rank: 1 is the largest value.
    pub first: usize,
    /// The worst rank.
    pub last: usize,
}

/// The intervals of some items from their values under each draw; none for an item that some draw leaves no value.
#[must_use]
pub fn intervals(draws: &Draws, values: Vec<Option<Vec<f64>>>) -> Vec<Option<Interval>> {
    let mut ranks: Vec<Vec<usize>> = vec![Vec::new(); values.len()];
    for draw in 0..draws.count() {
        let mut order: Vec<(usize, f64)> = values
            .iter()
            .enumerate()
            .filter_map(|(item, drawn)| Some((item, drawn.as_ref()?[draw])))
            .collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        // Equal values share the better rank.
        let (mut rank, mut before) = (0, f64::NAN);
        for (place, (item, value)) in order.into_iter().enumerate() {
            if value.total_cmp(&before).is_ne() {
                (rank, before) = (place + 1, value);
            }
            ranks[item].push(rank);
        }
    }
    values
        .into_iter()
        .zip(ranks)
        .map(|(values, mut ranks)| {
            let mut values = values?;
            values.sort_by(f64::total_cmp);
            ranks.sort_unstable();
            Some(Interval {
                low: *quantile(&values, TAIL)?,
                median: *quantile(&values, 0.5)?,
                high: *quantile(&values, 1.0 - TAIL)?,
                first: *quantile(&ranks, TAIL)?,
                last: *quantile(&ranks, 1.0 - TAIL)?,
            })
        })
        .collect()
}

/// The entry of a sorted list below which the part lies.
fn quantile<T>(sorted: &[T], part: f64) -> Option<&T> {
    let last = sorted.len().checked_sub(1)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a list of a few hundred"
    )]
    let place = (part * last as f64).round() as usize;
    sorted.get(place)
}

/// Standard normal numbers by Marsaglia's polar method, in the mathematics library's portable form.
struct Normals<'a> {
    random: &'a mut Rand64,
    spare: Option<f64>,
}

impl<'a> Normals<'a> {
    fn new(random: &'a mut Rand64) -> Self {
        Self {
            random,
            spare: None,
        }
    }
}

impl Iterator for Normals<'_> {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        if let Some(spare) = self.spare.take() {
            return Some(spare);
        }
        loop {
            let x = 2.0 * self.random.rand_float() - 1.0;
            let y = 2.0 * self.random.rand_float() - 1.0;
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let factor = (-2.0 * libm::log(square) / square).sqrt();
                self.spare = Some(y * factor);
                return Some(x * factor);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The intervals of items under a measure.
    fn measured<M>(
        draws: &Draws,
        items: &[M],
        measure: impl Fn(&M, Draw<'_>) -> Option<f64>,
    ) -> Vec<Option<Interval>> {
        let under = |item: &M| draws.iter().map(|draw| measure(item, draw)).collect();
        intervals(draws, items.iter().map(under).collect())
    }

    #[test]
    fn the_seed_says_everything() {
        assert_eq!(Draws::new(7, 20, 30), Draws::new(7, 20, 30));
        assert_ne!(Draws::new(7, 20, 30), Draws::new(8, 20, 30));
    }

    #[test]
    fn normals_are_normal() {
        let mut random = Rand64::new(3);
        let drawn: Vec<f64> = Normals::new(&mut random).take(40_000).collect();
        let mean = drawn.iter().sum::<f64>() / 40_000.0;
        let variance = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 40_000.0;
        let beyond = drawn.iter().filter(|x| x.abs() > 1.96).count();
        assert!(
            mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03,
            "{mean} {variance}"
        );
        assert!(
            (1800..2200).contains(&beyond),
            "{beyond} of 40,000 beyond 1.96"
        );
    }

    #[test]
    fn what_moves_everything_alike_changes_no_rank() {
        let draws = Draws::new(SEED, 200, 1);
        let found = measured(&draws, &[3.0, 1.0, 2.0], |item, draw| {
            Some(item + draw.stability(0, 0.0, 1.0))
        });
        let ranks: Vec<_> = found.iter().flatten().map(|i| (i.first, i.last)).collect();
        assert_eq!(ranks, [(1, 1), (3, 3), (2, 2)]);
        assert!(
            found
                .iter()
                .flatten()
                .all(|i| i.low < i.median && i.median < i.high)
        );
    }

    #[test]
    fn equal_values_share_the_better_rank() {
        let draws = Draws::new(SEED, 10, 0);
        let found = measured(&draws, &[1.0, 2.0, 2.0, 0.5], |item, _| Some(*item));
        let ranks: Vec<_> = found.iter().flatten().map(|i| (i.first, i.last)).collect();
        assert_eq!(ranks, [(3, 3), (1, 1), (1, 1), (4, 4)]);
    }

    #[test]
    fn only_estimates_vary_and_what_has_no_value_has_no_interval() {
        let draws = Draws::new(SEED, 50, 2);
        let found = measured(&draws, &[Some(false), Some(true), None], |item, draw| {
            Some(draw.production(1, 10.0, (*item)?))
        });
        let widths: Vec<_> = found.iter().map(|i| i.map(|i| i.high > i.low)).collect();
        assert_eq!(widths, [Some(false), Some(true), None]);
    }

    #[test]
    fn the_unnamed_part_adds_at_most_its_own_square() {
        let draws = Draws::new(SEED, 300, 0);
        assert!(
            draws
                .iter()
                .all(|draw| (0.0..=0.04).contains(&draw.unnamed_square(0.2)))
        );
    }
}
