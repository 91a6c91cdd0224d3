//! Adit's side: the search and the worths as the page and the command line compute them.

use std::hint::black_box;
use std::time::Instant;

use adit::alliance::{Role, Search, Wanted, shapley};

use crate::game::{Game, MOST};

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

/// Answers a game, each part again until so many seconds have passed.
pub fn answer(game: &Game, seconds: f64) -> Answer {
    let members = game.members();
    let mut place = vec![None; game.roles.len()];
    for (member, at) in members.iter().enumerate() {
        place[*at] = Some(member);
    }
    let (outcome, search) = timed(seconds, || {
        let offers = game.offers.clone();
        Search::new(offers, &game.roles, Wanted::best(MOST)).finish()
    });
    let (worths, worth) = timed(seconds, || {
        shapley::exact(members.len(), |inside| {
            let is_in = |at: usize| {
                game.roles[at] == Role::Own || place[at].is_some_and(|member| inside[member])
            };
            -game.offers.risk(is_in)
        })
    });
    Answer {
        risk: outcome.best.risk,
        nodes: outcome.nodes,
        worths: worths.into_iter().map(|worth| worth.value).collect(),
        search,
        worth,
    }
}

/// What is computed, and the seconds that it takes: the mean of as many times as last so long together, so that a
/// processor that others use, too, slows short computations like long ones.
fn timed<T>(at_least: f64, compute: impl Fn() -> T) -> (T, f64) {
    let mut count = 0;
    let started = Instant::now();
    loop {
        let found = black_box(compute());
        count += 1;
        let passed = started.elapsed().as_secs_f64();
        if passed >= at_least {
            return (found, passed / f64::from(count));
        }
    }
}
