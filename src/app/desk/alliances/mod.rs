//! Who helps: an importer's agreements, what they would change, the best partners, and what the leader could do.

mod agreements;
mod burden;
mod candidates;
mod counter;
mod effect;
mod map;
mod numbers;
mod partners;
mod search;

use leptos::prelude::*;

use super::Desk;
use crate::alliance::{Agreement, Asked, agreements as table_of, text};
use crate::app::below::above;
use crate::data::SupplyTable;
use crate::figure::{alliance_finding, partner_finding};
use crate::i18n::{AllianceWords, EN_ALLIANCES};
use crate::report::{AllianceFigures, AllianceQuestion};
use crate::risk::importer::Case;
use crate::state::{Action, Text};

use agreements::Agreements;
use burden::Burden;
use candidates::Candidates;
use counter::Counter;
use effect::EffectPanel;
use map::AllianceMapPanel;
use numbers::Numbers;
use partners::Partners;
use search::Searching;

/// What is asked about alliances, and what it comes to.
#[derive(Clone, Copy)]
struct Allied {
    desk: Desk,
    words: &'static AllianceWords,
    /// Every agreement.
    known: StoredValue<Vec<Agreement>>,
    asked: Memo<Asked>,
    /// What everything above the numbers answers: the same, and once that is painted where the reader sees none of it.
    answered: Memo<Asked>,
    /// What of the link does not count, each with its remedy.
    problems: Memo<Vec<String>>,
    /// What the agreements that count come to.
    figures: Memo<AllianceFigures>,
    /// How far the search for partners is.
    searching: Searching,
    /// A change that no link could hold.
    refused: RwSignal<bool>,
}

impl Allied {
    fn get() -> Self {
        expect_context()
    }

    fn new() -> Self {
        let desk = Desk::get();
        let (app, data) = (desk.app, desk.app.data);
        let read = table_of::embedded(data);
        let broken = read.as_ref().err().map(ToString::to_string);
        let known = StoredValue::new(read.unwrap_or_default());
        let decoded = Memo::new(move |_| {
            let text = app.shown().alliance.map_or("", Text::as_str);
            known.with_value(|known| text::decode(text, data, known))
        });
        let refused = RwSignal::new(false);
        let problems = Memo::new(move |_| {
            let problems = decoded.with(|decoded| {
                let problems = decoded.problems.iter();
                problems.map(ToString::to_string).collect::<Vec<_>>()
            });
            let refused = refused.get().then(|| (app.words.link.too_long)("alliance"));
            broken
                .iter()
                .cloned()
                .chain(problems)
                .chain(refused)
                .collect()
        });
        let asked = Memo::new(move |_| decoded.with(|decoded| decoded.asked.clone()));
        let answered = above(numbers::HEADING, asked);
        let figures = Memo::new(move |_| {
            let (table, importer) = (Self::table_of(&desk), desk.importer.get());
            let members = importer.map_or_else(Vec::new, |one| data.importer_members(one));
            known.with_value(|known| {
                answered.with(|asked| {
                    let counted = asked.counted(known, table.mineral, &members);
                    let question = AllianceQuestion::of(asked, counted);
                    desk.store.ask(|sources| {
                        let case = Case::of(sources, table, importer);
                        AllianceFigures::of(sources, &case, &question)
                    })
                })
            })
        });
        Self {
            desk,
            words: &EN_ALLIANCES,
            known,
            asked,
            answered,
            problems,
            figures,
            searching: Searching::new(&desk, known, answered),
            refused,
        }
    }

    /// The table asked about; read within a reactive scope.
    fn table_of(desk: &Desk) -> &'static SupplyTable {
        desk.table(desk.importer.get(), &desk.app.shown())
    }

    fn table(self) -> &'static SupplyTable {
        Self::table_of(&self.desk)
    }

    fn mineral(self) -> &'static str {
        &self.desk.app.data.mineral(self.table().mineral).name
    }

    /// Whether anything is claimed that rests on assumptions.
    fn claims(self) -> bool {
        self.asked.with(|asked| !asked.sourced_only)
    }

    /// Asks otherwise.
    fn change(self, asked: &Asked) {
        let app = self.desk.app;
        let text = text::encode(asked, app.data);
        let held = Text::new(&text);
        // What no link can hold would be lost: the question stays as it was.
        self.refused.set(held.is_none() && !text.is_empty());
        if held.is_some() || text.is_empty() {
            app.dispatch(Action::SetAlliance(held));
        }
    }
}

/// Agreements and partners for one mineral and one importer.
#[component]
pub(super) fn Alliances() -> impl IntoView {
    let allied = Allied::new();
    provide_context(allied);
    let (desk, words) = (allied.desk, allied.words);
    Effect::new(move || desk.store.want(std::iter::once(allied.table().year)));
    let problems = move || {
        let found = allied.problems.get();
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|one| view! { <li>{one}</li> })
                .collect_view();
            view! {
                <div id="alliance-problems" class="notice">
                    <p>{words.problems}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    // Where only sourced facts count, who agreed with whom is one, and what that would change is none.
    let claiming = Memo::new(move |_| allied.claims());
    let claims = move || claiming.get().then(|| view! { <EffectPanel /> });
    let more_claims = move || {
        claiming.get().then(|| {
            view! {
                <Partners />
                <Candidates />
                <Burden />
                <Counter />
            }
        })
    };
    view! {
        <Finding />
        <div role="status">{problems}</div>
        <div class="figures">
            <Agreements />
            {claims}
            <AllianceMapPanel />
            {more_claims}
            <Numbers />
        </div>
    }
    .into_any()
}

/// The findings, and what they rest on.
#[component]
fn Finding() -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (allied.words, allied.desk.app.data);
    let finding = move || {
        let importer = allied.desk.importer_name();
        if !allied.claims() {
            return (words.nothing_claimed)(&importer);
        }
        allied
            .figures
            .with(|figures| alliance_finding(figures, allied.mineral(), &importer, words))
    };
    let best = move || {
        if !allied.claims() {
            return String::new();
        }
        allied.searching.with_done(|done| {
            done.map_or_else(String::new, |done| partner_finding(data, done, words))
        })
    };
    let assuming = move || {
        // In the words of the link, so that nothing that is asked otherwise is left out.
        let text = allied.asked.with(|asked| text::encode(asked, data));
        if text.is_empty() {
            words.defaults.to_owned()
        } else {
            (words.assuming)(&text.replace(':', " ").replace(';', "; "))
        }
    };
    view! {
        <div id="finding" aria-live="polite">
            <p id="alliance-finding">{finding}</p>
            <p id="partner-finding">{best}</p>
        </div>
        <p id="assuming" class="note">{assuming}</p>
    }
    .into_any()
}
