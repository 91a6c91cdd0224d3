//! The map: countries by class, a tooltip on hover and on focus, selection by click and by Enter.
//!
//! Outlines stand once in the document, written there by the build; the page takes them over and changes only their
//! classes. Above them lies the list of countries that the source names, which the keyboard moves through: its focus
//! ring is drawn over the neighbours, and each entry says name, share and rank.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::context::App;
use super::pan_zoom::{PanZoom, frame};
#[cfg(not(feature = "prerender"))]
use crate::data::Dataset;
use crate::data::{Country, CountryId};
#[cfg(not(feature = "prerender"))]
use crate::figure::Context;
use crate::figure::{LEGEND, MapClass, MapFigure, MapOption};
#[cfg(not(feature = "prerender"))]
use crate::state::ViewState;
use crate::state::{Action, Viewport};
use crate::web;

/// The map plane's size, in which the outlines are drawn; the data's own test holds it to `shapes.json`.
pub const PLANE: (f64, f64) = (960.0, 418.0);
/// Steps of the outlines' grid in a unit of the plane, which the style sheet draws them by.
#[cfg(not(feature = "prerender"))]
pub const GRID: f64 = 5.0;
/// The radius of a country too small for an outline, on the plane.
const DOT: f64 = 2.6;
/// The radius of the area that answers the pointer for such a country.
const REACH: f64 = 7.0;

/// The element that holds the outlines.
pub(super) const SHAPES: &str = "shapes";
/// The element that they take the place of.
#[cfg(not(feature = "prerender"))]
pub(super) const SHAPES_PLACE: &str = "shapes-place";

/// Where the tooltip is and of which country.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tip {
    country: CountryId,
    x: f64,
    y: f64,
    width: f64,
}

/// The map with its legend, tooltip and buttons.
#[component]
pub(super) fn MapPanel() -> impl IntoView {
    let app = App::get();
    let words = &app.words.controls;
    let map = app.map;
    let viewport = move || app.viewport();
    let tip = RwSignal::new(None::<Tip>);
    let pan_zoom = PanZoom::new(app);
    let country_at = move |event: &web_sys::Event| {
        let element: web_sys::Element = event.target()?.dyn_into().ok()?;
        app.data.country_by_iso3(&element.get_attribute("data-c")?)
    };
    let hover = move |event: PointerEvent| {
        pan_zoom.moved(&event);
        let country = country_at(&event).zip(frame(&event));
        tip.set(country.map(|(country, (x, y, width, _))| Tip {
            country,
            x,
            y,
            width,
        }));
    };
    let click = move |event: web_sys::MouseEvent| {
        if pan_zoom.was_drag() {
            return;
        }
        if let Some(country) = country_at(&event) {
            let chosen = app.now().country == Some(country);
            app.dispatch(Action::SelectCountry((!chosen).then_some(country)));
        }
    };
    let view_box = move || {
        let [left, top, width, height] = viewport().view_box(PLANE.0, PLANE.1);
        format!("{left:.2} {top:.2} {width:.2} {height:.2}")
    };
    let tooltip = move || {
        let Tip {
            country,
            x,
            y,
            width,
        } = tip.get()?;
        let text = map.with(|map| map.label(&app.context(), country));
        let side = if x > width / 2.0 { "tip left" } else { "tip" };
        Some(view! {
            <div class=side aria-hidden="true" style:left=format!("{x:.0}px") style:top=format!("{y:.0}px")>
                {text}
            </div>
        })
    };
    let at_world = move || viewport().is_world();
    let at_closest = move || viewport().zoom() >= Viewport::CLOSEST;
    view! {
        <figure class="panel map-panel" data-part="map">
            <p class="sr" id="map-help">{words.map_help}</p>
            <div class="frame">
                <svg
                    id="map"
                    class="map"
                    viewBox=view_box
                    on:pointermove=hover
                    on:pointerleave=move |event| {
                        pan_zoom.up(&event);
                        tip.set(None);
                    }
                    on:pointerdown=move |event| pan_zoom.down(&event)
                    on:pointerup=move |event| pan_zoom.up(&event)
                    on:pointercancel=move |event| pan_zoom.up(&event)
                    on:wheel=move |event| pan_zoom.wheel(&event)
                    on:click=click
                >
                    <use_ href="#sphere" class="sea"></use_>
                    <use_ href="#graticule" class="graticule"></use_>
                    <Countries map />
                    <use_ href="#borders" class="borders"></use_>
                    <use_ href="#disputed" class="disputed"></use_>
                    <Dots map />
                    <Options map=app.map_once_painted() tip />
                </svg>
                {tooltip}
                <div class="zoom">
                    <button
                        type="button"
                        aria-label=words.zoom_in
                        disabled=at_closest
                        on:click=move |_| pan_zoom.by(1.6)
                    >
                        "+"
                    </button>
                    <button
                        type="button"
                        aria-label=words.zoom_out
                        disabled=at_world
                        on:click=move |_| pan_zoom.by(1.0 / 1.6)
                    >
                        "−"
                    </button>
                    <button
                        type="button"
                        aria-label=words.zoom_reset
                        disabled=at_world
                        on:click=move |_| pan_zoom.reset()
                    >
                        "⤢"
                    </button>
                </div>
            </div>
            <figcaption>
                <Legend heading=words.legend others=named_otherwise(app) />
                <p class="note">{move || map.with(|map| map.caption.clone())}</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The reference of a country's outline.
fn outline(country: &Country) -> String {
    format!("#o-{}", country.iso3)
}

/// The countries that have an outline, by class: written out by the build, which puts in the lines.
#[cfg(feature = "prerender")]
#[component]
fn Countries(map: Memo<Arc<MapFigure>>) -> impl IntoView {
    let countries = App::get().data.countries().iter().enumerate();
    let shapes = countries
        .filter(|(_, country)| country.outlined)
        .map(|(at, country)| {
            let id = format!("o-{}", country.iso3);
            let class = map.with(|map| map.classes[at].css());
            view! { <path id=id class=class data-c=country.iso3.as_str()></path> }
        })
        .collect_view();
    view! { <g id=SHAPES aria-hidden="true">{shapes}</g> }.into_any()
}

/// The countries that have an outline: a place for what the build wrote, which is moved here ([`super::mount`]) and of
/// which only classes change.
#[cfg(not(feature = "prerender"))]
#[component]
fn Countries(map: Memo<Arc<MapFigure>>) -> impl IntoView {
    let app = App::get();
    let mut first = Vec::new();
    if app.as_built {
        let context = Context::of(app.data, app.words, ViewState::first(app.data));
        first = MapFigure::build(&context).classes;
    }
    let css = |classes: &[MapClass]| classes.iter().map(|class| class.css()).collect();
    colour_outlines(app.data, css(&first), move || {
        map.with(|map| css(&map.classes))
    });
    view! { <g id=SHAPES_PLACE></g> }.into_any()
}

/// Keeps the outlines' classes, one a country in the registry's order, writing only those that differ from the last
/// ones written.
#[cfg(not(feature = "prerender"))]
pub(super) fn colour_outlines<C: AsRef<str> + PartialEq + Send + Sync + 'static>(
    data: &'static Dataset,
    written: Vec<C>,
    classes: impl Fn() -> Vec<C> + 'static,
) {
    let written = StoredValue::new(written);
    Effect::new(move || {
        let classes = classes();
        let countries = data.countries().iter().enumerate();
        written.with_value(|written| {
            for (at, country) in countries.filter(|(_, country)| country.outlined) {
                if written.get(at) != Some(&classes[at]) {
                    let id = format!("o-{}", country.iso3);
                    web::document::set_attribute(&id, "class", classes[at].as_ref());
                }
            }
        });
        written.set_value(classes);
    });
}

/// The countries too small for the pointer: a dot of their class in a wider area that answers for them.
#[component]
fn Dots(map: Memo<Arc<MapFigure>>) -> impl IntoView {
    let app = App::get();
    let points = || {
        let countries = app.data.countries().iter().enumerate();
        countries
            .filter_map(|(at, country)| Some((at, country, country.at.filter(|_| country.point)?)))
    };
    let id = |country: &Country| format!("d-{}", country.iso3);
    // One effect for all, and not one a dot: of many dots few change.
    Effect::new(move |before: Option<Arc<MapFigure>>| {
        let map = map.get();
        if let Some(before) = before {
            let changed = points().filter(|(at, ..)| before.classes[*at] != map.classes[*at]);
            for (at, country, _) in changed {
                web::document::set_attribute(&id(country), "class", &dot(map.classes[at]));
            }
        }
        map
    });
    let dots = points()
        // Before the code arrives a country that is not named shows nothing and answers nothing.
        .filter(|(at, ..)| {
            !cfg!(feature = "prerender")
                || map.with_untracked(|map| map.classes[*at] != MapClass::NotNamed)
        })
        .map(|(at, country, (x, y))| {
            view! {
                <g data-c=country.iso3.as_str()>
                    <circle class="reach" cx=x cy=y r=REACH data-c=country.iso3.as_str()></circle>
                    <circle
                        id=id(country)
                        class=map.with_untracked(|map| dot(map.classes[at]))
                        cx=x
                        cy=y
                        r=DOT
                        data-c=country.iso3.as_str()
                    ></circle>
                </g>
            }
        })
        .collect_view();
    view! { <g aria-hidden="true">{dots}</g> }.into_any()
}

/// The classes of a dot.
fn dot(class: MapClass) -> String {
    let named = if class == MapClass::NotNamed {
        ""
    } else {
        " named"
    };
    format!("dot {}{named}", class.css())
}

/// The countries that the source names, as a list for the keyboard and for assistive technology. It shows nothing to
/// the eye, and follows the map once that is painted.
#[component]
fn Options(map: Memo<Arc<MapFigure>>, tip: RwSignal<Option<Tip>>) -> impl IntoView {
    let app = App::get();
    let active = RwSignal::new(0_usize);
    let go = move |to: usize| {
        active.set(to);
        let iso3 = map.with_untracked(|map| map.options.get(to).map(|option| option.iso3.clone()));
        if let Some(iso3) = iso3 {
            web::document::focus(&format!("#map [data-iso=\"{iso3}\"]"));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let at = active.get_untracked();
        let count = map.with_untracked(|map| map.options.len());
        let to = match event.key().as_str() {
            "ArrowRight" => Some((at + 1).min(count.saturating_sub(1))),
            "ArrowLeft" => Some(at.saturating_sub(1)),
            "ArrowUp" => map.with_untracked(|map| neighbour(app, &map.options, at, true)),
            "ArrowDown" => map.with_untracked(|map| neighbour(app, &map.options, at, false)),
            "Home" => Some(0),
            "End" => Some(count.saturating_sub(1)),
            "Enter" | " " => {
                let country =
                    map.with_untracked(|map| map.options.get(at).map(|option| option.country));
                let country = country.filter(|country| app.now().country != Some(*country));
                app.dispatch(Action::SelectCountry(country));
                Some(at)
            }
            "Escape" => {
                tip.set(None);
                None
            }
            key => map.with_untracked(|map| named(&map.options, at, key)),
        };
        if let Some(to) = to {
            event.prevent_default();
            go(to);
        }
    };
    let options = move || {
        map.with(|map| {
            active.set(0);
            map.options
                .iter()
                .enumerate()
                .map(|(at, option)| view! { <Choice option=option.clone() at active tip /> })
                .collect_view()
        })
    };
    view! {
        <g
            role="listbox"
            class="options"
            aria-label=move || map.with(|map| map.name.clone())
            aria-describedby="map-help"
            on:keydown=on_key
            on:focusout=move |_| tip.set(None)
        >
            {options}
        </g>
    }
    .into_any()
}

/// One country of the list: transparent, over its outline, with the focus ring.
#[component]
fn Choice(
    option: MapOption,
    at: usize,
    active: RwSignal<usize>,
    tip: RwSignal<Option<Tip>>,
) -> impl IntoView {
    let app = App::get();
    let MapOption {
        country,
        iso3,
        label,
        share,
    } = option;
    let place = app.data.country(country);
    let tab = move || if active.get() == at { "0" } else { "-1" };
    let selected = move || (app.shown().country == Some(country)).to_string();
    let focus = move |event: web_sys::FocusEvent| {
        active.set(at);
        tip.set(below(&event).map(|(x, y, width)| Tip {
            country,
            x,
            y,
            width,
        }));
    };
    let share = share.map(|share| share.to_string());
    // Where there is an outline the ring follows it; elsewhere it is a circle around the dot.
    if place.outlined && !place.point {
        view! {
            <use_
                href=outline(place)
                role="option"
                tabindex=tab
                aria-label=label
                aria-selected=selected
                data-iso=iso3
                data-share=share
                on:focus=focus
            ></use_>
        }
        .into_any()
    } else {
        let (x, y) = place.at.unwrap_or_default();
        view! {
            <circle
                cx=x
                cy=y
                r=REACH
                role="option"
                tabindex=tab
                aria-label=label
                aria-selected=selected
                data-iso=iso3
                data-share=share
                on:focus=focus
            ></circle>
        }
        .into_any()
    }
}

/// The point below a focused element's middle, on the map's frame, and the frame's width.
fn below(event: &web_sys::FocusEvent) -> Option<(f64, f64, f64)> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let frame = element.closest("svg").ok()??.get_bounding_client_rect();
    let bounds = element.get_bounding_client_rect();
    let x = bounds.left() + bounds.width() / 2.0 - frame.left();
    let y = bounds.top() + bounds.height() / 2.0 - frame.top();
    Some((
        x.clamp(0.0, frame.width()),
        y.clamp(0.0, frame.height()),
        frame.width(),
    ))
}

/// The nearest country to the north or south of one in the list.
fn neighbour(app: App, options: &[MapOption], at: usize, north: bool) -> Option<usize> {
    let place = |option: &MapOption| app.data.country(option.country).at;
    let (x, y) = place(options.get(at)?)?;
    let distance = |option: &MapOption| {
        let (ox, oy) = place(option)?;
        let ahead = if north { y - oy } else { oy - y };
        (ahead > 0.0).then(|| ahead + 2.0 * (ox - x).abs())
    };
    let others = options
        .iter()
        .enumerate()
        .filter_map(|(to, option)| Some((to, distance(option)?)));
    others
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(to, _)| to)
}

/// The next country after one in the list whose name begins with a letter typed.
fn named(options: &[MapOption], at: usize, key: &str) -> Option<usize> {
    let mut letters = key.chars();
    let letter = letters
        .next()
        .filter(|letter| letters.next().is_none() && letter.is_ascii_alphabetic())?;
    let begins = |option: &MapOption| {
        option
            .label
            .chars()
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(&letter))
    };
    let after = (at + 1..options.len()).chain(0..=at.min(options.len().saturating_sub(1)));
    let mut after = after.filter(|to| options.get(*to).is_some_and(begins));
    after.next()
}

/// The classes of countries that have no share.
fn named_otherwise(app: App) -> Vec<(&'static str, &'static str)> {
    let words = app.words;
    vec![
        (MapClass::Zero.css(), words.none_reported),
        (MapClass::NotAvailable.css(), words.not_available),
        (MapClass::Withheld.css(), words.withheld),
        (MapClass::NotNamed.css(), words.not_named),
    ]
}

/// The classes and what they stand for.
#[component]
pub(super) fn Legend(
    /// What the classes are of.
    heading: &'static str,
    /// The classes beside those of shares, as the style sheet names them, and what they stand for.
    others: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let classes = (0..6).map(|class| MapClass::Share(class).css()).zip(LEGEND);
    let items = classes
        .chain(others)
        .map(|(class, text)| {
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true">
                        <rect class=class width="22" height="14"></rect>
                    </svg>
                    {text}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="legend">
            <p>{heading}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}
