//! The minerals and the importers that the scenario would hit hardest.

use std::time::Duration;

use leptos::prelude::*;

use super::Told;
use super::results::is_told;
use crate::data::{Dataset, Importer, TRADE_YEARS};
use crate::i18n::number::percent;
use crate::report::{all_stage_tables, stage_tables};
use crate::scenario::exposed::{self, Exposed};
use crate::state::{ViewState, query};
use crate::units::Share;

/// How long the reader rests before every mineral and importer is asked about.
const REST: Duration = Duration::from_millis(200);
/// The first heading, below which only the assumptions stand.
pub(super) const HEADING: &str = "exposed-minerals-title";
/// How many of each are shown.
const SHOWN: usize = 10;
/// A loss that rounds to nothing is none.
const NOTHING: f64 = 0.000_5;

/// One line: a name, where it leads, the shortfall of its worst twelve months.
#[derive(Clone, PartialEq)]
struct Line {
    name: String,
    link: String,
    shortfall: f64,
}

/// What is hit hardest.
#[derive(Clone, PartialEq)]
struct Lists {
    minerals: Vec<Line>,
    importers: Vec<Line>,
}

/// Both lists.
#[component]
pub(super) fn MostExposed() -> impl IntoView {
    let told = Told::get();
    let (desk, words) = (told.desk, &told.words.results);
    let (app, data) = (desk.app, desk.app.data);
    // What the lists depend on; they follow once the reader rests, and say so until then.
    let asked = Memo::new(move |_| {
        (
            app.shown(),
            desk.importer.get(),
            told.scenario.get(),
            told.assumptions.get(),
        )
    });
    let turn = StoredValue::new(0_u32);
    let found = RwSignal::new(None::<Lists>);
    Effect::new(move || {
        let (state, importer, scenario, assumptions) = asked.get();
        desk.store.ask(|_| ());
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let now = turn.get_value();
        found.set(None);
        if !is_told(&scenario) {
            return;
        }
        set_timeout(
            move || {
                if turn.try_get_value() != Some(now) {
                    return;
                }
                let lists = untrack(|| {
                    desk.store.ask(|sources| {
                        let tables = all_stage_tables(data, &state, importer, Some(TRADE_YEARS.1));
                        let minerals =
                            exposed::minerals(sources, &tables, importer, &scenario, &assumptions);
                        let blocs = data.blocs().iter().map(|bloc| bloc.id.as_str());
                        let countries =
                            data.countries().iter().map(|country| country.iso3.as_str());
                        let codes = blocs.chain(countries);
                        // Who holds back its own exports keeps them: the model would overstate its loss.
                        let keeps = |one: &Importer| {
                            scenario.held_back_by(data, &data.importer_members(*one))
                        };
                        let importers: Vec<Importer> = codes
                            .filter_map(|code| data.importer_by_code(code))
                            .filter(|one| !keeps(one))
                            .collect();
                        let here = stage_tables(data, &state, importer, Some(TRADE_YEARS.1));
                        let importers =
                            exposed::importers(sources, &here, &importers, &scenario, &assumptions);
                        let mineral = |exposed: &Exposed| {
                            let link = ViewState {
                                mineral: exposed.mineral,
                                ..state
                            };
                            (data.mineral(exposed.mineral).name.clone(), link)
                        };
                        let importer = |exposed: &Exposed| {
                            let name = exposed
                                .importer
                                .map(|importer| data.importer_name(importer));
                            let link = ViewState {
                                importer: exposed.importer,
                                ..state
                            };
                            (name.unwrap_or_default().to_owned(), link)
                        };
                        Lists {
                            minerals: lines(&minerals, mineral, data),
                            importers: lines(&importers, importer, data),
                        }
                    })
                });
                found.set(Some(lists));
            },
            REST,
        );
    });
    let mineral = move || data.mineral(app.shown().mineral).name.clone();
    let list = move |which: fn(&Lists) -> &[Line]| {
        move || {
            let lists = found.get();
            let told_now = told.scenario.with(is_told);
            match lists.as_ref().map(which) {
                Some([]) => view! { <p class="note">{words.none_exposed}</p> }.into_any(),
                Some(lines) => {
                    let items = lines.iter().map(|line| {
                        let part = percent(Share::clamped(line.shortfall));
                        view! {
                            <tr>
                                <th scope="row"><a href=line.link.clone()>{line.name.clone()}</a></th>
                                <td class="number">{part}</td>
                            </tr>
                        }
                    });
                    view! {
                        <table>
                            <caption>{words.exposed_caption}</caption>
                            <tbody>{items.collect_view()}</tbody>
                        </table>
                    }
                    .into_any()
                }
                None if told_now => view! { <p class="note">{words.working}</p> }.into_any(),
                None => view! { <p class="note">{told.words.empty}</p> }.into_any(),
            }
        }
    };
    view! {
        <section class="panel exposed" data-part="minerals" aria-labelledby=HEADING>
            <h2 id=HEADING>{words.minerals}</h2>
            <div id="exposed-minerals" aria-live="polite">{list(|lists| &lists.minerals)}</div>
        </section>
        <section class="panel exposed" data-part="importers" aria-labelledby="exposed-importers-title">
            <h2 id="exposed-importers-title">{move || (words.importers)(&mineral())}</h2>
            <div id="exposed-importers">{list(|lists| &lists.importers)}</div>
        </section>
    }
    .into_any()
}

/// The first lines of a ranking; a loss of nothing is no line.
fn lines(
    ranked: &[Exposed],
    read: impl Fn(&Exposed) -> (String, ViewState),
    data: &Dataset,
) -> Vec<Line> {
    let lost = ranked
        .iter()
        .filter(|exposed| exposed.outcome.worst_year.shortfall > NOTHING);
    lost.take(SHOWN)
        .map(|exposed| {
            let (name, state) = read(exposed);
            Line {
                name,
                link: format!("?{}", query::encode(&state.normalised(data), data)),
                shortfall: exposed.outcome.worst_year.shortfall,
            }
        })
        .collect()
}
