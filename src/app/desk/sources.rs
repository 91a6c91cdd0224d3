//! What the desk's views are computed from, in one line.

use leptos::prelude::{Get, With};

use super::Desk;
use crate::i18n::EN_SHARE;
use crate::state::View;

/// Source, edition and licence of what the view shows; read within a reactive scope.
pub(super) fn line(desk: Desk) -> String {
    let (app, state) = (desk.app, desk.app.shown());
    if state.view == View::Map {
        return app.figures.with(|figures| figures.sources.line());
    }
    if state.view == View::Study {
        return EN_SHARE.study_sources.to_owned();
    }
    let table = desk.table(desk.importer.get(), &state);
    let edition = app.data.edition(table.edition);
    let mut line = format!("{}, {}", edition.citation(), edition.licence);
    desk.store.ask(|sources| {
        if let Some(trade) = sources.trade {
            let meta = trade.meta();
            line = format!("{line}; {}, {}", meta.source, meta.licence);
        }
    });
    line
}
