//! The agreements, each with its switch.

use leptos::prelude::*;

use super::Allied;
use crate::alliance::agreements::concerning;
use crate::alliance::{Agreement, Asked};
use crate::data::Evidence;
use crate::figure::{names, points};
use crate::i18n::number::percent;
use crate::risk::SupplyShares;
use crate::units::{Share, total};

/// The agreements that concern the importer, and the others by name.
#[component]
pub(super) fn Agreements() -> impl IntoView {
    let allied = Allied::get();
    let (desk, words) = (allied.desk, &allied.words.agreements);
    let data = desk.app.data;
    // Which agreements concern the case, those whose partners supply most of the world first: their switches stay in
    // place while only what counts changes.
    let listed = Memo::new(move |_| {
        let importer = desk.importer.get();
        let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
        let table = allied.table();
        let shares = SupplyShares::of(table);
        let supplied = |one: &Agreement| {
            let partners = one.partners_of(&members).into_iter();
            let parts = partners.filter_map(|partner| shares.get(partner));
            total(parts.map(|row| row.share.fraction()))
        };
        allied.known.with_value(|known| {
            let mut here = concerning(known, table.mineral, &members);
            here.sort_by(|a, b| supplied(b).total_cmp(&supplied(a)));
            let here = here.into_iter().map(|one| one.id.clone());
            here.collect::<Vec<_>>()
        })
    });
    let items = move || {
        listed.with(|listed| {
            allied.known.with_value(|known| {
                let here = listed.iter();
                let here = here.filter_map(|id| known.iter().find(|one| one.id == *id));
                here.map(|one| view! { <Item agreement=one.clone() /> })
                    .collect_view()
            })
        })
    };
    let others = move || {
        listed.with(|listed| {
            allied.known.with_value(|known| {
                let others: Vec<&Agreement> = known
                    .iter()
                    .filter(|one| !listed.contains(&one.id))
                    .collect();
                let items = others
                    .iter()
                    .map(|one| view! { <li>{one.name.clone()}</li> })
                    .collect_view();
                view! {
                    <details>
                        <summary>{(words.others)(others.len())}</summary>
                        <ul class="reasons">{items}</ul>
                    </details>
                }
            })
        })
    };
    let empty = move || listed.with(Vec::is_empty);
    let twice = move || {
        allied.figures.with(|figures| {
            let part = figures.redundancy?;
            Some((words.twice)(&percent(Share::clamped(part))))
        })
    };
    let usual = move |_| {
        let asked = allied.asked.get_untracked();
        allied.change(&Asked {
            with: Vec::new(),
            without: Vec::new(),
            ..asked
        });
    };
    let clear = move |_| {
        let asked = allied.asked.get_untracked();
        allied.change(&Asked {
            with: Vec::new(),
            without: listed.get_untracked(),
            ..asked
        });
    };
    view! {
        <section class="panel agreements" data-part="agreements" aria-labelledby="agreements-title">
            <h2 id="agreements-title">{words.heading}</h2>
            <p class="prose" hidden=empty>{words.intro}</p>
            <p class="prose" hidden=move || !empty()>{words.none}</p>
            <div class="row" hidden=empty>
                <button type="button" id="all-agreements" class="quiet" on:click=usual>{words.usual}</button>
                <button type="button" id="no-agreements" class="quiet" on:click=clear>{words.clear}</button>
            </div>
            <ul class="agreement-list">{items}</ul>
            <p id="twice" class="note">{twice}</p>
            {others}
        </section>
    }
    .into_any()
}

/// One agreement: what it is, and what it would change.
#[component]
fn Item(agreement: Agreement) -> impl IntoView {
    let allied = Allied::get();
    let words = &allied.words.agreements;
    let data = allied.desk.app.data;
    let id = format!("agreement-{}", agreement.id);
    let agreement = StoredValue::new(agreement);
    let on = move || {
        agreement.with_value(|agreement| allied.asked.with(|asked| asked.counts(agreement)))
    };
    let switch = move |event| {
        let on = event_target_checked(&event);
        let asked = allied.asked.get_untracked();
        let switched = allied.known.with_value(|known| {
            agreement.with_value(|agreement| asked.switched(agreement, on, known))
        });
        allied.change(&switched);
    };
    let facts = move || {
        agreement.with_value(|agreement| {
            let depths = allied.asked.with(Asked::depths);
            [
                agreement.kind.clone(),
                words.depths[agreement.depth as usize].to_owned(),
                (words.bound)(&depths.of(agreement.depth).to_string()),
                (words.since)(&agreement.since, &agreement.until),
                agreement.status.clone(),
                (words.about)(agreement.materials.as_ref().map(Vec::len)),
            ]
            .join(" · ")
        })
    };
    let does = move || {
        agreement.with_value(|agreement| {
            allied.figures.with(|figures| {
                let row = figures.agreements.iter().find(|row| row.id == agreement.id);
                let Some(row) = row else {
                    return words.off.to_owned();
                };
                if row.suppliers.is_empty() {
                    return words.idle.to_owned();
                }
                let who = names(data, &row.suppliers).join(", ");
                let covers = (words.covers)(&percent(Share::clamped(row.covered)), &who);
                if !allied.claims() {
                    return covers;
                }
                let worth = (words.worth)(&points(row.alone), &points(row.last));
                format!("{covers} {worth}")
            })
        })
    };
    let (name, reason, note, evidence, source) = agreement.with_value(|agreement| {
        let evidence = match agreement.evidence {
            Evidence::Read => 0,
            Evidence::Partly => 1,
            Evidence::Secondary => 2,
        };
        (
            agreement.name.clone(),
            agreement.depth_reason.clone(),
            agreement.note.clone(),
            words.evidence[evidence],
            agreement.source.clone(),
        )
    });
    view! {
        <li class="agreement" class:off=move || !on()>
            <label class="says">
                <input type="checkbox" id=id prop:checked=on on:change=switch />
                <span>{name}</span>
            </label>
            <p class="note">{facts}</p>
            <p class="note does">{does}</p>
            <details>
                <summary>{evidence}</summary>
                <p class="note">{reason}</p>
                <p class="note">{note}</p>
                <p class="note source">{words.source}": "{source}</p>
            </details>
        </li>
    }
    .into_any()
}
