//! The Commission's assessments: results and inputs of two studies, joined by material and stage.

use std::collections::BTreeMap;

mod made;
mod rows;

use super::json::{self, Object};
use super::tables::Tables;
use made::{Assessment, Point, Stage, Study};
use rows::{Name, New, Old, Past, Share, StudyRow, Summary};

/// The text of `assessments.json`.
pub(super) fn read(tables: &mut Tables) -> Result<String, String> {
    let studies: Vec<StudyRow> = tables.rows("ec_studies.csv")?;
    let names = Names(tables.rows("ec_names.csv")?);
    let mut assessments = Vec::new();
    for row in tables.rows::<Old>("ec2017/results.csv")? {
        assessments.push(old(row, &names)?);
    }
    assessments.extend(new(tables, &names)?);
    let mut history = Vec::new();
    for row in tables.rows::<Past>("ec_history.csv")? {
        history.push(Point {
            mineral: names.of(&row.material)?.mineral.clone(),
            material: row.material,
            year: row.year,
            method: row.method,
            supply_risk: row.supply_risk,
            economic_importance: row.economic_importance,
        });
    }
    let studies = studies.into_iter().map(|row| Study {
        year: row.year,
        name: row.name,
        doi: row.doi,
        licence: row.licence,
        period: row.period,
        years: row.first_year.zip(row.last_year),
        source: row.source,
        notes: row.notes.split('|').map(str::to_owned).collect(),
    });
    Ok(json::lists(&[
        ("studies", json::lines(&studies.collect::<Vec<_>>())?),
        ("assessments", json::lines(&assessments)?),
        ("history", json::lines(&history)?),
    ]))
}

/// The names of materials.
struct Names(Vec<Name>);

impl Names {
    fn of(&self, material: &str) -> Result<&Name, String> {
        let found = self.0.iter().find(|name| name.material == material);
        found.ok_or_else(|| format!("data/tables/ec_names.csv: no line is for {material}; add one"))
    }
}

fn old(row: Old, names: &Names) -> Result<Assessment, String> {
    let name = names.of(&row.material)?;
    let stage = Stage {
        supply_risk: row.supply_risk.clone(),
        import_reliance: row.import_reliance_pct,
        used: used(&row.used)?,
        hhi_global: row.hhi_global,
        hhi_eu: row.hhi_eu,
        ..Stage::default()
    };
    let decisive = stage_word(&row.decisive_stage)?;
    Ok(Assessment {
        year: 2017,
        mineral: name.mineral.clone(),
        supply_risk: row.supply_risk,
        economic_importance: row.economic_importance,
        evidence: "read",
        decisive: Some(decisive),
        eol_rir: row.eol_rir_pct,
        si_sr: row.si_sr,
        si_ei: row.si_ei,
        inputs_evidence: "read",
        realigned: false,
        stages: Object(vec![(decisive.to_owned(), stage)]),
        notes: notes([&name.reason]),
        material: row.material,
    })
}

/// Shares by material and stage.
type Mixes = BTreeMap<(String, &'static str), Vec<(String, (String, String))>>;

fn mixes(tables: &mut Tables, path: &str) -> Result<Mixes, String> {
    let mut mixes = Mixes::new();
    for share in tables.rows::<Share>(path)? {
        let key = (share.material, stage_word(&share.stage)?);
        let supplier = (share.iso3, (share.percent, share.trade_variable));
        mixes.entry(key).or_default().push(supplier);
    }
    Ok(mixes)
}

fn new(tables: &mut Tables, names: &Names) -> Result<Vec<Assessment>, String> {
    let summaries: Vec<Summary> = tables.rows("ec2023/summary.csv")?;
    let mut global = mixes(tables, "ec2023/supply_shares.csv")?;
    let mut eu = mixes(tables, "ec2023/sourcing_shares.csv")?;
    let mut assessments = Vec::new();
    for row in tables.rows::<New>("ec2023/results.csv")? {
        let name = names.of(&row.material)?;
        let summary = summaries
            .iter()
            .find(|summary| summary.material == row.material);
        let differs = summary.map_or_else(String::new, |summary| differs(summary, &row));
        let mut stages = Vec::new();
        for (letter, word) in [('E', "mine"), ('P', "refine")] {
            let key = (row.material.clone(), word);
            let mixes = (global.remove(&key), eu.remove(&key));
            if !row.stages.contains(letter) && mixes == (None, None) {
                continue;
            }
            let mine = word == "mine";
            let pick = |one: &Option<String>, other: &Option<String>| {
                if mine { one.clone() } else { other.clone() }
            };
            let mix = if mine {
                &row.used_extraction
            } else {
                &row.used_processing
            };
            let stage = Stage {
                supply_risk: pick(&row.supply_risk_extraction, &row.supply_risk_processing),
                import_reliance: pick(
                    &row.import_reliance_extraction_pct,
                    &row.import_reliance_processing_pct,
                ),
                used: used(mix)?,
                hhi_global: None,
                hhi_eu: None,
                global: Object(mixes.0.unwrap_or_default()),
                eu: Object(mixes.1.unwrap_or_default()),
            };
            stages.push((word.to_owned(), stage));
        }
        let printed = summary.map(|summary| {
            (
                summary.supply_risk.clone(),
                summary.economic_importance.clone(),
            )
        });
        let evidence = if printed.is_some() {
            "read"
        } else {
            "secondary"
        };
        let (supply_risk, economic_importance) =
            printed.unwrap_or((row.supply_risk, row.economic_importance));
        assessments.push(Assessment {
            year: 2023,
            mineral: name.mineral.clone(),
            supply_risk: Some(supply_risk),
            economic_importance: Some(economic_importance),
            evidence,
            decisive: Some(stage_word(&row.decisive_stage)?),
            eol_rir: row.eol_rir_pct,
            si_sr: row.si_sr,
            si_ei: row.si_ei,
            inputs_evidence: "secondary",
            realigned: row.realigned == "yes",
            stages: Object(stages),
            notes: notes([&name.reason, &row.note, &differs]),
            material: row.material,
        });
    }
    match global.keys().chain(eu.keys()).next() {
        Some((material, stage)) => Err(format!(
            "data/tables/ec2023/results.csv: no line is for {material} {stage}; add it"
        )),
        None => Ok(assessments),
    }
}

/// What to say where the study's own tables disagree.
fn differs(summary: &Summary, row: &New) -> String {
    let number = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    let same = |one: &str, other: &str| (number(one) - number(other)).abs() < f64::EPSILON;
    if same(&summary.supply_risk, &row.supply_risk)
        && same(&summary.economic_importance, &row.economic_importance)
    {
        return String::new();
    }
    format!(
        "the table of results says {} and {} for supply risk and economic importance",
        row.supply_risk, row.economic_importance
    )
}

fn notes<const N: usize>(texts: [&String; N]) -> Vec<String> {
    let said = texts.into_iter().filter(|text| !text.is_empty());
    said.cloned().collect()
}

fn stage_word(word: &str) -> Result<&'static str, String> {
    match word {
        "extraction" => Ok("mine"),
        "processing" => Ok("refine"),
        other => Err(format!("assessments: unknown stage {other:?}")),
    }
}

fn used(word: &str) -> Result<Option<&'static str>, String> {
    match word {
        "" => Ok(None),
        "GS+EU" | "GS + EU" => Ok(Some("both")),
        "GSonly" | "GS only" => Ok(Some("global")),
        "EUonly" | "EU only" | "EU" => Ok(Some("eu")),
        other => Err(format!("assessments: unknown mix {other:?}")),
    }
}
