//! The map of an importer's trade: partners by their part of imports, and a line from each.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::app::map_panel::{Legend, PLANE, SHAPES, SHAPES_PLACE, colour_outlines};
use crate::data::Dataset;
use crate::figure::{FlowMap, MapClass};
use crate::report::Figures;
use crate::web;

/// The element in which the outlines wait.
pub(super) const OUTLINES: &str = "outlines";

/// Every country's outline while no map is shown: a place for what the build wrote into the document, which each map
/// takes and gives back.
#[component]
pub(super) fn Outlines() -> impl IntoView {
    view! { <svg id=OUTLINES class="outlines" aria-hidden="true"><g id=SHAPES_PLACE></g></svg> }
        .into_any()
}

/// Has the outlines in the map of the surroundings for as long as these last.
pub(super) fn borrow_outlines() {
    Effect::new(|| web::document::put_in_place(SHAPES, SHAPES_PLACE));
    on_cleanup(|| web::document::move_into(SHAPES, OUTLINES));
}

/// The map of the trade.
#[component]
pub(super) fn Flows(
    /// The importer's figures.
    figures: Memo<Arc<Figures>>,
) -> impl IntoView {
    let desk = Desk::get();
    let (app, data) = (desk.app, desk.app.data);
    let words = &desk.words.flows;
    let map = Memo::new(move |_| {
        let importer = desk.importer.get()?;
        figures.with(|figures| Some(FlowMap::build(data, importer, figures.importer.as_ref())))
    });
    colour_outlines(data, Vec::new(), move || {
        map.with(|map| classes(data, map.as_ref()))
    });
    borrow_outlines();
    let lines = move || {
        map.with(|map| {
            let flows = map.iter().flat_map(|map| &map.flows);
            // The narrow above the wide, so that none is hidden.
            flows
                .map(|flow| {
                    view! { <path class="flow" d=flow.path.clone() stroke-width=format!("{:.2}", flow.width)></path> }
                })
                .collect_view()
        })
    };
    let end = move || {
        let end = map.with(|map| map.as_ref().and_then(|map| map.end));
        end.map(|(_, (x, y))| view! { <circle class="flow-end" cx=x cy=y r="4"></circle> })
    };
    let names = move || {
        map.with(|map| {
            let flows = map.iter().flat_map(|map| &map.flows);
            flows
                .filter_map(|flow| {
                    let (x, y) = flow.name_at?;
                    let name = data.country(flow.country).name.clone();
                    Some(view! { <text class="flow-name" x=x y=y - 5.0>{name}</text> })
                })
                .collect_view()
        })
    };
    let name = move || {
        let state = app.shown();
        let supply = (app.words.supply)(state.stage, &data.mineral(state.mineral).name);
        let year = figures.with(|figures| figures.year);
        (words.name)(&desk.importer_name(), &supply, year)
    };
    let note = move || {
        map.with(|map| {
            let map = map.as_ref()?;
            let Some((end, _)) = map.end else {
                return Some(words.no_place.to_owned());
            };
            (!map.flows.is_empty()).then(|| (words.note)(&data.country(end).name, map.unplaced))
        })
    };
    let view_box = format!("0 0 {} {}", PLANE.0, PLANE.1);
    let others = vec![
        ("c home", words.home),
        (MapClass::NotNamed.css(), words.nothing),
    ];
    view! {
        <figure class="panel map-panel" data-part="flows">
            <svg id="flows" class="map" viewBox=view_box role="img" aria-label=name>
                <use_ href="#sphere" class="sea"></use_>
                <use_ href="#graticule" class="graticule"></use_>
                <g id=SHAPES_PLACE></g>
                <use_ href="#borders" class="borders"></use_>
                {lines}
                {end}
                {names}
            </svg>
            <figcaption>
                <Legend heading=words.legend others />
                <p class="note">{note}</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// Each country's class, in the registry's order: its part of imports, and whether it is the importer's.
fn classes(data: &Dataset, map: Option<&FlowMap>) -> Vec<String> {
    let Some(map) = map else {
        return vec![MapClass::NotNamed.css().to_owned(); data.countries().len()];
    };
    let mut classes: Vec<String> = map
        .classes
        .iter()
        .map(|class| class.css().to_owned())
        .collect();
    for home in &map.home {
        classes[home.index()].push_str(" home");
    }
    classes
}
