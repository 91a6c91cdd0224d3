//! US net import reliance and import sources.

use super::registry::unknown_country;
use super::report::Report;
use super::words::{edition, mineral};
use crate::data::raw_later as raw;
use crate::data::{
    Dataset, EditionId, ImportSource, NetImportReliance, Reliance, RelianceTable, RelianceValue,
    Reported,
};

const FILE: &str = "reliance.json";

/// Everything in the file, ordered.
pub(super) fn read(
    raw: raw::Reliances<'_>,
    dataset: &Dataset,
    report: &mut Report,
) -> NetImportReliance {
    let mut figures = Vec::with_capacity(raw.figures.len());
    for entry in raw.figures {
        figures.extend(figure(entry, dataset, report));
    }
    figures.sort_by(|one, other| key(one).cmp(&key(other)));
    for pair in figures
        .windows(2)
        .filter(|pair| key(&pair[0]) == key(&pair[1]))
    {
        let (_, _, commodity, form, year) = key(&pair[0]);
        let place = words(&[commodity, form, &year.to_string()]);
        report.add(FILE, place, "listed twice", "keep the published figure");
    }
    let mut sources = Vec::with_capacity(raw.sources.len());
    for entry in raw.sources {
        sources.extend(source(entry, dataset, report));
    }
    sources.sort_by(|one: &ImportSource, other| {
        let key = |source: &ImportSource| {
            (
                source.edition,
                source.commodity.clone(),
                source.form.clone(),
            )
        };
        key(one).cmp(&key(other))
    });
    NetImportReliance { figures, sources }
}

fn key(figure: &Reliance) -> (EditionId, RelianceTable, &str, &str, u16) {
    let (commodity, form) = (&figure.commodity, &figure.form);
    (figure.edition, figure.table, commodity, form, figure.year)
}

fn figure(raw: raw::Reliance<'_>, dataset: &Dataset, report: &mut Report) -> Option<Reliance> {
    let year = raw.year.to_string();
    let place = words(&[&raw.commodity, &raw.form, raw.edition, &year]);
    let table = match raw.table {
        "figure2" => Some(RelianceTable::Figure2),
        "salient" => Some(RelianceTable::Salient),
        other => {
            let problem = format!("unknown table {other:?}");
            report.add(FILE, &place, problem, "write figure2 or salient");
            None
        }
    };
    let value = match raw.value {
        "E" => Some(RelianceValue::NetExporter),
        "s" => Some(RelianceValue::Negligible),
        text => percent(Reported::parse(text), &place, report).map(RelianceValue::Percent),
    };
    let edition = edition(FILE, &place, raw.edition, dataset, report);
    let slug = raw.mineral;
    let mineral = slug.and_then(|slug| mineral(FILE, &place, slug, dataset, report));
    Some(Reliance {
        commodity: raw.commodity,
        form: raw.form,
        of: raw.of,
        mineral,
        edition: edition?,
        table: table?,
        year: raw.year,
        value: value?,
        sellers: raw.sellers,
        note: raw.note,
    })
}

fn source(
    raw: raw::ImportSource<'_>,
    dataset: &Dataset,
    report: &mut Report,
) -> Option<ImportSource> {
    let place = words(&[&raw.commodity, &raw.form, &raw.seller]);
    let country = raw.iso3.map(|iso3| {
        let id = dataset.country_by_iso3(iso3);
        if id.is_none() {
            unknown_country(FILE, &place, iso3, report);
        }
        id
    });
    let percent = percent(raw.percent.0, &place, report);
    let edition = edition(FILE, &place, raw.edition, dataset, report);
    let slug = raw.mineral;
    let mineral = slug.and_then(|slug| mineral(FILE, &place, slug, dataset, report));
    Some(ImportSource {
        commodity: raw.commodity,
        form: raw.form,
        mineral,
        edition: edition?,
        period: raw.period,
        seller: raw.seller,
        country: match country {
            Some(id) => Some(id?),
            None => None,
        },
        percent: percent?,
    })
}

/// The words that there are, one after another.
fn words(words: &[&str]) -> String {
    let words = words.iter().copied().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A percentage, or what is wrong with it.
fn percent(cell: Result<Reported, String>, place: &str, report: &mut Report) -> Option<Reported> {
    let (problem, remedy) = match cell {
        Ok(cell) if cell.value().unwrap_or_default() > 100.0 => (
            format!("{} % is more than all", cell.value().unwrap_or_default()),
            "write the published percentage, at most 100",
        ),
        Ok(cell) => return Some(cell),
        Err(problem) => (problem, "write the published percentage, E, s or NA"),
    };
    report.add(FILE, place, problem, remedy);
    None
}
