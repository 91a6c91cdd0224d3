//! Words and numbers that several files share: what they may be, and what to do where they are not.

use super::report::Report;
use crate::data::cell::parse_decimal;
use crate::data::{Dataset, EditionId, Evidence, MineralId, Stage};

/// The mineral of a slug.
pub(super) fn mineral(
    file: &'static str,
    place: &str,
    slug: &str,
    dataset: &Dataset,
    report: &mut Report,
) -> Option<MineralId> {
    let id = dataset.mineral_by_slug(slug);
    if id.is_none() {
        let problem = format!("unknown mineral {slug:?}");
        let remedy = "use a slug of minerals.json, or add the mineral there";
        report.add(file, place, problem, remedy);
    }
    id
}

/// The edition of a word.
pub(super) fn edition(
    file: &'static str,
    place: &str,
    id: &str,
    dataset: &Dataset,
    report: &mut Report,
) -> Option<EditionId> {
    let found = dataset.edition_by_id(id);
    if found.is_none() {
        let problem = format!("unknown edition {id:?}");
        let remedy = "use an id of editions.json, or add the edition there";
        report.add(file, place, problem, remedy);
    }
    found
}

/// A stage at which something is produced and sold, which reserves are not.
pub(super) fn produced(
    file: &'static str,
    place: &str,
    word: &str,
    report: &mut Report,
) -> Option<Stage> {
    let stage = Stage::from_slug(word).filter(|stage| *stage != Stage::Reserves);
    if stage.is_none() {
        let problem = format!("unknown stage {word:?}");
        report.add(file, place, problem, "write mine or refine");
    }
    stage
}

/// How well something is supported.
pub(super) fn evidence(
    file: &'static str,
    place: &str,
    word: &str,
    report: &mut Report,
) -> Evidence {
    match word {
        "read" => Evidence::Read,
        "secondary" => Evidence::Secondary,
        "partly" => Evidence::Partly,
        other => {
            report.add(
                file,
                place,
                format!("unknown evidence {other:?}"),
                "write read, secondary or partly; what nobody read is not shipped",
            );
            Evidence::Secondary
        }
    }
}

/// A number from 0 to `most`, or none where there is no cell.
pub(super) fn number(
    file: &'static str,
    place: &str,
    column: &str,
    cell: Option<&str>,
    most: f64,
    report: &mut Report,
) -> Option<f64> {
    let cell = cell?;
    let (problem, remedy) = match parse_decimal(cell) {
        Some(value) if (0.0..=most).contains(&value) => return Some(value),
        Some(_) => (
            format!("{column} {cell} is outside 0 to {most}"),
            "write the published figure",
        ),
        None => (
            format!("{column} {cell:?} is not a figure"),
            "write the published figure, or leave the key out where there is none",
        ),
    };
    report.add(file, place, problem, remedy);
    None
}
