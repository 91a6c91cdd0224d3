//! What depends on the importer.

use serde::Serialize;

use super::absent::Why;
use super::benchmarks::BenchmarkFigures;
use super::ec::EcFigures;
use super::figures::code;
use super::geopolrisk::GeoPolRiskFigures;
use crate::data::Dataset;
use crate::risk::importer::{Case, ImporterTrade};

/// One partner that the importer buys from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Partner {
    /// ISO 3166-1 alpha-3 code of the last exporter.
    pub country: String,
    /// Whether it belongs to the importing bloc.
    pub inside: bool,
    /// In tonnes.
    pub quantity_t: Option<f64>,
    /// In thousand US dollars.
    pub value_kusd: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// What the importer buys and sells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trade {
    /// Imports from outside, in tonnes.
    pub imports_t: f64,
    /// Exports to others, in tonnes.
    pub exports_t: f64,
    /// Flows from others with a value but no quantity.
    pub flows_without_quantity: usize,
    /// Their value, in thousand US dollars.
    pub value_without_quantity_kusd: f64,
    /// Who it buys from, largest quantity first.
    pub partners: Vec<Partner>,
}

/// Every method for an importer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImporterFigures {
    /// ISO 3166-1 alpha-3 code, or a bloc's id.
    pub importer: String,
    /// Production of its members, in tonnes.
    pub production_t: Option<f64>,
    /// What it buys and sells.
    pub trade: Option<Trade>,
    /// IR, a fraction.
    pub import_reliance: Option<f64>,
    /// R3.
    pub ec_supply_risk: EcFigures,
    /// R4.
    pub geopolrisk: GeoPolRiskFigures,
    /// The European Union's benchmarks for 2030.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benchmarks: Option<BenchmarkFigures>,
    /// Why something is null; it stands among the reasons of the figures that this is part of.
    #[serde(skip)]
    pub why: Why,
}

impl ImporterFigures {
    /// The figures of a case's importer; none without one.
    pub(super) fn of(data: &Dataset, case: &Case<'_>) -> Option<Self> {
        let case = case.importer.as_ref()?;
        let risk = &case.risk;
        let mut why = Why::default();
        let reliance = risk
            .import_reliance
            .map(|reliance| reliance.value.fraction());
        Some(Self {
            importer: data.importer_code(case.importer).to_owned(),
            production_t: why.take("production_t", risk.production.tonnes),
            trade: why
                .take("trade", risk.trade.as_ref())
                .map(|known| trade(data, known)),
            import_reliance: why.take("import_reliance", reliance),
            ec_supply_risk: EcFigures::of(&risk.ec, data.importer_name(case.importer)),
            geopolrisk: GeoPolRiskFigures::of(data, risk),
            benchmarks: risk
                .benchmarks
                .as_ref()
                .map(|checked| BenchmarkFigures::of(data, checked)),
            why,
        })
    }
}

fn trade(data: &Dataset, trade: &ImporterTrade) -> Trade {
    let mut inflows = trade.inflows.clone();
    inflows.sort_by(|a, b| {
        let quantity = |flow: Option<f64>| flow.unwrap_or_default();
        quantity(b.quantity).total_cmp(&quantity(a.quantity))
    });
    let partners = inflows.into_iter().map(|flow| {
        let mut why = Why::default();
        let quantity = flow
            .quantity
            .ok_or("the source gives a value without a quantity");
        let value = flow
            .value
            .ok_or("the source gives a quantity without a value");
        Partner {
            country: code(data, flow.partner),
            inside: flow.inside,
            quantity_t: why.take("quantity_t", quantity),
            value_kusd: why.take("value_kusd", value),
            why,
        }
    });
    Trade {
        imports_t: trade.imports,
        exports_t: trade.exports,
        flows_without_quantity: trade.unquantified,
        value_without_quantity_kusd: trade.unquantified_value,
        partners: partners.collect(),
    }
}
