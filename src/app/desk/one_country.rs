//! The European Union's rule on third countries, over all minerals.

use leptos::prelude::*;

use super::Desk;
use super::sortable::{SortCell, SortRow, Sortable};
use crate::data::{Stage, SupplyTable, TRADE_YEARS};
use crate::i18n::number::percent;
use crate::report::explain::Figure;
use crate::report::{BenchmarkFigure, newest_tables_at, one_country};
use crate::state::{View, ViewState, query};
use crate::units::Share;

/// What breaks the rule, at which stage, and by how much; nothing for other importers.
#[component]
pub(super) fn OneCountryRule() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.benchmarks;
    let bound = move || {
        let (_, importer) = desk.lower();
        importer.filter(|importer| data.is_european_union(*importer))
    };
    let tables = move || {
        let state = app.lower();
        let at = |stage| newest_tables_at(data, &state, stage, bound(), Some(TRADE_YEARS.1));
        [at(Stage::Mine), at(Stage::Refine)].concat()
    };
    Effect::new(move || {
        if bound().is_some() {
            desk.store.want(tables().iter().map(|table| table.year));
        }
    });
    let checked = Memo::new(move |_| {
        let Some(importer) = bound() else {
            return Vec::new();
        };
        let tables = tables();
        desk.store.ask(|sources| {
            let checked = one_country(sources, &tables, Some(importer)).into_iter();
            checked
                .map(|(table, figure)| (row(&desk, table, &figure), figure.missed))
                .collect()
        })
    });
    let rows = Memo::new(move |_| {
        let broken = checked.get().into_iter().filter(|(_, missed)| *missed);
        broken.map(|(row, _)| row).collect::<Vec<_>>()
    });
    let caption =
        Signal::derive(move || (words.rule_finding)(rows.with(Vec::len), checked.with(Vec::len)));
    let columns = vec![app.words.table.mineral, words.rule_part, words.over];
    view! {
        <section class="panel rule" data-part="rule" aria-labelledby="rule-title" hidden=move || bound().is_none()>
            <h2 id="rule-title">{words.rule}</h2>
            <div id="rule-table">
                <Sortable caption columns rows empty=words.rule_kept first=2 />
            </div>
            <p class="note">{words.note}</p>
        </section>
    }
    .into_any()
}

/// A mineral at a stage as a row.
fn row(desk: &Desk, table: &SupplyTable, figure: &BenchmarkFigure) -> SortRow {
    let (app, data) = (desk.app, desk.app.data);
    let read = |fraction: f64| percent(Share::clamped(fraction));
    let country = figure.country.as_deref().unwrap_or_default();
    let country = data.country_by_iso3(country);
    let link = ViewState {
        view: View::Dependence,
        mineral: table.mineral,
        stage: table.stage,
        edition: None,
        ..app.lower()
    };
    SortRow {
        name: format!(
            "{} ({})",
            data.mineral(table.mineral).name,
            (app.words.stage)(table.stage)
        ),
        link: format!("?{}", query::encode(&link.normalised(data), data)),
        cells: vec![
            SortCell {
                text: read(figure.measured),
                by: Some(figure.measured),
                remark: country.map_or(String::new(), |id| data.country(id).name.clone()),
                figure: Some(Figure::OneCountry),
            },
            SortCell {
                text: read(figure.short_by.max(0.0)),
                by: Some(figure.short_by),
                remark: String::new(),
                figure: None,
            },
        ],
    }
}
