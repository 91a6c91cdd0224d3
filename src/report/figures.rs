//! The figures of one mineral at one stage, in one edition and year, with or without an importer.

use serde::Serialize;

use super::absent::{Bounds, Why};
use super::importer::ImporterFigures;
use crate::data::{CountryId, Dataset, Flag, Reported};
use crate::risk::Denominator;
use crate::risk::importer::{Case, Sources};
use crate::units::{Hhi, Share};

/// One country's part of world supply.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareRow {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// A fraction of world supply.
    pub share: Option<f64>,
    /// As published, in `unit`.
    pub quantity: Option<f64>,
    /// The quantity's unit.
    pub unit: String,
    /// `reported`, `estimated`, `below`, `above`, `withheld` or `not-available`.
    pub flag: &'static str,
    /// Why there is no share.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// R5 for the world.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NMinus1 {
    /// Share of world supply left without the largest supplier, a fraction.
    pub value: Option<f64>,
    /// The least that can be left.
    pub low: Option<f64>,
    /// The most that can be left.
    pub high: Option<f64>,
    /// Whose supply is taken away.
    pub without: Option<String>,
    /// What the importer's other sources cover of its need without its largest outside supplier, a ratio.
    pub need_covered: Option<f64>,
    /// That supplier.
    pub need_without: Option<String>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Concentration expressed in suppliers, with its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Suppliers {
    /// Fewest that supply could be as concentrated as.
    pub low: f64,
    /// Most.
    pub high: f64,
}

/// Everything about one mineral at one stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Slug.
    pub mineral: String,
    /// `mine`, `refine` or `reserves`.
    pub stage: &'static str,
    /// The edition's id.
    pub edition: String,
    /// The year, of an average its last.
    pub year: u16,
    /// The period of an average.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What is counted.
    pub basis: String,
    /// Publisher, title and identifier of the edition.
    pub source: String,
    /// Licence of the edition.
    pub licence: String,
    /// Every country that the source names, largest share first.
    pub shares: Vec<ShareRow>,
    /// The part of supply that no named country has, a fraction.
    pub unattributed: Option<f64>,
    /// The world total that shares are of, in the table's unit.
    pub total: Option<f64>,
    /// Where that total comes from: `published`, `sum` or `sum-over-published`.
    pub total_is: Option<&'static str>,
    /// Largest share, a fraction.
    pub cr1: Option<f64>,
    /// Three largest shares together, a fraction.
    pub cr3: Option<f64>,
    /// Herfindahl–Hirschman index, 0 to 10,000.
    pub hhi: Option<Bounds>,
    /// 1/HHI.
    pub effective_suppliers: Option<f64>,
    /// Bounds of that.
    pub effective_suppliers_bounds: Option<Suppliers>,
    /// Governance-weighted concentration, 0 to 10.
    pub hhi_wgi: Option<f64>,
    /// Bounds of that.
    pub hhi_wgi_bounds: Option<Bounds>,
    /// Year of the governance estimates.
    pub wgi_year: Option<u16>,
    /// Suppliers without a governance estimate.
    pub without_wgi: Vec<String>,
    /// R5.
    pub n_minus_1: NMinus1,
    /// What depends on the importer; none without one.
    #[serde(flatten)]
    pub importer: Option<ImporterFigures>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl Figures {
    /// The figures of a case.
    #[must_use]
    pub fn of(sources: &Sources<'_>, case: &Case<'_>) -> Self {
        let data = sources.data;
        let (table, world) = (case.table, &case.world);
        let edition = data.edition(table.edition);
        let mut why = Why::default();
        let hhi = world.concentration.map(|measured| measured.hhi);
        let suppliers = world
            .concentration
            .map(|measured| measured.effective_suppliers());
        let suppliers = suppliers.ok().flatten();
        let governance = why.take("hhi_wgi", world.governance.as_ref());
        let (total, total_is) = total(world.shares.denominator);
        let importer = ImporterFigures::of(sources, case);
        if let Some(importer) = &importer {
            why.extend(&importer.why);
        }
        Self {
            mineral: data.mineral(table.mineral).slug.clone(),
            stage: table.stage.slug(),
            edition: edition.id.clone(),
            year: table.year,
            period: edition.period.clone(),
            basis: table.basis.clone(),
            source: edition.citation(),
            licence: edition.licence.clone(),
            shares: share_rows(data, case),
            unattributed: total.map(|_| world.shares.unattributed.fraction()),
            total,
            total_is,
            cr1: why.take("cr1", world.concentration.map(|c| c.cr1.fraction())),
            cr3: why.take("cr3", world.concentration.map(|c| c.cr3.fraction())),
            hhi: why.take("hhi", hhi.map(|hhi| Bounds::of(hhi, Hhi::points))),
            effective_suppliers: suppliers.map(|suppliers| suppliers.value),
            effective_suppliers_bounds: suppliers.map(|suppliers| Suppliers {
                low: suppliers.low,
                high: suppliers.high,
            }),
            hhi_wgi: governance.map(|measured| measured.hhi_wgi.value),
            hhi_wgi_bounds: governance.map(|measured| Bounds::of(measured.hhi_wgi, |hhi| hhi)),
            wgi_year: governance.map(|measured| measured.wgi_year),
            without_wgi: governance.map_or_else(Vec::new, |measured| {
                let unscored = measured.unscored.iter();
                unscored.map(|&country| code(data, country)).collect()
            }),
            n_minus_1: n_minus_1(data, case),
            importer,
            why: whole(why, world.concentration.is_err(), total.is_none()),
        }
    }
}

/// Reasons for what follows from the concentration.
fn whole(mut why: Why, no_concentration: bool, no_total: bool) -> Why {
    let no_production = crate::risk::Absence::NoProduction;
    if no_concentration {
        for key in ["effective_suppliers", "effective_suppliers_bounds"] {
            why.take::<(), _>(key, Err(no_production));
        }
    }
    if no_total {
        for key in ["unattributed", "total", "total_is"] {
            why.take::<(), _>(key, Err(no_production));
        }
    }
    if let Some(reason) = why.of("hhi_wgi").map(str::to_owned) {
        for key in ["hhi_wgi_bounds", "wgi_year"] {
            why.take::<(), _>(key, Err(&reason));
        }
    }
    why
}

/// A country's code.
pub(super) fn code(data: &Dataset, country: CountryId) -> String {
    data.country(country).iso3.clone()
}

fn total(denominator: Denominator) -> (Option<f64>, Option<&'static str>) {
    let word = match denominator {
        Denominator::PublishedTotal(_) => "published",
        Denominator::SumWithoutTotal(_) => "sum",
        Denominator::SumOverTotal { .. } => "sum-over-published",
        Denominator::Nothing => return (None, None),
    };
    (Some(denominator.quantity()), Some(word))
}

/// Every row of the table: those with a share by rank, then zero, then what is missing.
fn share_rows(data: &Dataset, case: &Case<'_>) -> Vec<ShareRow> {
    let shares = &case.world.shares;
    let row =
        |country: CountryId, share: Option<f64>, quantity: Option<f64>, flag, why: Why| ShareRow {
            country: code(data, country),
            share,
            quantity,
            unit: case.table.unit.clone(),
            flag,
            why,
        };
    let supplied = shares.ranked.iter().map(|supplier| {
        let share = Some(supplier.share.fraction());
        let flag = flag_word(supplier.flag);
        row(
            supplier.country,
            share,
            Some(supplier.quantity),
            flag,
            Why::default(),
        )
    });
    let zero = shares.zero.iter().map(|&country| {
        let cell = case
            .table
            .countries
            .iter()
            .find(|(listed, _)| *listed == country);
        let flag = cell
            .and_then(|(_, cell)| cell.flag())
            .map_or("reported", flag_word);
        row(country, Some(0.0), Some(0.0), flag, Why::default())
    });
    let missing = |cell: Reported, flag: &'static str, reason: &'static str| {
        let cells = case.table.countries.iter();
        let missing = cells.filter(move |(_, listed)| *listed == cell);
        missing.map(move |&(country, _)| {
            let mut why = Why::default();
            let share = why.take("share", Err(reason));
            let quantity = why.take("quantity", Err(reason));
            row(country, share, quantity, flag, why)
        })
    };
    supplied
        .chain(zero)
        .chain(missing(
            Reported::Withheld,
            "withheld",
            "the source withholds the figure",
        ))
        .chain(missing(
            Reported::NotAvailable,
            "not-available",
            "the source names the country without a figure",
        ))
        .collect()
}

/// A flag as a word.
pub(super) fn flag_word(flag: Flag) -> &'static str {
    match flag {
        Flag::Reported => "reported",
        Flag::Estimated => "estimated",
        Flag::Below => "below",
        Flag::Above => "above",
    }
}

fn n_minus_1(data: &Dataset, case: &Case<'_>) -> NMinus1 {
    let mut why = Why::default();
    let left = why.take("value", case.world.supply_left);
    let bounds = left.map(|left| Bounds::of(left.share, Share::fraction));
    if let Err(absence) = case.world.supply_left {
        for key in ["low", "high", "without"] {
            why.take::<(), _>(key, Err(absence));
        }
    }
    let covered = match case.importer() {
        Ok(risk) => risk.need_covered.as_ref().map_err(|absence| *absence),
        Err(absence) => Err(absence),
    };
    if let Err(absence) = covered {
        why.take::<(), _>("need_without", Err(absence));
    }
    let covered = why.take("need_covered", covered);
    let largest = case.world.shares.ranked.first();
    NMinus1 {
        value: bounds.map(|bounds| bounds.value),
        low: bounds.map(|bounds| bounds.low),
        high: bounds.map(|bounds| bounds.high),
        without: largest.map(|row| code(data, row.country)),
        need_covered: covered.map(|covered| covered.ratio),
        need_without: covered
            .and_then(|covered| covered.stopped.first())
            .map(|&(country, _)| code(data, country)),
        why,
    }
}
