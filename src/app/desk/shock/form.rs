//! The form for one step. What is typed is judged by the reader of links: one judge, one set of remedies.

use leptos::prelude::*;

use super::Told;
use super::steps::Editing;
use crate::app::context::App;
use crate::app::desk::choosers::{importers, option};
use crate::data::{Dataset, MineralId};
use crate::i18n::StepWords;
use crate::scenario::{Minerals, Scenario, Stages, Step, StepKind, text};
use crate::web;

/// Everyone and every mineral, as scenarios write them.
const ALL: &str = "*";
/// Every mineral that the actor leads.
const LED: &str = "led";

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Fields {
    kind: RwSignal<StepKind>,
    actor: RwSignal<String>,
    minerals: RwSignal<String>,
    stages: RwSignal<String>,
    size: RwSignal<String>,
    start: RwSignal<String>,
    months: RwSignal<String>,
    aim: RwSignal<String>,
    name: RwSignal<String>,
}

impl Fields {
    /// The fields of a step as scenarios write it.
    fn of(data: &Dataset, step: &Step) -> Self {
        let code = |importer: Option<_>| {
            importer.map_or_else(|| ALL.to_owned(), |one| data.importer_code(one).to_owned())
        };
        let minerals = match &step.minerals {
            Minerals::All => ALL.to_owned(),
            Minerals::Led => LED.to_owned(),
            Minerals::These(ids) => {
                let slugs = ids.iter().map(|id| data.mineral(*id).slug.as_str());
                slugs.collect::<Vec<_>>().join(",")
            }
        };
        Self {
            kind: RwSignal::new(step.kind),
            actor: RwSignal::new(code(step.actor)),
            minerals: RwSignal::new(minerals),
            stages: RwSignal::new(step.stages.word().to_owned()),
            size: RwSignal::new(percent(step.size)),
            start: RwSignal::new(step.start.to_string()),
            months: RwSignal::new(
                step.months
                    .map(|months| months.to_string())
                    .unwrap_or_default(),
            ),
            aim: RwSignal::new(code(step.aim)),
            name: RwSignal::new(step.name.clone().unwrap_or_default()),
        }
    }

    /// The step, or what is wrong with the fields, remedies included.
    fn read(self, data: &Dataset) -> Result<Step, Vec<String>> {
        // What parts steps and fields in a text parts nothing here.
        let plain = |field: RwSignal<String>| {
            let field = field.get_untracked();
            field
                .replace([';', ':', '#', '\n', '\r'], " ")
                .trim()
                .to_owned()
        };
        let kind = self.kind.get_untracked();
        let months = plain(self.months);
        let months = if months.is_empty() { "-" } else { &months };
        let aim = if kind.is_export_measure() {
            plain(self.aim)
        } else {
            ALL.to_owned()
        };
        let text = format!(
            "{}:{}:{}:{}:{}:{}:{months}:{aim}",
            kind.word(),
            plain(self.actor),
            plain(self.minerals),
            plain(self.stages),
            plain(self.size).trim_end_matches('%').trim(),
            plain(self.start),
        );
        let read = text::decode(&text, data);
        let name = self.name.get_untracked().trim().to_owned();
        let step = read.scenario.steps.into_iter().next();
        match step.filter(|_| read.problems.is_empty()) {
            Some(step) => Ok(Step {
                name: (!name.is_empty()).then_some(name),
                ..step
            }),
            None => Err(read.problems.iter().map(ToString::to_string).collect()),
        }
    }
}

/// A field with one line to type in.
#[component]
fn Line(
    id: &'static str,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional)] numeric: bool,
) -> impl IntoView {
    let mode = if numeric { "decimal" } else { "text" };
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                id=id
                type="text"
                inputmode=mode
                autocomplete="off"
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}

/// The form for a step: of one at a place, or of one more.
#[component]
pub(super) fn StepForm(
    /// Where the step is; none for one more.
    at: Option<usize>,
    /// The step as it is; none for one more.
    first: Option<Step>,
    /// Which step the form is about.
    editing: RwSignal<Option<Editing>>,
) -> impl IntoView {
    let told = Told::get();
    let (desk, words) = (told.desk, &told.words.steps);
    let first = first.unwrap_or_else(|| told.next_step());
    let active = first.active;
    let fields = Fields::of(desk.app.data, &first);
    let wrong = RwSignal::new(Vec::<String>::new());
    let kinds = StepKind::ALL
        .into_iter()
        .map(|kind| {
            let name = words.kinds[kind as usize].name.to_owned();
            option(kind.word().to_owned(), name, first.kind.word())
        })
        .collect_view();
    let choose_kind = move |event| {
        let Some(kind) = StepKind::from_word(&event_target_value(&event)) else {
            return;
        };
        fields.kind.set(kind);
        // Another kind begins with its own size and length; who, when and which minerals stay.
        fields.size.set(percent(kind.first_size()));
        let months = kind.first_months().map(|months| months.to_string());
        fields.months.set(months.unwrap_or_default());
        fields.stages.set(kind.stages()[0].word().to_owned());
    };
    let actor_codes = fields.actor.get_untracked();
    let aim_code = fields.aim.get_untracked();
    let everyone = |chosen: &str| option(ALL.to_owned(), words.everyone.to_owned(), chosen);
    let stages = move || {
        let chosen = fields.stages.get_untracked();
        let offered = fields.kind.get().stages();
        let choices = Stages::ALL.into_iter().zip(words.stages);
        choices
            .filter(|(stages, _)| offered.contains(stages))
            .map(|(stages, name)| option(stages.word().to_owned(), name.to_owned(), &chosen))
            .collect_view()
    };
    let minerals = mineral_choices(desk.app, &fields.minerals.get_untracked(), words);
    let size =
        Signal::derive(move || (words.size)(words.kinds[fields.kind.get() as usize].size_of));
    let aimed = move || fields.kind.get().is_export_measure();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.read(desk.app.data) {
            Err(problems) => {
                wrong.set(problems);
                request_animation_frame(|| web::document::focus("#step-wrong"));
            }
            Ok(step) => {
                let step = Step { active, ..step };
                let changed = told
                    .scenario
                    .with_untracked(|scenario: &Scenario| match at {
                        Some(at) => scenario.replaced(at, step.clone()),
                        None => scenario.with(step.clone()),
                    });
                editing.set(None);
                told.change(&changed);
                request_animation_frame(|| web::document::focus("#add-step"));
            }
        }
    };
    let cancel = move |_| {
        editing.set(None);
        request_animation_frame(|| web::document::focus("#add-step"));
    };
    let mistakes = move || {
        let found = wrong.get();
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|one| view! { <li>{one}</li> })
                .collect_view();
            view! {
                <div id="step-wrong" class="notice" role="alert" tabindex="-1">
                    <p>{words.wrong}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    view! {
        <form class="step-form" on:submit=keep>
            {mistakes}
            <div class="fields">
                <label class="field">
                    <span>{words.kind}</span>
                    <select id="step-kind" on:change=choose_kind>{kinds}</select>
                </label>
                <label class="field">
                    <span>{words.actor}</span>
                    <select id="step-actor" on:change=move |event| fields.actor.set(event_target_value(&event))>
                        {everyone(&actor_codes)}
                        {importers(&desk, &actor_codes)}
                    </select>
                </label>
                <label class="field">
                    <span>{words.minerals}</span>
                    <select id="step-minerals" on:change=move |event| fields.minerals.set(event_target_value(&event))>
                        {minerals}
                    </select>
                </label>
                <label class="field">
                    <span>{words.at}</span>
                    <select id="step-stages" on:change=move |event| fields.stages.set(event_target_value(&event))>
                        {stages}
                    </select>
                </label>
                <Line id="step-size" label=size value=fields.size numeric=true />
                <Line id="step-start" label=words.start.to_owned() value=fields.start />
                <Line id="step-months" label=words.months.to_owned() value=fields.months numeric=true />
                <label class="field" hidden=move || !aimed()>
                    <span>{words.aim}</span>
                    <select id="step-aim" on:change=move |event| fields.aim.set(event_target_value(&event))>
                        {everyone(&aim_code)}
                        {importers(&desk, &aim_code)}
                    </select>
                </label>
                <Line id="step-name" label=words.name.to_owned() value=fields.name />
            </div>
            <p class="note">{words.for_good}</p>
            <div class="row">
                <button type="submit" id="step-keep" class="quiet">{words.done}</button>
                <button type="button" class="quiet" on:click=cancel>{words.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Which minerals a step may be about: the one looked at, all, all that the actor leads, what the step is about now,
/// and each of the others.
fn mineral_choices(app: App, chosen: &str, words: &StepWords) -> impl IntoView + use<> {
    let data = app.data;
    let here = data.mineral(untrack(|| app.shown().mineral));
    let mut choices = vec![
        (here.slug.clone(), (words.this_mineral)(&here.name)),
        (ALL.to_owned(), words.all_minerals.to_owned()),
        (LED.to_owned(), words.led_minerals.to_owned()),
    ];
    if chosen.contains(',') {
        let names = chosen
            .split(',')
            .filter_map(|slug| data.mineral_by_slug(slug));
        let names: Vec<&str> = names
            .map(|id: MineralId| data.mineral(id).name.as_str())
            .collect();
        choices.push((chosen.to_owned(), names.join(", ")));
    }
    let others = data
        .minerals()
        .iter()
        .filter(|mineral| mineral.slug != here.slug);
    choices.extend(others.map(|mineral| (mineral.slug.clone(), mineral.name.clone())));
    let choices = choices
        .into_iter()
        .map(|(value, name)| option(value, name, chosen));
    choices.collect_view()
}

/// A size as it is typed: a percentage without its sign.
fn percent(size: f64) -> String {
    let percent = (size * 100.0 * 1e6).round() / 1e6;
    percent.to_string()
}
