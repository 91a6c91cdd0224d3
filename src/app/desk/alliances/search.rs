//! The search for partners, in slices between which the page answers.

use std::time::Duration;

use leptos::prelude::*;

use crate::alliance::{Agreement, Asked};
use crate::app::desk::Desk;
use crate::report::{PartnerFigures, PartnerInquiry, PartnerQuestion, SoFar};
use crate::risk::importer::Case;

/// How long the reader rests before a search begins.
const REST: Duration = Duration::from_millis(150);
/// Branches looked at in one slice: a few milliseconds.
const SLICE: usize = 100;

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
enum Stand {
    /// It has not begun, or is on.
    On(Option<SoFar>),
    /// The reader stopped it.
    Stopped(Option<SoFar>),
    /// It is done.
    Done(Box<PartnerFigures>),
}

/// One search at a time: a new question takes the place of the last.
#[derive(Clone, Copy)]
pub(super) struct Searching {
    desk: Desk,
    stand: RwSignal<Stand>,
    inquiry: StoredValue<Option<PartnerInquiry>>,
    /// Which search it is.
    turn: RwSignal<u32>,
    /// Asked for again with nothing changed.
    wish: RwSignal<u32>,
}

impl Searching {
    pub(super) fn new(desk: &Desk, known: StoredValue<Vec<Agreement>>, asked: Memo<Asked>) -> Self {
        let desk = *desk;
        let searching = Self {
            desk,
            stand: RwSignal::new(Stand::On(None)),
            inquiry: StoredValue::new(None),
            turn: RwSignal::new(0),
            wish: RwSignal::new(0),
        };
        let data = desk.app.data;
        Effect::new(move || {
            searching.wish.track();
            let (state, importer) = (desk.app.shown(), desk.importer.get());
            let table = desk.table(importer, &state);
            let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
            let inquiry = known.with_value(|known| {
                asked.with(|asked| {
                    let counted = asked.counted(known, table.mineral, &members);
                    let question = PartnerQuestion::of(asked, data);
                    desk.store.ask(|sources| {
                        let case = Case::of(sources, table, importer);
                        PartnerInquiry::new(sources, &case, &counted, &question)
                    })
                })
            });
            searching.inquiry.set_value(Some(inquiry));
            searching.stand.set(Stand::On(None));
            let turn = searching.turn.get_untracked().wrapping_add(1);
            searching.turn.set(turn);
            set_timeout(move || searching.slice(turn), REST);
        });
        searching
    }

    /// Looks at a few branches more, unless another search has taken the place of this one.
    fn slice(self, turn: u32) {
        if self.turn.try_get_untracked() != Some(turn) {
            return;
        }
        let data = self.desk.app.data;
        let Some(mut inquiry) = self.inquiry.try_update_value(Option::take).flatten() else {
            return;
        };
        if inquiry.advance(SLICE) {
            self.stand.set(Stand::Done(Box::new(inquiry.finish(data))));
            return;
        }
        self.stand.set(Stand::On(inquiry.so_far(data)));
        self.inquiry.set_value(Some(inquiry));
        set_timeout(move || self.slice(turn), Duration::ZERO);
    }

    /// Stops the search.
    pub(super) fn stop(self) {
        let data = self.desk.app.data;
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        let inquiry = self.inquiry.try_update_value(Option::take).flatten();
        let so_far = inquiry.and_then(|inquiry| inquiry.so_far(data));
        self.stand.set(Stand::Stopped(so_far));
    }

    /// Searches again.
    pub(super) fn again(self) {
        self.wish.update(|wish| *wish = wish.wrapping_add(1));
    }

    /// The answer, once it is there; read within a reactive scope.
    pub(super) fn with_done<T>(self, read: impl FnOnce(Option<&PartnerFigures>) -> T) -> T {
        self.stand.with(|stand| match stand {
            Stand::Done(figures) => read(Some(figures.as_ref())),
            Stand::On(_) | Stand::Stopped(_) => read(None),
        })
    }

    /// Whether a search is on.
    pub(super) fn is_on(self) -> bool {
        self.stand.with(|stand| matches!(stand, Stand::On(_)))
    }

    /// Whether it was stopped.
    pub(super) fn is_stopped(self) -> bool {
        self.stand.with(|stand| matches!(stand, Stand::Stopped(_)))
    }

    /// How far it is, while it is not done.
    pub(super) fn so_far(self) -> Option<SoFar> {
        self.stand.with(|stand| match stand {
            Stand::On(so_far) | Stand::Stopped(so_far) => so_far.clone(),
            Stand::Done(_) => None,
        })
    }
}
