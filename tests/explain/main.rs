//! Every explained number recomputes: its formulas, evaluated with the numbers shown, give the value shown.

mod evaluate;

use std::collections::BTreeMap;

use adit::data::{Dataset, embedded, shipped};
use adit::report::Figures;
use adit::report::explain::{Derivation, Figure, explain};
use adit::risk::importer::{Case, Sources};

use evaluate::evaluate;

fn data() -> &'static Dataset {
    embedded().expect("valid data")
}

fn sources() -> Sources<'static> {
    Sources {
        data: data(),
        trade: Some(shipped::trade().expect("shipped trade")),
        methods: Some(shipped::methods().expect("shipped methods")),
    }
}

/// Every table with every importer of a few, thinned out.
fn cases(every: usize) -> impl Iterator<Item = Case<'static>> {
    let importers = ["EU", "USA", "JPN", "CHN", "pax-silica", ""];
    let pairs = data().tables().iter().zip(importers.into_iter().cycle());
    pairs
        .step_by(every)
        .map(|(table, importer)| Case::of(&sources(), table, data().importer_by_code(importer)))
}

#[track_caller]
fn recomputes(derivation: &Derivation) {
    let mut known = BTreeMap::new();
    for step in &derivation.steps {
        let value = evaluate(step, &known);
        let (shown, about) = (step.value, &derivation.about);
        assert!(
            (value - shown).abs() <= 1e-12 * shown.abs().max(1.0),
            "{} of {about}: {} gives {value}, shown is {shown}",
            derivation.figure,
            step.formula
        );
        known.insert(step.symbol, shown);
    }
    let last = derivation.steps.last().map(|step| step.value);
    assert_eq!(derivation.value, last);
}

#[test]
fn every_derivation_recomputes() {
    let mut explained: BTreeMap<&str, usize> = BTreeMap::new();
    for case in cases(5) {
        for figure in Figure::ALL {
            let derivation = explain(&sources(), &case, figure);
            recomputes(&derivation);
            *explained.entry(figure.slug()).or_default() += usize::from(derivation.value.is_some());
        }
    }
    for figure in Figure::ALL {
        assert!(explained[figure.slug()] >= 10, "{explained:?}");
    }
}

#[test]
fn what_is_explained_is_what_is_reported() {
    for case in cases(11) {
        let figures = Figures::of(&sources(), &case);
        let importer = figures.importer.as_ref();
        for figure in Figure::ALL {
            let reported = match figure {
                Figure::Cr1 => figures.cr1,
                Figure::Cr3 => figures.cr3,
                Figure::Hhi => figures.hhi.map(|hhi| hhi.value),
                Figure::EffectiveSuppliers => figures.effective_suppliers,
                Figure::HhiWgi => figures.hhi_wgi,
                Figure::NMinus1 => figures.n_minus_1.value,
                Figure::NeedCovered => figures.n_minus_1.need_covered,
                Figure::Shares => figures.cr1.map(|_| {
                    let shares = figures.shares.iter().filter_map(|row| row.share);
                    adit::units::total(shares)
                }),
                Figure::Imports => importer.and_then(|found| {
                    let trade = found.trade.as_ref()?;
                    let mut outside = trade.partners.iter().filter(|one| !one.inside);
                    Some(outside.find_map(|one| one.quantity_t)? / trade.imports_t)
                }),
                Figure::OneCountry | Figure::Own | Figure::Recycled => {
                    let checked = importer.and_then(|found| found.benchmarks.as_ref());
                    checked.and_then(|checked| {
                        let one = match figure {
                            Figure::OneCountry => &checked.one_country,
                            Figure::Own => &checked.own,
                            _ => &checked.recycled,
                        };
                        Some(one.as_ref()?.measured)
                    })
                }
                Figure::EconomicImportance => {
                    let methods = sources().methods.expect("shipped methods").assessments();
                    let assessed = methods.get(case.table.mineral, 2023);
                    assessed.and_then(|assessed| assessed.economic_importance)
                }
                Figure::ImportReliance => importer.and_then(|found| found.import_reliance),
                Figure::EcSupplyRisk => importer.and_then(|found| found.ec_supply_risk.value),
                Figure::GeoPolRisk => importer.and_then(|found| found.geopolrisk.corrected.value),
                Figure::GeoPolRiskExact => {
                    importer.and_then(|found| Some(found.geopolrisk.exact.as_ref()?.value))
                }
            };
            let explained = explain(&sources(), &case, figure);
            let about = format!("{} of {}", figure.slug(), explained.about);
            assert_eq!(explained.value, reported, "{about}");
            assert_eq!(
                explained.value.is_none(),
                explained.why.of("value").is_some(),
                "{about}"
            );
        }
    }
}

#[test]
fn every_number_names_a_source_that_is_cited() {
    for case in cases(13) {
        for figure in Figure::ALL {
            let derivation = explain(&sources(), &case, figure);
            let cited: Vec<&str> = derivation.sources.iter().map(|source| source.key).collect();
            for step in &derivation.steps {
                let columns = step.rows.iter().flat_map(|rows| &rows.columns);
                let named = step.inputs.iter().map(|input| input.source);
                for source in named.chain(columns.map(|column| column.source)) {
                    let own = ["method", "derived"].contains(&source);
                    assert!(
                        own || cited.contains(&source),
                        "{source} of {}",
                        derivation.about
                    );
                }
            }
        }
    }
}

#[test]
fn the_text_shows_every_number_of_the_derivation() {
    for case in cases(29) {
        let derivation = explain(&sources(), &case, Figure::HhiWgi);
        let text = derivation.to_string();
        for step in &derivation.steps {
            assert!(text.contains(step.formula) && text.contains(&step.value.to_string()));
            for row in step.rows.iter().flat_map(|rows| &rows.rows) {
                assert!(text.contains(&row.country), "{} is missing", row.country);
            }
        }
        for source in &derivation.sources {
            assert!(text.contains(&source.citation), "{text}");
        }
    }
}
