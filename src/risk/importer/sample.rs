//! One mineral's measures under a draw: the same formulas on varied inputs, without the terms.

use super::{EcBasis, ImporterRisk, Method, Sources, WorldRisk};
use crate::data::{CountryId, Flag, SupplyTable};
use crate::risk::geopolrisk::governance_risk;
use crate::risk::intervals::{Draw, Draws, Interval, intervals};
use crate::risk::supply_mix::LARGEST_TRADE_FACTOR;
use crate::risk::{Measured, MixSupplier, Mixes, SupplyMix, governance_score};
use crate::units::{Share, tonnes_in};

/// The worst governance score on the Commission's scale.
const WORST: f64 = 10.0;

/// A supplier of a mix: what varies about it.
#[derive(Debug, Clone, Copy)]
struct Supplier {
    country: usize,
    amount: f64,
    estimated: bool,
    /// Estimate and standard error.
    stability: Option<(f64, f64)>,
    trade_factor: f64,
}

impl Supplier {
    /// G under a draw; without an estimate anything from best to worst, alike for all.
    fn governance(&self, draw: Draw<'_>) -> f64 {
        self.stability
            .map_or(WORST * draw.unnamed_square(1.0), |(estimate, error)| {
                governance_score(draw.stability(self.country, estimate, error))
            })
    }

    fn amount(&self, draw: Draw<'_>) -> f64 {
        draw.production(self.country, self.amount, self.estimated)
    }
}

/// A mix under draws: suppliers, and the amount that nobody is named for.
#[derive(Debug, Clone)]
struct Mix {
    suppliers: Vec<Supplier>,
    rest: f64,
}

/// What a mix comes to under one draw.
struct Drawn {
    squares: f64,
    weighted: f64,
    largest: f64,
}

impl Mix {
    fn under(&self, draw: Draw<'_>) -> Option<Drawn> {
        let named: f64 = self
            .suppliers
            .iter()
            .map(|supplier| supplier.amount(draw))
            .sum();
        let total = named + self.rest;
        if total <= 0.0 {
            return None;
        }
        let rest = draw.unnamed_square(self.rest / total);
        let mut drawn = Drawn {
            squares: rest,
            weighted: rest * WORST,
            largest: 0.0,
        };
        for supplier in &self.suppliers {
            let share = supplier.amount(draw) / total;
            drawn.squares += share * share;
            drawn.weighted += share * share * supplier.governance(draw) * supplier.trade_factor;
            drawn.largest = drawn.largest.max(share);
        }
        Some(drawn)
    }
}

/// One mineral's inputs, ready to be varied.
#[derive(Debug, Clone)]
pub struct Sample {
    /// World supply, without trade factors.
    world: Mix,
    /// World supply as the Commission's formula weights it.
    global: Option<Mix>,
    /// The importer's sourcing as the Commission's formula weights it.
    sourcing: Option<Mix>,
    mixes: Option<Mixes>,
    /// IR where it is an input and not computed.
    stated_reliance: Option<f64>,
    /// `(1 − EoL_RIR)·SI_SR`.
    factor: Option<f64>,
    /// Members' production and outside imports in tonnes, and exports.
    own: Vec<Supplier>,
    inflows: Vec<Supplier>,
    exports: f64,
    has_trade: bool,
}

impl Sample {
    /// The inputs behind what was measured.
    #[must_use]
    pub fn of(
        sources: &Sources<'_>,
        table: &SupplyTable,
        world: &WorldRisk,
        importer: Option<(&[CountryId], &ImporterRisk)>,
    ) -> Self {
        let supplier = |country: CountryId, amount: f64, estimated: bool| Supplier {
            country: country.index(),
            amount,
            estimated,
            stability: sources
                .wgi(country, table.year)
                .map(|wgi| (wgi.estimate, wgi.standard_error)),
            trade_factor: 1.0,
        };
        let estimated = |country: CountryId| {
            let row = world.shares.get(country);
            row.is_some_and(|row| row.flag == Flag::Estimated)
        };
        let ranked = world.shares.ranked.iter();
        let mut sample = Self {
            world: Mix {
                suppliers: ranked
                    .map(|row| {
                        let estimated = row.flag == Flag::Estimated;
                        supplier(row.country, row.share.fraction(), estimated)
                    })
                    .collect(),
                rest: world.shares.unattributed.fraction(),
            },
            global: None,
            sourcing: None,
            mixes: None,
            stated_reliance: None,
            factor: None,
            own: Vec::new(),
            inflows: Vec::new(),
            exports: 0.0,
            has_trade: false,
        };
        let Some((members, importer)) = importer else {
            return sample;
        };
        let inside = |country| members.contains(&country);
        let mix = |mix: &Measured<SupplyMix<CountryId>>, estimated: &dyn Fn(CountryId) -> bool| {
            let mix = mix.as_ref().ok()?;
            let row = |row: &MixSupplier<CountryId>| {
                let drawn = supplier(row.country, row.share, estimated(row.country));
                // The mix may weigh a mean of years: its score stands, with the error of the last one.
                let stability = row.governance.zip(drawn.stability);
                Supplier {
                    trade_factor: row.trade_factor,
                    stability: stability.map(|(score, (_, error))| (2.5 - score / 2.0, error)),
                    ..drawn
                }
            };
            Some(Mix {
                suppliers: mix.suppliers.iter().map(row).collect(),
                rest: mix.unattributed,
            })
        };
        sample.global = mix(&importer.ec.global, &estimated);
        sample.sourcing = mix(&importer.ec.sourcing, &|country| {
            inside(country) && estimated(country)
        });
        sample.mixes = importer.ec.risk.mixes;
        let terms = &importer.ec.risk.terms;
        if importer.ec.basis == EcBasis::Commission {
            sample.stated_reliance = terms.import_reliance.ok().map(Share::fraction);
        }
        sample.factor = terms.eol_rir.ok().and_then(|recycled| {
            let substitution = terms.substitution_index.ok()?;
            Some((1.0 - recycled.fraction()) * substitution.fraction())
        });
        if let (Ok(_), Ok(trade)) = (importer.production.tonnes, &importer.trade) {
            let unit = tonnes_in(&table.unit).unwrap_or_default();
            let reported = importer.production.reported.iter();
            sample.own = reported
                .map(|&(country, value)| supplier(country, value * unit, estimated(country)))
                .collect();
            let outside = trade.from_outside().into_iter();
            sample.inflows = outside
                .map(|(country, tonnes)| supplier(country, tonnes, false))
                .collect();
            sample.exports = trade.exports;
            sample.has_trade = true;
        }
        sample
    }

    /// Every method's value under a draw, in the order of [`Method::ALL`]; none where it has none.
    #[must_use]
    pub fn measures(&self, draw: Draw<'_>) -> [Option<f64>; Method::ALL.len()] {
        let world = self.world.under(draw);
        let hhi = world.as_ref().map(|world| world.squares.min(1.0));
        Method::ALL.map(|method| match method {
            Method::Hhi => Some(10_000.0 * hhi?),
            Method::HhiWgi => Some(world.as_ref()?.weighted.min(WORST)),
            Method::NMinus1 => Some(1.0 - world.as_ref()?.largest),
            Method::ImportReliance => self.reliance(draw),
            Method::EcSupplyRisk => self.supply_risk(draw),
            Method::GeoPolRisk => self.geopolrisk(draw, hhi?),
        })
    }

    /// Production and imports from outside, in tonnes.
    fn supply(&self, draw: Draw<'_>) -> Option<(f64, f64)> {
        let own = self.own.iter().map(|supplier| supplier.amount(draw)).sum();
        let imports = self.inflows.iter().map(|supplier| supplier.amount).sum();
        self.has_trade.then_some((own, imports))
    }

    fn reliance(&self, draw: Draw<'_>) -> Option<f64> {
        let (own, imports) = self.supply(draw)?;
        let need = own + imports - self.exports;
        (need > 0.0).then(|| ((imports - self.exports) / need).clamp(0.0, 1.0))
    }

    fn supply_risk(&self, draw: Draw<'_>) -> Option<f64> {
        let under = |mix: &Option<Mix>| Some(mix.as_ref()?.under(draw)?.weighted);
        let brackets = match self.mixes? {
            Mixes::GlobalOnly => under(&self.global)?,
            Mixes::SourcingOnly => under(&self.sourcing)?,
            Mixes::Both => {
                let weight = self.stated_reliance.or_else(|| self.reliance(draw))? / 2.0;
                under(&self.global)? * weight + under(&self.sourcing)? * (1.0 - weight)
            }
        };
        Some(brackets.min(WORST * LARGEST_TRADE_FACTOR) * self.factor?)
    }

    fn geopolrisk(&self, draw: Draw<'_>, hhi: f64) -> Option<f64> {
        let (own, imports) = self.supply(draw)?;
        let supply = own + imports;
        let weighted: f64 = self
            .inflows
            .iter()
            .map(|flow| {
                let risk = flow
                    .stability
                    .map_or(draw.unnamed_square(1.0), |(estimate, error)| {
                        governance_risk(draw.stability(flow.country, estimate, error))
                    });
                risk * flow.amount
            })
            .sum();
        (supply > 0.0).then(|| hhi * weighted / supply)
    }
}

/// The intervals of some minerals by every method, in the order of [`Method::ALL`]: value, and rank from the riskiest
/// on.
#[must_use]
pub fn rank(draws: &Draws, samples: &[Sample]) -> [Vec<Option<Interval>>; Method::ALL.len()] {
    let drawn: Vec<Vec<_>> = samples
        .iter()
        .map(|sample| draws.iter().map(|draw| sample.measures(draw)).collect())
        .collect();
    let mut at = 0;
    Method::ALL.map(|method| {
        let falling = method == Method::NMinus1;
        let values: Vec<Option<Vec<f64>>> = drawn
            .iter()
            .map(|drawn| {
                let values = drawn.iter().map(|values| values[at]);
                values
                    .map(|value| Some(if falling { -value? } else { value? }))
                    .collect()
            })
            .collect();
        at += 1;
        let upright = |interval: Interval| Interval {
            low: -interval.high,
            median: -interval.median,
            high: -interval.low,
            ..interval
        };
        let turned = intervals(draws, values)
            .into_iter()
            .map(|found| match found {
                Some(interval) if falling => Some(upright(interval)),
                other => other,
            });
        turned.collect()
    })
}
