//! Every mineral under every method.

use leptos::prelude::*;

use super::Desk;
use super::charts::{Disagreement, RiskAndImportance};
use super::sortable::{SortCell, SortRow, Sortable};
use crate::data::{SupplyTable, TRADE_YEARS};
use crate::i18n::number::{index, percent};
use crate::report::explain::Figure;
use crate::report::{All, Row, Score, Why, tables_at};
use crate::risk::ec_supply_risk::{SUPPLY_RISK_THRESHOLD, to_one_decimal};
use crate::risk::intervals::{Draws, SEED};
use crate::state::{View, ViewState, query};
use crate::units::Share;

/// Draws behind an interval: enough for its ends to one figure, few enough to be instant.
const DRAWS: usize = 100;

/// The tables of a stage; the same tables are the same, without a look inside.
#[derive(Clone)]
struct Tables(Vec<&'static SupplyTable>);

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(one, other)| std::ptr::eq(*one, *other))
    }
}

/// The table of minerals.
#[component]
pub(super) fn Minerals() -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = app.words;
    let typed = RwSignal::new(String::new());
    let list = RwSignal::new(String::new());
    let draws = StoredValue::new(Draws::new(SEED, DRAWS, data.countries().len()));
    let tables = Memo::new(move |_| {
        let state = app.shown();
        // The table has no chooser of edition; the newest that has the year counts.
        let asked = ViewState {
            edition: None,
            ..state
        };
        let tables = tables_at(
            data,
            &asked,
            state.stage,
            desk.importer.get(),
            Some(TRADE_YEARS.1),
        );
        Tables(tables)
    });
    Effect::new(move || {
        tables.with(|tables| desk.store.want(tables.0.iter().map(|table| table.year)));
    });
    let all = Memo::new(move |_| {
        let (importer, Tables(tables)) = (desk.importer.get(), tables.get());
        desk.store
            .ask(|sources| draws.with_value(|draws| All::of(sources, &tables, importer, draws)))
    });
    let rows = Memo::new(move |_| {
        let (typed, list) = (typed.get().trim().to_ascii_lowercase(), list.get());
        let state = app.shown();
        all.with(|all| {
            let kept = all.minerals.iter().filter_map(|row| {
                let id = data.mineral_by_slug(&row.mineral)?;
                let name = &data.mineral(id).name;
                let listed = list.is_empty() || row.lists.contains(&list);
                let named = name.to_ascii_lowercase().contains(&typed);
                (listed && named).then(|| {
                    let link = ViewState {
                        view: View::Dependence,
                        mineral: id,
                        edition: None,
                        ..state
                    };
                    SortRow {
                        name: name.clone(),
                        link: format!("?{}", query::encode(&link.normalised(data), data)),
                        cells: cells(row),
                    }
                })
            });
            kept.collect::<Vec<_>>()
        })
    });
    let finding = move || {
        let (above, of) = all.with(|all| {
            let scores = || {
                all.minerals
                    .iter()
                    .filter_map(|row| row.ec_supply_risk.as_ref())
            };
            // The Commission rounds to one decimal before it compares.
            let above =
                scores().filter(|score| to_one_decimal(score.value) >= SUPPLY_RISK_THRESHOLD);
            (above.count(), scores().count())
        });
        (desk.words.desk.minerals_finding)(above, of, &desk.importer_name())
    };
    let lists = data
        .lists()
        .iter()
        .rev()
        .map(|list| view! { <option value=list.id.as_str()>{list.name.as_str()}</option> })
        .collect_view();
    let columns = vec![
        words.table.mineral,
        desk.words.desk.supply_risk,
        desk.words.desk.geopolrisk,
        desk.words.desk.import_reliance,
        words.keys.hhi,
        words.keys.hhi_wgi,
        desk.words.desk.supply_left,
        desk.words.desk.economic_importance,
    ];
    let caption = Signal::derive(move || (desk.words.desk.minerals_title)(&desk.importer_name()));
    view! {
        <p id="finding" aria-live="polite">{finding}</p>
        <div class="figures over-all">
            <RiskAndImportance all />
            <Disagreement all />
        </div>
        <div class="filters">
            <label class="field">
                <span>{desk.words.desk.search}</span>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <label class="field">
                <span>{desk.words.desk.list}</span>
                <select id="list" on:change=move |event| list.set(event_target_value(&event))>
                    <option value="">{desk.words.desk.every_mineral}</option>
                    {lists}
                </select>
            </label>
        </div>
        <div id="minerals-table">
            <Sortable caption columns rows empty=desk.words.desk.nothing_left first=1 />
        </div>
    }
    .into_any()
}

/// A mineral's cells, in the columns' order.
fn cells(row: &Row) -> Vec<SortCell> {
    let fraction = |value: f64| percent(Share::clamped(value));
    let two = |value: f64| format!("{value:.2}");
    vec![
        cell(row.ec_supply_risk.as_ref(), two, &row.why, "ec_supply_risk"),
        cell(
            row.geopolrisk.as_ref(),
            |value| format!("{value:.3}"),
            &row.why,
            "geopolrisk",
        ),
        cell(
            row.import_reliance.as_ref(),
            fraction,
            &row.why,
            "import_reliance",
        ),
        cell(row.hhi.as_ref(), index, &row.why, "hhi"),
        cell(row.hhi_wgi.as_ref(), two, &row.why, "hhi_wgi"),
        cell(row.n_minus_1.as_ref(), fraction, &row.why, "n_minus_1"),
        importance(row),
    ]
}

/// Economic importance: published, not ranked here.
fn importance(row: &Row) -> SortCell {
    let value = row.economic_importance;
    let why = row.why.of("economic_importance").unwrap_or_default();
    SortCell {
        text: value.map_or_else(|| "–".to_owned(), |value| format!("{value:.1}")),
        by: value,
        remark: if value.is_some() {
            String::new()
        } else {
            why.to_owned()
        },
        figure: Some(Figure::EconomicImportance),
    }
}

fn cell(score: Option<&Score>, text: impl Fn(f64) -> String, why: &Why, key: &str) -> SortCell {
    let figure = Figure::from_slug(key);
    match score {
        Some(score) => SortCell {
            text: text(score.value),
            by: Some(score.value),
            remark: match score.interval {
                Some(interval) if interval.rank_first < interval.rank_last => {
                    format!(
                        "#{} ({}–{})",
                        score.rank, interval.rank_first, interval.rank_last
                    )
                }
                _ => format!("#{}", score.rank),
            },
            figure,
        },
        None => SortCell {
            text: "–".to_owned(),
            by: None,
            remark: why.of(key).unwrap_or_default().to_owned(),
            figure,
        },
    }
}
