//! The code that puts the view, or one figure of it, into another's page.

use leptos::prelude::*;

use super::Desk;
use super::preview::Preview;
use crate::app::desk::copy::CopyButton;
use crate::embed::snippet::{Snippet, host_script};
use crate::i18n::EN_EMBED;
use crate::state::presentation::WHOLE;
use crate::state::{Presentation, Selection, Theme, View, ViewState, query};
use crate::web;

/// CSS pixels of a frame that nobody measured.
const UNMEASURED: u32 = 560;

/// Words of links that a reader may set by a check box each.
const FLAGS: [(&str, &str); 4] = [
    ("plain", "true"),
    ("static", "true"),
    ("transparent", "true"),
    ("controls", "false"),
];

/// What is chosen of the frame.
#[derive(Clone, Copy)]
struct Chosen {
    part: RwSignal<&'static str>,
    frozen: RwSignal<bool>,
    theme: RwSignal<Theme>,
    flags: [RwSignal<bool>; 4],
    /// Whether the other page has a script that gives frames their heights.
    listening: RwSignal<bool>,
    height: RwSignal<u32>,
}

impl Chosen {
    /// The view as the frame shows it; read within a reactive scope.
    fn state(self, desk: Desk) -> ViewState {
        let shown = desk.app.shown();
        let fit = (!self.listening.get()).then_some(("fit", "true"));
        let flags = FLAGS.into_iter().zip(self.flags);
        let flags = flags.filter_map(|(word, set)| set.get().then_some(word));
        let words = [("embed", self.part.get())].into_iter();
        let mut state = ViewState {
            viewport: desk.app.viewport(),
            theme: self.theme.get(),
            presentation: Presentation::of(words.chain(fit).chain(flags)),
            ..shown
        };
        if self.frozen.get() {
            // Named, they stay what they are when the next edition is out.
            let table = match state.view {
                View::Map => Selection::of(desk.app.data, &state).table,
                _ => desk.table(desk.importer.get(), &state),
            };
            state.edition = Some(table.edition);
            state.year = Some(table.year);
        }
        state
    }
}

/// Which figure, in which dress, and the code for it.
#[component]
pub(super) fn Embed() -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_EMBED;
    let now = untrack(|| desk.app.shown());
    let chosen = Chosen {
        part: RwSignal::new(now.presentation.embed.unwrap_or(WHOLE)),
        frozen: RwSignal::new(false),
        theme: RwSignal::new(now.theme),
        flags: FLAGS.map(|_| RwSignal::new(false)),
        listening: RwSignal::new(true),
        height: RwSignal::new(UNMEASURED),
    };
    let state = Memo::new(move |_| chosen.state(desk));
    let link = Memo::new(move |_| query::encode(&state.get(), desk.app.data));
    let title = move || {
        let whole = web::document::text("title");
        match heading(chosen.part.get()) {
            Some(heading) => (words.figure_of)(&heading, &whole),
            None => whole,
        }
    };
    let code = Signal::derive(move || {
        let (page, query, title) = (web::history::address(""), link.get(), title());
        let snippet = Snippet {
            page: &page,
            query: &query,
            title: &title,
            height: chosen.height.get(),
        };
        if chosen.listening.get() {
            return snippet.html();
        }
        let full = ViewState {
            presentation: Presentation::default(),
            ..state.get()
        };
        snippet.html_with_link(&query::encode(&full, desk.app.data))
    });
    let script = Signal::derive(|| host_script(&web::history::address("")));
    view! {
        <section aria-labelledby="embed-title">
            <h3 id="embed-title">{words.heading}</h3>
            <p class="note">{words.about}</p>
            <Choices chosen view=now.view />
            <textarea id="embed-code" readonly rows="5" aria-label=words.code prop:value=code></textarea>
            <CopyButton text=code id="copy-embed" />
            <div hidden=move || !chosen.listening.get()>
                <p class="note">{words.script_about}</p>
                <textarea id="embed-script" readonly rows="3" aria-label=words.script prop:value=script></textarea>
                <CopyButton text=script id="copy-script" />
            </div>
            <Preview link=link height=chosen.height />
        </section>
    }
    .into_any()
}

/// The heading of a figure of the view, where it has one.
fn heading(part: &str) -> Option<String> {
    // A card's section carries the card's word too.
    let card = web::document::text_of(&format!("article[data-part~=\"{part}\"] h3"));
    let found = card.or_else(|| web::document::text_of(&format!("[data-part~=\"{part}\"] h2")));
    found.filter(|heading| !heading.is_empty())
}

/// The choosers.
#[component]
fn Choices(chosen: Chosen, view: View) -> impl IntoView {
    let words = &EN_EMBED;
    let parts = [WHOLE]
        .into_iter()
        .chain(Presentation::parts(view))
        .map(|part| {
            let name = match part {
                WHOLE => words.whole.to_owned(),
                part => heading(part).unwrap_or_else(|| part.to_owned()),
            };
            let selected = chosen.part.get_untracked() == part;
            view! { <option value=part selected=selected>{name}</option> }
        })
        .collect_view();
    let choose = move |event| {
        let word = event_target_value(&event);
        let known = Presentation::parts(view).find(|part| *part == word);
        chosen.part.set(known.unwrap_or(WHOLE));
    };
    let themes = [Theme::System, Theme::Light, Theme::Dark];
    let theme = move |event| {
        let word = event_target_value(&event);
        let known = themes.into_iter().find(|one| one.word() == Some(&*word));
        chosen.theme.set(known.unwrap_or_default());
    };
    let dress = themes
        .into_iter()
        .zip(words.themes)
        .map(|(one, name)| {
            let selected = chosen.theme.get_untracked() == one;
            view! { <option value=one.word().unwrap_or_default() selected=selected>{name}</option> }
        })
        .collect_view();
    let boxes = chosen
        .flags
        .into_iter()
        .zip(FLAGS)
        .zip(words.flags)
        .map(|((set, (word, _)), name)| {
            view! {
                <label class="says">
                    <input
                        type="checkbox" data-flag=word
                        on:change=move |event| set.set(event_target_checked(&event))
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="filters">
            <label class="field">
                <span>{words.figure}</span>
                <select id="embed-part" on:change=choose>{parts}</select>
            </label>
            <label class="field">
                <span>{words.figures}</span>
                <select
                    id="embed-frozen"
                    on:change=move |event| chosen.frozen.set(event_target_value(&event) == "frozen")
                >
                    <option value="live">{words.live}</option>
                    <option value="frozen">{words.frozen}</option>
                </select>
            </label>
            <label class="field">
                <span>{words.heights}</span>
                <select
                    id="embed-heights"
                    on:change=move |event| chosen.listening.set(event_target_value(&event) == "script")
                >
                    <option value="script">{words.by_script}</option>
                    <option value="fit">{words.by_frame}</option>
                </select>
            </label>
            <label class="field">
                <span>{words.colours}</span>
                <select id="embed-theme" on:change=theme>{dress}</select>
            </label>
        </div>
        <div class="row embed-flags">{boxes}</div>
    }
    .into_any()
}
