//! Published totals against the sum of the figures listed.

use adit::data::Reported;

use super::series::Draft;

/// Sums and totals that differ by more than this were not only rounded apart.
const DISAGREEMENT: f64 = 0.05;

/// A total this close to the sum of the figures listed leaves no room for what is withheld.
const NO_ROOM: f64 = 0.03;

/// The figures of one year beside their published total.
pub(super) struct Balance<'a> {
    /// The published total.
    pub(super) total: f64,
    /// The sum of the figures listed, without countries that the total excludes.
    pub(super) sum: f64,
    /// Codes of countries that withhold their figure and are not excluded.
    pub(super) withheld: Vec<&'a str>,
    /// Whether a country has no figure.
    missing: bool,
}

impl Balance<'_> {
    /// How far the sum is from the total, as a part of the total.
    fn apart(&self) -> f64 {
        (self.sum - self.total) / self.total
    }

    pub(super) fn exceeds(&self) -> bool {
        self.apart() > DISAGREEMENT
    }

    /// Whether every figure is given and yet they do not make up the total.
    pub(super) fn falls_short(&self) -> bool {
        self.apart() < -DISAGREEMENT && !self.missing && self.withheld.is_empty()
    }

    pub(super) fn leaves_no_room(&self) -> bool {
        !self.withheld.is_empty() && self.apart().abs() <= NO_ROOM
    }
}

/// The balance of a year; nothing where there is no total or only a bound of it.
pub(super) fn balance<'a>(draft: &'a Draft<'_>, year: u16, total: &str) -> Option<Balance<'a>> {
    let total = if total.starts_with('>') {
        0.0
    } else {
        counted(total)
    };
    let excluded = |iso3: &String| {
        draft
            .excludes
            .get(&year)
            .is_some_and(|codes| codes.contains(iso3))
    };
    let other = draft.other.get(&year);
    let mut balance = Balance {
        total,
        sum: other.map_or(0.0, |cell| counted(cell)),
        withheld: Vec::new(),
        missing: other.is_some_and(|cell| cell == "NA"),
    };
    for (iso3, row) in draft.countries.iter().filter(|(iso3, _)| !excluded(iso3)) {
        let Some(cell) = row.get(&year) else { continue };
        balance.sum += counted(cell);
        balance.missing |= cell == "NA";
        if cell == "W" {
            balance.withheld.push(iso3);
        }
    }
    (total > 0.0).then_some(balance)
}

/// The years whose published total is less than its parts.
pub(super) fn contradicted(draft: &Draft<'_>, world: &[String]) -> Vec<u16> {
    let years = draft.years.iter().zip(world);
    let less = years.filter(|(year, total)| {
        !draft.is_share() && balance(draft, **year, total).is_some_and(|balance| balance.exceeds())
    });
    less.map(|(year, _)| *year).collect()
}

/// What a cell adds to a sum: nothing if it is missing or only bounded from above.
fn counted(cell: &str) -> f64 {
    if cell.starts_with('<') {
        return 0.0;
    }
    Reported::parse(cell)
        .ok()
        .and_then(Reported::value)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_only_bounded_adds_nothing() {
        let sum: f64 = ["100", "50e", "<7", "W", "NA", "0"]
            .into_iter()
            .map(counted)
            .sum();
        assert!((sum - 150.0).abs() < f64::EPSILON);
    }

    #[test]
    fn withheld_figures_explain_a_shortfall_and_a_full_total_betrays_them() {
        let full = Balance {
            total: 100.0,
            sum: 99.0,
            withheld: vec!["USA"],
            missing: false,
        };
        assert!(full.leaves_no_room() && !full.falls_short() && !full.exceeds());
        let short = Balance {
            total: 100.0,
            sum: 60.0,
            withheld: vec!["USA"],
            missing: false,
        };
        assert!(!short.leaves_no_room() && !short.falls_short());
        let unexplained = Balance {
            total: 100.0,
            sum: 60.0,
            withheld: Vec::new(),
            missing: false,
        };
        assert!(unexplained.falls_short());
    }
}
