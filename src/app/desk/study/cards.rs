//! A card for each claim.

use leptos::prelude::*;

use super::{Desk, links};
use crate::figure::{ClaimCard, FoundRow};
use crate::i18n::EN_STUDY;
use crate::i18n::number::ABSENT;

/// Every claim.
#[component]
pub(super) fn Cards(
    /// The claims.
    cards: Vec<ClaimCard>,
) -> impl IntoView {
    let desk = Desk::get();
    // Each card is a figure of its own too, and the section is shown with any of them.
    let parts = cards.iter().fold("claims".to_owned(), |parts, card| {
        format!("{parts} {}", card.id)
    });
    let cards = cards.into_iter().map(|one| card(desk, one));
    view! {
        <section data-part=parts aria-labelledby="claims-title">
            <h2 id="claims-title">{EN_STUDY.card.heading}</h2>
            <div class="claims">{cards.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn card(desk: Desk, card: ClaimCard) -> impl IntoView {
    let words = &EN_STUDY.card;
    let title = format!("claim-{}", card.id);
    let named = title.clone();
    let source = host(&card.source).to_owned();
    let note = (!card.note.is_empty()).then(|| {
        format!(
            " {}.",
            (EN_STUDY.sentence)(&card.note).trim_end_matches('.')
        )
    });
    let table = (!card.rows.is_empty()).then(|| rows(title.clone(), card.claimed, card.rows));
    let stages = (!card.stages.is_empty()).then(|| {
        view! {
            <h4>{words.stages}</h4>
            <ul class="stages">{links(desk, card.stages)}</ul>
        }
    });
    view! {
        <article class="claim" data-part=format!("claims {}", card.id) aria-labelledby=named data-claim=card.id data-verdict=card.verdict.slug()>
            <h3 id=title>{card.claim}</h3>
            <p class="verdict"><strong>{card.verdict_word}</strong>" "<span>{card.reason}</span></p>
            {table}
            {stages}
            <h4>{words.links}</h4>
            <ul class="links">{links(desk, card.links)}</ul>
            <p class="note">
                {card.rule}" "{words.read_in}" ("{words.secondary}"): "
                <a href=card.source rel="external">{source}</a>"."{note}
            </p>
        </article>
    }
}

/// What was claimed, and what each table says.
fn rows(title: String, claimed: Option<String>, rows: Vec<FoundRow>) -> impl IntoView {
    let words = &EN_STUDY.card;
    let reported = view! {
        <tr data-row="reported">
            <th scope="row">{words.reported}</th>
            <td class="number">{claimed.unwrap_or_else(|| ABSENT.to_owned())}</td>
            <td>{ABSENT}</td>
            <td>{ABSENT}</td>
        </tr>
    };
    let rows = rows.into_iter().map(|row| {
        let agrees = if row.agrees { words.yes } else { words.no };
        view! {
            <tr data-row=row.id>
                <th scope="row">{row.whose}</th>
                <td class="number">{row.part}</td>
                <td>{row.place}</td>
                <td>{agrees}</td>
            </tr>
        }
    });
    view! {
        <div class="table" tabindex="0" role="region" aria-labelledby=title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.whose}</th>
                        <th scope="col" class="number">{words.part}</th>
                        <th scope="col">{words.place}</th>
                        <th scope="col">{words.agrees}</th>
                    </tr>
                </thead>
                <tbody>{reported}{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The host of an address, which says whose account it is.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
