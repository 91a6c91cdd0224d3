//! English.

use super::{
    ControlWords, KeyWords, Leader, LinkWords, ListWords, NoteWords, Strings, TableWords,
    ViewWords, number::tenth,
};
use crate::data::{EditionKind, Stage};

/// English.
pub const EN: Strings = Strings {
    lang: "en",
    tagline: "Who holds the world’s critical minerals",
    title: |mineral, stage| match stage {
        Stage::Mine => format!("{mineral}: where it is mined"),
        Stage::Refine => format!("{mineral}: where it is refined"),
        Stage::Reserves => format!("{mineral}: where the reserves are"),
    },
    finding,
    no_finding: |mineral, stage, period| {
        let what = supply(stage, mineral);
        format!("The source names producers of {what} for {period} but publishes no quantity.")
    },
    stage: |stage| match stage {
        Stage::Mine => "Mined",
        Stage::Refine => "Refined",
        Stage::Reserves => "Reserves",
    },
    stage_done: |stage| match stage {
        Stage::Mine => "mined",
        Stage::Refine => "refined",
        Stage::Reserves => "held in reserve",
    },
    supply,
    holding: |country, share, supply, rank, of| {
        format!("{country}: {share} of {supply}, {} of {of}", ordinal(rank))
    },
    ordinal,
    below: |share| format!("less than {share}"),
    none_reported: "none reported",
    withheld: "figure withheld",
    not_available: "no figure available",
    not_named: "not named by the source",
    unattributed: "Others, not named",
    reported: "reported",
    estimated: "estimated",
    upper_bound: "less than",
    lower_bound: "more than",
    keys: KeyWords {
        heading: "How concentrated",
        derivations: "How these numbers come about",
        cr1: "Largest share",
        cr3: "Three largest",
        hhi: "Concentration (HHI)",
        hhi_wgi: "Weighted by governance",
        of_scale: |value, scale| format!("{value} of {scale}"),
        as_if: |countries| format!("as concentrated as if {countries} equal countries supplied it"),
        between: |low, high| {
            format!("between {low} and {high}, as supply without a named country allows")
        },
        mean_score: |score, year| {
            format!(
                "the suppliers’ mean score is {score} of 10, where 10 is least stable (WGI {year})"
            )
        },
        unscored: |countries| format!("no WGI score: {countries}"),
        split: |from, to, total, concentration, governance| {
            format!(
                "{from} to {to}: {total}, of which {concentration} from concentration and {governance} from governance"
            )
        },
    },
    table: TableWords {
        rank: "Rank",
        country: "Country",
        code: "Code",
        share: "Share",
        quantity: |unit| format!("Quantity ({unit})"),
        flag: "Figure is",
        mineral: "Mineral",
        stage: "Stage",
        year: "Year",
        edition: "Edition",
        hhi: "HHI",
        world: "World",
        shares_caption: |supply, period, edition| {
            format!("Shares of the world’s {supply}, {period} ({edition})")
        },
        trend_caption: |supply| format!("Shares of the world’s {supply} over the years"),
        holdings_caption: |country| format!("What {} holds", definite(country)),
        show: "Table",
        download: "Download",
        refused: "The browser refused the download; the table can be copied instead.",
        shares: "All figures",
    },
    views: ViewWords {
        heading: "Views",
        map: "Map",
        minerals: "Minerals",
        dependence: "Dependence",
        shock: "Shock",
        alliances: "Alliances",
        study: "The study",
        data: "Your data",
    },
    lists: ListWords {
        heading: "On official lists",
        caption: |mineral| format!("{mineral} on lists of critical and strategic materials"),
        list: "List",
        says: "Named",
        evidence: "Read in",
        named: "yes",
        named_within: |group| format!("yes, within “{group}”"),
        not_named: "no",
        unknown: "unknown",
        read: "the list",
        read_partly: "part of the list",
        read_elsewhere: "an account of it",
    },
    controls: ControlWords {
        mineral: "Mineral",
        search: "Search minerals and uses",
        nothing_found: |text| format!("No mineral or use matches “{text}”."),
        stage: "Stage",
        year: "Year",
        edition: "Edition",
        edition_short: |kind, year| match kind {
            EditionKind::Usgs => format!("USGS {year}"),
            EditionKind::Ec => format!("EC study {year}"),
            EditionKind::Own => "Your data".to_owned(),
        },
        theme: "Colours",
        share: "Share",
        full: "Explore in Adit",
        system: "System",
        light: "Light",
        dark: "Dark",
        zoom_in: "Zoom in",
        zoom_out: "Zoom out",
        zoom_reset: "Show the whole world",
        map_help: "Left and right arrows move by rank, up and down to the next country north or south, Enter selects, \
                   letters jump to a name. Hold Ctrl to zoom with the wheel.",
        map_name: |supply, period| format!("Map of {supply}, {period}: countries by rank"),
        legend: "Share of world supply",
        ranking: "Who supplies it",
        trend: "Over the years",
        close: "Close",
        country: "Country",
        country_hint: "Choose a country here or on the map to see what it holds across all minerals.",
        no_country: "Choose a country",
        sources: "Source and notes",
        skip: "Skip to the figures",
        no_script: "This is the newest picture of one mineral. Choosing others needs JavaScript.",
    },
    notes: NoteWords {
        no_total: "The source publishes no world total: shares are of the sum of its rows.",
        over_total: |sum, published| {
            format!(
                "The rows add up to {sum}, more than the published world total of {published}: shares are of the sum."
            )
        },
        excludes: |countries| format!("The published world total leaves out {countries}."),
        basis: |basis| format!("What is counted: {basis}."),
        conserved: |before, after| {
            format!(
                "No country lost on the way: {before} in the source’s rows, {after} on the map and beside it."
            )
        },
        no_trend: "The source gives one period only, so there is no trend.",
        other_basis: |years| {
            format!("Left out, because the source counted something else: {years}.")
        },
        newest_edition: "Each year is taken from the newest edition that reports it.",
        disputed: "Boundaries follow Natural Earth as the visionscarto atlas draws them; dashed lines are disputed. \
                   They are no statement of Adit’s.",
    },
    link: LinkWords {
        intro: "Part of this link could not be used; the nearest view is shown.",
        unknown_key: |key| format!("“{key}” is not a word that links use."),
        unknown_value: |key, value| format!("“{value}” is no {key} known here."),
        too_long: |key| format!("“{key}” is too long."),
        repeated: |key| format!("“{key}” occurs twice; the first one counts."),
        no_figures: |key, value| format!("There are no figures for {key} {value} here."),
    },
};

fn finding(leader: &Leader) -> String {
    let Leader {
        country,
        share,
        mineral,
        stage,
        period,
        effective_suppliers,
        suppliers,
    } = leader;
    let who = definite(country);
    let what = in_sentence(mineral);
    let claim = match stage {
        Stage::Mine => format!("{who} mined {share} of the world’s {what} in {period}"),
        Stage::Refine => format!("{who} refined {share} of the world’s {what} in {period}"),
        Stage::Reserves => format!("{who} holds {share} of the world’s {what} reserves ({period})"),
    };
    let as_if = match effective_suppliers {
        Some(_) if *suppliers == 1 => ", the only country that the source names".to_owned(),
        Some(n) => format!(
            ", which makes supply as concentrated as if {} equal countries shared it",
            tenth(*n)
        ),
        None => String::new(),
    };
    capitalised(&format!("{claim}{as_if}."))
}

fn supply(stage: Stage, mineral: &str) -> String {
    let what = in_sentence(mineral);
    match stage {
        Stage::Mine => format!("mined {what}"),
        Stage::Refine => format!("refined {what}"),
        Stage::Reserves => format!("{what} reserves"),
    }
}

fn ordinal(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (1, teen) if teen != 11 => "st",
        (2, teen) if teen != 12 => "nd",
        (3, teen) if teen != 13 => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

/// A country's name as a sentence uses it: with its article, where it has one.
pub(super) fn definite(country: &str) -> String {
    const WITH_ARTICLE: [&str; 9] = [
        "European Union",
        "United ",
        "Netherlands",
        "Philippines",
        "Central African",
        "Dominican Rep",
        "Solomon Islands",
        "Bahamas",
        "Gambia",
    ];
    if WITH_ARTICLE.iter().any(|start| country.starts_with(start)) {
        format!("the {country}")
    } else {
        country.to_owned()
    }
}

/// A mineral's name in the middle of a sentence: its first letter small.
pub(super) fn in_sentence(mineral: &str) -> String {
    let mut letters = mineral.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_lowercase())
            .chain(letters)
            .collect()
    })
}

pub(super) fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase())
            .chain(letters)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leader(country: &str) -> Leader<'_> {
        Leader {
            country,
            share: "73.9%".to_owned(),
            mineral: "Cobalt",
            stage: Stage::Mine,
            period: "2023".to_owned(),
            effective_suppliers: Some(1.8),
            suppliers: 12,
        }
    }

    #[test]
    fn the_finding_is_a_sentence() {
        assert_eq!(
            finding(&leader("DR Congo")),
            "DR Congo mined 73.9% of the world’s cobalt in 2023, which makes supply as concentrated as if 1.8 equal \
             countries shared it."
        );
        assert!(finding(&leader("United States")).starts_with("The United States mined"));
    }

    #[test]
    fn ranks_are_written_as_people_say_them() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            written,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
            ]
        );
    }
}
