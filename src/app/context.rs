//! The application's state: one signal, written only through [`App::dispatch`].

use std::sync::Arc;

use leptos::prelude::*;

use super::below::{after_paint, below, once_painted};
use crate::data::Dataset;
use crate::figure::{Context, Figures, Front, MapFigure};
use crate::i18n::{EN, Strings};
use crate::state::{Action, Choices, Presentation, Problem, View, ViewState, Viewport, query};
use crate::web;

/// How long the map must rest before its view is written into the link, in milliseconds. Browsers refuse to have
/// their history rewritten many times a second.
const SETTLE: std::time::Duration = std::time::Duration::from_millis(350);

/// What every component reaches for.
#[derive(Clone, Copy)]
pub(super) struct App {
    /// Whether the outlines are coloured as the build wrote them, and not by an earlier look at a map.
    #[cfg_attr(
        feature = "prerender",
        expect(dead_code, reason = "the build writes them")
    )]
    pub(super) as_built: bool,
    /// The data.
    pub(super) data: &'static Dataset,
    /// The words.
    pub(super) words: &'static Strings,
    /// What of the link could not be used.
    pub(super) problems: RwSignal<Vec<Problem>>,
    /// What the choosers offer.
    pub(super) choices: Memo<Choices>,
    /// What stands first.
    pub(super) front: Memo<Arc<Front>>,
    /// The figures below it.
    pub(super) figures: Memo<Arc<Figures>>,
    /// The map by itself, whose elements are many.
    pub(super) map: Memo<Arc<MapFigure>>,
    /// Whether the page is being printed: paper is light, whatever the screen is.
    pub(super) on_paper: RwSignal<bool>,
    state: RwSignal<ViewState>,
    /// The state without the part of the map in view, which changes no figure and moves with every frame of a drag.
    shown: Memo<ViewState>,
    /// Whether the reader sees any of what stands below the first.
    reached: RwSignal<bool>,
    /// What was shown when a frame was last painted.
    painted: RwSignal<ViewState>,
    /// The state that what may be out of view shows.
    lower: Memo<ViewState>,
    settling: RwSignal<bool>,
    /// The link of a step that the address does not tell yet.
    unwritten: StoredValue<Option<String>>,
}

impl App {
    /// The application at a link.
    pub(super) fn start(data: &'static Dataset, link: &str) -> Self {
        let decoded = query::decode(link, data);
        let state = RwSignal::new(decoded.state);
        let words = &EN;
        let shown = Memo::new(move |_| ViewState {
            viewport: Viewport::WORLD,
            ..state.get()
        });
        let front =
            Memo::new(move |_| Arc::new(Front::build(&Context::of(data, words, shown.get()))));
        let reached = RwSignal::new(false);
        let painted = once_painted(shown);
        let lower = below(reached, shown, painted);
        let figures =
            Memo::new(move |_| Arc::new(Figures::build(&Context::of(data, words, lower.get()))));
        let app = Self {
            as_built: true,
            data,
            words,
            choices: Memo::new(move |_| Choices::of(data, &shown.get())),
            front,
            figures,
            map: Memo::new(move |_| front.with(|front| front.map.clone())),
            problems: RwSignal::new(decoded.problems),
            on_paper: RwSignal::new(false),
            state,
            shown,
            reached,
            painted,
            lower,
            settling: RwSignal::new(false),
            unwritten: StoredValue::new(None),
        };
        app.follow_window();
        // What comes in this application's place starts where this one was.
        on_cleanup(move || app.write());
        app
    }

    /// The application of the component's surroundings.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// The context of the state as it is; read within a reactive scope.
    pub(super) fn context(self) -> Context<'static> {
        Context::of(self.data, self.words, self.shown.get())
    }

    /// The state without the part of the map in view; read within a reactive scope.
    pub(super) fn shown(self) -> ViewState {
        self.shown.get()
    }

    /// The state that what may be out of view shows; read within a reactive scope.
    #[cfg_attr(
        feature = "prerender",
        expect(dead_code, reason = "what is written moves nothing out of view")
    )]
    pub(super) fn lower(self) -> ViewState {
        self.lower.get()
    }

    /// Begins what may be out of view with the element that has an id; until the browser has told, it is in view.
    pub(super) fn begins_below(self, id: &'static str) {
        self.reached.set(true);
        Effect::new(move || {
            web::reach::watch(id, web::reach::COME_TO, move |reached| {
                self.reached.try_set(reached);
            });
        });
    }

    /// The map as it was when a frame was last painted.
    pub(super) fn map_once_painted(self) -> Memo<Arc<MapFigure>> {
        Memo::new(move |_| {
            self.painted.track();
            self.map.get_untracked()
        })
    }

    /// A value for what may be out of view.
    #[cfg_attr(
        feature = "prerender",
        expect(dead_code, reason = "what is written moves nothing out of view")
    )]
    pub(super) fn below<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        now: Memo<T>,
    ) -> Memo<T> {
        below(self.reached, now, once_painted(now))
    }

    /// The part of the map in view; read within a reactive scope.
    pub(super) fn viewport(self) -> Viewport {
        self.state.with(|state| state.viewport)
    }

    /// The state now, for event handlers.
    pub(super) fn now(self) -> ViewState {
        self.state.get_untracked()
    }

    /// Carries out an intent of the reader and writes it into the link.
    pub(super) fn dispatch(self, action: Action) {
        let before = self.now();
        let after = before.apply(action, self.data);
        if after == before {
            return;
        }
        self.write();
        self.state.set(after);
        self.problems.set(Vec::new());
        if action.is_a_step() {
            // Once its frame is painted, as browsers take their time: what the reader sees comes first.
            self.unwritten.set_value(Some(untrack(|| self.link())));
            after_paint(move || self.write());
        } else {
            self.settle();
        }
    }

    /// Writes the last step into the address as an entry of its own, unless it is there already.
    fn write(self) {
        // The page may have given way to another meanwhile.
        if let Some(link) = self.unwritten.try_update_value(Option::take).flatten() {
            web::history::write(&link, true);
        }
    }

    /// The address of the painted state in another view; read within a reactive scope.
    pub(super) fn link_to(self, view: View) -> String {
        let state = ViewState {
            view,
            ..self.painted.get()
        };
        format!(
            "?{}",
            query::encode(&state.normalised(self.data), self.data)
        )
    }

    /// The address of the painted state as a page by itself; read within a reactive scope.
    pub(super) fn full_link(self) -> String {
        let state = ViewState {
            presentation: Presentation::default(),
            ..self.painted.get()
        };
        format!("?{}", query::encode(&state, self.data))
    }

    /// The query string of the state; read within a reactive scope, it follows the state.
    pub(super) fn link(self) -> String {
        self.state.with(|state| query::encode(state, self.data))
    }

    /// Writes the link once the map has come to rest.
    fn settle(self) {
        if self.settling.get_untracked() {
            return;
        }
        self.settling.set(true);
        set_timeout(
            move || {
                // The page may have given way to another program meanwhile.
                if self.settling.try_set(false).is_none() {
                    web::history::write(&untrack(|| self.link()), false);
                }
            },
            SETTLE,
        );
    }

    /// Follows what the window tells: the back and forward buttons, which restore states, links, and printing.
    fn follow_window(self) {
        if cfg!(feature = "prerender") {
            return;
        }
        window_event_listener(leptos::ev::popstate, move |_| self.arrive());
        // A link leads away from an address that tells the last step.
        window_event_listener(leptos::ev::click, move |event| {
            if web::document::link_of(&event).is_some() {
                self.write();
            }
        });
        window_event_listener(leptos::ev::beforeprint, move |_| {
            self.on_paper.try_set(true);
        });
        window_event_listener(leptos::ev::afterprint, move |_| {
            self.on_paper.try_set(false);
        });
    }

    /// Shows what the address says; an application that gave way to another shows nothing any more.
    pub(super) fn arrive(self) {
        // The step that was not written yet is taken back with the entry that it was taken on.
        self.unwritten.try_set_value(None);
        let decoded = query::decode(&web::history::query(), self.data);
        self.state.try_set(decoded.state);
        self.problems.try_set(decoded.problems);
    }

    /// Keeps the document's title, its theme and its account of the state.
    pub(super) fn keep_document(self, title: impl Fn() -> String + 'static) {
        let theme = Memo::new(move |_| self.shown().theme);
        Effect::new(move || web::document::set_root("data-theme", theme.get().word()));
        // What no frame shows comes after the frame.
        Effect::new(move || {
            self.painted.track();
            // The document's script took the link at its word; a figure that the view does not have is the whole of it.
            let embed = untrack(|| self.shown().presentation.embed);
            web::document::set_root("data-embed", embed);
            web::document::set_title(&format!("{} | Adit", untrack(&title)));
        });
        Effect::new(move || {
            web::document::set_root("data-state", Some(&self.link()));
        });
    }
}
