//! The one component that shows a chart: a canvas in the browser, SVG where the build writes the page.

use leptos::prelude::*;

#[cfg(not(feature = "prerender"))]
use super::context::App;
use crate::draw::Painter;

/// CSS pixels of the prerendered chart's width, in one narrow column and beside another; the style sheet shows one.
#[cfg(feature = "prerender")]
const PRERENDERED: [(&str, u32); 2] = [("narrow", 328), ("wide", 560)];

/// The colours that a choice comes to on the reader's system.
#[cfg(not(feature = "prerender"))]
pub(super) fn ground(choice: crate::state::Theme) -> crate::draw::Theme {
    use crate::draw::Theme;
    use crate::state::Theme as Choice;

    let dark = match choice {
        Choice::Dark => true,
        Choice::Light => false,
        Choice::System => crate::web::document::matches_media("(prefers-color-scheme: dark)"),
    };
    if dark { Theme::DARK } else { Theme::LIGHT }
}

/// A chart of a figure; its summary is the picture's name.
#[cfg(feature = "prerender")]
#[component]
pub(super) fn Plot<P: Painter + 'static>(
    /// What it shows; read within a reactive scope.
    figure: impl Fn() -> P::Figure + Copy + Send + Sync + 'static,
    /// The painter.
    #[allow(clippy::needless_pass_by_value, reason = "it only says which")]
    painter: P,
) -> impl IntoView {
    let _ = painter;
    let figure = untrack(figure);
    let summary = P::summary(&figure).to_owned();
    let pictures = PRERENDERED
        .into_iter()
        .map(|(class, width)| {
            // A chart that cannot be drawn leaves its table, which says the same.
            let svg = crate::draw::to_svg::<P>(&figure, width).unwrap_or_default();
            view! { <div class=class inner_html=svg></div> }
        })
        .collect_view();
    view! { <div class="plot" role="img" aria-label=summary>{pictures}</div> }.into_any()
}

/// A chart of a figure; its summary is the picture's name.
///
/// Whatever changes only marks the chart as out of date; the next frame paints it once. Paper waits for no frame.
#[cfg(not(feature = "prerender"))]
#[component]
pub(super) fn Plot<P: Painter + 'static>(
    /// What it shows; read within a reactive scope.
    figure: impl Fn() -> P::Figure + Copy + Send + Sync + 'static,
    /// The painter.
    #[allow(clippy::needless_pass_by_value, reason = "it only says which")]
    painter: P,
) -> impl IntoView {
    use crate::draw::Theme;
    use crate::state::Theme as Choice;
    use crate::web;

    /// Dots of the picture in a CSS pixel on paper, which is finer than most screens.
    const PAPER: f64 = 3.0;

    let _ = painter;
    let app = App::get();
    let painted = StoredValue::new(None::<(P::Figure, Choice, bool)>);
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    let scheduled = StoredValue::new(false);
    let width = StoredValue::new(0.0);
    let failure = RwSignal::new(None::<String>);
    let paint = move || {
        // A chart may be gone before its frame comes.
        if scheduled.try_set_value(false).is_some() {
            return;
        }
        let Some(canvas) = canvas.get_untracked() else {
            return;
        };
        // A chart without a width is not laid out yet, or hidden; it is painted once it has one.
        let width = width.get_value();
        if width < 1.0 {
            return;
        }
        let outcome = painted.with_value(|painted| {
            let (figure, theme, on_paper) = painted.as_ref()?;
            let (ratio, theme) = if *on_paper {
                (PAPER, Theme::LIGHT)
            } else {
                (web::canvas::pixel_ratio(), ground(*theme))
            };
            web::canvas::paint::<P>(&canvas, figure, width, ratio, theme).err()
        });
        failure.set(outcome.map(|error| error.to_string()));
    };
    let mark = move || {
        if scheduled.try_get_value() == Some(false) {
            scheduled.set_value(true);
            request_animation_frame(paint);
        }
    };
    Effect::new(move || {
        let on_paper = app.on_paper.get();
        let now = (figure(), app.shown().theme, on_paper);
        // An unchanged figure repaints nothing.
        if painted.with_value(|painted| painted.as_ref() != Some(&now)) {
            painted.set_value(Some(now));
            if on_paper { paint() } else { mark() }
        }
    });
    Effect::new(move || {
        if let Some(canvas) = canvas.get() {
            web::canvas::watch(&canvas, move |seen| {
                if let Some(seen) = seen {
                    width.try_set_value(seen);
                }
                mark();
            });
        }
    });
    view! {
        <div class="plot">
            <canvas
                node_ref=canvas
                role="img"
                height=P::HEIGHT
                aria-label=move || P::summary(&figure()).to_owned()
            ></canvas>
            {move || failure.get().map(|text| view! { <p class="note">{text}</p> })}
        </div>
    }
    .into_any()
}
