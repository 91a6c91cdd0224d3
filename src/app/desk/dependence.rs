//! Where one importer's mineral comes from, and the risk in it.

use leptos::prelude::*;

use super::Desk;
use super::sortable::{SortCell, SortRow, Sortable};
use crate::data::TRADE_YEARS;
use crate::i18n::number::{percent, quantity};
use crate::report::{Figures, ImporterFigures, table_for};
use crate::risk::importer::Case;
use crate::state::{View, ViewState};
use crate::units::Share;

/// One importer and one mineral.
#[component]
pub(super) fn Dependence() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = app.words;
    let table = move || table_for(data, &app.shown(), Some(TRADE_YEARS.1));
    Effect::new(move || desk.store.want(std::iter::once(table().year)));
    let figures = Memo::new(move |_| {
        let (importer, table) = (desk.importer.get(), table());
        desk.store
            .ask(|sources| Figures::of(sources, &Case::of(sources, table, importer)))
    });
    let country = move |iso3: &str| {
        let id = data.country_by_iso3(iso3);
        id.map_or_else(|| iso3.to_owned(), |id| data.country(id).name.clone())
    };
    let supply = move || {
        let state = app.shown();
        (words.supply)(state.stage, &data.mineral(state.mineral).name)
    };
    let rows = Memo::new(move |_| {
        figures.with(|figures| {
            let trade = figures.importer.as_ref().and_then(|own| own.trade.as_ref());
            let Some(trade) = trade else {
                return Vec::new();
            };
            let outside = trade.partners.iter().filter(|partner| !partner.inside);
            outside
                .map(|partner| {
                    let part = partner.quantity_t.map(|tonnes| tonnes / trade.imports_t);
                    let number = |value: Option<f64>, text: fn(f64) -> String| SortCell {
                        text: value.map_or_else(|| "–".to_owned(), text),
                        by: value,
                        remark: String::new(),
                    };
                    let selected = ViewState {
                        view: View::Map,
                        country: data.country_by_iso3(&partner.country),
                        ..app.shown()
                    };
                    SortRow {
                        name: country(&partner.country),
                        link: format!("?{}", crate::state::query::encode(&selected, data)),
                        cells: vec![
                            number(part, |part| percent(Share::clamped(part))),
                            number(partner.quantity_t, rounded),
                            number(partner.value_kusd, rounded),
                        ],
                    }
                })
                .collect()
        })
    });
    let finding = move || {
        let importer = desk.importer_name();
        figures.with(|figures| {
            let own = figures.importer.as_ref();
            let trade = own.and_then(|own| own.trade.as_ref());
            let first = trade.and_then(|trade| {
                let mut outside = trade.partners.iter().filter(|partner| !partner.inside);
                let first = outside.find(|partner| partner.quantity_t.is_some())?;
                Some((country(&first.country), first.quantity_t? / trade.imports_t))
            });
            if let Some((partner, part)) = first {
                let reliance = own.and_then(|own| own.import_reliance);
                let reliance = reliance.map(|value| percent(Share::clamped(value)));
                let part = percent(Share::clamped(part));
                (words.desk.dependence_finding)(
                    &importer,
                    &supply(),
                    &partner,
                    &part,
                    reliance.as_deref(),
                )
            } else {
                let why = figures.why.of("trade").unwrap_or("there is no figure");
                (words.desk.no_trade)(&importer, &supply(), why)
            }
        })
    };
    let keys = move || figures.with(|figures| figures.importer.as_ref().map(key_figures));
    let missing = move || {
        figures.with(|figures| {
            let reasons = figures.why.iter();
            reasons
                .map(|(key, why)| view! { <li>{format!("{}: {why}", key.replace('_', " "))}</li> })
                .collect_view()
        })
    };
    let nothing_missing = move || figures.with(|figures| figures.why.is_empty());
    let source = move || {
        figures.with(|figures| {
            let year = figures.year.to_string();
            let period = figures.period.as_ref().unwrap_or(&year);
            format!("{period}, {}", figures.source)
        })
    };
    let columns = vec![
        words.table.country,
        words.desk.part,
        words.desk.imported,
        words.desk.value,
    ];
    let caption = Signal::derive(move || {
        (words.desk.dependence_title)(
            &desk.importer_name(),
            &data.mineral(app.shown().mineral).name,
        )
    });
    view! {
        <p id="finding" aria-live="polite">{finding}</p>
        <div class="figures">
            <section class="panel keys" aria-labelledby="keys-title">
                <h2 id="keys-title">{words.desk.risks}</h2>
                <dl>{keys}</dl>
                <p class="note">{source}</p>
            </section>
            <section class="panel" aria-labelledby="partners-title">
                <h2 id="partners-title">{words.desk.partners}</h2>
                <div id="partners-table">
                    <Sortable caption columns rows empty=words.desk.no_partners first=1 />
                </div>
            </section>
            <section class="panel" aria-labelledby="missing-title" hidden=nothing_missing>
                <h2 id="missing-title">{words.desk.missing}</h2>
                <ul class="reasons">{missing}</ul>
            </section>
        </div>
    }
    .into_any()
}

/// A quantity for reading: whole from ten on, exact below.
fn rounded(value: f64) -> String {
    quantity(if value < 10.0 { value } else { value.round() })
}

/// The importer's key figures, each with its terms.
fn key_figures(own: &ImporterFigures) -> impl IntoView + use<> {
    let fraction = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| percent(Share::clamped(value)))
    };
    let number = |value: Option<f64>, decimals: usize| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{value:.decimals$}"))
    };
    let ec = &own.ec_supply_risk;
    let terms = &ec.terms;
    let corrected = &own.geopolrisk.corrected;
    let tonnes = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{} t", rounded(value)))
    };
    let keys = [
        (
            "import_reliance",
            "Import reliance",
            fraction(own.import_reliance),
            vec![
                format!("production {}", tonnes(own.production_t)),
                format!(
                    "imports from outside {}",
                    tonnes(own.trade.as_ref().map(|trade| trade.imports_t))
                ),
                format!(
                    "exports {}",
                    tonnes(own.trade.as_ref().map(|trade| trade.exports_t))
                ),
            ],
        ),
        (
            "ec_supply_risk",
            "EC supply risk",
            number(ec.value, 2),
            vec![
                ec.label.clone(),
                format!(
                    "global mix {}",
                    number(terms.hhi_wgi_t_global.map(|bounds| bounds.value), 2)
                ),
                format!(
                    "sourcing mix {}",
                    number(terms.hhi_wgi_t_sourcing.map(|bounds| bounds.value), 2)
                ),
                format!("import reliance {}", fraction(terms.import_reliance)),
                format!(
                    "EoL-RIR {}, SI(SR) {}",
                    fraction(terms.eol_rir),
                    number(terms.si_sr, 2)
                ),
                ec.published
                    .map_or(String::new(), |sr| format!("published for the EU: {sr:.1}")),
            ],
        ),
        (
            "geopolrisk",
            "GeoPolRisk, corrected",
            number(corrected.value, 3),
            vec![
                format!("HHI {}", number(corrected.hhi, 3)),
                format!("import risk {}", number(corrected.import_risk, 3)),
                own.geopolrisk
                    .exact
                    .as_ref()
                    .map_or(String::new(), |exact| {
                        format!("as published: {:.3}", exact.value)
                    }),
            ],
        ),
    ];
    keys.into_iter()
        .map(|(id, name, value, meaning)| {
            let meaning = meaning
                .into_iter()
                .filter(|phrase| !phrase.is_empty())
                .map(|phrase| view! { <span>{phrase}</span> })
                .collect_view();
            view! {
                <div class="key" data-figure=id>
                    <dt>{name}</dt>
                    <dd>
                        <strong>{value}</strong>
                        {meaning}
                    </dd>
                </div>
            }
        })
        .collect_view()
}
