//! What is drawn of each country: which polygons, and which states become dots.

use std::collections::BTreeMap;

use super::codes::{id_of, is_state, islands_matter};
use super::cut::{Point, Ring, World};
use super::remote::coarseness;

/// Islands smaller than this are not drawn, px², times how coarse the map is where they are.
const ISLAND: f64 = 1.0;
/// The same where small islands matter, px².
const ISLAND_THAT_MATTERS: f64 = 0.6;
/// The most by which the size of islands depends on coarseness.
const REMOTEST: f64 = 2.5;
/// Grounds that share a line with a neighbour are kept down to this size, px²: without them a gap
/// would open.
const GROUND: f64 = 0.15;
/// States smaller than this are drawn as a dot, px².
const DOT: f64 = 0.5;

/// A polygon that is drawn.
pub(super) struct Ground {
    /// The outer ring, then the holes.
    pub(super) rings: Vec<Ring>,
    /// Area inside the outer ring before simplification, px².
    pub(super) area: f64,
}

/// What is drawn of a country.
pub(super) enum Figure {
    /// Its polygons, the largest first.
    Area(Vec<Ground>),
    /// A dot at a point of the plane.
    Dot(Point),
}

/// What is drawn, and what is not.
pub(super) struct Choice {
    /// By id, ascending.
    pub(super) figures: BTreeMap<String, Figure>,
    /// Ids of territories without an outline, ascending.
    pub(super) without: Vec<String>,
}

/// Chooses what is drawn of the world.
pub(super) fn choose(world: &World) -> Choice {
    let shared = shared_pieces(world);
    let mut grounds: BTreeMap<&str, Vec<Ground>> = BTreeMap::new();
    for land in &world.lands {
        for polygon in &land.polygons {
            let mut rings = polygon.clone();
            let mut index = 0;
            rings.retain(|ring| {
                index += 1;
                index == 1 || area(world, ring) >= GROUND
            });
            let area = area(world, &rings[0]);
            grounds
                .entry(id_of(&land.code))
                .or_default()
                .push(Ground { rings, area });
        }
    }
    let mut choice = Choice {
        figures: BTreeMap::new(),
        without: Vec::new(),
    };
    for (id, mut polygons) in grounds {
        polygons.sort_by(|one, other| other.area.total_cmp(&one.area));
        if polygons[0].area < DOT && is_state(id) {
            let at = middle(world, &polygons[0].rings[0]);
            choice.figures.insert(id.to_owned(), Figure::Dot(at));
            continue;
        }
        let island = if islands_matter(id) {
            ISLAND_THAT_MATTERS
        } else {
            ISLAND
        };
        let largest = polygons[0].area;
        polygons.retain(|ground| {
            let only_land = is_state(id) && ground.area >= largest;
            let touches = ground.rings[0].iter().any(|step| shared[step.piece]);
            let coarse = coarseness(middle(world, &ground.rings[0]));
            only_land
                || ground.area
                    >= if touches {
                        GROUND
                    } else {
                        island * coarse.min(REMOTEST)
                    }
        });
        if polygons.is_empty() {
            choice.without.push(id.to_owned());
        } else {
            choice.figures.insert(id.to_owned(), Figure::Area(polygons));
        }
    }
    choice
}

/// For every piece whether two lands have it in common.
fn shared_pieces(world: &World) -> Vec<bool> {
    let mut uses = vec![0; world.pieces.len()];
    for step in world
        .lands
        .iter()
        .flat_map(|land| land.polygons.iter().flatten().flatten())
    {
        uses[step.piece] += 1;
    }
    uses.into_iter().map(|count| count > 1).collect()
}

/// The points of a ring, the first one not repeated at the end.
fn points<'a>(world: &'a World, ring: &'a Ring) -> impl Iterator<Item = Point> + 'a {
    ring.iter().flat_map(|step| {
        let line = &world.pieces[step.piece];
        let last = line.len() - 1;
        (0..last).map(move |at| if step.back { line[last - at] } else { line[at] })
    })
}

/// The area inside a ring, px².
pub(super) fn area(world: &World, ring: &Ring) -> f64 {
    let points: Vec<_> = points(world, ring).collect();
    let next = points.iter().cycle().skip(1);
    let double: f64 = points
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    double.abs() / 2.0
}

/// The mean of a ring's points.
fn middle(world: &World, ring: &Ring) -> Point {
    let mut sum = (0.0, 0.0);
    let mut count = 0.0;
    for (x, y) in points(world, ring) {
        sum = (sum.0 + x, sum.1 + y);
        count += 1.0;
    }
    (sum.0 / count, sum.1 / count)
}

#[cfg(test)]
mod tests {
    use super::super::cut::{Land, Step};
    use super::*;

    /// The squares' first corner, in warm seas.
    const MIDDLE: Point = (480.0, 250.0);

    /// A world of squares of the given sides.
    fn world(squares: &[(&str, f64)]) -> World {
        let mut world = World {
            pieces: Vec::new(),
            lands: Vec::new(),
        };
        for &(code, side) in squares {
            let (x, y) = MIDDLE;
            let closed = vec![
                (x, y),
                (x + side, y),
                (x + side, y + side),
                (x, y + side),
                (x, y),
            ];
            let ring = vec![Step {
                piece: world.pieces.len(),
                back: false,
            }];
            world.pieces.push(closed);
            world.lands.push(Land {
                code: code.to_owned(),
                polygons: vec![vec![ring]],
            });
        }
        world
    }

    #[test]
    fn states_are_never_lost_but_small_territories_are() {
        let choice = choose(&world(&[
            ("NRU", 0.1),
            ("SGP", 0.8),
            ("PCN", 0.9),
            ("GRL", 2.0),
            ("MUS", 0.1),
        ]));
        let Some(Figure::Dot(at)) = choice.figures.get("NRU") else {
            panic!("Nauru is a dot")
        };
        assert!((at.0 - MIDDLE.0 - 0.05).abs() < 1e-6 && (at.1 - MIDDLE.1 - 0.05).abs() < 1e-6);
        assert!(matches!(choice.figures.get("SGP"), Some(Figure::Area(_))));
        assert!(matches!(choice.figures.get("GRL"), Some(Figure::Area(_))));
        assert_eq!(choice.without, ["PCN"]);
    }

    #[test]
    fn islets_go_unless_they_matter() {
        let kept = |code: &str| {
            let choice = choose(&world(&[(code, 5.0), (code, 0.9)]));
            match choice.figures.get(code) {
                Some(Figure::Area(grounds)) => grounds.len(),
                _ => 0,
            }
        };
        assert_eq!([kept("JPN"), kept("NCL")], [1, 2]);
    }
}
