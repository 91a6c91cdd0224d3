//! What a derivation is made of.

use serde::Serialize;

use super::Figure;
use crate::data::{CountryId, Dataset, OWN_LICENCE, Trade};
use crate::report::Why;
use crate::risk::Measured;
use crate::risk::importer::{Case, Sources};

/// One number that a formula names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Input {
    /// Its symbol in the formula.
    pub symbol: &'static str,
    /// What it is.
    pub meaning: String,
    /// The number.
    pub value: f64,
    /// Its unit; empty for a pure number.
    pub unit: String,
    /// Where it comes from: the key of one of the derivation's sources.
    pub source: &'static str,
}

/// A column of a step's rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its symbol in the formula.
    pub symbol: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// Its unit; empty for a pure number.
    pub unit: String,
    /// Where it comes from: the key of one of the derivation's sources.
    pub source: &'static str,
}

/// One row: a country and its numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowValues {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// A number a column; null where there is none, and then the row does not count.
    pub values: Vec<Option<f64>>,
    /// What a reader must know about the row: how the source marks it, what was assumed.
    pub flag: &'static str,
}

/// The rows that a formula adds up.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Rows {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<RowValues>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The symbol of what is computed.
    pub symbol: &'static str,
    /// What it is.
    pub meaning: String,
    /// How it is computed.
    pub formula: &'static str,
    /// What comes out.
    pub value: f64,
    /// Its unit; empty for a pure number.
    pub unit: String,
    /// Numbers that the formula names, beside earlier steps.
    pub inputs: Vec<Input>,
    /// Rows that the formula adds up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<Rows>,
}

/// Where numbers come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// The key that inputs and columns name.
    pub key: &'static str,
    /// Publisher, title, identifier.
    pub citation: String,
    /// Licence.
    pub licence: String,
}

/// The countries' codes are looked up last, so that steps can be built without the registry.
pub(super) struct Draft {
    pub(super) steps: Vec<DraftStep>,
    pub(super) assumptions: Vec<&'static str>,
}

/// A step before codes are looked up.
pub(super) struct DraftStep {
    pub(super) step: Step,
    pub(super) rows: Vec<(CountryId, Vec<Option<f64>>, &'static str)>,
    pub(super) columns: Vec<Column>,
}

/// A figure's derivation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Derivation {
    /// The figure's word.
    pub figure: &'static str,
    /// Which mineral, stage, edition, year and importer it is about.
    pub about: String,
    /// What comes out of the last step; null where there is nothing to derive.
    pub value: Option<f64>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What the model assumes.
    pub assumptions: Vec<&'static str>,
    /// Where the numbers come from.
    pub sources: Vec<Source>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// The published table.
pub(super) const TABLE: &str = "supply";
/// The governance scores.
pub(super) const GOVERNANCE: &str = "governance";
/// The trade data.
pub(super) const TRADE: &str = "trade";
/// The Commission's assessment.
pub(super) const ASSESSMENT: &str = "assessment";
/// A number that the method's equations hold.
pub(super) const METHOD: &str = "method";
/// A number from an earlier formula on the same page: a share of a total, a score of an estimate.
pub(super) const DERIVED: &str = "derived";

impl Derivation {
    /// A derivation without its steps.
    pub(super) fn new(sources: &Sources<'_>, case: &Case<'_>, figure: Figure) -> Self {
        let (data, table) = (sources.data, case.table);
        let importer = case.importer.as_ref();
        let importer = importer.map_or_else(String::new, |case| {
            format!(", {}", data.importer_name(case.importer))
        });
        Self {
            figure: figure.slug(),
            about: format!(
                "{}, {}, {}, {}{importer}",
                data.mineral(table.mineral).name,
                table.stage.slug(),
                data.edition(table.edition).id,
                table.year
            ),
            value: None,
            steps: Vec::new(),
            assumptions: Vec::new(),
            sources: known_sources(sources, case),
            why: Why::default(),
        }
    }

    /// Takes the steps, or the reason why there are none; keeps the sources that they name.
    pub(super) fn take(&mut self, sources: &Sources<'_>, draft: Measured<Draft>) {
        if let Some(draft) = self.why.take("value", draft) {
            let steps = draft.steps.into_iter();
            self.steps = steps.map(|step| step.finished(sources.data)).collect();
            self.assumptions = draft.assumptions;
            self.value = self.steps.last().map(|step| step.value);
        }
        let inputs = self.steps.iter().flat_map(|step| &step.inputs);
        let columns = self.steps.iter().filter_map(|step| step.rows.as_ref());
        let columns = columns.flat_map(|rows| &rows.columns);
        let named = inputs.map(|input| input.source);
        let named: Vec<&str> = named.chain(columns.map(|column| column.source)).collect();
        self.sources.retain(|source| named.contains(&source.key));
    }
}

impl DraftStep {
    /// A step from numbers alone.
    pub(super) fn new(
        symbol: &'static str,
        meaning: impl Into<String>,
        formula: &'static str,
        value: f64,
    ) -> Self {
        Self {
            step: Step {
                symbol,
                meaning: meaning.into(),
                formula,
                value,
                unit: String::new(),
                inputs: Vec::new(),
                rows: None,
            },
            rows: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// The unit of what comes out.
    pub(super) fn unit(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.step.unit);
        self
    }

    /// One more number that the formula names.
    pub(super) fn input(
        mut self,
        symbol: &'static str,
        meaning: impl Into<String>,
        value: f64,
        unit: &str,
        source: &'static str,
    ) -> Self {
        self.step.inputs.push(Input {
            symbol,
            meaning: meaning.into(),
            value,
            unit: unit.to_owned(),
            source,
        });
        self
    }

    /// One more column of the rows.
    pub(super) fn column(
        mut self,
        symbol: &'static str,
        meaning: &'static str,
        unit: &str,
        source: &'static str,
    ) -> Self {
        self.columns.push(Column {
            symbol,
            meaning,
            unit: unit.to_owned(),
            source,
        });
        self
    }

    /// The rows.
    pub(super) fn rows(
        mut self,
        rows: impl Iterator<Item = (CountryId, Vec<Option<f64>>, &'static str)>,
    ) -> Self {
        self.rows = rows.collect();
        self
    }

    fn finished(self, data: &Dataset) -> Step {
        let rows = self
            .rows
            .into_iter()
            .map(|(country, values, flag)| RowValues {
                country: data.country(country).iso3.clone(),
                values,
                flag,
            });
        Step {
            rows: (!self.columns.is_empty()).then(|| Rows {
                columns: self.columns,
                rows: rows.collect(),
            }),
            ..self.step
        }
    }
}

/// Every source that a case can draw on.
fn known_sources(sources: &Sources<'_>, case: &Case<'_>) -> Vec<Source> {
    let data = sources.data;
    let edition = data.edition(case.table.edition);
    let governance = data.governance();
    let mut known = vec![
        Source {
            key: TABLE,
            citation: edition.citation(),
            licence: edition.licence.clone(),
        },
        Source {
            key: GOVERNANCE,
            citation: format!("{}: {}", governance.source, governance.indicator),
            licence: governance.licence.clone(),
        },
    ];
    let own = data.own().zip(case.importer.as_ref());
    let own = own.filter(|(own, importer)| {
        let table = case.table;
        let key = (table.mineral, table.stage, table.year);
        own.imports_of(key, &importer.members).next().is_some()
    });
    let meta = sources.trade.map(Trade::meta);
    let shipped = meta.map(|meta| {
        (
            format!("{}, {}", meta.source, meta.edition),
            meta.licence.clone(),
        )
    });
    let trade = match (own, shipped) {
        (None, shipped) => shipped,
        (Some((own, _)), None) => Some((own.citation(), OWN_LICENCE.to_owned())),
        (Some((own, _)), Some((source, licence))) => Some((
            format!(
                "{}; for everyone that it does not name: {source}",
                own.citation()
            ),
            licence,
        )),
    };
    if let Some((citation, licence)) = trade {
        known.push(Source {
            key: TRADE,
            citation,
            licence,
        });
    }
    let study = sources
        .methods
        .and_then(|methods| methods.assessments().study(2023));
    if let Some(study) = study {
        known.push(Source {
            key: ASSESSMENT,
            citation: format!("{}, doi:{}", study.name, study.doi),
            licence: study.licence.clone(),
        });
    }
    known
}
