//! The desk: every mineral under every method, and one importer's dependence.
//!
//! A program of its own beside the map's, so that who only looks at the map does not wait for it. It shares the map's
//! state and components; what it needs beyond the first data set it fetches ([`store`]).

mod choosers;
mod compared;
mod dependence;
mod explained;
mod flows;
mod minerals;
mod one_country;
mod sortable;
mod store;

use leptos::prelude::*;

use super::context::App;
use super::header::Header;
use super::notice::Notice;
use crate::data::{DataError, Dataset, Importer};
use crate::i18n::{DeskStrings, EN_DESK};
use crate::state::View;

use choosers::Choosers;
use dependence::Dependence;
use flows::Outlines;
use minerals::Minerals;
use one_country::OneCountryRule;
use store::Store;

/// The importer that the desk opens with.
const FIRST_IMPORTER: &str = "EU";

/// What every component of the desk reaches for beside the state.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    words: &'static DeskStrings,
    store: Store,
    importer: Memo<Option<Importer>>,
    view: Memo<View>,
}

impl Desk {
    fn get() -> Self {
        expect_context()
    }

    fn importer_name(self) -> String {
        let name = |importer| self.app.data.importer_name(importer).to_owned();
        self.importer.get().map(name).unwrap_or_default()
    }
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
        Ok(data) => view! { <Tables data query /> }.into_any(),
        Err(error) => view! { <super::BadData error /> }.into_any(),
    }
}

#[component]
fn Tables(data: &'static Dataset, query: String) -> impl IntoView {
    let app = App::start(data, &query);
    provide_context(app);
    let importer = Memo::new(move |_| {
        let chosen = app.shown().importer;
        chosen.or_else(|| data.importer_by_code(FIRST_IMPORTER))
    });
    let desk = Desk {
        app,
        words: &EN_DESK,
        store: Store::new(data),
        importer,
        view: Memo::new(move |_| app.shown().view),
    };
    provide_context(desk);
    let title = move || {
        let (importer, state) = (desk.importer_name(), app.shown());
        match state.view {
            View::Dependence => {
                (desk.words.desk.dependence_title)(&importer, &data.mineral(state.mineral).name)
            }
            View::Minerals | View::Map => (desk.words.desk.minerals_title)(&importer),
        }
    };
    app.keep_document(title);
    let body = move || match desk.view.get() {
        View::Dependence => view! { <Dependence /> }.into_any(),
        View::Minerals | View::Map => view! {
            <Minerals />
            <OneCountryRule />
        }
        .into_any(),
    };
    view! {
        <Outlines />
        <Header />
        <main id="content" tabindex="-1">
            <Notice />
            <Choosers />
            <Progress />
            <h1 id="title">{title}</h1>
            {body}
        </main>
    }
    .into_any()
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
