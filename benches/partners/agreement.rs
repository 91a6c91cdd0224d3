//! Whether both say the same.

use adit::alliance::Role;

use crate::game::Game;
use crate::ours::Answer;
use crate::scipy::Said;

/// How far apart the best risks may be, as a part of them.
const RISK: f64 = 1e-9;
/// What neither search tells apart, in points.
const TELLS: f64 = 1e-10;
/// How far apart worths may be, in points.
const WORTH: f64 = 1e-6;
/// How near the general solver has to come, in points or as a part of the risk.
const SOLVER: f64 = 1e-6;

/// Compares the answers to a game; gives how many figures were compared.
pub fn check(game: &Game, ours: &Answer, theirs: &Said) -> Result<usize, String> {
    let same = |what: &str, one: f64, other: f64, allowed: f64| {
        // A number that is none differs from every other.
        if (one - other).abs() <= allowed {
            Ok(1)
        } else {
            Err(format!("{}: {what}: {one} against {other}", game.name))
        }
    };
    let risk = ours.risk.abs();
    let near = TELLS.max(RISK * risk);
    let own = |at: usize| game.roles.get(at) == Some(&Role::Own);
    let of_their_set = game
        .offers
        .risk(|at| own(at) || theirs.partners.contains(&at));
    let mut compared = same("the best risk", ours.risk, theirs.risk, near)?;
    // Of sets that are equally good, either may be found.
    compared += same("their best set", ours.risk, of_their_set, near)?;
    compared += same(
        "by SLSQP",
        ours.risk,
        theirs.programmed,
        SOLVER * risk.max(1.0),
    )?;
    if let Some(least) = theirs.least {
        compared += same("of every set", ours.risk, least, near)?;
    }
    if ours.worths.len() != theirs.worths.len() {
        return Err(format!("{}: other members", game.name));
    }
    for (one, other) in ours.worths.iter().zip(&theirs.worths) {
        compared += same("a worth", *one, *other, WORTH)?;
    }
    Ok(compared)
}
