//! The Commission's assessments: studies, inputs and results, and the results of all five assessments.

use super::mixes::shares;
use super::report::Report;
use super::words::{evidence, mineral, number, produced};
use crate::data::raw_later as raw;
use crate::data::{
    Assessments, Dataset, EcAssessment, EcMethod, EcPoint, EcStage, EcStudy, MixUsed, Stage,
};

const FILE: &str = "assessments.json";

/// Supply risk and the weighted concentrations are at most 10 times the largest trade variable.
const MOST_RISK: f64 = 20.0;

/// Everything in the file, ordered.
pub(super) fn read(
    raw: raw::Assessments<'_>,
    dataset: &Dataset,
    report: &mut Report,
) -> Assessments {
    let mut studies: Vec<EcStudy> = raw
        .studies
        .into_iter()
        .map(|raw| study(raw, report))
        .collect();
    studies.sort_by_key(|study| study.year);
    let mut assessments: Vec<EcAssessment> = Vec::with_capacity(raw.entries.len());
    for entry in raw.entries {
        assessments.push(assessment(entry, &studies, dataset, report));
    }
    assessments.sort_by(|one, other| key(one).cmp(&key(other)));
    for pair in assessments
        .windows(2)
        .filter(|pair| key(&pair[0]) == key(&pair[1]))
    {
        let place = format!("{} {}", pair[0].material, pair[0].year);
        report.add(FILE, place, "assessed twice", "keep the study's own row");
    }
    for (at, entry) in assessments.iter().enumerate() {
        let same = |other: &&EcAssessment| {
            (other.year, other.mineral) == (entry.year, entry.mineral) && other.mineral.is_some()
        };
        if let Some(other) = assessments[..at].iter().find(same) {
            let place = format!("{} {}", entry.material, entry.year);
            let problem = format!("{} is the same mineral", other.material);
            report.add(FILE, place, problem, "give the mineral to one material");
        }
    }
    let mut history: Vec<EcPoint> = Vec::with_capacity(raw.history.len());
    for point in raw.history {
        history.extend(past(point, dataset, report));
    }
    history.sort_by(|one, other| (&one.material, one.year).cmp(&(&other.material, other.year)));
    for pair in history.windows(2) {
        if (&pair[0].material, pair[0].year) == (&pair[1].material, pair[1].year) {
            let place = format!("history, {} {}", pair[0].material, pair[0].year);
            report.add(FILE, place, "listed twice", "keep one entry");
        }
    }
    Assessments {
        studies,
        entries: assessments,
        history,
    }
}

fn key(entry: &EcAssessment) -> (u16, &str) {
    (entry.year, &entry.material)
}

fn study(raw: raw::Study, report: &mut Report) -> EcStudy {
    if raw.licence.is_empty() || raw.source.is_empty() {
        let place = format!("study {}", raw.year);
        report.add(
            FILE,
            place,
            "licence or source is empty",
            "say where it was read",
        );
    }
    let backwards = |years: &(u16, u16)| years.0 > years.1 || years.1 > raw.year;
    if let Some((first, last)) = raw.years.filter(backwards) {
        let place = format!("study {}", raw.year);
        let problem = format!("the years {first} to {last} are no period before it");
        report.add(
            FILE,
            place,
            problem,
            "write the first and the last year of its averages",
        );
    }
    EcStudy {
        year: raw.year,
        name: raw.name,
        doi: raw.doi,
        licence: raw.licence,
        period: raw.period,
        years: raw.years,
        source: raw.source,
        notes: raw.notes,
    }
}

fn assessment(
    raw: raw::Assessment<'_>,
    studies: &[EcStudy],
    dataset: &Dataset,
    report: &mut Report,
) -> EcAssessment {
    let place = format!("{} {}", raw.material, raw.year);
    if !studies.iter().any(|study| study.year == raw.year) {
        let problem = format!("there is no study of {}", raw.year);
        report.add(FILE, &place, problem, "list the study, or correct the year");
    }
    let mut stages = Vec::with_capacity(raw.stages.0.len());
    for (word, entry) in raw.stages.0 {
        let place = format!("{place}, {word}");
        let stage = produced(FILE, &place, word, report);
        stages.extend(stage.map(|stage| assessed(stage, entry, &place, dataset, report)));
    }
    stages.sort_by_key(|stage| stage.stage);
    let decisive = raw.decisive;
    let decisive = decisive.and_then(|word| produced(FILE, &place, word, report));
    if let Some(stage) = decisive.filter(|stage| !stages.iter().any(|entry| entry.stage == *stage))
    {
        let problem = format!(
            "the decisive stage {} is not among its stages",
            stage.slug()
        );
        let remedy = "add the stage, or name the one that the study decides by";
        report.add(FILE, &place, problem, remedy);
    }
    for pair in stages
        .windows(2)
        .filter(|pair| pair[0].stage == pair[1].stage)
    {
        let problem = format!("the stage {} is given twice", pair[0].stage.slug());
        report.add(FILE, &place, problem, "merge the two");
    }
    let slug = raw.mineral;
    let mut figure = |column, cell, most| number(FILE, &place, column, cell, most, &mut *report);
    let supply_risk = figure("supply_risk", raw.supply_risk, MOST_RISK);
    let economic_importance = figure("economic_importance", raw.economic_importance, 10.0);
    let eol_rir_percent = figure("eol_rir", raw.eol_rir, 100.0);
    let (si_sr, si_ei) = (
        figure("si_sr", raw.si_sr, 1.0),
        figure("si_ei", raw.si_ei, 1.0),
    );
    EcAssessment {
        year: raw.year,
        mineral: slug.and_then(|slug| mineral(FILE, &place, slug, dataset, report)),
        supply_risk,
        economic_importance,
        evidence: evidence(FILE, &place, raw.evidence, report),
        decisive_stage: decisive,
        eol_rir_percent,
        si_sr,
        si_ei,
        inputs_evidence: raw
            .inputs_evidence
            .map(|word| evidence(FILE, &place, word, report)),
        realigned: raw.realigned,
        stages,
        notes: raw.notes,
        material: raw.material,
    }
}

fn assessed(
    stage: Stage,
    raw: raw::AssessedStage<'_>,
    place: &str,
    dataset: &Dataset,
    report: &mut Report,
) -> EcStage {
    let used = raw.used.and_then(|word| match word {
        "both" => Some(MixUsed::Both),
        "global" => Some(MixUsed::GlobalOnly),
        "eu" => Some(MixUsed::EuOnly),
        other => {
            let problem = format!("unknown mix {other:?}");
            report.add(FILE, place, problem, "write both, global or eu");
            None
        }
    });
    let mut figure = |column, cell, most| number(FILE, place, column, cell, most, &mut *report);
    let supply_risk = figure("supply_risk", raw.supply_risk, MOST_RISK);
    let import_reliance_percent = figure("import_reliance", raw.import_reliance, 100.0);
    let hhi_global = figure("hhi_global", raw.hhi_global, MOST_RISK);
    let hhi_eu = figure("hhi_eu", raw.hhi_eu, MOST_RISK);
    EcStage {
        stage,
        supply_risk,
        import_reliance_percent,
        used,
        hhi_global,
        hhi_eu,
        global: shares(raw.global, &format!("{place}, global"), dataset, report),
        eu: shares(raw.eu, &format!("{place}, eu"), dataset, report),
    }
}

fn past(raw: raw::Point<'_>, dataset: &Dataset, report: &mut Report) -> Option<EcPoint> {
    let place = format!("history, {} {}", raw.material, raw.year);
    let method = match raw.method {
        "old" => Some(EcMethod::Old),
        "revised" => Some(EcMethod::Revised),
        other => {
            let problem = format!("unknown method {other:?}");
            report.add(FILE, &place, problem, "write old, or revised from 2017 on");
            None
        }
    };
    let mut figure = |column, cell, most| number(FILE, &place, column, cell, most, &mut *report);
    let supply_risk = figure("supply_risk", raw.supply_risk, MOST_RISK);
    let economic_importance = figure("economic_importance", raw.economic_importance, 20.0);
    let slug = raw.mineral;
    Some(EcPoint {
        mineral: slug.and_then(|slug| mineral(FILE, &place, slug, dataset, report)),
        material: raw.material,
        year: raw.year,
        method: method?,
        supply_risk,
        economic_importance,
    })
}
