//! The European Union's benchmarks for 2030, by stage.

use super::Measured;
use crate::data::Stage;
use crate::units::{Share, total};

/// At most this part of consumption from one third country, at any stage.
pub const LARGEST_FROM_ONE_COUNTRY: f64 = 0.65;
/// At least this part of consumption extracted in the Union.
pub const EXTRACTED: f64 = 0.10;
/// At least this part of consumption processed in the Union.
pub const PROCESSED: f64 = 0.40;
/// At least this part of consumption recycled in the Union.
pub const RECYCLED: f64 = 0.25;

/// A benchmark beside what is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Benchmark {
    /// What the regulation asks for, a fraction of annual consumption.
    pub wanted: f64,
    /// What is measured.
    pub measured: f64,
    /// By how much it is missed, in fractions of consumption; negative where there is room.
    pub short_by: f64,
}

impl Benchmark {
    /// Whether the benchmark is missed.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.short_by > 0.0
    }

    fn at_least(wanted: f64, measured: f64) -> Self {
        Self {
            wanted,
            measured,
            short_by: wanted - measured,
        }
    }

    fn at_most(wanted: f64, measured: f64) -> Self {
        Self {
            wanted,
            measured,
            short_by: measured - wanted,
        }
    }
}

/// The benchmarks of one material at one stage.
///
/// # Definition
/// The regulation speaks of the Union's annual consumption of each strategic raw material by 2030. Measured here is
/// the Union's *sourcing* (own production and imports by last exporter), the nearest thing that is published, and for
/// recycling the end-of-life recycling input rate; both are this model's choice.
///
/// # References
/// Regulation (EU) 2024/1252, Article 5(1): (a) 10 %, 40 % and 25 % of annual consumption extracted, processed and
/// recycled in the Union; (b) not more than 65 % from a single third country at any relevant stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Benchmarks<C> {
    /// The third country that most comes from, and its part against 65 %.
    pub largest: Measured<(C, Benchmark)>,
    /// The Union's own part against 10 % extracted or 40 % processed.
    pub own: Measured<Benchmark>,
    /// The recycled part against 25 %.
    pub recycled: Measured<Benchmark>,
}

/// Checks one stage.
///
/// # Units
/// `sourcing` holds who sends, whether it is a member, and its fraction of the Union's sourcing.
///
/// # Missing data
/// The reasons given for missing inputs, and [`super::Absence::NoOutsideSupplier`] where all of it
/// is the Union's own.
#[must_use]
pub fn check<C: Copy>(
    stage: Stage,
    sourcing: Measured<&[(C, bool, f64)]>,
    eol_rir: Measured<Share>,
) -> Benchmarks<C> {
    let largest = sourcing.and_then(|suppliers| {
        suppliers
            .iter()
            .filter(|(_, member, share)| !member && *share > 0.0)
            .max_by(|a, b| a.2.total_cmp(&b.2))
            .map(|&(country, _, share)| {
                (country, Benchmark::at_most(LARGEST_FROM_ONE_COUNTRY, share))
            })
            .ok_or(super::Absence::NoOutsideSupplier)
    });
    let own = sourcing.and_then(|suppliers| {
        let members = suppliers.iter().filter(|(_, member, _)| *member);
        let own = total(members.map(|(_, _, share)| *share));
        match stage {
            Stage::Mine => Ok(Benchmark::at_least(EXTRACTED, own)),
            Stage::Refine => Ok(Benchmark::at_least(PROCESSED, own)),
            Stage::Reserves => Err(super::Absence::NotTraded),
        }
    });
    Benchmarks {
        largest,
        own,
        recycled: eol_rir.map(|rate| Benchmark::at_least(RECYCLED, rate.fraction())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::risk::Absence;

    #[test]
    fn the_rule_of_one_country_counts_third_countries_only() {
        let sourcing = [("FRA", true, 0.7), ("CHN", false, 0.2), ("RUS", false, 0.1)];
        let checked = check(Stage::Refine, Ok(&sourcing), Err(Absence::NoRecyclingRate));
        let (country, rule) = checked.largest.expect("a third country");
        assert_eq!(country, "CHN");
        assert!(!rule.is_missed());
        assert!(!checked.own.expect("a part").is_missed());
        assert_eq!(checked.recycled, Err(Absence::NoRecyclingRate));
    }

    #[test]
    fn the_excess_is_named_in_parts_of_consumption() {
        let sourcing = [("CHN", false, 0.97), ("GBR", false, 0.02)];
        let checked = check(Stage::Mine, Ok(&sourcing), Ok(Share::clamped(0.13)));
        let (_, rule) = checked.largest.expect("a third country");
        assert!(rule.is_missed() && (rule.short_by - 0.32).abs() < 1e-12);
        assert!((checked.own.expect("a part").short_by - 0.10).abs() < 1e-12);
        assert!((checked.recycled.expect("a rate").short_by - 0.12).abs() < 1e-12);
    }

    #[test]
    fn a_union_that_buys_nothing_breaks_no_rule() {
        let checked = check(Stage::Mine, Ok(&[("FIN", true, 1.0)]), Ok(Share::ZERO));
        assert_eq!(checked.largest, Err(Absence::NoOutsideSupplier));
    }
}
