//! Where one importer's mineral comes from, and the risk in it.

use std::sync::Arc;

use leptos::prelude::*;

use super::compared::Compared;
use super::explained::{Explained, How};
use super::flows::Flows;
use super::sortable::{SortCell, SortRow, Sortable};
use super::{Desk, name_of};
use crate::app::key_panel::{BELOW, key_list};
use crate::figure::{KeyFigure, benchmark_keys, dependence_finding, importer_keys};
use crate::i18n::number::{ABSENT, percent, whole_from_ten};
use crate::report::Figures;
use crate::report::explain::{Figure, explain};
use crate::risk::importer::Case;
use crate::state::{View, ViewState};
use crate::units::Share;

/// One importer and one mineral.
#[component]
pub(super) fn Dependence() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = app.words;
    let table = move || desk.table(desk.importer.get(), &app.shown());
    Effect::new(move || desk.store.want(std::iter::once(table().year)));
    let figures = Memo::new(move |_| {
        let (importer, table) = (desk.importer.get(), table());
        desk.store
            .ask(|sources| Arc::new(Figures::of(sources, &Case::of(sources, table, importer))))
    });
    let low = app.below(figures);
    app.begins_below(BELOW);
    let supply = move || {
        let state = app.shown();
        (words.supply)(state.stage, &data.mineral(state.mineral).name)
    };
    let rows = Memo::new(move |_| {
        low.with(|figures| {
            let trade = figures.importer.as_ref().and_then(|own| own.trade.as_ref());
            let Some(trade) = trade else {
                return Vec::new();
            };
            trade
                .outside()
                .map(|partner| {
                    let part = partner.quantity_t.map(|tonnes| tonnes / trade.imports_t);
                    let number = |value: Option<f64>, text: fn(f64) -> String| SortCell {
                        text: value.map_or_else(|| ABSENT.to_owned(), text),
                        by: value,
                        remark: String::new(),
                        figure: None,
                    };
                    let selected = ViewState {
                        view: View::Map,
                        country: data.country_by_iso3(&partner.country),
                        ..app.lower()
                    };
                    SortRow {
                        name: data.name_of(&partner.country),
                        link: format!("?{}", crate::state::query::encode(&selected, data)),
                        cells: vec![
                            number(part, |part| percent(Share::clamped(part))),
                            number(partner.quantity_t, whole_from_ten),
                            number(partner.value_kusd, whole_from_ten),
                        ],
                    }
                })
                .collect()
        })
    });
    let finding = move || {
        let importer = desk.importer_name();
        figures.with(|figures| dependence_finding(data, figures, &importer, &supply(), desk.words))
    };
    let explained = RwSignal::new(Figure::EcSupplyRisk);
    let derivation = Signal::derive(move || {
        let ((state, importer), figure) = (desk.lower(), explained.get());
        let table = desk.table(importer, &state);
        desk.store.ask(|sources| {
            explain(sources, &Case::of(sources, table, importer), figure).to_string()
        })
    });
    let how = move |key: &KeyFigure| {
        let of = Figure::from_slug(key.id);
        of.map(|of| view! { <How of figure=explained /> })
    };
    let keys = move || {
        let keys = low.with(|figures| {
            let own = figures.importer.as_ref();
            own.map(|own| importer_keys(own, desk.words))
        });
        key_list(keys.unwrap_or_default(), how)
    };
    let checked = Memo::new(move |_| {
        low.with(|figures| {
            let own = figures.importer.as_ref();
            let checked = own.and_then(|own| own.benchmarks.as_ref());
            checked.map_or_else(Vec::new, |checked| {
                benchmark_keys(checked, |iso3| data.name_of(iso3), desk.words)
            })
        })
    });
    let benchmarks = move || key_list(checked.get(), how);
    let unchecked = move || checked.with(Vec::is_empty);
    let missing = move || {
        low.with(|figures| {
            let reasons = figures.why.iter();
            reasons
                .map(|(key, why)| view! { <li>{format!("{}: {why}", key.replace('_', " "))}</li> })
                .collect_view()
        })
    };
    let nothing_missing = move || low.with(|figures| figures.why.is_empty());
    let source = move || {
        low.with(|figures| {
            let year = figures.year.to_string();
            let period = figures.period.as_ref().unwrap_or(&year);
            format!("{period}, {}", figures.source)
        })
    };
    let columns = vec![
        words.table.country,
        desk.words.desk.part,
        desk.words.desk.imported,
        desk.words.desk.value,
    ];
    let caption = Signal::derive(move || {
        let (state, importer) = desk.lower();
        let mineral = &data.mineral(state.mineral).name;
        (desk.words.desk.dependence_title)(&name_of(data, importer), mineral)
    });
    view! {
        <p id="finding" aria-live="polite">{finding}</p>
        <div class="figures">
            <Flows figures />
            <Compared figures />
            <section class="panel keys" data-part="keys" aria-labelledby=BELOW>
                <h2 id=BELOW>{desk.words.desk.risks}</h2>
                <dl>{keys}</dl>
                <p class="note">{source}</p>
            </section>
            <section class="panel keys" data-part="benchmarks" aria-labelledby="benchmarks-title" hidden=unchecked>
                <h2 id="benchmarks-title">{desk.words.desk.benchmarks}</h2>
                <dl>{benchmarks}</dl>
                <p class="note">{desk.words.benchmarks.note}</p>
            </section>
            <section class="panel" data-part="partners" aria-labelledby="partners-title">
                <h2 id="partners-title">{desk.words.desk.partners}</h2>
                <How of=Figure::Imports figure=explained />
                <div id="partners-table">
                    <Sortable caption columns rows empty=desk.words.desk.no_partners first=1 />
                </div>
            </section>
            <section class="panel" data-part="missing" aria-labelledby="missing-title" hidden=nothing_missing>
                <h2 id="missing-title">{desk.words.desk.missing}</h2>
                <ul class="reasons">{missing}</ul>
            </section>
            <Explained figure=explained text=derivation />
        </div>
    }
    .into_any()
}
