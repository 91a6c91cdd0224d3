//! The Commission's assessment of 2023 recomputed: every published supply risk beside the one that the program's own
//! formula gives from the printed shares, with the reason for every larger gap.
//!
//! The Commission averages six dimensions of governance, the program has one, political stability. A gap is laid to
//! that only where the other materials with the same leading supplier are off by the same factor, or where nothing
//! else could tell; otherwise the row says that its own inputs do not give the published value.

use std::collections::BTreeMap;

use adit::data::{CountryId, Dataset, EcAssessment, EcStage, Methods, Stage};
use adit::risk::ec_supply_risk::{SUPPLY_RISK_THRESHOLD, to_one_decimal};
use adit::risk::importer::{EcRisk, STUDY, STUDY_YEARS, Sources, StageAssessment, from_commission};
use adit::risk::{Measured, Mixes, SupplyMix};
use adit::units::Share;

/// A gap beyond this, or one that crosses the threshold, is listed with its reason.
const LARGER: f64 = 0.25;
/// Rows whose factor is this near to the median of their leading supplier's are off for the same reason.
const ALIKE: f64 = 0.20;
/// Shares that add up to less than this are not the whole mix.
const WHOLE: f64 = 0.88;
/// By how much another choice of dimensions can plausibly change a country's mean score, of 10.
const DIMENSIONS: f64 = 2.0;

/// One published value beside its recomputation.
struct Row {
    material: String,
    stage: Stage,
    published: Option<f64>,
    recomputed: Measured<f64>,
    mixes: &'static str,
    realigned: bool,
    /// The supplier with the largest term, and the squared-share-weighted mean score of the mix.
    leader: Option<(CountryId, f64)>,
    /// The share of the mixes that is printed, the lesser one of those that count.
    printed: f64,
}

/// The text of the table.
pub(super) fn table(data: &Dataset, methods: &Methods) -> Result<String, String> {
    let sources = Sources {
        data,
        trade: None,
        methods: Some(methods),
    };
    let assessments = methods.assessments().of(STUDY);
    let rows: Vec<Row> = assessments
        .iter()
        .flat_map(|assessment| {
            let stages = assessment.stages.iter();
            stages.map(|stage| recomputed(&sources, assessment, stage))
        })
        .collect();
    written(data, &rows)
}

fn recomputed(sources: &Sources<'_>, assessment: &EcAssessment, stage: &EcStage) -> Row {
    let assessed = StageAssessment::of(assessment, stage, STUDY_YEARS);
    let ec = from_commission(sources, &assessed);
    let weights = weights(&ec, assessed.mixes);
    Row {
        recomputed: ec.risk.value.map(|risk| risk.value),
        leader: leader(&ec, weights),
        printed: printed_part(&ec, weights),
        published: stage.supply_risk,
        material: assessment.material.clone(),
        stage: stage.stage,
        mixes: match assessed.mixes {
            Some(Mixes::Both) => "both",
            Some(Mixes::GlobalOnly) => "global",
            Some(Mixes::SourcingOnly) => "sourcing",
            None => "",
        },
        realigned: assessment.realigned,
    }
}

/// What world supply and sourcing weigh in the brackets.
fn weights(ec: &EcRisk, mixes: Option<Mixes>) -> (f64, f64) {
    match mixes.or(ec.risk.mixes) {
        Some(Mixes::GlobalOnly) => (1.0, 0.0),
        Some(Mixes::SourcingOnly) => (0.0, 1.0),
        Some(Mixes::Both) | None => {
            let reliance = ec.risk.terms.import_reliance.map_or(0.0, Share::fraction);
            (reliance / 2.0, 1.0 - reliance / 2.0)
        }
    }
}

/// The mixes with their weights.
fn weighted(ec: &EcRisk, weights: (f64, f64)) -> [(f64, Option<&SupplyMix<CountryId>>); 2] {
    [
        (weights.0, ec.global.as_ref().ok()),
        (weights.1, ec.sourcing.as_ref().ok()),
    ]
}

/// The supplier whose terms weigh most, and the mean score of all.
fn leader(ec: &EcRisk, weights: (f64, f64)) -> Option<(CountryId, f64)> {
    let mut terms: BTreeMap<CountryId, f64> = BTreeMap::new();
    let mut squares = 0.0;
    for (weight, mix) in weighted(ec, weights) {
        for supplier in mix.into_iter().flat_map(|mix| &mix.suppliers) {
            let Some(term) = supplier.term() else {
                continue;
            };
            *terms.entry(supplier.country).or_default() += weight * term;
            squares += weight * supplier.share.powi(2) * supplier.trade_factor;
        }
    }
    let total: f64 = terms.values().sum();
    let leader = terms.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (squares > 0.0).then(|| (leader.0, total / squares))
}

/// How much of the mixes that count is printed.
fn printed_part(ec: &EcRisk, weights: (f64, f64)) -> f64 {
    let parts = weighted(ec, weights).into_iter();
    let parts = parts.filter(|(weight, _)| *weight > 0.0);
    let parts = parts.filter_map(|(_, mix)| Some(1.0 - mix?.unattributed));
    parts.fold(1.0, f64::min)
}

impl Row {
    fn pair(&self) -> Option<(f64, f64)> {
        Some((self.published?, self.recomputed.ok()?))
    }

    /// Published over recomputed.
    fn factor(&self) -> Option<f64> {
        let (published, recomputed) = self.pair()?;
        (recomputed > 0.0).then(|| published / recomputed)
    }

    fn same_side(&self) -> Option<bool> {
        let (published, recomputed) = self.pair()?;
        let above = |risk: f64| to_one_decimal(risk) >= SUPPLY_RISK_THRESHOLD;
        Some(above(published) == above(recomputed))
    }

    fn is_larger(&self) -> bool {
        let gap = self
            .pair()
            .map(|(published, recomputed)| (published - recomputed).abs());
        gap.is_some_and(|gap| gap > LARGER) || self.same_side() == Some(false)
    }

    /// Why the gap is what it is.
    fn reason(&self, data: &Dataset, rows: &[Self]) -> String {
        let Some(_) = self.published else {
            return "not compared: no published value".to_owned();
        };
        if let Err(why) = self.recomputed {
            return format!("not compared: {why}");
        }
        let (Some((leader, score)), Some(factor), true) =
            (self.leader, self.factor(), self.is_larger())
        else {
            return String::new();
        };
        if self.printed < WHOLE {
            let percent = 100.0 * self.printed;
            return format!("shares: the printed ones add up to {percent:.0} % of the mix");
        }
        let name = &data.country(leader).name;
        let needed = score * factor;
        let others: Vec<f64> = rows
            .iter()
            .filter(|row| !std::ptr::eq(*row, self))
            .filter(|row| row.leader.is_some_and(|(country, _)| country == leader))
            .filter_map(Self::factor)
            .collect();
        let count = others.len();
        let alike = median(others).is_none_or(|median| (factor / median - 1.0).abs() <= ALIKE);
        let scores = format!("a mean score of {needed:.1} instead of {score:.1} would give it");
        if count > 0 && alike {
            format!(
                "governance: the {count} other values that {name} leads are off by the like factor, as another choice \
                 of dimensions would make them; {scores}"
            )
        } else if (needed - score).abs() <= DIMENSIONS && count < 3 {
            format!(
                "governance, probably: {name} leads too few values to tell; {scores}, which other dimensions allow"
            )
        } else {
            format!(
                "the row's own inputs: the {count} other values that {name} leads are not off alike; {scores}, so the \
                 printed shares or terms are not those that gave the published value"
            )
        }
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// The rows as a table.
fn written(data: &Dataset, rows: &[Row]) -> Result<String, String> {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut write =
        |record: [String; 9]| out.write_record(record).map_err(|error| error.to_string());
    let head = [
        "material",
        "stage",
        "mixes",
        "published",
        "recomputed",
        "gap",
        "same_side",
        "reason",
        "remark",
    ];
    write(head.map(str::to_owned))?;
    for row in rows {
        let number =
            |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.2}"));
        let side = row
            .same_side()
            .map_or("", |same| if same { "yes" } else { "no" });
        write([
            row.material.clone(),
            row.stage.slug().to_owned(),
            row.mixes.to_owned(),
            row.published
                .map_or_else(String::new, |value| value.to_string()),
            number(row.recomputed.ok().filter(|_| row.published.is_some())),
            number(
                row.pair()
                    .map(|(published, recomputed)| recomputed - published),
            ),
            side.to_owned(),
            row.reason(data, rows),
            if row.realigned { "realigned" } else { "" }.to_owned(),
        ])?;
    }
    let bytes = out.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
