//! The study, checked: a walk through it, claim by claim, and what it left open.

mod cards;
mod open;
mod walk;

use leptos::prelude::*;

use super::Desk;
use crate::alliance::{Agreement, agreements};
use crate::figure::{StudyFigure, StudyLink, Telling};
use crate::i18n::EN_STUDY;
use crate::state::{View, ViewState, query};
use crate::study::claims;

use cards::Cards;
use open::Open;
use walk::Walk;

/// The study's claims, computed from the shipped data: what the reader brings changes nothing about what was claimed.
#[component]
pub(super) fn Study() -> impl IntoView {
    let desk = Desk::get();
    let told = agreements::embedded(desk.shipped)
        .map_err(|error| error.to_string())
        .and_then(|agreements| {
            let claims = claims::embedded().map_err(|error| error.to_string())?;
            Ok(told(desk, &agreements, &claims))
        });
    let figure = match told {
        Ok(figure) => figure,
        // A broken table says what is wrong with it, as everywhere.
        Err(error) => return view! { <p class="notice">{error}</p> }.into_any(),
    };
    // The question about what a dominant supplier does opens with one that stops.
    let links = figure.cards.iter().flat_map(|card| &card.links);
    let stop = links
        .map(|link| link.state)
        .find(|state| state.view == View::Shock);
    view! {
        <p id="finding" data-part="walk claims open">{figure.finding}</p>
        <p class="prose" id="about-study" data-part="walk claims open">{EN_STUDY.about}</p>
        <div class="study">
            <Walk steps=figure.walk />
            <Cards cards=figure.cards />
            <Open stop />
        </div>
    }
    .into_any()
}

fn told(desk: Desk, agreements: &[Agreement], claims: &[crate::study::Claim]) -> StudyFigure {
    let telling = Telling {
        data: desk.shipped,
        agreements,
        strings: desk.app.words,
        words: &EN_STUDY,
    };
    StudyFigure::build(&telling, claims)
}

/// The address of a state, in the reader's colours and the frame's dress; read within a reactive scope.
fn address(desk: Desk, state: ViewState) -> String {
    let (data, shown) = (desk.shipped, desk.app.shown());
    let state = ViewState {
        theme: shown.theme,
        presentation: shown.presentation,
        ..state
    };
    format!("?{}", query::encode(&state.normalised(data), data))
}

/// Links in a list.
fn links(desk: Desk, links: Vec<StudyLink>) -> impl IntoView {
    let link = |link: StudyLink| {
        let StudyLink { name, state } = link;
        view! { <li><a href=move || address(desk, state)>{name}</a></li> }
    };
    links.into_iter().map(link).collect_view()
}
