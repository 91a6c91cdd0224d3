//! How to cite the view.

use leptos::prelude::*;

use super::taking::Taking;
use crate::app::desk::copy::copy;
use crate::i18n::{EN_SHARE, EN_TAKING};
use crate::take::Citation;

/// The citation as text and for BibTeX, each to be copied.
#[component]
pub(super) fn CitationPart(taking: Taking) -> impl IntoView {
    let words = &EN_TAKING;
    let cited = Memo::new(move |_| {
        // The sources are known once everything is there.
        taking.missing();
        let (link, day) = (taking.link(), Taking::today()?);
        let citation: Citation = taking.ask(|taken| taken.citation(&link, day));
        Some([citation.text(), citation.bibtex()])
    });
    let outcome = RwSignal::new("");
    let text = move |at: usize| cited.with(|cited| cited.as_ref().map(|cited| cited[at].clone()));
    let press = move |at: usize| {
        let text = untrack(|| text(at)).unwrap_or_default();
        copy(text, outcome, [EN_SHARE.copied, EN_SHARE.refused]);
    };
    view! {
        <section aria-labelledby="cite-title">
            <h3 id="cite-title">{words.cite}</h3>
            <p id="cite-text" class="prose">{move || text(0).unwrap_or_else(|| words.no_clock.to_owned())}</p>
            <div class="row">
                <button type="button" class="quiet" id="cite-copy" on:click=move |_| press(0)>{words.copy_text}</button>
                <button type="button" class="quiet" id="bibtex-copy" on:click=move |_| press(1)>{words.copy_bibtex}</button>
            </div>
            <p class="note" id="cite-status" role="status">{outcome}</p>
            <details>
                <summary>{words.bibtex}</summary>
                <pre id="cite-bibtex" tabindex="0" aria-label=words.bibtex>{move || text(1)}</pre>
            </details>
        </section>
    }
    .into_any()
}
