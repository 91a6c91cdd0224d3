//! The desk: every mineral under every method, and one importer's dependence.
//!
//! A program of its own beside the map's, so that who only looks at the map does not wait for it. It shares the map's
//! state and components; what it needs beyond the first data set it fetches ([`store`]).

mod alliances;
mod certificate;
mod charts;
mod choosers;
mod compared;
mod copy;
mod dependence;
mod drawn_lines;
mod explained;
mod flows;
mod host;
mod minerals;
mod number_field;
mod one_country;
mod own_data;
mod share;
mod shock;
mod sortable;
mod sources;
mod store;
mod study;

use leptos::prelude::*;

use super::Map;
use super::context::App;
use super::foot::Foot;
use super::header::Header;
use super::notice::Notice;
use crate::data::{DataError, Dataset, Importer, SupplyTable, TRADE_YEARS};
use crate::figure::heading;
use crate::i18n::{DeskStrings, EN_DESK};
use crate::report::{importer_of, table_for};
use crate::scenario::simulation::Summary;
use crate::state::{View, ViewState};
use crate::take::Taken;
use crate::web;

use alliances::Alliances;
use certificate::Certified;
use choosers::Choosers;
use dependence::Dependence;
use explained::PLACE;
use flows::Outlines;
use minerals::Minerals;
use one_country::OneCountryRule;
use own_data::{OwnFigures, OwnNotice};
use share::Share;
use shock::Shock;
use store::Store;
use study::Study;

pub(super) use host::hear;
pub(super) use share::open as open_share;
pub(super) use shock::work;

/// What every component of the desk reaches for beside the state.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    words: &'static DeskStrings,
    store: Store,
    importer: Memo<Option<Importer>>,
    view: Memo<View>,
    /// The shipped data with the reader's own figures over them, if there are any.
    own: RwSignal<Option<&'static Dataset>>,
    /// The shipped data.
    shipped: &'static Dataset,
    /// What else may happen in the view of shocks, once it is drawn there.
    drawn: RwSignal<Option<Summary>>,
}

impl Desk {
    fn get() -> Self {
        expect_context()
    }

    /// The table that a state leads to for an importer; read within a reactive scope where the two are.
    fn table(self, importer: Option<Importer>, state: &ViewState) -> &'static SupplyTable {
        table_for(self.app.data, state, importer, Some(TRADE_YEARS.1))
    }

    /// Asks the view what readers take with them of it; for event handlers.
    fn take<T>(self, question: impl FnOnce(&Taken<'_>) -> T) -> T {
        untrack(|| {
            let (state, drawn) = (self.app.shown(), self.drawn.get());
            self.store
                .ask(|sources| question(&Taken::of(sources, state, drawn)))
        })
    }

    fn importer_name(self) -> String {
        name_of(self.app.data, self.importer.get())
    }

    /// The state that what may be out of view shows, and its importer; read within a reactive scope.
    fn lower(self) -> (ViewState, Option<Importer>) {
        let state = self.app.lower();
        (state, importer_of(self.app.data, &state))
    }
}

fn name_of(data: &Dataset, importer: Option<Importer>) -> String {
    let name = |importer| data.importer_name(importer).to_owned();
    importer.map(name).unwrap_or_default()
}

/// The desk at a link, or the reason why there is none.
#[component]
pub(super) fn DeskPage(
    /// The data, or what is wrong with them.
    data: Result<&'static Dataset, &'static DataError>,
    /// The query string of the link.
    query: String,
) -> impl IntoView {
    match data {
        Ok(shipped) => view! { <Changing shipped query /> }.into_any(),
        Err(error) => view! { <super::BadData error /> }.into_any(),
    }
}

/// The desk on the shipped data or on the reader's own; another data set is another start, at the same link.
#[component]
fn Changing(shipped: &'static Dataset, query: String) -> impl IntoView {
    let own = RwSignal::new(None);
    let store = Store::new(shipped);
    let first = StoredValue::new(Some(query));
    let tables = move || {
        let data = own.get().unwrap_or(shipped);
        let query = first.try_update_value(Option::take).flatten();
        let query = query.unwrap_or_else(web::history::query);
        view! { <Tables data shipped own store=store.over(data) query /> }
    };
    view! {
        <Outlines />
        {tables}
    }
    .into_any()
}

#[component]
fn Tables(
    data: &'static Dataset,
    shipped: &'static Dataset,
    own: RwSignal<Option<&'static Dataset>>,
    store: Store,
    query: String,
) -> impl IntoView {
    let mut app = App::start(data, &query);
    app.as_built = false;
    provide_context(app);
    let importer = Memo::new(move |_| importer_of(data, &app.shown()));
    let desk = Desk {
        app,
        words: &EN_DESK,
        store,
        importer,
        view: Memo::new(move |_| app.shown().view),
        own,
        shipped,
        drawn: RwSignal::new(None),
    };
    provide_context(desk);
    let title = move || {
        let (importer, state) = (desk.importer_name(), app.shown());
        heading(data, app.words, &state, &importer)
    };
    app.keep_document(title);
    host::serve(desk);
    if !std::ptr::eq(data, shipped) || web::enclosed::is_here() {
        stay_in_place(app);
    }
    let body = move || match desk.view.get() {
        View::Dependence => view! {
            <Choosers />
            <Progress />
            <h1 id="title">{title}</h1>
            <Dependence />
        }
        .into_any(),
        View::Minerals => view! {
            <Choosers />
            <Progress />
            <h1 id="title">{title}</h1>
            <Minerals />
            <OneCountryRule />
        }
        .into_any(),
        View::Shock => view! {
            <Choosers />
            <Progress />
            <h1 id="title">{title}</h1>
            <Shock />
        }
        .into_any(),
        View::Alliances => view! {
            <Choosers />
            <Progress />
            <h1 id="title">{title}</h1>
            <Alliances />
        }
        .into_any(),
        View::Study => view! {
            <h1 id="title">{title}</h1>
            <Study />
        }
        .into_any(),
        View::Map => view! { <MapHere /> }.into_any(),
        View::Data => view! { <OwnFigures /> }.into_any(),
    };
    view! {
        <Header />
        <main id="content" tabindex="-1">
            <Notice />
            <OwnNotice />
            <Certified />
            {body}
        </main>
        <Foot source=move || sources::line(desk) />
        <Share />
    }
    .into_any()
}

/// The map in this program: for the reader's own figures, which another document would not have.
#[component]
fn MapHere() -> impl IntoView {
    flows::borrow_outlines();
    view! { <Map /> }.into_any()
}

/// Follows links to views without leaving the document, which would forget the reader's own figures, or be read from
/// disk once more.
fn stay_in_place(app: App) {
    let listener = window_event_listener(leptos::ev::click, move |event| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = web::document::link_of(&event);
        let link = link.and_then(|link| link.get_attribute("href"));
        let Some(link) = link.filter(|link| link.starts_with('?')) else {
            return;
        };
        if plain {
            event.prevent_default();
            web::history::write(link.trim_start_matches('?'), true);
            app.arrive();
            if !link.contains(PLACE) {
                web::document::focus("#content");
                web::document::scroll_to_top();
            }
        }
    });
    on_cleanup(move || listener.remove());
}

/// What is being fetched, and what could not be.
#[component]
fn Progress() -> impl IntoView {
    let desk = Desk::get();
    let words = &desk.words.desk;
    let text = move || match (desk.store.failure.get(), desk.store.pending.get()) {
        (_, Some(name)) => (words.fetching)(&name),
        (Some((name, why)), None) => (words.not_fetched)(&name, &why),
        (None, None) => String::new(),
    };
    let failed =
        move || desk.store.failure.with(Option::is_some) && desk.store.pending.get().is_none();
    view! {
        <div class="progress" role="status">
            <p class="note">{text}</p>
            <button type="button" class="quiet" hidden=move || !failed() on:click=move |_| desk.store.fetch()>
                {words.again}
            </button>
        </div>
    }
    .into_any()
}
