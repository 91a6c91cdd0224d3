//! What every part of the window takes from: the view as it is, with the outlines and the link.

use leptos::prelude::*;

use crate::app::desk::Desk;
use crate::app::desk::drawn_lines::drawn_lines;
use crate::app::plot::ground;
use crate::draw::Theme;
use crate::take::{Day, Kind, Picture, Size, Taken};
use crate::web;

/// The view that is taken from. While the window is open nothing else changes it.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    desk: Desk,
}

impl Taking {
    /// The view of the surroundings; what it needs and is not there is fetched.
    pub(super) fn begin() -> Self {
        let desk = Desk::get();
        desk.store.fetch();
        Self { desk }
    }

    /// Asks the view; for event handlers.
    pub(super) fn ask<T>(self, question: impl FnOnce(&Taken<'_>) -> T) -> T {
        self.desk.take(question)
    }

    /// What is still missing: what is on its way, or what could not be fetched; read within a reactive scope.
    pub(super) fn missing(self) -> Option<String> {
        let words = &self.desk.words.desk;
        let store = self.desk.store;
        match (store.pending.get(), store.failure.get()) {
            (Some(name), _) => Some((words.fetching)(&name)),
            (None, Some((name, why))) => Some((words.not_fetched)(&name, &why)),
            (None, None) => None,
        }
    }

    /// The address of the view.
    pub(super) fn link(self) -> String {
        let link = untrack(|| self.desk.app.full_link());
        web::history::address(link.trim_start_matches('?'))
    }

    /// The colours of the page.
    pub(super) fn ground(self) -> Theme {
        ground(untrack(|| self.desk.app.shown()).theme)
    }

    /// Today; none where the clock is off by decades.
    pub(super) fn today() -> Option<Day> {
        Day::read(&web::document::today())
    }

    /// A figure of the view.
    pub(super) fn picture(self, kind: Kind) -> Result<Picture, String> {
        let link = self.link();
        self.ask(|taken| taken.picture(kind, &link))
    }

    /// A figure of the view as SVG, with its size in CSS pixels.
    pub(super) fn svg(
        self,
        kind: Kind,
        size: Size,
        theme: Theme,
    ) -> Result<(String, (u32, u32)), String> {
        let picture = self.picture(kind)?;
        let drawn = picture.svg(size, &drawn_lines(self.desk.app.data), theme);
        drawn.map_err(|error| error.to_string())
    }
}
