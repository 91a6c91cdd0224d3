//! What the agreements would change, channel by channel, with the least and the most.

use leptos::prelude::*;

use super::Allied;
use crate::data::Dataset;
use crate::figure::{names, points};
use crate::i18n::number::ABSENT;
use crate::report::{AllianceFigures, EffectFigures};

/// The table of channels.
#[component]
pub(super) fn EffectPanel() -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (&allied.words.effect, allied.desk.app.data);
    let rows = move || {
        allied.figures.with(|figures| {
            let lines = figures.effect.as_ref().map(lines)?;
            // A bar is as long as its part of the largest.
            let largest = lines
                .iter()
                .filter_map(|(value, _)| *value)
                .fold(0.0, f64::max);
            let rows = lines.into_iter().zip(words.channels).enumerate();
            let rows = rows.map(|(at, ((value, range), channel))| {
                let text = |value: Option<f64>| value.map_or_else(|| ABSENT.to_owned(), points);
                let part = value.map_or(0.0, |value| 100.0 * value.max(0.0) / largest.max(1e-12));
                let meaning = words.meanings.get(at).copied();
                view! {
                    <tr>
                        <th scope="row">
                            {channel}
                            <span class="remark">{meaning}</span>
                            <span class="channel-bar" aria-hidden="true" style:width=format!("{part:.1}%")></span>
                        </th>
                        <td class="number">{text(value)}</td>
                        <td class="number">{text(range.map(|[low, _]| low))}</td>
                        <td class="number">{text(range.map(|[_, high]| high))}</td>
                    </tr>
                }
            });
            Some(rows.collect_view())
        })
    };
    let risks = move || {
        allied.figures.with(|figures| {
            let effect = figures.effect.as_ref()?;
            let risks = words.risks.into_iter().zip([effect.before, effect.after]);
            let items = risks.map(|(name, value)| {
                view! { <div class="key"><dt>{name}</dt><dd><strong>{points(value)}</strong></dd></div> }
            });
            Some(items.collect_view())
        })
    };
    let notes = move || {
        let notes = allied.figures.with(|figures| notes(data, figures, &allied));
        notes
            .into_iter()
            .map(|note| view! { <p class="note">{note}</p> })
            .collect_view()
    };
    let columns = words.columns.into_iter().enumerate().map(|(at, name)| {
        let class = if at == 0 { "" } else { "number" };
        view! { <th scope="col" class=class>{name}</th> }
    });
    view! {
        <section class="panel keys effect" data-part="effect" aria-labelledby="effect-title">
            <h2 id="effect-title">{words.heading}</h2>
            <dl id="risks">{risks}</dl>
            <div class="table" tabindex="0" role="region" aria-label=words.caption>
                <table id="effect-table">
                    <caption>{words.caption}</caption>
                    <thead><tr>{columns.collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div id="effect-notes">{notes}</div>
            <p class="note">{words.points}</p>
        </section>
    }
    .into_any()
}

/// Willingness, re-sourcing, capacity, all together: each with its least and most.
fn lines(effect: &EffectFigures) -> [(Option<f64>, Option<[f64; 2]>); 4] {
    let ranges = &effect.ranges;
    let known = effect.resourcing.is_some();
    [
        (Some(effect.willingness), Some(ranges.willingness)),
        (effect.resourcing, Some(ranges.resourcing).filter(|_| known)),
        (Some(effect.capacity), Some(ranges.capacity)),
        (Some(effect.gain), Some([effect.gain_low, effect.gain_high])),
    ]
}

/// What a reader must know.
fn notes(data: &Dataset, figures: &AllianceFigures, allied: &Allied) -> Vec<String> {
    let words = allied.words;
    let mut notes = Vec::new();
    if let Some(why) = figures.why.of("effect") {
        notes.push((words.unknown)(allied.mineral(), why));
    }
    let effect = figures.effect.as_ref();
    if let Some(why) = effect.and_then(|effect| effect.why.of("resourcing")) {
        notes.push((words.no_resourcing)(why));
    }
    if figures.sourcing == Some("world") {
        notes.push(words.world_sourcing.to_owned());
    }
    if !figures.without_wgi.is_empty() {
        notes.push((words.left_out)(
            &names(data, &figures.without_wgi).join(", "),
        ));
    }
    notes
}
