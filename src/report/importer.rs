//! What depends on the importer.

use serde::Serialize;

use super::absent::Why;
use super::benchmarks::BenchmarkFigures;
use super::ec::EcFigures;
use super::figures::{code, flag_word};
use super::geopolrisk::GeoPolRiskFigures;
use crate::data::{Coverage, Dataset, Reliance, RelianceValue, Reported, TradeCode};
use crate::risk::importer::{Case, ImporterTrade, Sources};

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

impl Trade {
    /// The partners outside the importer, largest quantity first.
    pub fn outside(&self) -> impl Iterator<Item = &Partner> {
        self.partners.iter().filter(|partner| !partner.inside)
    }

    /// Whom it buys most from, and that partner's part of the imports with a quantity, a fraction.
    #[must_use]
    pub fn largest_seller(&self) -> Option<(&Partner, f64)> {
        let mut outside = self.outside();
        outside.find_map(|partner| Some((partner, partner.quantity_t? / self.imports_t)))
    }
}

/// A code of the Harmonised System that stands for the mineral at the stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Code {
    /// Its digits.
    pub code: String,
    /// What the nomenclature calls it.
    pub name: String,
    /// `whole` or `part` of what is traded.
    pub coverage: &'static str,
    /// Why it stands for the mineral, and what else it holds.
    pub reason: String,
}

impl Code {
    fn of(code: &TradeCode) -> Self {
        Self {
            code: code.code.clone(),
            name: code.name.clone(),
            coverage: match code.coverage {
                Coverage::Whole => "whole",
                Coverage::Part => "part",
            },
            reason: code.reason.clone(),
        }
    }
}

/// A published figure of import reliance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PublishedReliance {
    /// The source's name of the commodity and its form.
    pub commodity: String,
    /// The edition's id.
    pub edition: String,
    /// The year.
    pub year: u16,
    /// Percent of consumption; null where words stand in its place.
    pub percent: Option<f64>,
    /// `reported`, `estimated`, `below`, `above`, `withheld`, `not-available`, `net-exporter` or `negligible`.
    pub flag: &'static str,
    /// The source's remarks.
    pub note: String,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// Every method for an importer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImporterFigures {
    /// ISO 3166-1 alpha-3 code, or a bloc's id.
    pub importer: String,
    /// Production of its members, in tonnes.
    pub production_t: Option<f64>,
    /// The codes whose flows are counted; empty where none stands for the mineral at the stage.
    pub trade_codes: Vec<Code>,
    /// Why no code does, where the data say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_gap: Option<String>,
    /// What it buys and sells.
    pub trade: Option<Trade>,
    /// IR, a fraction.
    pub import_reliance: Option<f64>,
    /// Net import reliance as the United States publish it for themselves, form by form; none for anyone else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_import_reliance_published: Option<Vec<PublishedReliance>>,
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
    pub(super) fn of(sources: &Sources<'_>, case: &Case<'_>) -> Option<Self> {
        let (data, table) = (sources.data, case.table);
        let case = case.importer.as_ref()?;
        let risk = &case.risk;
        let mut why = Why::default();
        let reliance = risk
            .import_reliance
            .map(|reliance| reliance.value.fraction());
        Some(Self {
            importer: data.importer_code(case.importer).to_owned(),
            production_t: why.take("production_t", risk.production.tonnes),
            trade_codes: sources.trade.map_or_else(Vec::new, |trade| {
                let codes = trade.codes(table.mineral, table.stage).iter();
                codes.map(Code::of).collect()
            }),
            trade_gap: sources
                .trade
                .and_then(|trade| trade.gap(table.mineral, table.stage))
                .map(|gap| gap.reason.clone()),
            trade: why
                .take("trade", risk.trade.as_ref())
                .map(|known| trade(data, known)),
            import_reliance: why.take("import_reliance", reliance),
            net_import_reliance_published: case.published_reliance.as_ref().ok().map(|figures| {
                let figures = figures.iter();
                figures.map(|figure| published(data, figure)).collect()
            }),
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

fn published(data: &Dataset, figure: &Reliance) -> PublishedReliance {
    let (percent, flag) = match figure.value {
        RelianceValue::Percent(Reported::Known { value, flag }) => (Ok(value), flag_word(flag)),
        RelianceValue::Percent(Reported::Withheld) => {
            (Err("the source withholds the figure"), "withheld")
        }
        RelianceValue::Percent(Reported::NotAvailable) => {
            (Err("the source gives no figure"), "not-available")
        }
        RelianceValue::NetExporter => (
            Err("the source says net exporter in place of a number"),
            "net-exporter",
        ),
        RelianceValue::Negligible => (
            Err("the source says less than half a percent in place of a number"),
            "negligible",
        ),
    };
    let mut why = Why::default();
    PublishedReliance {
        commodity: figure.commodity.clone(),
        edition: data.edition(figure.edition).id.clone(),
        year: figure.year,
        percent: why.take("percent", percent),
        flag,
        note: figure.note.clone(),
        why,
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
