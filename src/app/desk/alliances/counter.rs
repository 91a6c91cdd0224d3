//! What the largest supplier outside could do, in the short run and in the long.

use leptos::prelude::*;

use super::Allied;
use crate::i18n::number::{ABSENT, percent};
use crate::report::RunFigures;
use crate::units::Share;

/// The table of runs.
#[component]
pub(super) fn Counter() -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (&allied.words.counter, allied.desk.app.data);
    let share = |part: f64| percent(Share::clamped(part));
    let intro = move || {
        allied.figures.with(|figures| match &figures.counter {
            Some(counter) => (words.leader)(
                &data.name_of(&counter.leader),
                &share(counter.world_share),
                &share(counter.share_before),
                &share(counter.share_after),
            ),
            None => (words.none)(figures.why.of("counter").unwrap_or_default()),
        })
    };
    let name = |run: &RunFigures| match run.run {
        "short" => words.runs[0],
        "long" => words.runs[1],
        _ => words.runs[2],
    };
    let rows = move || {
        allied.figures.with(|figures| {
            let counter = figures.counter.as_ref()?;
            let rows = counter.runs.iter().map(|run| {
                let pays = words.pays[usize::from(!run.cutting_pays)];
                let odds = run.break_even;
                let odds = odds.map_or_else(|| ABSENT.to_owned(), |odds| format!("{odds:.2}"));
                view! {
                    <tr>
                        <th scope="row">{name(run)}</th>
                        <td>{pays}</td>
                        <td class="number">{share(run.threshold_share)}</td>
                        <td class="number">{share(run.held_back)}</td>
                        <td class="number">{(words.times)(&format!("{:.2}", run.price))}</td>
                        <td class="number">{format!("{:.2}", run.stop_before.loss)}</td>
                        <td class="number">{format!("{:.2}", run.stop_after.loss)}</td>
                        <td class="number">{odds}</td>
                    </tr>
                }
            });
            Some(rows.collect_view())
        })
    };
    let notes = move || {
        allied.figures.with(|figures| {
            let counter = figures.counter.as_ref()?;
            let answered = counter
                .runs
                .iter()
                .filter(|run| run.price_after < run.price);
            let answered = answered.map(|run| {
                let price = format!("{:.2}", run.price_after);
                let text = (words.after)(name(run), &share(run.held_back_after), &price);
                view! { <p class="note">{text}</p> }
            });
            let ceiling = (words.note)(&format!("{:.0}", counter.ceiling));
            Some((
                answered.collect_view(),
                view! { <p class="note">{ceiling}</p> },
            ))
        })
    };
    let columns = words.columns.into_iter().enumerate().map(|(at, name)| {
        let class = if at < 2 { "" } else { "number" };
        view! { <th scope="col" class=class>{name}</th> }
    });
    let none = move || allied.figures.with(|figures| figures.counter.is_none());
    view! {
        <section class="panel counter" data-part="counter" aria-labelledby="counter-title">
            <h2 id="counter-title">{words.heading}</h2>
            <p class="prose" id="leader">{intro}</p>
            <div class="table" tabindex="0" role="region" aria-label=words.caption hidden=none>
                <table id="counter-table">
                    <caption>{words.caption}</caption>
                    <thead><tr>{columns.collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {notes}
        </section>
    }
    .into_any()
}
