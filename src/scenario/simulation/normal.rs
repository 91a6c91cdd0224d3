//! The normal distribution, the same bits everywhere.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// Φ(x): how likely a standard normal number is below x.
pub(super) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// Φ⁻¹: below which number a standard normal one lies with probability p, held to ±9 where p is no chance at all.
pub(super) fn quantile(p: f64) -> f64 {
    const FAR: f64 = 9.0;
    let (mut low, mut high) = (-FAR, FAR);
    // Halve until Newton's step is safe, then let it double the digits.
    for _ in 0..12 {
        let middle = 0.5 * (low + high);
        if below(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    let mut x = 0.5 * (low + high);
    for _ in 0..4 {
        let step = (below(x) - p) / density(x);
        if !step.is_finite() {
            break;
        }
        x = (x - step).clamp(low, high);
    }
    x
}

/// The density at x.
pub(super) fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / (2.0 * PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for p in [1e-9, 1e-4, 0.004, 0.1, 0.5, 0.9, 0.999] {
            assert!((below(quantile(p)) / p - 1.0).abs() < 1e-9, "{p}");
        }
        assert!((quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
        assert!(quantile(0.0) <= -8.9 && quantile(1.0) >= 7.0);
    }
}
