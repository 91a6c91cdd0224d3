//! `adit partners`: who would help most.

use adit::alliance::{Asked, Key};
use adit::data::Dataset;
use adit::report::{PartnerAnswer, PartnerFigures, PartnerQuestion, PartnerSet};
use adit::risk::importer::Case;

use crate::alliance_arguments::PartnersTask;
use crate::assumed;
use crate::failure::Answer;
use crate::library::Library;
use crate::lines::{Lines, json, number, percent};
use crate::question;

/// The partners asked for.
pub(crate) fn run(task: &PartnersTask) -> Answer {
    let library = Library::open(task.on.data.as_deref())?;
    let data = &library.data;
    let state = question::state(data, &task.which)?;
    let importer = assumed::importer(data, &task.on, "partners")?;
    let agreements = assumed::agreements(data)?;
    let asked = match &task.ask {
        Some(text) => assumed::of_text(text, data, &agreements)?,
        None => asked(data, task)?,
    };
    let sources = library.sources();
    let table = question::table(&sources, &state, &task.which, Some(importer));
    let case = Case::of(&sources, table, Some(importer));
    let counted = asked.counted(&agreements, table.mineral, &data.importer_members(importer));
    let question = PartnerQuestion::of(&asked, data);
    let figures = PartnerFigures::of(&sources, &case, &counted, &question);
    if task.on.json {
        json(&figures)
    } else {
        Ok(text(&figures))
    }
}

/// What the options ask.
fn asked(data: &Dataset, task: &PartnersTask) -> Answer<Asked> {
    let asked = Asked {
        excluded: assumed::named(data, "exclude", &task.exclude)?,
        required: assumed::named(data, "require", &task.require)?,
        ..Asked::default()
    };
    let asked = assumed::put(asked, Key::Most, f64::from(task.most))?;
    let asked = assumed::put(asked, Key::Target, task.target)?;
    let asked = assumed::put_some(asked, Key::Risk, task.risk)?;
    let asked = assumed::put_some(asked, Key::Floor, task.floor)?;
    assumed::put_assumed(asked, &task.assumptions)
}

/// The figures for people.
fn text(figures: &PartnerFigures) -> String {
    let importer = figures.importer.as_deref().unwrap_or_default();
    let mut text = vec![format!(
        "partners of {importer}: {}, {}, {} ({})\n",
        figures.mineral, figures.stage, figures.year, figures.edition
    )];
    let Some(answer) = &figures.answer else {
        let why = figures.why.of("answer").unwrap_or_default();
        text.push(format!(
            "no answer: {why}\n--need assumes a need in percent of world supply, where it is not known\n"
        ));
        return text.concat();
    };
    text.push(format!(
        "In this model, assuming that producers could send all they make, that the need is {} of world supply ({}), and \
         that the deepest agreement would take {} off a supplier's risk.\n\n",
        percent(Some(answer.need_of_world)),
        if answer.need_from == "trade" { "from production and trade" } else { "assumed" },
        percent(Some(figures.eta)),
    ));
    text.push(format!(
        "risk without partners {:.3}, with all {:.3}\n\nbest {}\n{}",
        answer.risk_without,
        answer.risk_with_all,
        answer.best.partners.len(),
        set(&answer.best, figures.target)
    ));
    text.push(proof(answer));
    match &answer.fewest {
        Some(fewest) => text.push(format!(
            "\nfewest for at most {} from one partner: {}\n{}",
            percent(Some(figures.target)),
            fewest.partners.len(),
            set(fewest, figures.target)
        )),
        None => text.push(format!(
            "\nfewest for at most {} from one partner: none, {}\n",
            percent(Some(figures.target)),
            answer.why.of("fewest").unwrap_or_default()
        )),
    }
    text.push("\n".to_owned());
    text.push(candidates(answer));
    for (what, countries) in [
        ("without a governance estimate", &answer.without_wgi),
        ("named without a figure", &answer.without_figure),
    ] {
        if !countries.is_empty() {
            text.push(format!("\nleft out, {what}: {}\n", countries.join(" ")));
        }
    }
    text.concat()
}

fn set(set: &PartnerSet, target: f64) -> String {
    let mut lines = Lines::new(1, &["who", "would send", "worth"]);
    for row in &set.mix {
        let who = if row.own {
            format!("{} (own)", row.country)
        } else {
            row.country.clone()
        };
        lines.push(vec![who, percent(Some(row.share)), number(row.worth, 3)]);
    }
    let mut text = vec![lines.text()];
    if set.shortage > 0.0 {
        text.push(format!(
            "{} of the need would be sent by nobody\n",
            percent(Some(set.shortage))
        ));
    }
    let verdict = if set.within_target { "within" } else { "above" };
    text.push(format!(
        "risk {:.3}; largest partner {}, {verdict} {}\n",
        set.risk,
        percent(Some(set.largest)),
        percent(Some(target))
    ));
    text.concat()
}

fn proof(answer: &PartnerAnswer) -> String {
    let proof = &answer.proof;
    let holds = if proof.holds { "proved" } else { "not proved" };
    let mut text = vec![format!(
        "{holds} to be the best: no set is below {:.3} (branches looked at: {})\n",
        proof.bound, proof.nodes
    )];
    for other in &answer.otherwise {
        text.push(format!(
            "if the deepest agreement took {} off: {} ({:.3})\n",
            percent(Some(other.eta)),
            other.partners.join(" "),
            other.risk
        ));
    }
    let count = answer.alternatives.len();
    if count == 0 {
        return text.concat();
    }
    let least = if answer.more_alternatives {
        "at least "
    } else {
        ""
    };
    text.push(format!(
        "\n{least}{count} others are nearly as good, such as\n"
    ));
    for other in answer.alternatives.iter().take(5) {
        text.push(format!(
            "  {:.3}  {}\n",
            other.risk,
            other.partners.join(" ")
        ));
    }
    text.concat()
}

fn candidates(answer: &PartnerAnswer) -> String {
    let headings = [
        "candidate",
        "role",
        "of world",
        "of need",
        "stability",
        "agreement",
        "worth",
        "error",
    ];
    let mut lines = Lines::new(2, &headings);
    for row in &answer.candidates {
        lines.push(vec![
            row.country.clone(),
            row.role.to_owned(),
            percent(Some(row.world_share)),
            percent(Some(row.cap)),
            number(Some(row.stability), 2),
            number(Some(row.agreement), 2),
            number(row.worth, 3),
            number(row.standard_error, 3),
        ]);
    }
    lines.text()
}
