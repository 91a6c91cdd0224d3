//! Every country that could be a partner: what it is worth, and whether it may be one.

use leptos::prelude::*;

use super::Allied;
use crate::alliance::Asked;
use crate::data::{Dataset, Importer};
use crate::figure::points;
use crate::i18n::number::{ABSENT, percent, quantity};
use crate::report::CandidateRow;
use crate::units::Share;

/// What the reader says of a candidate, in the order of the words for it.
const ROLES: [&str; 3] = ["open", "required", "excluded"];

/// The table of candidates, each with a chooser of its role.
#[component]
pub(super) fn Candidates() -> impl IntoView {
    let allied = Allied::get();
    let words = &allied.words.partners;
    // Kept while a search is on, so that a chooser does not vanish under the reader's hands.
    let rows = Memo::new(move |last: Option<&Vec<CandidateRow>>| {
        allied.searching.with_done(|done| match done {
            Some(done) => {
                let answer = done.answer.as_ref();
                answer.map_or_else(Vec::new, |answer| answer.candidates.clone())
            }
            None => last.cloned().unwrap_or_default(),
        })
    });
    let codes = Memo::new(move |_| {
        rows.with(|rows| {
            let codes = rows.iter().map(|row| row.country.clone());
            codes.collect::<Vec<_>>()
        })
    });
    let lines = move || {
        codes
            .get()
            .into_iter()
            .map(|code| view! { <Line code rows /> })
            .collect_view()
    };
    let columns = words.candidate.into_iter().enumerate().map(|(at, name)| {
        let class = if at < 2 { "" } else { "number" };
        view! { <th scope="col" class=class>{name}</th> }
    });
    view! {
        <section class="panel candidates" data-part="candidates" hidden=move || codes.with(Vec::is_empty)>
            <h2>{words.candidates}</h2>
            <div class="table" tabindex="0" role="region" aria-label=words.candidates>
                <table id="candidates">
                    <caption>{words.worth_note}</caption>
                    <thead><tr>{columns.collect_view()}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// One candidate.
#[component]
fn Line(code: String, rows: Memo<Vec<CandidateRow>>) -> impl IntoView {
    let allied = Allied::get();
    let (words, data) = (&allied.words.partners, allied.desk.app.data);
    let name = data.name_of(&code);
    let code = StoredValue::new(code);
    let row = Memo::new(move |_| {
        rows.with(|rows| {
            let mut rows = rows.iter();
            code.with_value(|code| rows.find(|row| row.country == *code).cloned())
        })
    });
    let text = move |read: fn(&CandidateRow) -> String| {
        move || row.with(|row| row.as_ref().map_or_else(String::new, read))
    };
    let share = |part: f64| percent(Share::clamped(part));
    let chosen = move || code.with_value(|code| allied.asked.with(|asked| role(data, asked, code)));
    let choose = move |event| {
        let role = event_target_value(&event);
        let asked = allied.asked.get_untracked();
        let asked = code.with_value(|code| with_role(data, &asked, code, &role));
        allied.change(&asked);
    };
    let first = untrack(chosen);
    let options = ROLES
        .into_iter()
        .zip(words.roles)
        .map(|(role, label)| {
            view! { <option value=role selected=role == first>{label}</option> }
        })
        .collect_view();
    // Nobody left it out, and it is out.
    let below = move || {
        let out = row.with(|row| row.as_ref().is_some_and(|row| row.role == "excluded"));
        (out && chosen() == "open").then_some(words.below_floor)
    };
    let worth = move || {
        row.with(|row| {
            let worth = row
                .as_ref()
                .and_then(|row| Some((row.worth?, row.standard_error?)));
            worth.map_or_else(
                || ABSENT.to_owned(),
                |(worth, error)| {
                    let error = (error > 0.0).then(|| points(error));
                    (words.worth)(&points(worth), error.as_deref())
                },
            )
        })
    };
    // A cap may be many times the need, which is no share.
    let of_need = move |row: &CandidateRow| {
        if row.cap > 1.0 {
            format!("{}%", quantity((100.0 * row.cap).round()))
        } else {
            share(row.cap)
        }
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>
                <select aria-label=(words.role_of)(&name) prop:value=chosen on:change=choose>
                    {options}
                </select>
                <span class="remark">{below}</span>
            </td>
            <td class="number">{text(|row| percent(Share::clamped(row.world_share)))}</td>
            <td class="number">{move || row.with(|row| row.as_ref().map(of_need))}</td>
            <td class="number">{text(|row| format!("{:.2}", row.stability))}</td>
            <td class="number">{text(|row| row.agreement.to_string())}</td>
            <td class="number">{worth}</td>
        </tr>
    }
    .into_any()
}

/// What is asked of a country; a bloc's word counts for its members.
fn role(data: &Dataset, asked: &Asked, code: &str) -> &'static str {
    let choice = asked.choice(data);
    let Some(country) = data.country_by_iso3(code) else {
        return "open";
    };
    if choice.excluded.contains(&country) {
        "excluded"
    } else if choice.required.contains(&country) {
        "required"
    } else {
        "open"
    }
}

/// The same question with another role for a country; blocs that hold it are written as their members.
fn with_role(data: &Dataset, asked: &Asked, code: &str, role: &str) -> Asked {
    let mut asked = asked.clone();
    let Some(country) = data.country_by_iso3(code) else {
        return asked;
    };
    for list in [&mut asked.excluded, &mut asked.required] {
        let members = |one: &Importer| {
            let members = data.importer_members(*one);
            if members.contains(&country) {
                let others = members.into_iter().filter(|member| *member != country);
                others.map(Importer::Country).collect()
            } else {
                vec![*one]
            }
        };
        let kept: Vec<Importer> = list.iter().flat_map(members).collect();
        list.clear();
        for one in kept {
            if !list.contains(&one) {
                list.push(one);
            }
        }
    }
    match role {
        "excluded" => asked.excluded.push(Importer::Country(country)),
        "required" => asked.required.push(Importer::Country(country)),
        _ => {}
    }
    asked
}
