//! The page's components.
//!
//! One component a panel; each builds a figure from the state and shows it. The same components are mounted in the
//! browser and written out as HTML by the build, so that what is read before the code arrives is what stays.
#![allow(
    clippy::must_use_candidate,
    clippy::too_many_lines,
    reason = "components are called by the view macro, and a view is read as one piece"
)]

mod below;
mod chooser;
mod context;
mod controls;
mod country_panel;
#[cfg(not(feature = "prerender"))]
mod desk;
mod foot;
mod header;
mod key_panel;
mod map_panel;
mod notice;
mod pan_zoom;
mod plot;
mod table_view;

use leptos::prelude::*;

use crate::data::{DataError, Dataset};
use crate::draw::{Bars, Lines};
use crate::figure::{Figures, Sources, Table};

use chooser::MineralChooser;
use context::App;
use controls::Controls;
use country_panel::CountryPanel;
use foot::Foot;
use header::Header;
use key_panel::{BELOW, KeyPanel};
use map_panel::MapPanel;
use notice::Notice;
use plot::Plot;
use table_view::{TableView, TakeButton};

/// The page, or the reason why there is none.
#[component]
pub fn Page(
    /// The data, or what is wrong with them.
    data: Result<&'static Dataset, &'static DataError>,
    /// The query string of the link.
    query: String,
) -> impl IntoView {
    match data {
        Ok(data) => view! { <Atlas data query /> }.into_any(),
        Err(error) => view! { <BadData error /> }.into_any(),
    }
}

#[component]
fn Atlas(data: &'static Dataset, query: String) -> impl IntoView {
    let app = App::start(data, &query);
    provide_context(app);
    app.keep_document(move || app.front.with(|front| front.title.clone()));
    view! {
        <Header />
        <main id="content" tabindex="-1">
            <Notice />
            <Map />
        </main>
        <Foot source=move || app.figures.with(|figures| figures.sources.line()) />
    }
    .into_any()
}

/// One mineral's map and everything beside it.
#[component]
fn Map() -> impl IntoView {
    let app = App::get();
    let words = app.words;
    let title = move || app.front.with(|front| front.title.clone());
    let finding = move || app.front.with(|front| front.finding.clone());
    app.begins_below(BELOW);
    view! {
        <div class="bar">
            <MineralChooser />
            <Controls />
        </div>
        <p class="no-script">{words.controls.no_script}</p>
        <h1 id="title">{title}</h1>
        <p id="finding" aria-live="polite">{finding}</p>
        <div class="figures">
            <MapPanel />
            <KeyPanel />
            <RankingPanel />
            <TrendPanel />
            <SharesPanel />
            <CountryPanel />
            <ListsPanel />
        </div>
        <SourcesPanel />
    }
    .into_any()
}

#[component]
fn RankingPanel() -> impl IntoView {
    let app = App::get();
    view! {
        <section class="panel ranking" data-part="ranking" aria-labelledby="ranking-title">
            <h2 id="ranking-title">{app.words.controls.ranking}</h2>
            <Plot painter=Bars figure=move || app.figures.with(|figures| figures.ranking.clone()) />
        </section>
    }
    .into_any()
}

#[component]
fn TrendPanel() -> impl IntoView {
    let app = App::get();
    let words = app.words;
    let has_trend = move || app.figures.with(|figures| figures.trend.years.len() > 1);
    let left_out = move || {
        app.figures.with(|figures| {
            let years: Vec<String> = figures
                .trend
                .other_basis
                .iter()
                .map(u16::to_string)
                .collect();
            if years.is_empty() {
                String::new()
            } else {
                (words.notes.other_basis)(&years.join(", "))
            }
        })
    };
    let table: fn(&Figures) -> Option<&Table> = |figures| Some(&figures.trend_table);
    view! {
        <section class="panel trend" data-part="trend" aria-labelledby="trend-title">
            <h2 id="trend-title">{words.controls.trend}</h2>
            <div hidden=move || !has_trend()>
                <Plot painter=Lines figure=move || app.figures.with(|figures| figures.trend.clone()) />
                <p class="note">{words.notes.newest_edition}</p>
            </div>
            <p class="note" hidden=has_trend>{words.notes.no_trend}</p>
            <p class="note">{left_out}</p>
            <details>
                <summary>{words.table.show}</summary>
                <TableView table />
            </details>
            <TakeButton />
        </section>
    }
    .into_any()
}

#[component]
fn SharesPanel() -> impl IntoView {
    let app = App::get();
    let table: fn(&Figures) -> Option<&Table> = |figures| Some(&figures.shares);
    view! {
        <section class="panel shares" data-part="shares" aria-labelledby="shares-title">
            <h2 id="shares-title">{app.words.table.shares}</h2>
            <div id="shares-table">
                <TableView table />
            </div>
            <TakeButton />
        </section>
    }
    .into_any()
}

#[component]
fn ListsPanel() -> impl IntoView {
    let app = App::get();
    let table: fn(&Figures) -> Option<&Table> = |figures| Some(&figures.listings);
    view! {
        <section class="panel lists" data-part="lists" aria-labelledby="lists-title">
            <h2 id="lists-title">{app.words.lists.heading}</h2>
            <TableView table />
            <TakeButton />
        </section>
    }
    .into_any()
}

#[component]
fn SourcesPanel() -> impl IntoView {
    let app = App::get();
    let sources = move |part: fn(&Sources) -> String| {
        move || app.figures.with(|figures| part(&figures.sources))
    };
    let link = move || app.figures.with(|figures| figures.sources.link.clone());
    let notes = move || {
        let notes = app.figures.with(|figures| figures.sources.notes.clone());
        notes
            .into_iter()
            .map(|note| view! { <li>{note}</li> })
            .collect_view()
    };
    view! {
        <footer class="sources" data-part="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{app.words.controls.sources}</h2>
            <p>
                <a href=link rel="noopener">
                    {sources(|sources| sources.citation.clone())}
                </a>
                ", "
                {sources(|sources| sources.licence.clone())}
            </p>
            <p>{sources(|sources| sources.governance.clone())}</p>
            <ul>{notes}</ul>
        </footer>
    }
    .into_any()
}

/// What is wrong with the data, place by place: shown instead of figures that could not be trusted.
#[component]
fn BadData(error: &'static DataError) -> impl IntoView {
    let issues = error
        .issues
        .iter()
        .map(|issue| view! { <li>{issue.to_string()}</li> })
        .collect_view();
    view! {
        <main class="bad-data">
            <h1>"Adit cannot show its figures"</h1>
            <p>"Its data did not pass their checks. What was found:"</p>
            <ul>{issues}</ul>
        </main>
    }
    .into_any()
}

/// Puts the map into the document in place of what the build wrote there.
#[cfg(feature = "web")]
pub fn mount() {
    mount_with(|query| view! { <Page data=crate::data::embedded() query /> }.into_any());
}

/// Puts the desk into the document in place of what the build wrote there; in a worker of the desk, does its job.
#[cfg(feature = "web")]
pub fn mount_desk() {
    if crate::web::worker::is_here() {
        console_error_panic_hook::set_once();
        desk::work();
        return;
    }
    mount_with(|query| view! { <desk::DeskPage data=crate::data::embedded() query /> }.into_any());
}

/// Hands the desk a message of the document that frames the page, and where it came from.
#[cfg(feature = "web")]
pub fn hear(message: &wasm_bindgen::JsValue, origin: String) {
    desk::hear(message, origin);
}

/// Opens the desk's window of what readers take with them.
#[cfg(feature = "web")]
pub fn share() {
    desk::open_share();
}

#[cfg(feature = "web")]
thread_local! {
    /// What is in the document, until it goes.
    static MOUNTED: std::cell::RefCell<Option<Box<dyn std::any::Any>>> =
        const { std::cell::RefCell::new(None) };
}

/// Takes the page out of the document, all but the outlines, which another program begins with.
#[cfg(feature = "web")]
pub fn leave() {
    crate::web::document::move_into(map_panel::SHAPES, "definitions");
    MOUNTED.take();
}

#[cfg(feature = "web")]
fn mount_with(page: fn(String) -> AnyView) {
    use wasm_bindgen::JsCast;

    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        // The document holds a message for this, which needs no code to be shown.
        crate::web::document::set_root("data-broken", Some("true"));
    }));
    let query = crate::web::history::query();
    let host = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(host) = host else { return };
    // The new page is built beside the prerendered one and takes its place within one frame.
    let mounted = mount_to(host, move || page(query));
    MOUNTED.set(Some(Box::new(mounted)));
    crate::web::document::put_in_place(map_panel::SHAPES, map_panel::SHAPES_PLACE);
    crate::web::document::remove("prerendered");
    crate::web::document::set_root("data-pending", None);
    request_animation_frame(|| crate::web::document::set_root("data-ready", Some("true")));
}
