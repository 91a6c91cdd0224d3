//! Use over the months of the scenario, as a chart and as a table.

use leptos::prelude::*;

use super::Told;
use crate::app::plot::Plot;
use crate::draw::Path;
use crate::figure::{SupplyPath, month};
use crate::i18n::number::percent;
use crate::scenario::Month;
use crate::units::Share;

/// The chart, the scenario held beside it drawn too.
#[component]
pub(super) fn PathPanel() -> impl IntoView {
    let told = Told::get();
    let words = &told.words.results;
    let path = Memo::new(move |_| {
        let mut path = told
            .figure
            .with(|figure| figure.as_ref().map(|figure| figure.path.clone()))?;
        path.simulated = told
            .simulated
            .with(|found| found.as_ref().map(|found| found.monthly.clone()));
        told.outcome.with(|outcome| {
            let this = &outcome.as_ref().ok()?.outcome;
            told.outcome_beside.with(|beside| {
                Some(match beside {
                    Some(beside) => path.beside(this, &beside.outcome, words.beside),
                    None => path,
                })
            })
        })
    });
    let shown = move || path.with(|path| path.clone().unwrap_or_else(SupplyPath::empty));
    let summary = move || path.with(|path| path.as_ref().map(|path| path.summary.clone()));
    let rows = move || {
        let start = told
            .outcome
            .with(|outcome| outcome.as_ref().ok().and_then(|found| found.outcome.start));
        path.with(|path| {
            let (path, start) = (path.as_ref()?, start?);
            let share = |value: f64| {
                // Use may grow past normal.
                if value > 1.0 {
                    format!("{:.1}%", value * 100.0)
                } else {
                    percent(Share::clamped(value))
                }
            };
            let months = path.lines[0].use_left.iter().enumerate();
            let lines = months.map(|(at, value)| {
                let when = Month(start.0 + u16::try_from(at).unwrap_or_default());
                let beside = path
                    .lines
                    .get(1)
                    .map(|line| view! { <td class="number">{share(line.use_left[at])}</td> });
                let simulated = path.simulated.as_ref().and_then(|(mean, band)| {
                    let (low, high) = band.get(at)?;
                    let cells = [mean.use_left.get(at)?, low, high];
                    let cells =
                        cells.map(|value| view! { <td class="number">{share(*value)}</td> });
                    Some(cells.into_iter().collect_view())
                });
                view! {
                    <tr>
                        <th scope="row">{month(when, told.words.steps.month)}</th>
                        <td class="number">{share(*value)}</td>
                        {beside}
                        {simulated}
                    </tr>
                }
            });
            Some(lines.collect_view())
        })
    };
    let beside = move || {
        let two = path.with(|path| path.as_ref().is_some_and(|path| path.lines.len() > 1));
        two.then(|| view! { <th scope="col" class="number">{words.beside}</th> })
    };
    let simulated = move || {
        let words = &told.words.simulation;
        let some = path.with(|path| path.as_ref().is_some_and(|path| path.simulated.is_some()));
        some.then(|| {
            let [low, high] = words.band_ends;
            let columns = [words.mean_line, low, high].into_iter();
            columns
                .map(|name| view! { <th scope="col" class="number">{name}</th> })
                .collect_view()
        })
    };
    view! {
        <section class="panel path" data-part="path" aria-labelledby="path-title">
            <h2 id="path-title">{words.path}</h2>
            <Plot painter=Path figure=shown />
            <p class="note">{summary}</p>
            <p class="note">{words.path_note}</p>
            <details>
                <summary>{told.desk.app.words.table.show}</summary>
                <div class="table" tabindex="0" role="region" aria-label=words.use_left>
                    <table id="path-table">
                        <caption>{words.use_left}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.month}</th>
                                <th scope="col" class="number">{words.this}</th>
                                {beside}
                                {simulated}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}
