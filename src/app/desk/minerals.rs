//! Every mineral under every method.

use std::sync::Arc;

use leptos::prelude::*;

use super::charts::{Disagreement, RiskAndImportance};
use super::sortable::{SortCell, SortRow, Sortable};
use super::{Desk, name_of};
use crate::data::{SupplyTable, TRADE_YEARS};
use crate::figure::minerals_finding;
use crate::i18n::number::{ABSENT, index, percent};
use crate::report::explain::Figure;
use crate::report::{All, Row, Score, newest_tables_at};
use crate::risk::intervals::{Draws, SEED};
use crate::state::{View, ViewState, query};
use crate::units::Share;

/// Draws behind an interval: enough for its ends to one figure, few enough to be instant.
const DRAWS: usize = 100;

/// The columns' figures, in order.
const SHOWN: [&str; 7] = [
    "ec_supply_risk",
    "geopolrisk",
    "import_reliance",
    "hhi",
    "hhi_wgi",
    "n_minus_1",
    "economic_importance",
];
/// How long the reader rests before intervals are drawn, in milliseconds.
const REST: std::time::Duration = std::time::Duration::from_millis(120);

/// The element with the table, which stands first below the charts.
const BELOW: &str = "minerals-table";

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
        let tables = newest_tables_at(
            data,
            &state,
            state.stage,
            desk.importer.get(),
            Some(TRADE_YEARS.1),
        );
        Tables(tables)
    });
    Effect::new(move || {
        tables.with(|tables| desk.store.want(tables.0.iter().map(|table| table.year)));
    });
    let none = StoredValue::new(Draws::new(SEED, 0, data.countries().len()));
    let ask = move |draws: StoredValue<Draws>| -> Arc<All> {
        let (importer, Tables(tables)) = (desk.importer.get(), tables.get());
        desk.store
            .ask(|sources| draws.with_value(|draws| All::of(sources, &tables, importer, draws)))
            .into()
    };
    // Values and ranks at once, and once the reader rests the intervals: they take several times as long.
    let turn = StoredValue::new(0_u32);
    let values = Memo::new(move |_| {
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        (turn.get_value(), ask(none))
    });
    let with_intervals = RwSignal::new(None::<(u32, Arc<All>)>);
    Effect::new(move || {
        let now = values.with(|(turn, _)| *turn);
        set_timeout(
            move || {
                if turn.try_get_value() == Some(now) {
                    with_intervals.set(Some((now, untrack(|| ask(draws)))));
                }
            },
            REST,
        );
    });
    let all = Memo::new(move |_| {
        values.with(|(now, values)| {
            with_intervals.with(|found| match found {
                Some((turn, all)) if turn == now => all.clone(),
                _ => values.clone(),
            })
        })
    });
    let low = app.below(all);
    app.begins_below(BELOW);
    let reasons = Memo::new(move |_| low.with(|all| reasons(all)));
    let rows = Memo::new(move |_| {
        let (typed, list) = (typed.get().trim().to_ascii_lowercase(), list.get());
        let state = app.lower();
        low.with(|all| {
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
                        cells: reasons.with(|reasons| cells(row, reasons)),
                    }
                })
            });
            kept.collect::<Vec<_>>()
        })
    });
    let finding = move || all.with(|all| minerals_finding(all, &desk.importer_name(), desk.words));
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
    let notes = move || {
        let reasons = reasons.get().into_iter();
        reasons.map(|why| view! { <li>{why}</li> }).collect_view()
    };
    let caption = Signal::derive(move || {
        let (_, importer) = desk.lower();
        (desk.words.desk.minerals_title)(&name_of(data, importer))
    });
    view! {
        <p id="finding" aria-live="polite">{finding}</p>
        <div class="figures over-all">
            <RiskAndImportance all />
            <Disagreement all />
        </div>
        <div class="filters" data-part="table">
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
        <div id=BELOW data-part="table">
            <Sortable caption columns rows empty=desk.words.desk.nothing_left first=1 />
        </div>
        <ol class="reasons letters" data-part="table">{notes}</ol>
    }
    .into_any()
}

/// Why figures are missing, each reason once, in the order of the table.
fn reasons(all: &All) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (key, why) in all.minerals.iter().flat_map(|row| row.why.iter()) {
        if SHOWN.contains(&key) && !found.iter().any(|known| known == why) {
            found.push(why.to_owned());
        }
    }
    found
}

/// The letter of a reason in the list below the table.
fn letter(why: Option<&str>, reasons: &[String]) -> String {
    let at = why.and_then(|why| reasons.iter().position(|known| known == why));
    let letter = at.and_then(|at| char::from_digit(u32::try_from(at).ok()? + 10, 36));
    letter.map_or_else(String::new, String::from)
}

/// A mineral's cells, in the columns' order.
fn cells(row: &Row, reasons: &[String]) -> Vec<SortCell> {
    let fraction = |value: f64| percent(Share::clamped(value));
    let two = |value: f64| format!("{value:.2}");
    let scores = [
        (row.ec_supply_risk.as_ref(), two as fn(f64) -> String),
        (row.geopolrisk.as_ref(), |value| format!("{value:.3}")),
        (row.import_reliance.as_ref(), fraction),
        (row.hhi.as_ref(), index),
        (row.hhi_wgi.as_ref(), two),
        (row.n_minus_1.as_ref(), fraction),
    ];
    let mut cells: Vec<SortCell> = scores
        .into_iter()
        .zip(SHOWN)
        .map(|((score, text), key)| SortCell {
            text: score.map_or_else(|| ABSENT.to_owned(), |score| text(score.value)),
            by: score.map(|score| score.value),
            remark: score.map_or_else(|| letter(row.why.of(key), reasons), place),
            figure: Figure::from_slug(key),
        })
        .collect();
    // Published, and not ranked here.
    let importance = row.economic_importance;
    let key = "economic_importance";
    cells.push(SortCell {
        text: importance.map_or_else(|| ABSENT.to_owned(), |value| format!("{value:.1}")),
        by: importance,
        remark: match importance {
            Some(_) => String::new(),
            None => letter(row.why.of(key), reasons),
        },
        figure: Figure::from_slug(key),
    });
    cells
}

/// A rank and where it lies.
fn place(score: &Score) -> String {
    match score.interval {
        Some(interval) if interval.rank_first < interval.rank_last => format!(
            "#{} ({}–{})",
            score.rank, interval.rank_first, interval.rank_last
        ),
        _ => format!("#{}", score.rank),
    }
}
