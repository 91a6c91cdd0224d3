//! The reader's own figures: a file chosen or dropped, checked, and laid over the shipped data.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::data::{Dataset, Importer, MineralId, OWN_FIRM, Own, OwnData, OwnError, OwnKind};
use crate::state::{View, ViewState, query};
use crate::web;

/// What became of the last file: what the browser said when it could not be read, or the mistakes in it.
#[derive(Clone)]
enum Refused {
    Unreadable(String),
    Wrong(OwnError),
}

/// The view: what can be brought, how, and what became of it.
#[component]
pub(super) fn OwnFigures() -> impl IntoView {
    let desk = Desk::get();
    let words = &desk.words.own;
    let refused = RwSignal::new(None::<Refused>);
    let take = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            match web::upload::read(file).await {
                Err(why) => refused.set(Some(Refused::Unreadable(why))),
                Ok((name, bytes)) => match OwnData::read(&name, &bytes, desk.shipped) {
                    Err(error) => refused.set(Some(Refused::Wrong(error))),
                    Ok(own) => count(&desk, &own),
                },
            }
        });
    };
    let over = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        event.prevent_default();
        take(web::upload::dropped(&event));
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
    let kinds = OwnKind::ALL
        .into_iter()
        .map(|kind| {
            let failed = RwSignal::new(false);
            let download = move |_| {
                let name = format!("adit-{}.csv", kind.word());
                let outcome = web::download::text(&name, "text/csv;charset=utf-8", &kind.template());
                failed.set(outcome.is_err());
            };
            let columns = kind.columns().join(", ");
            view! {
                <section class="panel">
                    <h2>{(words.kind)(kind)}</h2>
                    <p class="prose">{(words.effect)(kind)}</p>
                    <p class="note">{words.columns} ": " <code>{columns}</code></p>
                    <button type="button" class="quiet" data-kind=kind.word() on:click=download>
                        {(words.template)(kind)}
                    </button>
                    <p class="note" role="alert" hidden=move || !failed.get()>{desk.app.words.table.refused}</p>
                </section>
            }
        })
        .collect_view();
    let mistakes = move || refused.get().map(|refused| view! { <Mistakes refused /> });
    let counted = desk.app.data.own().map(|own| view! { <Counted own /> });
    view! {
        <h1 id="title">{words.title}</h1>
        <p id="finding">{words.finding}</p>
        <div class="upload">
            <label class="field" for="own-file">
                <span>{words.choose}</span>
            </label>
            <input
                id="own-file"
                type="file"
                accept=".csv,.tsv,.txt,text/csv"
                aria-describedby="own-drop own-privacy"
                on:change=move |event| take(web::upload::chosen(&event))
            />
            <p class="note" id="own-drop">{words.drop}</p>
            <p class="prose" id="own-privacy">{words.privacy}</p>
        </div>
        <div id="own-outcome" role="status">{counted}{mistakes}</div>
        <h2 class="kinds">{words.templates}</h2>
        <p class="note">{words.cells}</p>
        <div class="figures">{kinds}</div>
    }
    .into_any()
}

/// Lays a file over the shipped data and goes to what it is about.
fn count(desk: &Desk, own: &OwnData) {
    // A data set lives as long as the page: identifiers and words of it are everywhere. A reader brings a few.
    let data: &'static Dataset = Box::leak(Box::new(own.over(desk.shipped)));
    let Some(file) = data.own() else { return };
    let state = ViewState {
        view: View::Data,
        mineral: file
            .minerals
            .first()
            .copied()
            .unwrap_or(desk.app.now().mineral),
        stage: file.stages.first().copied().unwrap_or(desk.app.now().stage),
        edition: None,
        year: file.years.last().copied(),
        importer: file
            .imports
            .first()
            .map(|first| Importer::Country(first.importer)),
        compare: None,
        ..desk.app.now()
    };
    web::history::write(&query::encode(&state.normalised(data), data), true);
    desk.own.set(Some(data));
}

/// A file that counts, and where to see it.
#[component]
fn Counted(own: &'static Own) -> impl IntoView {
    let desk = Desk::get();
    let (app, words) = (desk.app, &desk.words.own);
    let views = &app.words.views;
    let years: Vec<String> = own.years.iter().map(u16::to_string).collect();
    let to = move |view: View, mineral: MineralId| {
        let state = ViewState {
            view,
            mineral,
            ..app.shown()
        };
        format!("?{}", query::encode(&state.normalised(app.data), app.data))
    };
    let links = [(View::Map, views.map), (View::Dependence, views.dependence)];
    let links = own
        .minerals
        .iter()
        .flat_map(|&mineral| links.map(|(view, name)| (view, name, mineral)))
        .map(|(view, name, mineral)| {
            let text = (words.view_of)(name, &app.data.mineral(mineral).name);
            view! { <li><a href=move || to(view, mineral)>{text}</a></li> }
        })
        .collect_view();
    let imports = own.kind == OwnKind::Imports;
    view! {
        <section class="panel counted" aria-labelledby="counted-title">
            <h2 id="counted-title">{(words.counts)(&own.file, own.kind, own.rows, &years.join(", "))}</h2>
            <p class="note" hidden=!imports>{words.no_exports}</p>
            <p>{words.see}</p>
            <ul class="reasons">
                <li><a href=move || app.link_to(View::Minerals)>{views.minerals}</a></li>
                {links}
            </ul>
        </section>
    }
    .into_any()
}

/// Why a file was not taken.
#[component]
fn Mistakes(refused: Refused) -> impl IntoView {
    let words = &Desk::get().words.own;
    let error = match refused {
        Refused::Unreadable(why) => {
            return view! { <p class="note">{why}</p> }.into_any();
        }
        Refused::Wrong(error) => error,
    };
    let heading = (words.refused)(&error.file, error.issues.len());
    let rows = error
        .issues
        .into_iter()
        .map(|issue| {
            let line = issue.line.map_or_else(String::new, |line| line.to_string());
            let column = issue
                .column
                .map_or_else(String::new, |(at, name)| format!("{at} ({name})"));
            view! {
                <tr>
                    <th scope="row" class="number">{line}</th>
                    <td>{column}</td>
                    <td>{issue.problem}</td>
                    <td>{issue.remedy}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="panel mistakes">
            <h2 id="mistakes-title">{heading}</h2>
            <p class="note">{words.unchanged}</p>
            <div class="table" tabindex="0" role="region" aria-labelledby="mistakes-title">
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="number">{words.line}</th>
                            <th scope="col">{words.column}</th>
                            <th scope="col">{words.problem}</th>
                            <th scope="col">{words.remedy}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// On every view: that figures of the reader's are among what is shown, and the way to be rid of them.
#[component]
pub(super) fn OwnNotice() -> impl IntoView {
    let desk = Desk::get();
    let words = &desk.words.own;
    desk.app
        .data
        .own()
        .map(|own| {
            let remove = move |_| {
                // The same view, as far as the shipped data have it.
                let (state, data) = (desk.app.now(), desk.app.data);
                let own = state
                    .importer
                    .is_some_and(|one| data.importer_code(one) == OWN_FIRM);
                let state = ViewState {
                    edition: None,
                    year: None,
                    importer: state.importer.filter(|_| !own),
                    compare: None,
                    ..state
                };
                web::history::write(&query::encode(&state, data), true);
                desk.own.set(None);
            };
            view! {
                <div class="notice own">
                    <p>{(words.notice)(&own.file)}</p>
                    <button type="button" id="own-remove" on:click=remove>{words.remove}</button>
                </div>
            }
        })
        .into_any()
}
