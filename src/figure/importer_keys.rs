//! An importer's figures as they read: each with its name, its value and its terms in words.

use super::KeyFigure;
use crate::i18n::DeskStrings;
use crate::i18n::number::{ABSENT, percent, whole_from_ten};
use crate::report::{BenchmarkFigure, BenchmarkFigures, ImporterFigures};
use crate::units::Share;

/// Import reliance, supply risk by the Commission's formula and `GeoPolRisk`, each with its terms.
#[must_use]
pub fn importer_keys(own: &ImporterFigures, words: &DeskStrings) -> Vec<KeyFigure> {
    let mut keys = vec![
        reliance_key(own, words),
        supply_risk_key(own, words),
        geopolrisk_key(own, words),
    ];
    keys.extend(published_key(own, words));
    keys
}

fn reliance_key(own: &ImporterFigures, words: &DeskStrings) -> KeyFigure {
    let terms = &words.terms;
    let trade = own.trade.as_ref();
    KeyFigure {
        id: "import_reliance",
        name: words.desk.import_reliance,
        value: fraction(own.import_reliance),
        meaning: vec![
            (terms.production)(&tonnes(own.production_t)),
            (terms.imports)(&tonnes(trade.map(|trade| trade.imports_t))),
            (terms.exports)(&tonnes(trade.map(|trade| trade.exports_t))),
        ],
    }
}

fn supply_risk_key(own: &ImporterFigures, words: &DeskStrings) -> KeyFigure {
    let (risk, terms) = (&own.ec_supply_risk, &words.terms);
    let (global, sourcing) = (
        risk.terms.hhi_wgi_t_global.map(|bounds| bounds.value),
        risk.terms.hhi_wgi_t_sourcing.map(|bounds| bounds.value),
    );
    let mut meaning = vec![
        risk.label.clone(),
        (terms.global_mix)(&number(global, 2)),
        (terms.sourcing_mix)(&number(sourcing, 2)),
        (terms.import_reliance)(&fraction(risk.terms.import_reliance)),
        (terms.recycling_and_substitution)(
            &fraction(risk.terms.eol_rir),
            &number(risk.terms.si_sr, 2),
        ),
    ];
    meaning.extend(
        risk.published
            .map(|published| (terms.published)(&number(Some(published), 1))),
    );
    KeyFigure {
        id: "ec_supply_risk",
        name: words.desk.supply_risk,
        value: number(risk.value, 2),
        meaning,
    }
}

fn geopolrisk_key(own: &ImporterFigures, words: &DeskStrings) -> KeyFigure {
    let (corrected, terms) = (&own.geopolrisk.corrected, &words.terms);
    let mut meaning = vec![
        (terms.hhi)(&number(corrected.hhi, 3)),
        (terms.import_risk)(&number(corrected.import_risk, 3)),
    ];
    let exact = own.geopolrisk.exact.as_ref();
    meaning.extend(exact.map(|exact| (terms.exact)(&number(Some(exact.value), 3))));
    KeyFigure {
        id: "geopolrisk",
        name: terms.geopolrisk_corrected,
        value: number(corrected.value, 3),
        meaning,
    }
}

/// Net import reliance as the United States publish it for themselves, form by form.
fn published_key(own: &ImporterFigures, words: &DeskStrings) -> Option<KeyFigure> {
    let published = own.net_import_reliance_published.as_ref()?;
    let first = published.first()?;
    let percent_of = |percent: Option<f64>, flag: &str| match percent {
        Some(percent) => format!("{percent}%"),
        None => flag.replace('-', " "),
    };
    let forms = published.iter().map(|form| {
        let value = percent_of(form.percent, form.flag);
        (words.terms.published_form)(&form.commodity, &value, &form.edition)
    });
    Some(KeyFigure {
        id: "net_import_reliance_published",
        name: words.terms.reliance_published,
        value: percent_of(first.percent, first.flag),
        meaning: forms.collect(),
    })
}

/// The European Union's benchmarks for 2030 beside what is measured; what the data do not say is left out.
#[must_use]
pub fn benchmark_keys(
    checked: &BenchmarkFigures,
    country: impl Fn(&str) -> String,
    words: &DeskStrings,
) -> Vec<KeyFigure> {
    let words = &words.benchmarks;
    let key = |id, name: fn(&str) -> String, benchmark: &BenchmarkFigure| {
        let gap = percent(Share::clamped(benchmark.short_by.abs()));
        let verdict = if benchmark.missed {
            words.missed
        } else {
            words.met
        };
        let mut meaning: Vec<String> = benchmark
            .country
            .as_deref()
            .map(&country)
            .into_iter()
            .collect();
        meaning.push(name(&percent(Share::clamped(benchmark.wanted))));
        meaning.push(verdict(&gap));
        (id, percent(Share::clamped(benchmark.measured)), meaning)
    };
    let found = [
        checked
            .one_country
            .as_ref()
            .map(|one| (words.one_country, key("one_country", words.at_most, one))),
        checked
            .own
            .as_ref()
            .map(|own| (words.own, key("own", words.at_least, own))),
        checked
            .recycled
            .as_ref()
            .map(|recycled| (words.recycled, key("recycled", words.at_least, recycled))),
    ];
    let known = found.into_iter().flatten();
    known
        .map(|(name, (id, value, meaning))| KeyFigure {
            id,
            name,
            value,
            meaning,
        })
        .collect()
}

fn fraction(value: Option<f64>) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| percent(Share::clamped(value)))
}

fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| format!("{value:.decimals$}"))
}

fn tonnes(value: Option<f64>) -> String {
    value.map_or_else(
        || ABSENT.to_owned(),
        |value| format!("{} t", whole_from_ten(value)),
    )
}
