//! The view's tables, its figures for programs, and everything in one file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::taking::Taking;
use crate::i18n::EN_TAKING;
use crate::take::{Entry, Kind, Size};
use crate::web;

/// How wide the pictures of an archive are, in CSS pixels, and how many device pixels each of these has.
const WIDTH: u32 = 720;
const SCALE: u32 = 2;

/// The view's archive.
async fn archive(taking: Taking) -> Result<Vec<u8>, String> {
    let day = Taking::today().ok_or(EN_TAKING.no_clock)?;
    let kinds: Vec<Kind> = taking.ask(|taken| taken.kinds().collect());
    let mut pictures: Vec<Entry> = Vec::new();
    for kind in kinds {
        // A figure that there is nothing to draw of is left out.
        let Ok((svg, size)) = taking.svg(kind, Size::wide(WIDTH), taking.ground()) else {
            continue;
        };
        let name = format!("picture/{}", kind.word());
        let png = web::picture::png(&svg, size, SCALE).await?;
        pictures.push((format!("{name}.png"), web::picture::bytes(&png).await?));
        pictures.push((format!("{name}.svg"), svg.into_bytes()));
    }
    let link = taking.link();
    taking.ask(|taken| taken.archive(pictures, &link, day))
}

/// Buttons for each.
#[component]
pub(super) fn DataPart(taking: Taking) -> impl IntoView {
    let words = &EN_TAKING;
    let outcome = RwSignal::new(String::new());
    let tell = move |saved: Result<(), String>| {
        let text = match saved {
            Ok(()) => words.saved.to_owned(),
            Err(why) => (words.refused)(&why),
        };
        // The window may be closed before all is packed.
        outcome.try_set(text);
    };
    let saved = |name: &str, kind: &str, bytes: &[u8]| {
        web::download::bytes(name, kind, bytes).map_err(|error| web::told(&error))
    };
    let waiting = move || taking.missing().is_some();
    let csv = move |at: usize| {
        let table = taking.ask(|taken| taken.tables().into_iter().nth(at));
        let Some(table) = table else { return };
        let kind = "text/csv;charset=utf-8";
        let done = web::download::text(&format!("{}.csv", table.file), kind, &table.csv());
        tell(done.map_err(|error| web::told(&error)));
    };
    // Known once everything is there.
    let tables = Memo::new(move |_| {
        taking.missing();
        taking.ask(|taken| {
            let tables = taken.tables().into_iter();
            tables.map(|table| table.caption).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let tables = tables.get().into_iter().enumerate();
        tables
            .map(|(at, caption)| {
                view! {
                    <li>
                        <button type="button" class="quiet take-csv" disabled=waiting on:click=move |_| csv(at)>
                            {(words.csv)(&caption)}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let json = move |_| {
        let (name, json) = taking.ask(|taken| (taken.name(), taken.json()));
        tell(json.and_then(|json| {
            let name = format!("{name}.json");
            saved(&name, "application/json", format!("{json}\n").as_bytes())
        }));
    };
    let zip = move |_| {
        outcome.set(words.packing.to_owned());
        spawn_local(async move {
            let packed = archive(taking).await;
            let name = taking.ask(|taken| taken.name() + ".zip");
            tell(packed.and_then(|bytes| saved(&name, "application/zip", &bytes)));
        });
    };
    view! {
        <section aria-labelledby="data-title">
            <h3 id="data-title">{words.data}</h3>
            <ul class="take-list">
                {buttons}
                <li>
                    <button type="button" class="quiet" id="take-json" disabled=waiting on:click=json>{words.json}</button>
                </li>
                <li>
                    <button type="button" class="quiet" id="take-zip" disabled=waiting on:click=zip>{words.zip}</button>
                </li>
            </ul>
            <p class="note">{words.zip_holds}</p>
            <p class="note" id="take-status" role="status">
                {move || taking.missing().unwrap_or_else(|| outcome.get())}
            </p>
        </section>
    }
    .into_any()
}
