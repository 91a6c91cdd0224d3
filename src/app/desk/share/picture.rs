//! A figure of the view as a picture: to be downloaded, copied or passed on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::taking::Taking;
use crate::draw::Theme;
use crate::i18n::EN_TAKING;
use crate::take::{Kind, Size};
use crate::web;

/// The widths offered beside the sizes that other sites ask for.
const WIDTHS: [u32; 3] = [360, 720, 1200];

/// What the reader chose.
#[derive(Clone, Copy)]
struct Choice {
    taking: Taking,
    kind: RwSignal<Kind>,
    size: RwSignal<Size>,
    scale: RwSignal<u32>,
    dark: RwSignal<bool>,
    /// How the last attempt went.
    outcome: RwSignal<String>,
}

impl Choice {
    fn svg(self) -> Result<(String, (u32, u32)), String> {
        let theme = if self.dark.get_untracked() {
            Theme::DARK
        } else {
            Theme::LIGHT
        };
        let (kind, size) = (self.kind.get_untracked(), self.size.get_untracked());
        self.taking.svg(kind, size, theme)
    }

    async fn png(self) -> Result<web_sys::Blob, String> {
        let (svg, size) = self.svg()?;
        web::picture::png(&svg, size, self.scale.get_untracked()).await
    }

    /// The file's name, less its ending.
    fn name(self) -> String {
        let kind = self.kind.get_untracked().word();
        self.taking.ask(|taken| format!("{}-{kind}", taken.name()))
    }

    fn tell(self, outcome: Result<&str, String>) {
        let text = outcome.map_or_else(|why| (EN_TAKING.refused)(&why), str::to_owned);
        // The window may be closed before a picture is made.
        self.outcome.try_set(text);
    }

    fn download_svg(self) {
        let saved = self.svg().and_then(|(svg, _)| {
            let name = self.name() + ".svg";
            let saved = web::download::bytes(&name, "image/svg+xml", svg.as_bytes());
            saved.map_err(|error| web::told(&error))
        });
        self.tell(saved.map(|()| EN_TAKING.saved));
    }

    async fn download_png(self) {
        let saved = self.png().await.and_then(|blob| {
            let saved = web::download::blob(&(self.name() + ".png"), &blob);
            saved.map_err(|error| web::told(&error))
        });
        self.tell(saved.map(|()| EN_TAKING.saved));
    }

    async fn copy(self) {
        // A figure that cannot be drawn says why; else it is the browser that refuses.
        let outcome = match self.svg() {
            Err(why) => Err(why),
            Ok(_) if web::clipboard::copy_picture(self.png()).await => Ok(EN_TAKING.copied),
            Ok(_) => Ok(EN_TAKING.not_copied),
        };
        self.tell(outcome);
    }

    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method by its name is of one lifetime, and not general enough"
    )]
    async fn pass_on(self) {
        let picture = self.png().await.map(|blob| (self.name() + ".png", blob));
        let title = self.taking.ask(|taken| taken.title());
        let passed = web::share::pass_on(&title, &self.taking.link(), picture.ok()).await;
        self.tell(passed.map(|()| ""));
    }
}

/// The figure, how it looks, and what is done with it.
#[component]
pub(super) fn PicturePart(taking: Taking) -> impl IntoView {
    let words = &EN_TAKING;
    let kinds: Vec<Kind> = taking.ask(|taken| taken.kinds().collect());
    let Some(first) = kinds.first().copied() else {
        return view! { <p class="note">{words.no_figure}</p> }.into_any();
    };
    let choice = Choice {
        taking,
        kind: RwSignal::new(first),
        size: RwSignal::new(Size::wide(WIDTHS[1])),
        scale: RwSignal::new(2),
        dark: RwSignal::new(taking.ground().is_dark()),
        outcome: RwSignal::new(String::new()),
    };
    let waiting = move || taking.missing().is_some();
    let figures = kinds.into_iter().map(|kind| {
        view! { <option value=kind.word()>{words.kinds[kind as usize]}</option> }
    });
    let sizes = WIDTHS.map(Size::wide).into_iter().chain(Size::NAMED).map(|size| {
        let chosen = choice.size.get_untracked() == size;
        view! { <option value=size.word() selected=chosen>{(words.size)(&size.word())}</option> }
    });
    let scales = [1, 2].map(|scale: u32| {
        let chosen = choice.scale.get_untracked() == scale;
        view! { <option value=scale.to_string() selected=chosen>{(words.scale)(scale)}</option> }
    });
    let themes = [("light", words.light), ("dark", words.dark)].map(|(word, name)| {
        let chosen = choice.dark.get_untracked() == (word == "dark");
        view! { <option value=word selected=chosen>{name}</option> }
    });
    let choose_kind = move |event| {
        let kind = Kind::from_word(&event_target_value(&event));
        choice.kind.update(|now| *now = kind.unwrap_or(*now));
        choice.outcome.set(String::new());
    };
    let choose_size = move |event| {
        let size = Size::from_word(&event_target_value(&event));
        choice.size.update(|now| *now = size.unwrap_or(*now));
    };
    let choose_scale = move |event| {
        let scale = event_target_value(&event).parse();
        choice.scale.update(|now| *now = scale.unwrap_or(*now));
    };
    let pass_on = web::share::is_there().then(|| {
        view! {
            <button type="button" class="quiet" id="picture-share" disabled=waiting on:click=move |_| spawn_local(choice.pass_on())>
                {words.pass_on}
            </button>
        }
    });
    view! {
        <section aria-labelledby="picture-title">
            <h3 id="picture-title">{words.picture}</h3>
            <div class="filters">
                <label class="field">
                    <span>{words.figure}</span>
                    <select id="picture-figure" on:change=choose_kind>{figures.collect_view()}</select>
                </label>
                <label class="field">
                    <span>{words.how_large}</span>
                    <select id="picture-size" on:change=choose_size>{sizes.collect_view()}</select>
                </label>
                <label class="field">
                    <span>{words.sharpness}</span>
                    <select id="picture-scale" on:change=choose_scale>{scales.collect_view()}</select>
                </label>
                <label class="field">
                    <span>{words.colours}</span>
                    <select id="picture-theme" on:change=move |event| choice.dark.set(event_target_value(&event) == "dark")>
                        {themes.collect_view()}
                    </select>
                </label>
            </div>
            <div class="row">
                <button type="button" class="quiet" id="picture-png" disabled=waiting on:click=move |_| spawn_local(choice.download_png())>
                    {words.png}
                </button>
                <button type="button" class="quiet" id="picture-svg" disabled=waiting on:click=move |_| choice.download_svg()>
                    {words.svg}
                </button>
                <button type="button" class="quiet" id="picture-copy" disabled=waiting on:click=move |_| spawn_local(choice.copy())>
                    {words.copy_picture}
                </button>
                {pass_on}
            </div>
            <p class="note" id="picture-status" role="status">{choice.outcome}</p>
        </section>
    }
    .into_any()
}
