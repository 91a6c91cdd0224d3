//! What an importer needs, who could send how much of it, and how risky each of them is: the inputs of the partners'
//! question, from the data.

use super::search::Role;
use super::sourcing::{Offer, Offers};
use crate::data::{CountryId, Reported, Stage, SupplyTable};
use crate::risk::importer::{Case, ImporterCase, Sources, trade_factor};
use crate::risk::{Absence, Balance, Measured, governance_score};
use crate::units::tonnes_in;

/// η: how much of the unwillingness to sell an agreement of full depth is assumed to take away: the mean of Beta(2, 3). An
/// assumption; public data do not identify it.
pub const ETA: f64 = 0.4;
/// The 5th and 95th percentile of the same distribution.
pub const ETA_RANGE: (f64, f64) = (0.098, 0.751);

/// Where the size of the need comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedBasis {
    /// Apparent consumption: production and imports less exports.
    Trade,
    /// An assumption of who asks.
    Assumed,
}

/// A country that makes the mineral at the stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Producer {
    /// Who.
    pub country: CountryId,
    /// Its part of world supply, a fraction.
    pub world_share: f64,
    /// Its estimate of political stability, about −2.5 to 2.5.
    pub stability: f64,
    /// G: its governance score, 0 best to 10 worst.
    pub governance: f64,
    /// t: 0.8 inside the importer, more than 1 where the Commission finds a restriction on exports.
    pub trade_factor: f64,
    /// u: what it makes as a fraction of the importer's need; may be more than 1.
    ///
    /// It is taken to be able to send all that it makes: what it needs itself is not published.
    pub cap: f64,
}

impl Producer {
    /// w = G·t·(1 − η·a) for an agreement of depth a.
    #[must_use]
    pub fn weight(&self, eta: f64, bound: f64) -> f64 {
        self.governance * self.trade_factor * (1.0 - eta * bound)
    }
}

/// The need of an importer, and the producers.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Where its size comes from.
    pub basis: NeedBasis,
    /// In tonnes; none where it is assumed as a part of world supply.
    pub tonnes: Option<f64>,
    /// As a fraction of world supply.
    pub of_world: f64,
    /// Producers inside the importer, largest first.
    pub own: Vec<Producer>,
    /// Producers outside it, largest first: the candidates.
    pub candidates: Vec<Producer>,
    /// Producers without a governance estimate, which cannot be weighed.
    pub unscored: Vec<CountryId>,
    /// Countries that the source names without a figure, so that nobody knows what they could send.
    pub unknown: Vec<CountryId>,
}

/// Who may be a partner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// Nobody's partners.
    pub excluded: Vec<CountryId>,
    /// Partners in any case.
    pub required: Vec<CountryId>,
    /// The least stability of a partner, −2.5 to 2.5; none for no floor.
    pub floor: Option<f64>,
}

impl Need {
    /// The need of a case's importer, or the part of world supply that it is assumed to be.
    ///
    /// # Missing data
    /// Need and production are added and compared in tonnes, production often as metal and trade as gross weight: the
    /// need of an importer that buys ore then looks larger than it is, and each supplier smaller.
    ///
    /// # Errors
    /// [`Absence::NoImporter`]; [`Absence::NotTraded`] for reserves; [`Absence::NoProduction`]; and where the need has to
    /// be taken from trade, the reasons why that is not known.
    pub fn of(sources: &Sources<'_>, case: &Case<'_>, assumed: Option<f64>) -> Measured<Self> {
        let importer = case.importer.as_ref().ok_or(Absence::NoImporter)?;
        if case.table.stage == Stage::Reserves {
            return Err(Absence::NotTraded);
        }
        let world = case.world.shares.denominator.quantity();
        if world <= 0.0 || case.world.shares.ranked.is_empty() {
            return Err(Absence::NoProduction);
        }
        let assumed = assumed.filter(|part| *part > 0.0);
        let (basis, tonnes, of_world) = if let Some(part) = assumed {
            (NeedBasis::Assumed, None, part)
        } else {
            let tonnes = apparent_consumption(importer)?;
            let unit = tonnes_in(&case.table.unit).ok_or(no_mass(case.table))?;
            (NeedBasis::Trade, Some(tonnes), tonnes / (world * unit))
        };
        let mut need = Self {
            basis,
            tonnes,
            of_world,
            own: Vec::new(),
            candidates: Vec::new(),
            unscored: Vec::new(),
            unknown: unknown(case.table),
        };
        for row in &case.world.shares.ranked {
            let Some(wgi) = sources.wgi(row.country, case.table.year) else {
                need.unscored.push(row.country);
                continue;
            };
            let members = importer.members.as_slice();
            let producer = Producer {
                country: row.country,
                world_share: row.share.fraction(),
                stability: wgi.estimate,
                governance: governance_score(wgi.estimate),
                trade_factor: trade_factor(
                    importer.assessed.as_ref().map_err(|why| *why),
                    members,
                    row.country,
                ),
                cap: row.share.fraction() / of_world,
            };
            if members.contains(&row.country) {
                need.own.push(producer);
            } else {
                need.candidates.push(producer);
            }
        }
        Ok(need)
    }

    /// Every producer: own ones first, then the candidates, in the order of [`Need::offers`] and [`Need::roles`].
    pub fn producers(&self) -> impl Iterator<Item = &Producer> {
        self.own.iter().chain(&self.candidates)
    }

    /// What each producer offers, when agreements bind the candidates to some depth.
    #[must_use]
    pub fn offers(&self, eta: f64, bound: impl Fn(CountryId) -> f64) -> Offers {
        let own = self.own.iter().map(|producer| (producer, 0.0));
        let others = self.candidates.iter();
        let others = others.map(|producer| (producer, bound(producer.country)));
        let offers = own.chain(others).map(|(producer, bound)| Offer {
            weight: producer.weight(eta, bound),
            cap: producer.cap,
        });
        Offers::new(&offers.collect::<Vec<_>>())
    }

    /// The role of each producer.
    #[must_use]
    pub fn roles(&self, choice: &Choice) -> Vec<Role> {
        let own = self.own.iter().map(|_| Role::Own);
        let others = self.candidates.iter().map(|producer| {
            if choice.excluded.contains(&producer.country) {
                Role::Excluded
            } else if choice.required.contains(&producer.country) {
                Role::Required
            } else if choice.floor.is_some_and(|floor| producer.stability < floor) {
                Role::Excluded
            } else {
                Role::Open
            }
        });
        own.chain(others).collect()
    }
}

/// Production and imports less exports, in tonnes.
fn apparent_consumption(importer: &ImporterCase<'_>) -> Measured<f64> {
    let risk = &importer.risk;
    let trade = risk.trade.as_ref().map_err(|why| *why)?;
    let balance = Balance {
        production: risk.production.tonnes?,
        imports: trade.imports,
        exports: trade.exports,
    };
    let need = balance.apparent_consumption();
    if balance.production + balance.imports <= 0.0 {
        return Err(Absence::NoSupply);
    }
    if need <= 0.0 {
        return Err(Absence::NoApparentConsumption);
    }
    Ok(need)
}

fn no_mass(table: &SupplyTable) -> Absence {
    if table.unit == "%" {
        Absence::ProductionIsAShare
    } else {
        Absence::ProductionIsNoMass
    }
}

fn unknown(table: &SupplyTable) -> Vec<CountryId> {
    let rows = table.countries.iter();
    let missing = |cell: &Reported| matches!(cell, Reported::Withheld | Reported::NotAvailable);
    rows.filter(|(_, cell)| missing(cell))
        .map(|(country, _)| *country)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ETA, ETA_RANGE};

    #[test]
    fn the_range_of_eta_is_that_of_its_distribution() {
        // Beta(2, 3) has the mean 2/5 and the distribution function 6x² − 8x³ + 3x⁴.
        let below = |x: f64| 6.0 * x.powi(2) - 8.0 * x.powi(3) + 3.0 * x.powi(4);
        assert!((ETA - 2.0 / 5.0).abs() < 1e-12);
        assert!((below(ETA_RANGE.0) - 0.05).abs() < 1e-3);
        assert!((below(ETA_RANGE.1) - 0.95).abs() < 1e-3);
    }
}
