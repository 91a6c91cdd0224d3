//! The importer's trade: what comes in, from whom, and what leaves.

use super::Sources;
use crate::data::{CountryId, Flow};
use crate::risk::geopolrisk::Inflow;
use crate::units::total;

/// What an importer buys and sells.
#[derive(Debug, Clone, PartialEq)]
pub struct ImporterTrade {
    /// Everything that its members receive, one entry a partner, ordered by partner; for a bloc with the trade among
    /// members.
    pub inflows: Vec<Inflow<CountryId>>,
    /// What leaves it for others, in tonnes.
    pub exports: f64,
    /// What comes into it from others, in tonnes.
    pub imports: f64,
    /// Flows from others that have a value but no quantity, which no measure can count: how many.
    pub unquantified: usize,
    /// The value of those flows, in thousand US dollars.
    pub unquantified_value: f64,
}

impl ImporterTrade {
    /// The trade of some countries that act as one, in order, with their partners' governance estimates of a year.
    #[must_use]
    pub fn of(sources: &Sources<'_>, flows: &[Flow], members: &[CountryId], year: u16) -> Self {
        let inside = |country| members.binary_search(&country).is_ok();
        let mut incoming: Vec<&Flow> = flows.iter().filter(|flow| inside(flow.importer)).collect();
        incoming.sort_by_key(|flow| flow.exporter);
        let inflows: Vec<Inflow<CountryId>> = incoming
            .chunk_by(|one, other| one.exporter == other.exporter)
            .map(|flows| Inflow {
                partner: flows[0].exporter,
                inside: inside(flows[0].exporter),
                quantity: together(flows.iter().map(|flow| flow.quantity_t)),
                value: together(flows.iter().map(|flow| flow.value_kusd)),
                stability: sources.wgi(flows[0].exporter, year).map(|wgi| wgi.estimate),
            })
            .collect();
        let leaving = flows
            .iter()
            .filter(|flow| inside(flow.exporter) && !inside(flow.importer));
        let unquantified = || {
            let outside = incoming.iter().filter(|flow| !inside(flow.exporter));
            outside.filter(|flow| flow.quantity_t.is_none())
        };
        Self {
            unquantified: unquantified().count(),
            unquantified_value: total(unquantified().filter_map(|flow| flow.value_kusd)),
            exports: total(leaving.filter_map(|flow| flow.quantity_t)),
            imports: total(outside(&inflows).map(|(_, quantity)| quantity)),
            inflows,
        }
    }

    /// Partners outside the importer with the quantity that they send, in tonnes.
    #[must_use]
    pub fn from_outside(&self) -> Vec<(CountryId, f64)> {
        outside(&self.inflows).collect()
    }
}

fn outside(inflows: &[Inflow<CountryId>]) -> impl Iterator<Item = (CountryId, f64)> + '_ {
    inflows
        .iter()
        .filter(|flow| !flow.inside)
        .filter_map(|flow| Some((flow.partner, flow.quantity?)))
}

/// The sum of what is known; nothing if nothing is.
fn together(parts: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    parts.flatten().reduce(|sum, part| sum + part)
}
