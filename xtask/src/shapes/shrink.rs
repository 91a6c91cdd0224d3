//! The pieces as they are drawn: simplified and rounded, without harm to the topology.
//!
//! Neighbours keep sharing their lines because pieces are simplified, not countries. Where that makes
//! lines cross, points come back; a ground that loses its size is drawn more finely.

use std::collections::BTreeMap;

use super::choose::{Choice, Figure, Ground, area};
use super::crossing::{Spot, entangled};
use super::cut::{Ring, World};
use super::line::Line;
use super::projection::equal_earth_inverse;
use super::remote::coarseness;

/// Tolerance of a coast, px².
const COAST: f64 = 0.6;
/// Tolerance of a border, px²: two readers look at it, one from each side.
const BORDER: f64 = 0.5;
/// The finest tolerance, px²: about the square of the rounding.
const FINEST: f64 = 0.1;
/// The tolerance of a country's largest ground as a share of its area, so that small countries keep
/// their shape.
const SHARE: f64 = 0.007;
/// The same of its other grounds.
const ISLAND_SHARE: f64 = 0.02;
/// A drawn ground's area may differ by this share from the true one.
const AREA_SLACK: f64 = 0.2;
/// Halvings of a tolerance for the sake of an area; the last one keeps every point.
const HALVINGS: i32 = 6;
/// Rounds in which points come back where lines cross.
const BENDS: usize = 40;
/// Rounds after which points are given up instead: then rounding is what tangles a crowded coast.
const PATIENCE: usize = 20;

/// Lines by the number of their piece.
type Lines = BTreeMap<usize, Line>;

/// Draws the chosen pieces of the world, in tenths of a pixel; pieces of nothing chosen are empty.
pub(super) fn shrink(world: &World, choice: &Choice) -> Result<Vec<Vec<Spot>>, String> {
    let countries: Vec<&[Ground]> = choice
        .figures
        .values()
        .filter_map(|figure| match figure {
            Figure::Area(grounds) => Some(grounds.as_slice()),
            Figure::Dot(_) => None,
        })
        .collect();
    let tolerances = tolerances(&countries);
    let mut lines: Lines = tolerances
        .iter()
        .map(|(&piece, &tolerance)| {
            (
                piece,
                Line::new(world.pieces[piece].clone(), coarseness, tolerance),
            )
        })
        .collect();

    keep_areas(world, &countries, &tolerances, &mut lines);
    disentangle(&mut lines)?;

    let mut drawn = vec![Vec::new(); world.pieces.len()];
    for (piece, line) in lines {
        drawn[piece] = line.drawn().to_vec();
    }
    Ok(drawn)
}

/// The tolerance of every piece of the countries' grounds, px².
fn tolerances(countries: &[&[Ground]]) -> BTreeMap<usize, f64> {
    let mut uses: BTreeMap<usize, (usize, f64)> = BTreeMap::new();
    for grounds in countries {
        for (index, ground) in grounds.iter().enumerate() {
            let fit = ground.area * if index == 0 { SHARE } else { ISLAND_SHARE };
            for step in ground.rings.iter().flatten() {
                let (count, finest) = uses.entry(step.piece).or_insert((0, f64::INFINITY));
                *count += 1;
                *finest = finest.min(fit.max(FINEST));
            }
        }
    }
    uses.into_iter()
        .map(|(piece, (count, finest))| (piece, finest.min(if count > 1 { BORDER } else { COAST })))
        .collect()
}

/// Refines the lines of the rings whose area as drawn is too far from the true one.
fn keep_areas(
    world: &World,
    countries: &[&[Ground]],
    tolerances: &BTreeMap<usize, f64>,
    lines: &mut Lines,
) {
    for ring in countries
        .iter()
        .copied()
        .flatten()
        .flat_map(|ground| &ground.rings)
    {
        let truth = area(world, ring);
        let mut share = 1.0;
        for halving in 1..=HALVINGS {
            if (drawn_area(lines, ring) - truth).abs() <= AREA_SLACK * truth {
                break;
            }
            share = if halving < HALVINGS { share / 2.0 } else { 0.0 };
            for step in ring {
                if let Some(line) = lines.get_mut(&step.piece) {
                    line.simplify(tolerances[&step.piece] * share);
                }
            }
        }
    }
}

/// Brings back points where lines cross, or gives up points where only that helps.
fn disentangle(lines: &mut Lines) -> Result<(), String> {
    let pieces: Vec<_> = lines.keys().copied().collect();
    for round in 0..BENDS {
        let drawn: Vec<_> = lines.values().map(|line| line.drawn().to_vec()).collect();
        let pairs = entangled(&drawn);
        if pairs.is_empty() {
            return Ok(());
        }
        if round + 1 == BENDS {
            let places: Vec<_> = pairs
                .iter()
                .map(|[(line, point), _]| place(drawn[*line][*point]))
                .collect();
            return Err(format!("lines still cross near {}", places.join(", ")));
        }
        for pair in pairs {
            let mut helped = false;
            for (index, segment) in pair {
                if let Some(line) = lines.get_mut(&pieces[index]) {
                    helped |= round < PATIENCE && line.bend(segment);
                }
            }
            for (index, segment) in pair {
                if let Some(line) = lines.get_mut(&pieces[index])
                    && !helped
                {
                    helped |= line.straighten(segment);
                }
            }
        }
        for line in lines.values_mut() {
            line.draw();
        }
    }
    Ok(())
}

/// The area that a ring encloses as drawn, px².
fn drawn_area(lines: &Lines, ring: &Ring) -> f64 {
    let mut double = 0_i64;
    for step in ring {
        let Some(line) = lines.get(&step.piece) else {
            continue;
        };
        let sum: i64 = line
            .drawn()
            .windows(2)
            .map(|pair| {
                let [x0, y0, x1, y1] = [pair[0].0, pair[0].1, pair[1].0, pair[1].1].map(i64::from);
                x0 * y1 - x1 * y0
            })
            .sum();
        double += if step.back { -sum } else { sum };
    }
    #[allow(clippy::cast_precision_loss)] // at most the plane's area in hundredths of px²
    let double = double.abs() as f64;
    double / 200.0
}

/// A spot in degrees, for a message.
fn place(spot: Spot) -> String {
    let (lon, lat) = equal_earth_inverse(f64::from(spot.0) / 10.0, f64::from(spot.1) / 10.0);
    format!("{lon:.1} {lat:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_lines_bend_until_they_are_free() {
        // A cape that the coarse coast cuts off lies where an islet is.
        let coast = vec![(0.0, 0.0), (4.0, 0.0), (5.0, 3.0), (6.0, 0.0), (10.0, 0.0)];
        let islet = vec![(4.9, -1.0), (5.1, 2.0), (4.8, 2.0), (4.9, -1.0)];
        let mut lines: Lines = [
            (3, Line::new(coast, |_| 1.0, 99.0)),
            (8, Line::new(islet, |_| 1.0, 0.0)),
        ]
        .into_iter()
        .collect();
        assert_eq!(lines[&3].drawn(), [(0, 0), (100, 0)]);
        disentangle(&mut lines).unwrap();
        assert!(
            lines[&3].drawn().contains(&(50, 30)),
            "{:?}",
            lines[&3].drawn()
        );
    }
}
