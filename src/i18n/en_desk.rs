//! The desk in English.

use super::en::{capitalised, definite, in_sentence};
use super::{BenchmarkWords, DeskStrings, DeskWords, ExplainWords, TermWords};

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
        need_covered: "Need covered without the largest supplier",
    },
};
