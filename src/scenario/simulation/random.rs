//! Streams of random numbers, and how to draw with them.

use oorandom::Rand64;

use super::normal;

/// What a stream is for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// The parameters of an outer draw.
    Parameters,
    /// The events of one kind in one region.
    Events {
        /// Which.
        group: u32,
    },
}

/// The stream of an outer draw for a purpose. It depends on nothing else: every scenario meets the same events.
pub(super) fn stream(seed: u64, outer: u32, purpose: Purpose) -> Rand64 {
    let place = match purpose {
        Purpose::Parameters => 0,
        Purpose::Events { group } => 1 + u64::from(group),
    };
    let key = mixed(seed ^ mixed(u64::from(outer) ^ mixed(place)));
    Rand64::new((u128::from(key) << 64) | u128::from(mixed(key)))
}

/// A number whose bits each depend on all of the given one's: the finaliser of `SplitMix64`.
///
/// # References
/// Steele, G., Lea, D., Flood, C. (2014), Fast splittable pseudorandom number generators, OOPSLA.
fn mixed(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// A number above 0 and at most 1.
pub(super) fn positive(random: &mut Rand64) -> f64 {
    1.0 - random.rand_float()
}

/// A standard normal number.
pub(super) fn normal(random: &mut Rand64) -> f64 {
    normal::quantile(positive(random))
}

/// A number of the gamma distribution with this shape and scale 1.
///
/// # References
/// Marsaglia, G., Tsang, W. W. (2000), A simple method for generating gamma variables, ACM Transactions on
/// Mathematical Software 26(3).
pub(super) fn gamma(random: &mut Rand64, shape: f64) -> f64 {
    if shape < 1.0 {
        let power = libm::pow(positive(random), 1.0 / shape);
        return gamma(random, shape + 1.0) * power;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let cube = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
        if cube > 0.0 {
            let bound = 0.5 * x * x + d * (1.0 - cube + libm::log(cube));
            if libm::log(positive(random)) < bound {
                return d * cube;
            }
        }
    }
}

/// Whole numbers with given chances, drawn with one random number each.
///
/// # References
/// Walker, A. J. (1977), An efficient method for generating discrete random variables with general distributions, ACM
/// Transactions on Mathematical Software 3(3).
#[derive(Debug, Clone)]
pub(super) struct Alias {
    /// Of each place: up to which part of it is its own, and whose the rest is.
    places: Vec<(f64, u32)>,
}

impl Alias {
    /// The numbers 0, 1, ... with chances in proportion to these weights, not all of which are nought.
    pub(super) fn of(weights: &[f64]) -> Self {
        let count = weights.len();
        let whole: f64 = weights.iter().sum();
        let mut left: Vec<f64> = weights
            .iter()
            .map(|weight| weight / whole * to_float(count))
            .collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..count).partition(|&at| left[at] < 1.0);
        let mut places: Vec<(f64, u32)> = (0..count)
            .map(|at| (1.0, u32::try_from(at).unwrap_or_default()))
            .collect();
        while let (Some(few), Some(&many)) = (small.pop(), large.last()) {
            places[few] = (left[few], u32::try_from(many).unwrap_or_default());
            left[many] -= 1.0 - left[few];
            if left[many] < 1.0 {
                large.pop();
                small.push(many);
            }
        }
        Self { places }
    }

    /// One of the numbers.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the product lies within the few places there are"
    )]
    pub(super) fn draw(&self, random: &mut Rand64) -> usize {
        let at = random.rand_float() * to_float(self.places.len());
        let place = at as usize;
        let (own, other) = self.places[place];
        if at - to_float(place) < own {
            place
        } else {
            other as usize
        }
    }
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
pub(super) fn to_float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_draw_and_purpose_and_repeat() {
        let first = |outer, purpose| stream(7, outer, purpose).rand_u64();
        let events = |group| Purpose::Events { group };
        assert_eq!(first(1, events(2)), first(1, events(2)));
        assert_ne!(first(1, events(2)), first(2, events(1)));
        assert_ne!(first(0, Purpose::Parameters), first(0, events(0)));
    }

    #[test]
    fn a_gamma_number_has_its_mean_and_variance() {
        let mut random = Rand64::new(5);
        for shape in [0.4, 1.0, 11.0] {
            let drawn: Vec<f64> = (0..40_000).map(|_| gamma(&mut random, shape)).collect();
            let mean = drawn.iter().sum::<f64>() / 40_000.0;
            let variance = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 40_000.0;
            let error = (shape / 40_000.0).sqrt();
            assert!((mean - shape).abs() < 4.0 * error, "{shape}: {mean}");
            assert!((variance / shape - 1.0).abs() < 0.08, "{shape}: {variance}");
        }
    }

    #[test]
    fn an_alias_table_draws_in_proportion() {
        let weights = [0.1, 0.0, 3.0, 0.9, 1.0];
        let (alias, mut random) = (Alias::of(&weights), Rand64::new(3));
        let mut counts = [0.0; 5];
        for _ in 0..100_000 {
            counts[alias.draw(&mut random)] += 1.0;
        }
        for (count, weight) in counts.iter().zip(weights) {
            let expected = weight / 5.0 * 100_000.0;
            assert!(
                (count - expected).abs() <= 5.0 * expected.sqrt(),
                "{counts:?}"
            );
        }
    }
}
