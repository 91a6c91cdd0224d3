//! What each member of a coalition is worth: Shapley's attribution.
//!
//! A member's worth is what it adds to those who came before it, averaged over all orders of arrival. The worths add up to
//! what all are worth together, equal members have equal worth, and who adds nothing has none. It attributes; it
//! predicts neither bargaining nor whether a coalition would hold.

use oorandom::Rand64;

/// Up to so many members every coalition is asked about: 2^16 questions.
pub const EXACT: usize = 16;
/// How many pairs of orders a sample takes.
pub const PAIRS: usize = 400;
/// The seed of a sample.
pub const SEED: u64 = 1;

/// What a member is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// φ, in the unit of the coalition's value.
    pub value: f64,
    /// Standard error of a sampled worth; 0 where every coalition was asked about.
    pub standard_error: f64,
}

/// The worth of each member: exact up to [`EXACT`] members, sampled beyond.
///
/// `value` tells what the members for which the slice is true are worth together; its difference from nobody's counts.
#[must_use]
pub fn worth(members: usize, value: impl FnMut(&[bool]) -> f64) -> Vec<Worth> {
    if members <= EXACT {
        exact(members, value)
    } else {
        sampled(members, PAIRS, SEED, value)
    }
}

/// The worth of each member, from every coalition.
///
/// # Definition
/// `φ_i = Σ_{A ∌ i} |A|!·(n − |A| − 1)!/n! · (v(A ∪ i) − v(A))`.
///
/// # References
/// Shapley, L. S. (1953), A value for n-person games, Contributions to the Theory of Games II, 307–317.
#[must_use]
pub fn exact(members: usize, mut value: impl FnMut(&[bool]) -> f64) -> Vec<Worth> {
    let coalitions = 1_usize << members;
    let mut inside = vec![false; members];
    let values: Vec<f64> = (0..coalitions)
        .map(|mask| {
            for (bit, is_in) in inside.iter_mut().enumerate() {
                *is_in = mask >> bit & 1 == 1;
            }
            value(&inside)
        })
        .collect();
    let weights = weights(members);
    let of = |member: usize| {
        let bit = 1 << member;
        let without = (0..coalitions).filter(|mask| mask & bit == 0);
        without
            .map(|mask| weights[mask.count_ones() as usize] * (values[mask | bit] - values[mask]))
            .sum::<f64>()
    };
    (0..members)
        .map(|member| Worth {
            value: of(member),
            standard_error: 0.0,
        })
        .collect()
}

/// |A|!·(n − |A| − 1)!/n! by the size of A: 1/n over the number of sets of that size among n − 1.
fn weights(members: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(members);
    let mut weight = 1.0 / float(members.max(1));
    for size in 0..members {
        weights.push(weight);
        weight *= float(size + 1) / float((members - size).saturating_sub(1).max(1));
    }
    weights
}

/// The worth of each member, from so many pairs of random orders, each with its reverse.
///
/// In the reverse a member comes as late as it came early, which evens out most of the chance. The standard error is
/// that of the mean of the pairs. Sampled worths, too, add up to what all are worth together.
///
/// # References
/// Castro, J., Gómez, D. and Tejada, J. (2009), Polynomial calculation of the Shapley value based on sampling, Computers &
/// Operations Research 36, 1726–1730.
#[must_use]
pub fn sampled(
    members: usize,
    pairs: usize,
    seed: u64,
    mut value: impl FnMut(&[bool]) -> f64,
) -> Vec<Worth> {
    let mut random = Rand64::new(u128::from(seed));
    let pairs = pairs.max(2);
    let mut order: Vec<usize> = (0..members).collect();
    let (mut sums, mut squares) = (vec![0.0; members], vec![0.0; members]);
    let mut pair = vec![0.0; members];
    let mut inside = vec![false; members];
    let nobody = value(&inside);
    for _ in 0..pairs {
        shuffle(&mut order, &mut random);
        pair.fill(0.0);
        for _ in 0..2 {
            inside.fill(false);
            let mut before = nobody;
            for &member in &order {
                inside[member] = true;
                let after = value(&inside);
                pair[member] += (after - before) / 2.0;
                before = after;
            }
            order.reverse();
        }
        for (member, added) in pair.iter().enumerate() {
            sums[member] += added;
            squares[member] += added * added;
        }
    }
    let count = float(pairs);
    sums.iter()
        .zip(squares)
        .map(|(sum, squares)| {
            let mean = sum / count;
            let variance = (squares / count - mean * mean).max(0.0) * count / (count - 1.0);
            Worth {
                value: mean,
                standard_error: (variance / count).sqrt(),
            }
        })
        .collect()
}

/// A random order, all equally likely.
fn shuffle(order: &mut [usize], random: &mut Rand64) {
    for at in (1..order.len()).rev() {
        let other = random.rand_range(0..u64::try_from(at + 1).unwrap_or(u64::MAX));
        order.swap(at, usize::try_from(other).unwrap_or_default());
    }
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two can do nothing alone; either of the others completes the first.
    fn glove(inside: &[bool]) -> f64 {
        f64::from(u8::from(inside[0] && (inside[1] || inside[2])))
    }

    #[test]
    fn who_holds_the_only_left_glove_gets_two_thirds() {
        let worth = exact(3, glove);
        for (found, expected) in worth.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((found.value - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn the_weights_of_all_sizes_add_up_to_one() {
        for members in 1..=EXACT {
            let mut sets = 1.0;
            let mut sum = 0.0;
            for (size, weight) in weights(members).into_iter().enumerate() {
                sum += sets * weight;
                sets *= float(members - 1 - size) / float(size + 1);
            }
            assert!((sum - 1.0).abs() < 1e-12, "{members}: {sum}");
        }
    }

    #[test]
    fn nobody_is_worth_nothing_and_a_sample_is_the_same_every_time() {
        assert!(exact(0, |_| 5.0).is_empty());
        assert_eq!(sampled(3, 50, 7, glove), sampled(3, 50, 7, glove));
    }
}
