//! The walk through the study, a step at a time.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{Desk, address};
use crate::app::plot::Plot;
use crate::draw::Bars;
use crate::figure::{Ranking, WalkStep};
use crate::i18n::EN_STUDY;
use crate::state::Action;

/// The steps with the buttons between them.
#[component]
pub(super) fn Walk(
    /// The steps.
    steps: Vec<WalkStep>,
) -> impl IntoView {
    let desk = Desk::get();
    let words = &EN_STUDY.walk;
    let last = steps.len().saturating_sub(1);
    let steps = StoredValue::new(steps);
    // The step is in the link; one past the end is the last.
    let at = Memo::new(move |_| usize::from(desk.app.shown().step - 1).min(last));
    let go = move |to: usize| {
        if let Ok(step) = u8::try_from(to.min(last) + 1) {
            desk.app.dispatch(Action::SelectStep(step));
        }
    };
    let back = move || go(at.get_untracked().saturating_sub(1));
    let on = move || go(at.get_untracked() + 1);
    let key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowLeft" => back(),
            "ArrowRight" => on(),
            _ => return,
        }
        event.prevent_default();
    };
    let step = move |part: fn(&WalkStep) -> String| {
        let at = at.get();
        steps.with_value(|steps| steps.get(at).map(part).unwrap_or_default())
    };
    let bars = Memo::new(move |_| {
        let at = at.get();
        steps.with_value(|steps| steps.get(at).and_then(|step| step.bars.clone()))
    });
    let ranking = move || {
        let ranking = bars.with(|bars| bars.as_ref().map(|(_, ranking)| ranking.clone()));
        ranking.unwrap_or_else(|| Ranking {
            bars: Vec::new(),
            summary: String::new(),
        })
    };
    let shows = move || bars.with(|bars| bars.as_ref().map(|(name, _)| name.clone()));
    // The bars' numbers, for those who do not see a canvas.
    let list = move || {
        let bars = ranking().bars.into_iter();
        let item = |bar: crate::figure::Bar| view! { <li>{bar.name}" "{bar.label}</li> };
        bars.map(item).collect_view()
    };
    let link = move || {
        let at = at.get();
        let link = steps.with_value(|steps| steps.get(at).and_then(|step| step.link.clone()));
        link.map(|link| view! { <a id="walk-link" href=move || address(desk, link.state)>{link.name}</a> })
    };
    let first = move || (at.get() == 0).to_string();
    let end = move || (at.get() == last).to_string();
    view! {
        <section class="walk" id="walk" data-part="walk" aria-labelledby="walk-title">
            <h2 id="walk-title">{words.heading}</h2>
            <p class="note" id="walk-help">{words.help}</p>
            <div class="row" on:keydown=key>
                // A button that is switched off would lose the focus: these only do nothing at the ends.
                <button
                    type="button" id="walk-back" class="quiet" aria-disabled=first aria-describedby="walk-help"
                    on:click=move |_| back()
                >
                    {words.previous}
                </button>
                <button
                    type="button" id="walk-on" class="quiet" aria-disabled=end aria-describedby="walk-help"
                    on:click=move |_| on()
                >
                    {words.next}
                </button>
                <span class="note" id="walk-place">{move || (words.place)(at.get() + 1, last + 1)}</span>
            </div>
            <div class="walk-step">
                <div aria-live="polite" id="walk-text">
                    <h3>{move || step(|step| step.heading.clone())}</h3>
                    <p>{move || step(|step| step.text.clone())}</p>
                    <p>{link}</p>
                </div>
                <div class="walk-bars" hidden=move || bars.with(Option::is_none)>
                    <p class="note" id="walk-shows">{shows}</p>
                    <Plot painter=Bars figure=ranking />
                    <ol class="sr" id="walk-list">{list}</ol>
                </div>
            </div>
        </section>
    }
    .into_any()
}
