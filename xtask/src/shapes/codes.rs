//! The map's policy by country: names of codes, what is not sovereign, which lines are disputed.

/// Atlas codes that are not drawn: Antarctica has no mines and would take a sixth of the map.
pub(super) const LEFT_OUT: &[&str] = &["ATA"];

/// Atlas codes and the ids they get: user-assigned codes where ISO 3166 has none, and territories
/// whose production is counted with their state.
const RENAMED: &[(&str, &str)] = &[
    ("CYN", "XNC"),
    ("SOL", "XSO"),
    ("ALA", "FIN"),
    ("ATC", "AUS"),
    ("IOA", "AUS"),
];

/// Territories that are not sovereign: one that would be smaller than a pixel is not drawn, whereas
/// a state of that size becomes a dot.
const TERRITORIES: &[&str] = &[
    "ABW", "AIA", "ASM", "ATF", "BLM", "BMU", "COK", "CUW", "CYM", "FLK", "FRO", "GGY", "GRL",
    "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "KAS", "MAC", "MAF", "MNP", "MSR", "NCL", "NFK",
    "NIU", "PCN", "PRI", "PYF", "SGS", "SHN", "SPM", "SXM", "TCA", "VGB", "VIR", "WLF",
];

/// Countries whose small islands count: mines or ports on little ground.
const ISLANDS_MATTER: &[&str] = &[
    "BHR", "CUB", "FJI", "NCL", "PHL", "PNG", "SLB", "TWN", "VUT",
];

/// A stretch of the line between two countries that at least one of them, or most states, do not
/// hold for a border.
struct Disputed {
    pair: [&'static str; 2],
    /// West, south, east, north in degrees; the whole line if absent.
    within: Option<[f64; 4]>,
}

const fn whole(one: &'static str, other: &'static str) -> Disputed {
    Disputed {
        pair: [one, other],
        within: None,
    }
}

const DISPUTED: &[Disputed] = &[
    whole("SRB", "XKX"),
    whole("CYP", "XNC"),
    whole("SOM", "XSO"),
    whole("ESH", "MAR"),
    whole("ISR", "PSE"),
    whole("KAS", "IND"),
    whole("KAS", "PAK"),
    whole("KAS", "CHN"),
    // The line of control in Jammu and Kashmir, and Aksai Chin.
    Disputed {
        pair: ["IND", "PAK"],
        within: Some([73.0, 32.7, 78.0, 36.0]),
    },
    Disputed {
        pair: ["CHN", "IND"],
        within: Some([77.5, 32.5, 81.0, 36.5]),
    },
];

/// The id of an atlas code.
pub(super) fn id_of(code: &str) -> &str {
    RENAMED
        .iter()
        .find(|(from, _)| *from == code)
        .map_or(code, |(_, to)| to)
}

/// Whether an id is a state, or an area claiming to be one, rather than a territory of another.
pub(super) fn is_state(id: &str) -> bool {
    !TERRITORIES.contains(&id)
}

/// Whether small islands of an id are kept.
pub(super) fn islands_matter(id: &str) -> bool {
    ISLANDS_MATTER.contains(&id)
}

/// Whether the line between two ids is disputed at a longitude and latitude in degrees.
pub(super) fn is_disputed(one: &str, other: &str, (lon, lat): (f64, f64)) -> bool {
    DISPUTED.iter().any(|line| {
        let same = line.pair == [one, other] || line.pair == [other, one];
        same && line.within.is_none_or(|[west, south, east, north]| {
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dispute_has_no_direction_but_may_have_an_extent() {
        assert!(is_disputed("XKX", "SRB", (21.0, 43.0)) && is_disputed("SRB", "XKX", (21.0, 43.0)));
        assert!(!is_disputed("XKX", "MKD", (21.0, 42.0)));
        assert!(is_disputed("PAK", "IND", (75.0, 34.5)));
        assert!(!is_disputed("PAK", "IND", (70.0, 26.0)));
    }

    #[test]
    fn codes_become_ids() {
        assert_eq!(["CYN", "COD"].map(id_of), ["XNC", "COD"]);
        assert!(is_state("NRU") && !is_state("GRL"));
    }
}
