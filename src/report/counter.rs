//! What the largest supplier outside would do, in the words of figures.

use serde::Serialize;

use super::absent::Why;
use super::figures::code;
use crate::alliance::counter::{
    Answer, CEILING, Elasticities, Market, Motives, best_response, break_even,
};
use crate::alliance::{Effect, Present};
use crate::data::{CountryId, Dataset};
use crate::risk::importer::Case;
use crate::risk::{Absence, Measured};

/// What is assumed about the leader's game.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CounterQuestion {
    /// Elasticities beside the short and the long run's.
    pub elasticities: Option<Elasticities>,
    /// What the leader cares about.
    pub motives: Motives,
}

/// The importer and what its alliance changes.
pub(super) struct Allied<'a> {
    pub(super) members: &'a [CountryId],
    pub(super) present: &'a Present,
    pub(super) effect: &'a Effect,
    /// The importer's need as a fraction of world supply, or why it is not known.
    pub(super) of_world: Measured<f64>,
    /// What projects are expected to add, as a fraction of that need.
    pub(super) projects: f64,
}

/// A stop of the leader's supplies that is aimed at the importer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StopFigures {
    /// The price to the importer, as a ratio to the usual one.
    pub price: f64,
    /// Its loss, in years of its usual spending on the mineral.
    pub loss: f64,
}

/// The game with one set of elasticities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RunFigures {
    /// `short`, `long` or `chosen`.
    pub run: &'static str,
    /// εd, assumed.
    pub demand_elasticity: f64,
    /// εs, assumed.
    pub supply_elasticity: f64,
    /// x*: from this share of the market on, holding back would raise a supplier's revenue.
    pub threshold_share: f64,
    /// `ε_D` of the leader.
    pub residual_elasticity: f64,
    /// Whether holding back would raise its revenue.
    pub cutting_pays: bool,
    /// The part that it would hold back with the motives assumed.
    pub held_back: f64,
    /// The price that would follow, as a ratio to the usual one.
    pub price: f64,
    /// The part that it would hold back once the projects produce.
    pub held_back_after: f64,
    /// The price that would follow then.
    pub price_after: f64,
    /// A stop aimed at the importer, without the alliance.
    pub stop_before: StopFigures,
    /// The same with it.
    pub stop_after: StopFigures,
    /// P*: how many times as likely as the stop that the alliance insures against a stop in retaliation for it would have
    /// to be, to undo what it gains.
    pub break_even: Option<f64>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

/// The leader's side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CounterFigures {
    /// The largest supplier outside the importer.
    pub leader: String,
    /// x: its part of world supply.
    pub world_share: f64,
    /// The importer's part of the market: its need as a fraction of world supply, by which the leader weighs harm to it.
    pub importer_share: Option<f64>,
    /// Its part of the importer's sourcing without the alliance.
    pub share_before: f64,
    /// The same with it.
    pub share_after: f64,
    /// The price ratio at which buyers are assumed to go without.
    pub ceiling: f64,
    /// Short run and long run.
    pub runs: Vec<RunFigures>,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl CounterFigures {
    /// The leader's side of a case.
    ///
    /// # Errors
    /// [`Absence::NoOutsideSupplier`] where nobody outside supplies anything.
    pub(super) fn of(
        data: &Dataset,
        case: &Case<'_>,
        allied: &Allied<'_>,
        question: &CounterQuestion,
    ) -> Measured<Self> {
        let Allied {
            members,
            present,
            effect,
            ..
        } = *allied;
        let supply = case.world.shares.ranked.iter();
        let leader = supply
            .clone()
            .find(|row| !members.contains(&row.country))
            .ok_or(Absence::NoOutsideSupplier)?;
        let at = present
            .suppliers
            .iter()
            .position(|one| one.country == leader.country);
        let before = at.map_or(0.0, |at| present.suppliers[at].share);
        let after = at.map_or(0.0, |at| effect.shares[at]);
        let world_share = leader.share.fraction();
        let runs = [
            ("short", Some(Elasticities::SHORT_RUN)),
            ("long", Some(Elasticities::LONG_RUN)),
            ("chosen", question.elasticities),
        ];
        let buyer = allied.of_world.unwrap_or_default();
        let game = Game {
            motives: Motives {
                buyer,
                ..question.motives
            },
            before,
            after,
            capacity: allied.projects * buyer,
        };
        let runs = runs.into_iter().filter_map(|(name, elasticities)| {
            let market = Market::new(world_share, elasticities?);
            Some(run(name, &market, &game))
        });
        let mut why = Why::default();
        Ok(Self {
            importer_share: why.take("importer_share", allied.of_world),
            leader: code(data, leader.country),
            world_share,
            share_before: before,
            share_after: after,
            ceiling: CEILING,
            runs: runs.collect(),
            why,
        })
    }
}

/// What the runs have in common.
struct Game {
    motives: Motives,
    /// The leader's part of the importer's sourcing without and with the alliance.
    before: f64,
    after: f64,
    /// What projects add to world supply.
    capacity: f64,
}

fn run(name: &'static str, market: &Market, game: &Game) -> RunFigures {
    let elasticities = market.elasticities;
    let respond = |answer| best_response(market, &game.motives, answer);
    let (nothing, projects) = (
        Answer::default(),
        Answer {
            capacity: game.capacity,
            ..Answer::default()
        },
    );
    let response = respond(nothing);
    let answered = if projects == nothing {
        response
    } else {
        respond(projects)
    };
    let stop = |share: f64| {
        let market = Market::new(share, elasticities);
        let price = market.price(1.0, Answer::default());
        let loss = market.loss(price);
        StopFigures { price, loss }
    };
    let (stop_before, stop_after) = (stop(game.before), stop(game.after));
    let mut why = Why::default();
    let odds = break_even(stop_before.loss - stop_after.loss, stop_after.loss);
    RunFigures {
        run: name,
        demand_elasticity: elasticities.demand,
        supply_elasticity: elasticities.supply,
        threshold_share: elasticities.threshold_share(),
        residual_elasticity: market.residual_elasticity(),
        cutting_pays: market.cutting_pays(),
        held_back: response.held_back,
        price: response.price,
        held_back_after: answered.held_back,
        price_after: answered.price,
        stop_before,
        stop_after,
        break_even: why.take(
            "break_even",
            odds.ok_or("the importer would buy nothing from the leader, so that a stop would cost it nothing"),
        ),
        why,
    }
}
