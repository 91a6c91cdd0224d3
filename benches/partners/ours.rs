//! Adit's side: the search and the worths as the page and the command line compute them.

use std::time::Instant;

use adit::alliance::{Role, Search, Wanted, shapley};

use crate::game::{Game, MOST};
use crate::spread::Spread;

/// How often a game is answered in a turn; the median counts.
const REPEATS: usize = 5;

/// What is found, and how long it took.
pub struct Answer {
    /// The risk of the best set.
    pub risk: f64,
    /// Branches looked at.
    pub nodes: usize,
    /// What each member is worth.
    pub worths: Vec<f64>,
    /// Seconds of the search.
    pub search: f64,
    /// Seconds of the worths.
    pub worth: f64,
}

/// Answers a game.
pub fn answer(game: &Game) -> Answer {
    let members = game.members();
    let mut place = vec![None; game.roles.len()];
    for (member, at) in members.iter().enumerate() {
        place[*at] = Some(member);
    }
    let once = || {
        let started = Instant::now();
        let offers = game.offers.clone();
        let outcome = Search::new(offers, &game.roles, Wanted::best(MOST)).finish();
        let search = started.elapsed().as_secs_f64();
        let started = Instant::now();
        let worths = shapley::exact(members.len(), |inside| {
            let is_in = |at: usize| {
                game.roles[at] == Role::Own || place[at].is_some_and(|member| inside[member])
            };
            -game.offers.risk(is_in)
        });
        let worth = started.elapsed().as_secs_f64();
        (outcome, worths, search, worth)
    };
    let (outcome, worths, search, worth) = once();
    let (mut searches, mut others) = (vec![search], vec![worth]);
    for _ in 1..REPEATS {
        let (_, _, search, worth) = once();
        searches.push(search);
        others.push(worth);
    }
    let median = |times: Vec<f64>| Spread::of(times).map_or(f64::NAN, |spread| spread.median);
    Answer {
        risk: outcome.best.risk,
        nodes: outcome.nodes,
        worths: worths.into_iter().map(|worth| worth.value).collect(),
        search: median(searches),
        worth: median(others),
    }
}
