//! The map of partners by the depth of the deepest agreement, and the same as a table.

use leptos::prelude::*;

use super::Allied;
use crate::alliance::Asked;
use crate::app::desk::flows::borrow_outlines;
use crate::app::map_panel::{PLANE, SHAPES_PLACE, colour_outlines};
use crate::figure::{AllianceMap, DEPTH_CLASSES, HOME_CLASS, MapClass};
use crate::i18n::number::{ABSENT, percent};
use crate::risk::SupplyShares;
use crate::units::Share;

/// The map, its legend, and the table of countries.
#[component]
pub(super) fn AllianceMapPanel() -> impl IntoView {
    let allied = Allied::get();
    let (desk, words) = (allied.desk, &allied.words.map);
    let data = desk.app.data;
    let depth_names = allied.words.agreements.depths;
    let map = Memo::new(move |_| {
        let importer = desk.importer.get()?;
        let table = allied.table();
        let members = data.importer_members(importer);
        let depths = allied.answered.with(Asked::depths);
        let shares = SupplyShares::of(table);
        allied.known.with_value(|known| {
            let counted = allied
                .answered
                .with(|asked| asked.counted(known, table.mineral, &members));
            allied.figures.with(|figures| {
                let map = AllianceMap::build(data, importer, &counted, &depths, &shares, figures);
                Some(map)
            })
        })
    });
    colour_outlines(data, Vec::new(), move || {
        map.with(|map| match map {
            Some(map) => map.classes.clone(),
            None => vec![MapClass::NotNamed.css(); data.countries().len()],
        })
    });
    borrow_outlines();
    let marks = move || {
        map.with(|map| {
            let partners = map.iter().flat_map(|map| &map.partners);
            let marks = partners.filter_map(|(country, depth)| {
                let (x, y) = data.country(*country).at?;
                Some(view! { <text class="depth-mark" x=x y=y + 5.0>{depth + 1}</text> })
            });
            marks.collect_view()
        })
    };
    let caption = move || (words.caption)(&desk.importer_name(), allied.mineral());
    let name = move || (words.name)(&caption());
    let rows = move || {
        map.with(|map| {
            let rows = map.iter().flat_map(|map| &map.rows);
            let rows = rows.map(|row| {
                let share = |part: Option<f64>| {
                    part.map_or_else(|| ABSENT.to_owned(), |part| percent(Share::clamped(part)))
                };
                let depth = row.depth.map_or_else(
                    || words.unbound.to_owned(),
                    |depth| format!("{}: {}", depth + 1, depth_names[depth]),
                );
                view! {
                    <tr>
                        <th scope="row">{row.name.clone()}</th>
                        <td>{depth}</td>
                        <td class="number">
                            {row.bound.map_or_else(|| ABSENT.to_owned(), |a| a.to_string())}
                        </td>
                        <td class="number">{share(row.world)}</td>
                        <td class="number">{share(row.sourcing.map(|(before, _)| before))}</td>
                        <td class="number">{share(row.sourcing.map(|(_, after)| after))}</td>
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    let depths = DEPTH_CLASSES.into_iter().zip(depth_names).enumerate();
    let legend = depths.map(|(at, (class, label))| (class, (at + 1).to_string(), label));
    let others = [
        (HOME_CLASS, String::new(), words.home),
        (MapClass::NotNamed.css(), String::new(), words.unbound),
    ];
    let legend = legend
        .chain(others)
        .map(|(class, mark, label)| {
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 22 14" aria-hidden="true">
                        <rect class=class width="22" height="14"></rect>
                        <text class="depth-mark" x="11" y="11.5">{mark}</text>
                    </svg>
                    {label}
                </li>
            }
        })
        .collect_view();
    let columns = words.columns.into_iter().enumerate().map(|(at, name)| {
        let class = if at < 2 { "" } else { "number" };
        view! { <th scope="col" class=class>{name}</th> }
    });
    let view_box = format!("0 0 {} {}", PLANE.0, PLANE.1);
    view! {
        <figure class="panel map-panel" data-part="map" aria-labelledby="bound-title">
            <h2 id="bound-title">{words.heading}</h2>
            <svg id="bound" class="map" viewBox=view_box role="img" aria-label=name>
                <use_ href="#sphere" class="sea"></use_>
                <use_ href="#graticule" class="graticule"></use_>
                <g id=SHAPES_PLACE></g>
                <use_ href="#borders" class="borders"></use_>
                {marks}
            </svg>
            <figcaption>
                <div class="legend">
                    <p>{words.legend}</p>
                    <ul>{legend}</ul>
                </div>
                <p class="note">{caption}</p>
            </figcaption>
            <details>
                <summary>{words.countries}</summary>
                <div class="table" tabindex="0" role="region" aria-label=words.countries>
                    <table id="bound-table">
                        <caption>{caption}</caption>
                        <thead><tr>{columns.collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
    .into_any()
}
