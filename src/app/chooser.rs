//! The chooser of minerals: a search field over a grouped list.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::context::App;
use crate::data::{Dataset, MineralId};
use crate::state::Action;
use crate::web;

/// The class of an entry that the keyboard is not at, and of the one that it is at.
const ACTIVE: [&str; 2] = ["option", "option active"];
/// Whether an entry is the mineral shown: no, yes.
const SELECTED: [&str; 2] = ["false", "true"];

/// The minerals of one group that match a search.
#[derive(Debug, Clone, PartialEq)]
struct Matches {
    group: usize,
    minerals: Vec<MineralId>,
}

/// The minerals whose name or use contains what was typed, in the order of the groups. The names and uses are
/// English and ASCII, so that the tables of all other letters need not travel.
fn matches(data: &'static Dataset, typed: &str) -> Vec<Matches> {
    let typed = typed.trim().to_ascii_lowercase();
    let holds = |text: &str| text.to_ascii_lowercase().contains(&typed);
    let found = |group: usize| {
        let minerals = data
            .minerals()
            .iter()
            .filter(|mineral| mineral.group == group);
        let minerals = minerals.filter(|mineral| holds(&mineral.name) || holds(&mineral.usage));
        minerals
            .filter_map(|mineral| data.mineral_by_slug(&mineral.slug))
            .collect()
    };
    let groups = data.groups().iter().enumerate();
    groups
        .map(|(group, _)| Matches {
            group,
            minerals: found(group),
        })
        .filter(|matches: &Matches| !matches.minerals.is_empty())
        .collect()
}

/// A combobox of all minerals.
#[component]
pub(super) fn MineralChooser() -> impl IntoView {
    let app = App::get();
    let (data, words) = (app.data, &app.words.controls);
    let mineral = move || app.shown().mineral;
    let open = RwSignal::new(false);
    let opened = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| matches(data, &typed.get()));
    let active = RwSignal::new(0_usize);
    // The matches without their groups, as the keyboard counts them.
    let nth = move |at: usize| {
        found.with(|groups| {
            groups
                .iter()
                .flat_map(|group| &group.minerals)
                .nth(at)
                .copied()
        })
    };
    let place = move |id: MineralId| {
        found.with(|groups| {
            groups
                .iter()
                .flat_map(|group| &group.minerals)
                .position(|one| *one == id)
        })
    };
    let active_mineral = Memo::new(move |_| nth(active.get()).filter(|_| open.get()));
    let entry = move |id: MineralId| format!("mineral-{}", data.mineral(id).slug);
    let active_id = move || active_mineral.get().map(entry);
    // Of many entries two change: they are told, instead of each being asked. One that is not there yet is made as it
    // should be.
    let mark =
        move |which: Memo<Option<MineralId>>, name: &'static str, words: [&'static str; 2]| {
            let tell = move |id: Option<MineralId>, word| {
                if let Some(id) = id {
                    web::document::set_attribute(&entry(id), name, word);
                }
            };
            Effect::new(move |before: Option<Option<MineralId>>| {
                let now = which.get();
                tell(before.flatten(), words[0]);
                tell(now, words[1]);
                now
            });
        };
    mark(active_mineral, "class", ACTIVE);
    mark(
        Memo::new(move |_| Some(mineral())),
        "aria-selected",
        SELECTED,
    );
    let close = move || {
        open.set(false);
        typed.set(String::new());
    };
    let start = move || {
        if !open.get_untracked() {
            typed.set(String::new());
            active.set(untrack(|| place(app.now().mineral)).unwrap_or(0));
            open.set(true);
        }
    };
    let choose = move |id: MineralId| {
        close();
        app.dispatch(Action::SelectMineral(id));
    };
    let on_key = move |event: KeyboardEvent| {
        let count: usize =
            found.with_untracked(|groups| groups.iter().map(|group| group.minerals.len()).sum());
        let step = |to: usize| {
            event.prevent_default();
            start();
            active.set(to);
            scroll_to(untrack(|| nth(to)).map(|id| data.mineral(id).slug.as_str()));
        };
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if open.get_untracked() => step(if at + 1 < count { at + 1 } else { 0 }),
            "ArrowUp" if open.get_untracked() => {
                step(at.checked_sub(1).unwrap_or(count.saturating_sub(1)));
            }
            "ArrowDown" | "ArrowUp" => step(at),
            "Home" if open.get_untracked() => step(0),
            "End" if open.get_untracked() => step(count.saturating_sub(1)),
            "Enter" if open.get_untracked() => {
                event.prevent_default();
                if let Some(id) = untrack(|| nth(at)) {
                    choose(id);
                }
            }
            "Enter" => start(),
            "Escape" => close(),
            _ => {}
        }
    };
    let pick = move |event: leptos::ev::MouseEvent| {
        let target: Option<web_sys::Element> =
            event.target().and_then(|target| target.dyn_into().ok());
        let option = target.and_then(|target| target.closest("[data-mineral]").ok().flatten());
        let slug = option.and_then(|option| option.get_attribute("data-mineral"));
        if let Some(id) = slug.and_then(|slug| data.mineral_by_slug(&slug)) {
            choose(id);
        }
    };
    let on_input = move |event: Event| {
        open.set(true);
        typed.set(event_target_value(&event));
        active.set(0);
    };
    let text = move || {
        if open.get() {
            typed.get()
        } else {
            data.mineral(mineral()).name.clone()
        }
    };
    let usage = move || data.mineral(mineral()).usage.clone();
    // Every mineral is an entry for good, made when the list is first opened; searching hides those that do not match.
    let list = move || {
        let groups = data.groups().iter().enumerate().map(|(at, group)| {
            let heading = format!("mineral-group-{at}");
            let labelled = heading.clone();
            let empty = move || found.with(|groups| groups.iter().all(|one| one.group != at));
            let minerals = data.minerals().iter().filter(|mineral| mineral.group == at);
            let options = minerals
                .filter_map(|one| Some((data.mineral_by_slug(&one.slug)?, one)))
                .map(|(id, one)| {
                    let active = active_mineral.get_untracked() == Some(id);
                    let selected = app.now().mineral == id;
                    view! {
                        <div
                            role="option"
                            class=ACTIVE[usize::from(active)]
                            id=entry(id)
                            data-mineral=one.slug.as_str()
                            aria-selected=SELECTED[usize::from(selected)]
                            hidden=move || place(id).is_none()
                        >
                            <span class="name">{one.name.as_str()}</span>
                            <span class="use">{one.usage.as_str()}</span>
                        </div>
                    }
                })
                .collect_view();
            view! {
                <div role="group" aria-labelledby=labelled hidden=empty>
                    <div class="heading" id=heading>{group.name.as_str()}</div>
                    {options}
                </div>
            }
        });
        view! {
            <div
                class="list"
                role="listbox"
                id="minerals"
                aria-label=words.mineral
                on:mousedown=move |event| event.prevent_default()
                on:click=pick
            >
                {groups.collect_view()}
            </div>
        }
    };
    let nothing = move || {
        let nothing = open.get() && found.with(Vec::is_empty);
        nothing.then(
            || view! { <p class="note" role="status">{(words.nothing_found)(&typed.get())}</p> },
        )
    };
    view! {
        <div class="chooser">
            <label for="mineral">{words.mineral}</label>
            <input
                id="mineral"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-controls="minerals"
                aria-expanded=move || open.get().to_string()
                aria-activedescendant=active_id
                aria-describedby="mineral-use"
                placeholder=words.search
                value=data.mineral(app.now().mineral).name.clone()
                prop:value=text
                on:click=move |_| start()
                on:input=on_input
                on:keydown=on_key
                on:blur=move |_| close()
            />
            <p class="use" id="mineral-use">{usage}</p>
            <div class="popover" hidden=move || !open.get()>
                {move || opened.get().then(list)}
                {nothing}
            </div>
        </div>
    }
    .into_any()
}

/// Brings an option into view.
fn scroll_to(slug: Option<&str>) {
    if let Some(slug) = slug {
        web::document::scroll_into_view(&format!("mineral-{slug}"));
    }
}
