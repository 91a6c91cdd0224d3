//! The desk in English.

use super::en::{capitalised, definite, in_sentence};
use super::{
    BenchmarkWords, ComparisonWords, DeskStrings, DeskWords, ExplainWords, FlowWords, OwnWords,
    PlaceWords, ScatterWords, Side, TermWords,
};
use crate::data::OwnKind;

/// The desk's words in English.
pub const EN_DESK: DeskStrings = DeskStrings {
    desk: DeskWords {
        minerals_title: |importer| {
            format!(
                "Every mineral under every method, for {}",
                definite(importer)
            )
        },
        dependence_title: |importer, mineral| {
            format!(
                "{}: where {} comes from",
                capitalised(&definite(importer)),
                in_sentence(mineral)
            )
        },
        importer: "Importer",
        blocs: "Blocs",
        countries: "Countries",
        list: "On the list",
        every_mineral: "Every mineral",
        search: "Search",
        fetching: |what| format!("Fetching {what}…"),
        not_fetched: |what, why| format!("Could not fetch {what}: {why}."),
        again: "Try again",
        largest: "Largest share",
        supply_left: "N-1: left without the largest",
        import_reliance: "Import reliance",
        supply_risk: "EC supply risk",
        economic_importance: "Economic importance",
        geopolrisk: "GeoPolRisk",
        sort_by: |column| format!("Sort by {column}"),
        nothing_left: "No mineral is left; widen the search or choose another list.",
        risks: "How exposed",
        no_partners: "No trade is known here; the reasons stand below.",
        partners: "Who it buys from",
        imported: "Imports (t)",
        part: "Part of imports",
        value: "Value (1,000 USD)",
        missing: "What is missing, and why",
        benchmarks: "The European Union’s benchmarks for 2030",
        minerals_finding: |above, of, importer| {
            format!(
                "By the European Commission’s formula, {above} of {of} minerals with figures reach its supply-risk threshold of 1.0 for {}.",
                definite(importer)
            )
        },
        dependence_finding: |importer, what, partner, part, reliance| {
            let reliance = reliance.map_or(String::new(), |reliance| {
                format!("; net imports meet {reliance} of its use")
            });
            format!(
                "{} bought {part} of its imported {what} from {}{reliance}.",
                capitalised(&definite(importer)),
                definite(partner)
            )
        },
        no_trade: |importer, what, why| {
            format!(
                "What {} imports of {what} cannot be said: {why}.",
                definite(importer)
            )
        },
    },
    terms: TermWords {
        production: |tonnes| format!("production {tonnes}"),
        imports: |tonnes| format!("imports from outside {tonnes}"),
        exports: |tonnes| format!("exports {tonnes}"),
        global_mix: |value| format!("global mix {value}"),
        sourcing_mix: |value| format!("sourcing mix {value}"),
        import_reliance: |value| format!("import reliance {value}"),
        recycling_and_substitution: |rate, factor| format!("EoL-RIR {rate}, SI(SR) {factor}"),
        published: |value| format!("published for the EU: {value}"),
        geopolrisk_corrected: "GeoPolRisk, corrected",
        hhi: |value| format!("HHI {value}"),
        import_risk: |value| format!("import risk {value}"),
        exact: |value| format!("as published: {value}"),
        reliance_published: "Net import reliance, as USGS publishes it",
        published_form: |commodity, value, edition| format!("{commodity}: {value} ({edition})"),
    },
    flows: FlowWords {
        name: |importer, what, year| {
            format!(
                "Map: where {} bought its {what} in {year}; the table of partners says the same",
                definite(importer)
            )
        },
        legend: "Part of imports",
        nothing: "sells none of it here",
        home: "the importer",
        no_place: "The importer has no place on the map, so no lines lead to it; the colours say what it buys where.",
        note: |end, unplaced| {
            let unplaced = match unplaced {
                0 => String::new(),
                1 => " One partner has no place on the map.".to_owned(),
                many => format!(" {many} partners have no place on the map."),
            };
            format!(
                "A line is as wide as the quantity it carries, by last exporter, and ends in {}.{unplaced}",
                definite(end)
            )
        },
    },
    comparison: ComparisonWords {
        chooser: "Beside",
        nothing: "Nothing",
        years: "The same importer in",
        heading: "Side by side",
        figure: "Figure",
        largest_seller: "Sells most, part of imports",
        side: |importer, year| match year {
            Some(year) => format!("{} in {year}", definite(importer)),
            None => definite(importer),
        },
        finding: compared,
    },
    benchmarks: BenchmarkWords {
        one_country: "From one third country",
        own: "From the Union itself",
        recycled: "Recycled",
        at_most: |limit| format!("the benchmark is at most {limit}"),
        at_least: |limit| format!("the benchmark is at least {limit}"),
        missed: |gap| format!("missed by {gap} of supply"),
        met: |gap| format!("met, with {gap} of supply to spare"),
        note: "Regulation (EU) 2024/1252, Article 5, speaks of consumption by 2030; measured here is sourcing, own \
               production and imports by last exporter, and for recycling the end-of-life recycling input rate.",
        rule: "Which minerals break the rule of at most 65% from one third country",
        rule_part: "Part of sourcing",
        rule_finding: |broken, of| {
            format!("{broken} of {of} minerals and stages with figures break it.")
        },
        over: "Over the limit by",
        rule_kept: "None with figures breaks it.",
    },
    explain: ExplainWords {
        heading: "How a number comes about",
        figure: "The number",
        derivation: "The derivation",
        how: "How?",
        how_of: |figure| format!("How {figure} comes about"),
        copy: "Copy as text",
        copied: "Copied.",
        refused: "The browser refused to copy; the text can be selected instead.",
        effective_suppliers: "Effective number of suppliers",
        geopolrisk_exact: "GeoPolRisk, as published",
        shares: "Shares of world supply",
        imports: "Parts of imports",
        need_covered: "Need covered without the largest supplier",
    },
    own: OwnWords {
        title: "Your own figures",
        finding: "Lay a table of your own over the published figures, and every view works on it.",
        privacy: "The file is read in this tab and goes nowhere else. Reloading or closing the page forgets it.",
        choose: "A CSV file",
        drop: "Choose a file, or drop it anywhere on this page.",
        templates: "Three kinds of tables",
        kind: |kind| match kind {
            OwnKind::Production => "Production by country",
            OwnKind::Imports => "Imports by importer and exporter",
            OwnKind::Suppliers => "A firm’s suppliers",
        },
        effect: |kind| match kind {
            OwnKind::Production => {
                "For each mineral, stage and year of the file, your table takes the place of the published one. Countries \
                 that it does not name have no share; a line for WORLD gives a total."
            }
            OwnKind::Imports => {
                "For each importer, mineral, stage and year of the file, your lines take the place of that importer’s \
                 published trade. Other importers keep theirs; a bloc adds its members up."
            }
            OwnKind::Suppliers => {
                "Your firm becomes an importer beside countries and blocs: without production of its own, buying what \
                 the file says."
            }
        },
        template: |kind| format!("Template: {}", kind.word()),
        columns: "Columns",
        cells: "Minerals and countries by their word in links, their code or their English name; stage mine or refine; \
                units t, kt, Mt, kg, kct, Mct. Mark an estimate with an e behind the number.",
        counts: |file, kind, rows, years| {
            let lines = if rows == 1 { "line" } else { "lines" };
            format!(
                "{file} counts now: {rows} {lines} of {}, {years}.",
                kind.word()
            )
        },
        see: "See it in",
        view_of: |view, mineral| format!("{view}: {mineral}"),
        remove: "Take it out",
        refused: |file, mistakes| {
            let mistakes = if mistakes == 1 {
                "a mistake".to_owned()
            } else {
                format!("{mistakes} mistakes")
            };
            format!("{file} was not taken: it has {mistakes}.")
        },
        unchanged: "Correct them in your table, save it, and choose it again. Until then the figures are what they were.",
        line: "Line",
        column: "Column",
        problem: "What is wrong",
        remedy: "What to do",
        notice: |file| format!("Figures here include your own from {file}. They stay in this tab."),
        no_exports: "A file of imports says nothing about exports: for importers that the source has no trade of, they \
                     count as none.",
    },
    scatter: ScatterWords {
        heading: "Supply risk and economic importance",
        across: "Economic importance for the EU →",
        up: "↑ Supply risk, Commission’s formula",
        summary: |critical, of, importer| {
            format!(
                "{critical} of {of} minerals with both figures reach the Commission’s thresholds of supply risk 1.0 for \
                 {} and economic importance 2.8 for the Union.",
                definite(importer)
            )
        },
        note: "Lines across and up are the Commission’s thresholds; a point’s line is where its supply risk lies in nine of \
               ten draws. Economic importance is the Commission’s of 2023, for the Union whoever imports. The numbers \
               are in the table below.",
        nothing: "No mineral has both figures here: without trade or an assessment there is no supply risk.",
    },
    places: PlaceWords {
        heading: "Where the methods disagree",
        riskiest: "← riskiest",
        safest: "least risky →",
        n_minus_1: "N-1",
        summary: |first, rows| match first {
            Some(first) => format!(
                "The methods disagree most about {}: places of {rows} minerals under each method.",
                in_sentence(first)
            ),
            None => "Too few methods have figures here to disagree.".to_owned(),
        },
        note: "A sign is a mineral’s place among all that its method ranks, from the riskiest on; the line through it is \
               where the place lies in nine of ten draws.",
        caption: "Places: rank (nine in ten draws) / minerals ranked",
    },
};

/// What differs between two dependences, in one sentence.
fn compared(one: Side, other: Side) -> String {
    let risk = match (one.risk, other.risk) {
        (Some(here), Some(there)) => {
            // The sentence says of the two numbers what a reader sees of them.
            let (shown, beside) = (format!("{here:.2}"), format!("{there:.2}"));
            let verdict = match shown == beside {
                true => "the same",
                false if here > there => "higher",
                false => "lower",
            };
            format!(
                "By the Commission’s formula the supply risk is {verdict} for {} ({shown}) {} for {} ({beside})",
                one.name,
                if verdict == "the same" { "as" } else { "than" },
                other.name
            )
        }
        (here, _) => {
            let silent = if here.is_none() { one.name } else { other.name };
            format!(
                "By the Commission’s formula there is no supply risk for {silent} to compare with"
            )
        }
    };
    let sellers: Vec<String> = [one, other]
        .into_iter()
        .filter_map(|side| {
            let (seller, part) = side.seller?;
            let seller = definite(seller);
            Some(format!("{} buys most from {seller} ({part})", side.name))
        })
        .collect();
    if sellers.is_empty() {
        format!("{risk}.")
    } else {
        format!("{risk}; {}.", sellers.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, compared};

    #[test]
    fn the_sentence_compares_what_there_is() {
        let here = Side {
            name: "Japan",
            risk: Some(1.204),
            seller: Some(("China", "61%")),
        };
        let there = Side {
            name: "Korea",
            risk: Some(0.9),
            seller: None,
        };
        assert_eq!(
            compared(here, there),
            "By the Commission’s formula the supply risk is higher for Japan (1.20) than for Korea (0.90); Japan buys \
             most from China (61%)."
        );
        let silent = Side {
            risk: None,
            ..there
        };
        assert_eq!(
            compared(here, silent),
            "By the Commission’s formula there is no supply risk for Korea to compare with; Japan buys most from China \
             (61%)."
        );
    }
}
