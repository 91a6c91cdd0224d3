//! An outer draw made ready: spans of the scenario, weights of the suppliers at risk, hazards, market tables.

use super::Job;
use super::hazard::Hazard;
use super::parameters::{KINDS, Parameters};
use super::path::Stream;
use super::random::{Purpose, stream};
use super::response::Response;
use crate::scenario::assumption::Key;
use crate::scenario::numbers::Supplier;
use crate::scenario::timeline::{Span, spans};

/// Suppliers with a smaller part than this, of the world's supply and of the importer's at both stages, are not hit by
/// events: they are too small to matter and too many to draw.
pub const SMALLEST: f64 = 0.001;

/// From here on regions are single countries.
const ALONE: u16 = 1_000;

/// Where two stages of the world and two of the importer stand in an array.
pub(super) const PLACES: usize = 4;

/// Months in which the scenario changes nothing, ready for adding up.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    /// The first month.
    pub(super) from: u16,
    /// What is left at the stages when no event hits anybody: of the world's supply, then of the importer's.
    pub(super) base: [f64; PLACES],
    /// Each supplier's part in it, of those at risk.
    pub(super) weights: Vec<[f64; PLACES]>,
    /// R.
    pub(super) fixed: f64,
    /// 1/D; nought where nothing is wanted.
    pub(super) per_wanted: f64,
    /// Which of the market tables.
    pub(super) table: usize,
}

/// An outer draw made ready.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The scenario's stretches, in their order.
    pub(super) stretches: Vec<Stretch>,
    /// The market tables.
    pub(super) tables: Vec<Response>,
    /// How many suppliers are at risk.
    pub(super) at_risk: usize,
    /// The hazards and their streams of random numbers.
    pub(super) hazards: Vec<Stream>,
}

impl Plan {
    /// An outer draw of a job.
    pub(super) fn of(job: &Job, outer: u32) -> Self {
        let parameters = Parameters::draw(&job.assumptions, job.seed, outer);
        let numbers = &job.numbers;
        let elasticity = parameters.clearing.supply_elasticity();
        let diverted = job.assumptions.get(Key::Diverted);
        let spans = spans(numbers, &job.acts, elasticity, diverted);
        let at_risk: Vec<usize> = (0..numbers.suppliers.len())
            .filter(|&place| is_large(&numbers.suppliers[place]) || grows_large(&spans, place))
            .collect();
        let mut tables: Vec<((u64, u64), Response)> = Vec::new();
        let bases: Vec<_> = spans.iter().map(base).collect();
        // Whatever happens, no more than this is left.
        let most = bases
            .iter()
            .flatten()
            .fold(1.0, |most: f64, base| most.max(*base));
        let stretches = spans.iter().zip(bases).map(|(span, base)| {
            let key = (span.fixed.to_bits(), span.wanted.to_bits());
            let known = tables.iter().position(|(known, _)| *known == key);
            let table = known.unwrap_or_else(|| {
                let response = Response::of(&parameters.clearing, span.fixed, span.wanted, most);
                tables.push((key, response));
                tables.len() - 1
            });
            let weight = |&place: &usize| {
                [
                    span.world[0][place],
                    span.world[1][place],
                    span.own[0][place],
                    span.own[1][place],
                ]
            };
            Stretch {
                from: span.from,
                base,
                weights: at_risk.iter().map(weight).collect(),
                fixed: span.fixed,
                per_wanted: if span.wanted > 0.0 {
                    1.0 / span.wanted
                } else {
                    0.0
                },
                table,
            }
        });
        let stretches = stretches.collect();
        let members: Vec<&Supplier> = at_risk
            .iter()
            .map(|&place| &numbers.suppliers[place])
            .collect();
        Self {
            stretches,
            tables: tables.into_iter().map(|(_, response)| response).collect(),
            at_risk: at_risk.len(),
            hazards: hazards(job.seed, outer, &members, &parameters),
        }
    }
}

/// Whether a supplier matters enough to be hit, by what it normally has.
fn is_large(supplier: &Supplier) -> bool {
    let mut parts = supplier.world.iter().chain(&supplier.sourcing);
    parts.any(|&part| part >= SMALLEST)
}

/// Whether a step brings a supplier enough to be hit.
fn grows_large(spans: &[Span], place: usize) -> bool {
    let brought = spans.iter().flat_map(|span| &span.world);
    brought.into_iter().any(|parts| parts[place] >= SMALLEST)
}

/// The part of the earth whose countries are hit together. Whom only a step makes large is hit alone, so that the step
/// does not change what happens to the others.
fn region(supplier: &Supplier) -> u16 {
    if is_large(supplier) {
        return supplier.region;
    }
    ALONE.saturating_add(u16::try_from(supplier.country.index()).unwrap_or(u16::MAX))
}

fn base(span: &Span) -> [f64; PLACES] {
    let sums = span.sums(|_| 1.0);
    [sums.world[0], sums.world[1], sums.own[0], sums.own[1]]
}

/// The hazards of every kind in every region of the suppliers at risk, in a fixed order.
fn hazards(seed: u64, outer: u32, at_risk: &[&Supplier], parameters: &Parameters) -> Vec<Stream> {
    let mut regions: Vec<u16> = at_risk.iter().map(|supplier| region(supplier)).collect();
    regions.sort_unstable();
    regions.dedup();
    let mut hazards = Vec::new();
    for part in regions {
        let places = 0..u16::try_from(at_risk.len()).unwrap_or(u16::MAX);
        let members: Vec<u16> = places
            .filter(|&place| region(at_risk[usize::from(place)]) == part)
            .collect();
        for kind in 0..KINDS.len() {
            let rate =
                |&member: &u16| parameters.rate(kind, at_risk[usize::from(member)].governance);
            let rates: Vec<f64> = members.iter().map(rate).collect();
            let hazard = Hazard::of(members.clone(), &rates, parameters.correlation);
            let kind = u32::try_from(kind).unwrap_or_default();
            let group = u32::from(part) * 4 + kind;
            if let Some(hazard) = hazard {
                let random = stream(seed, outer, Purpose::Events { group });
                hazards.push(Stream::of(hazard, random));
            }
        }
    }
    hazards
}
