//! The best partners with their proof, what is nearly as good, and the fewest for a target.

use leptos::prelude::*;

use super::Allied;
use crate::data::Dataset;
use crate::figure::{names, points};
use crate::i18n::AllianceWords;
use crate::i18n::number::{ABSENT, percent};
use crate::report::{PartnerFigures, PartnerSet};
use crate::units::Share;

fn share(part: f64) -> String {
    percent(Share::clamped(part))
}

/// The search and its answer.
#[component]
pub(super) fn Partners() -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (&allied.words.partners, allied.desk.app.data);
    let searching = allied.searching;
    let progress = move || {
        let so_far = searching.so_far()?;
        let risk = so_far.risk.map_or_else(|| ABSENT.to_owned(), points);
        let told = if searching.is_stopped() {
            words.stopped
        } else {
            words.searching
        };
        Some(told(so_far.nodes, &risk, &points(so_far.bound.max(0.0))))
    };
    let answer =
        move || searching.with_done(|done| done.map(|done| answer(data, done, allied.words)));
    view! {
        <section class="panel partners" data-part="partners" aria-labelledby="partners-title">
            <h2 id="partners-title">{words.heading}</h2>
            <div class="row" role="status">
                <p class="note" id="search-progress">{progress}</p>
                <button
                    type="button"
                    id="stop-search"
                    class="quiet"
                    hidden=move || !searching.is_on()
                    on:click=move |_| searching.stop()
                >
                    {words.stop}
                </button>
                <button
                    type="button"
                    id="search-again"
                    class="quiet"
                    hidden=move || !searching.is_stopped()
                    on:click=move |_| searching.again()
                >
                    {words.again}
                </button>
            </div>
            <div id="partner-answer">{answer}</div>
        </section>
    }
    .into_any()
}

fn answer(data: &Dataset, figures: &PartnerFigures, all_words: &'static AllianceWords) -> AnyView {
    let words = &all_words.partners;
    let Some(answer) = &figures.answer else {
        let why = figures.why.of("answer").unwrap_or_default();
        return view! { <p class="prose">{(all_words.no_best)(why)}</p> }.into_any();
    };
    let target = share(figures.target);
    let (proof, best) = (&answer.proof, &answer.best);
    let best_heading = (words.best)(best.partners.len());
    let intro = (words.intro)(&share(answer.need_of_world), answer.need_from == "assumed");
    let ends = (words.ends)(&points(answer.risk_without), &points(answer.risk_with_all));
    let proved = (words.proof)(proof.nodes, proof.closed, &points(proof.bound), proof.holds);
    let otherwise = answer.otherwise.iter().map(|other| {
        let partners = (all_words.joined)(&names(data, &other.partners));
        let eta = other.eta.to_string();
        view! { <li>{(words.otherwise)(&eta, &partners, &points(other.risk))}</li> }
    });
    let fewest = (words.fewest)(
        answer.fewest.as_ref().map(|set| set.partners.len()),
        &target,
    );
    let fewest_why = answer.why.of("fewest").map(str::to_owned);
    let few = answer
        .fewest
        .as_ref()
        .map(|few| set(("fewest", &fewest), data, few, &target, all_words));
    let others = answer.alternatives.iter().map(|other| {
        view! {
            <tr>
                <th scope="row">{names(data, &other.partners).join(", ")}</th>
                <td class="number">{points(other.risk)}</td>
            </tr>
        }
    });
    let heading = (words.alternatives)(answer.alternatives.len(), answer.more_alternatives);
    let [partners, risk] = words.alternative;
    view! {
        <p class="note">{intro}" "{ends}</p>
        <h3>{best_heading.clone()}</h3>
        {set(("best", &best_heading), data, best, &target, all_words)}
        <p class="note" id="proof">{proved}</p>
        <ul class="reasons" id="otherwise">{otherwise.collect_view()}</ul>
        <h3>{fewest}</h3>
        <p class="note">{fewest_why}</p>
        {few}
        <details>
            <summary>{heading.clone()}</summary>
            <div class="table" tabindex="0" role="region" aria-label=heading.clone()>
                <table id="alternatives">
                    <caption>{heading.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{partners}</th>
                            <th scope="col" class="number">{risk}</th>
                        </tr>
                    </thead>
                    <tbody>{others.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// A set with its mix; parts that round to nothing are in it, too.
fn set(
    (id, heading): (&'static str, &str),
    data: &Dataset,
    set: &PartnerSet,
    target: &str,
    all_words: &'static AllianceWords,
) -> AnyView {
    let words = &all_words.partners;
    let rows = set.mix.iter().map(|row| {
        let own = row.own.then_some(words.own);
        let worth = row.worth.map_or_else(|| ABSENT.to_owned(), points);
        view! {
            <tr>
                <th scope="row">{data.name_of(&row.country)}<span class="remark">{own}</span></th>
                <td class="number">{share(row.share)}</td>
                <td class="number">{worth}</td>
            </tr>
        }
    });
    let short = (set.shortage > 0.0).then(|| (words.shortage)(&share(set.shortage)));
    let verdict = (words.verdict)(
        &points(set.risk),
        &share(set.largest),
        target,
        set.within_target,
    );
    let [who, sends, worth] = words.mix;
    view! {
        <div class="table" tabindex="0" role="region" aria-label=heading.to_owned()>
            <table id=id>
                <caption>{verdict}</caption>
                <thead>
                    <tr>
                        <th scope="col">{who}</th>
                        <th scope="col" class="number">{sends}</th>
                        <th scope="col" class="number">{worth}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <p class="note">{short}</p>
    }
    .into_any()
}
