//! The map of the difference: who would supply less, who more, and the same as a table.

use leptos::prelude::*;

use super::Told;
use crate::app::controls::Segment;
use crate::app::desk::flows::borrow_outlines;
use crate::app::map_panel::{Legend, PLANE, SHAPES_PLACE, colour_outlines};
use crate::figure::{MapClass, ShiftClass, Showing};
use crate::i18n::number::percent;
use crate::units::Share;

/// Points of world supply with their sign: `+1.2`, `−34.0`.
fn points(change: f64) -> String {
    let points = (change * 1000.0).round() / 10.0;
    let sign = if points > 0.0 {
        "+"
    } else if points < 0.0 {
        "−"
    } else {
        "±"
    };
    format!("{sign}{:.1}", points.abs())
}

/// The map with its legend, and the table of countries.
#[component]
pub(super) fn ShiftMap() -> impl IntoView {
    let told = Told::get();
    let data = told.desk.app.data;
    let words = &told.words.results;
    let showing = RwSignal::new(Showing::default());
    let classes = Memo::new(move |_| {
        let showing = showing.get();
        told.figure.with(|figure| {
            let countries = data.countries().len();
            figure.as_ref().map_or_else(
                || vec![MapClass::NotNamed.css(); countries],
                |figure| figure.classes(countries, showing),
            )
        })
    });
    colour_outlines(data, Vec::new(), move || classes.get());
    borrow_outlines();
    let dots = data
        .countries()
        .iter()
        .enumerate()
        .filter_map(|(at, country)| Some((at, country.at.filter(|_| country.point)?)))
        .map(|(at, (x, y))| {
            let class = move || {
                let class = classes.with(|classes| classes[at]);
                let named = class != ShiftClass(3).css() && class != MapClass::NotNamed.css();
                if named {
                    format!("dot named {class}")
                } else {
                    "dot".to_owned()
                }
            };
            view! { <circle class=class cx=x cy=y r="2.6"></circle> }
        })
        .collect_view();
    let signs = move || {
        if showing.get() != Showing::Change {
            return None;
        }
        told.figure.with(|figure| {
            let rows = figure.iter().flat_map(|figure| &figure.shifts);
            let signs = rows.filter_map(|row| {
                let sign = ShiftClass::of(row.change).sign();
                let (x, y) = data.country(row.country).at.filter(|_| !sign.is_empty())?;
                Some(view! { <text class="shift-sign" x=x y=y + 6.0>{sign}</text> })
            });
            Some(signs.collect_view())
        })
    };
    let segments = Showing::ALL
        .into_iter()
        .zip(words.map_shows)
        .map(|(one, label)| {
            let chosen = Signal::derive(move || showing.get() == one);
            let choose = move || showing.set(one);
            view! { <Segment group="showing" value=label.to_lowercase() label=label.to_owned() chosen offered=true choose /> }
        })
        .collect_view();
    let stage = move || {
        told.figure
            .with(|figure| figure.as_ref().map(|figure| figure.stage))
    };
    let caption = move || {
        let mineral = &data.mineral(told.desk.app.shown().mineral).name;
        let supply = stage().map_or_else(String::new, |stage| {
            (told.desk.app.words.supply)(stage, mineral)
        });
        let month = told
            .figure
            .with(|figure| figure.as_ref().and_then(|figure| figure.worst.clone()));
        (words.map_caption)(&supply, month.as_deref().unwrap_or(words.worst_unknown))
    };
    let name = move || (words.map_name)(&caption());
    let rows = move || {
        told.figure.with(|figure| {
            let rows = figure.iter().flat_map(|figure| &figure.shifts);
            rows.map(|row| {
                let share = |share: f64| percent(Share::clamped(share));
                view! {
                    <tr>
                        <th scope="row">{row.name.clone()}</th>
                        <td class="number">{share(row.before)}</td>
                        <td class="number">{share(row.after)}</td>
                        <td class="number">{points(row.change)}</td>
                    </tr>
                }
            })
            .collect_view()
        })
    };
    let view_box = format!("0 0 {} {}", PLANE.0, PLANE.1);
    let changes = move || showing.get() == Showing::Change;
    let change_legend = ShiftClass::ALL
        .into_iter()
        .zip(words.map_classes)
        .map(|(class, label)| {
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true">
                        <rect class=class.css() width="22" height="14"></rect>
                        <text class="shift-sign" x="11" y="12">{class.sign()}</text>
                    </svg>
                    {label}
                </li>
            }
        })
        .collect_view();
    view! {
        <figure class="panel map-panel" data-part="map" aria-labelledby="shift-title">
            <div class="row spread">
                <h2 id="shift-title">{words.map}</h2>
                <fieldset class="segments">
                    <legend class="sr">{words.map}</legend>
                    {segments}
                </fieldset>
            </div>
            <svg id="shifts" class="map" viewBox=view_box role="img" aria-label=name>
                <use_ href="#sphere" class="sea"></use_>
                <use_ href="#graticule" class="graticule"></use_>
                <g id=SHAPES_PLACE></g>
                <use_ href="#borders" class="borders"></use_>
                <g>{dots}</g>
                {signs}
            </svg>
            <figcaption>
                <div class="legend" hidden=move || !changes()>
                    <p>{words.map_legend}</p>
                    <ul>{change_legend}</ul>
                </div>
                <div hidden=changes>
                    <Legend heading=told.desk.app.words.controls.legend others=vec![(MapClass::NotNamed.css(), told.desk.app.words.not_named)] />
                </div>
                <p class="note">{caption}</p>
            </figcaption>
            <details>
                <summary>{words.countries}</summary>
                <div class="table" tabindex="0" role="region" aria-label=words.countries>
                    <table id="shift-table">
                        <caption>{caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{told.desk.app.words.table.country}</th>
                                <th scope="col" class="number">{words.before}</th>
                                <th scope="col" class="number">{words.after}</th>
                                <th scope="col" class="number">{words.change}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
    .into_any()
}
