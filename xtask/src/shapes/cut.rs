//! The atlas cut at the map's edge and laid on the plane.
//!
//! The atlas is made for clipping on the sphere: its rings run on across any meridian. Every arc is
//! cut where it crosses the meridian opposite the map's middle; a ring so opened is closed again by
//! new pieces along the edge.

use super::atlas::{Atlas, LonLat, arc_index};
use super::projection::{from_centre, on_plane};

/// A point of the plane in pixels, ordinate downwards.
pub(super) type Point = (f64, f64);

/// A piece as a ring walks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Position in [`World::pieces`].
    pub(super) piece: usize,
    /// Whether the piece is walked from its end to its start.
    pub(super) back: bool,
}

/// Pieces end to end, closed.
pub(super) type Ring = Vec<Step>;

/// A country on the plane.
pub(super) struct Land {
    /// The atlas's code.
    pub(super) code: String,
    /// Polygons, each an outer ring and its holes.
    pub(super) polygons: Vec<Vec<Ring>>,
}

/// The atlas on the plane; neighbours still share their pieces.
pub(super) struct World {
    /// Lines between junctions.
    pub(super) pieces: Vec<Vec<Point>>,
    /// In the atlas's order.
    pub(super) lands: Vec<Land>,
}

/// Cuts the atlas at the map's edge and projects it; countries of the codes `left_out` are skipped.
pub(super) fn cut(atlas: &Atlas, left_out: &[&str]) -> Result<World, String> {
    // Longitudes counted from the middle of the map, still in degrees.
    let mut lines = Vec::new();
    let mut steps_of_arc = Vec::new();
    for arc in &atlas.arcs {
        let first = lines.len();
        lines.extend(cut_arc(arc));
        steps_of_arc.push(first..lines.len());
    }

    let mut lands = Vec::new();
    for country in &atlas.countries {
        if left_out.contains(&country.code.as_str()) {
            continue;
        }
        let mut polygons = Vec::new();
        for polygon in &country.polygons {
            let mut rings = Vec::new();
            for arc_ring in polygon {
                let mut ring = Ring::new();
                for &number in arc_ring {
                    let pieces = steps_of_arc[arc_index(number)].clone();
                    let back = number < 0;
                    let steps = pieces.map(|piece| Step { piece, back });
                    if back {
                        ring.extend(steps.rev());
                    } else {
                        ring.extend(steps);
                    }
                }
                rings.push(close(&ring, &mut lines)?);
            }
            match <[Vec<Ring>; 1]>::try_from(rings) {
                Ok([parts]) => polygons.extend(parts.into_iter().map(|part| vec![part])),
                Err(rings) if rings.iter().all(|parts| parts.len() == 1) => {
                    polygons.push(rings.into_iter().flatten().collect());
                }
                Err(_) => {
                    return Err(format!(
                        "{}: a polygon with holes lies on the edge",
                        country.code
                    ));
                }
            }
        }
        lands.push(Land {
            code: country.code.clone(),
            polygons,
        });
    }
    let pieces = lines
        .into_iter()
        .map(|line| {
            line.into_iter()
                .map(|(lon, lat)| on_plane(lon, lat))
                .collect()
        })
        .collect();
    Ok(World { pieces, lands })
}

/// Cuts an arc wherever it jumps from one edge of the map to the other.
fn cut_arc(arc: &[LonLat]) -> Vec<Vec<LonLat>> {
    let mut lines = Vec::new();
    let mut line: Vec<LonLat> = Vec::new();
    for &(lon, lat) in arc {
        let here = (from_centre(lon), lat);
        if let Some(&last) = line.last()
            && (here.0 - last.0).abs() > 180.0
        {
            let edge = 180.0_f64.copysign(last.0);
            let onwards = here.0 + 2.0 * edge;
            let share = if (onwards - last.0).abs() < f64::EPSILON {
                0.0
            } else {
                (edge - last.0) / (onwards - last.0)
            };
            let crossing = last.1 + share * (lat - last.1);
            line.push((edge, crossing));
            lines.push(std::mem::replace(&mut line, vec![(-edge, crossing)]));
        }
        line.push(here);
    }
    lines.push(line);
    lines
}

/// Start and end of a step in degrees.
fn ends(step: Step, lines: &[Vec<LonLat>]) -> (LonLat, LonLat) {
    let line = &lines[step.piece];
    let (start, end) = (line[0], line[line.len() - 1]);
    if step.back {
        (end, start)
    } else {
        (start, end)
    }
}

/// Closes a ring along the map's edge: one ring if it was never cut, otherwise one for every part.
fn close(ring: &[Step], lines: &mut Vec<Vec<LonLat>>) -> Result<Vec<Ring>, String> {
    let jumps = |lines: &[Vec<LonLat>], from: Step, to: Step| {
        (ends(from, lines).1.0 - ends(to, lines).0.0).abs() > 180.0
    };
    let count = ring.len();
    let Some(first) =
        (0..count).find(|&index| jumps(lines, ring[(index + count - 1) % count], ring[index]))
    else {
        return Ok(vec![ring.to_vec()]);
    };
    // Chains from edge to edge.
    let mut chains: Vec<Ring> = Vec::new();
    for offset in 0..count {
        let step = ring[(first + offset) % count];
        match chains.last_mut() {
            Some(chain) if !jumps(lines, chain[chain.len() - 1], step) => chain.push(step),
            _ => chains.push(vec![step]),
        }
    }
    // Along each edge the ends alternate between into the polygon and out of it.
    let mut partner = vec![None; chains.len()];
    for edge in [-180.0_f64, 180.0] {
        let mut marks = Vec::new();
        for (index, chain) in chains.iter().enumerate() {
            let (start, end) = (
                ends(chain[0], lines).0,
                ends(chain[chain.len() - 1], lines).1,
            );
            if start.0.signum() * edge > 0.0 {
                marks.push((start.1, index, true));
            }
            if end.0.signum() * edge > 0.0 {
                marks.push((end.1, index, false));
            }
        }
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in marks.chunks(2) {
            match *pair {
                [(_, start, true), (_, end, false)] | [(_, end, false), (_, start, true)] => {
                    partner[end] = Some(start);
                }
                _ => return Err(format!("a ring does not close along the edge {edge}")),
            }
        }
    }
    let mut rings = Vec::new();
    let mut used = vec![false; chains.len()];
    for begin in 0..chains.len() {
        let mut part = Ring::new();
        let mut index = begin;
        while !used[index] {
            used[index] = true;
            part.extend(&chains[index]);
            let next = partner[index].ok_or("a ring ends at the edge")?;
            let from = ends(chains[index][chains[index].len() - 1], lines).1;
            let to = ends(chains[next][0], lines).0;
            lines.push(along_edge(from, to));
            part.push(Step {
                piece: lines.len() - 1,
                back: false,
            });
            index = next;
        }
        if !part.is_empty() {
            rings.push(part);
        }
    }
    Ok(rings)
}

/// The map's edge between two latitudes, a point for every degree: on the plane it is curved.
fn along_edge(from: LonLat, to: LonLat) -> Vec<LonLat> {
    let degrees = (to.1 - from.1).abs().ceil().max(1.0);
    let mut line = Vec::new();
    let mut share = 0.0;
    while share < degrees {
        line.push((from.0, from.1 + (to.1 - from.1) * share / degrees));
        share += 1.0;
    }
    line.push(to);
    line
}

#[cfg(test)]
mod tests {
    use super::super::atlas::Country;
    use super::super::projection::{CENTRAL_MERIDIAN, WIDTH};
    use super::*;

    fn world(arc: &[LonLat]) -> World {
        let turned = arc
            .iter()
            .map(|&(lon, lat)| (lon + CENTRAL_MERIDIAN, lat))
            .collect();
        let country = Country {
            code: "AAA".to_owned(),
            polygons: vec![vec![vec![0]]],
        };
        cut(
            &Atlas {
                arcs: vec![turned],
                countries: vec![country],
            },
            &[],
        )
        .unwrap()
    }

    fn points(world: &World, ring: &Ring) -> Vec<Point> {
        ring.iter()
            .flat_map(|step| world.pieces[step.piece].iter().copied())
            .collect()
    }

    #[test]
    fn a_ring_inside_the_map_is_left_alone() {
        let world = world(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)]);
        assert_eq!(
            world.lands[0].polygons,
            [[[Step {
                piece: 0,
                back: false
            }]]]
        );
    }

    #[test]
    fn a_ring_across_the_edge_falls_into_two() {
        let world = world(&[
            (170.0, 0.0),
            (190.0, 0.0),
            (190.0, 10.0),
            (170.0, 10.0),
            (170.0, 0.0),
        ]);
        let polygons = &world.lands[0].polygons;
        assert_eq!(polygons.len(), 2);
        for polygon in polygons {
            let points = points(&world, &polygon[0]);
            let left = points.iter().all(|point| point.0 < WIDTH / 2.0);
            let right = points.iter().all(|point| point.0 > WIDTH / 2.0);
            assert!(left || right, "{points:?}");
        }
    }

    #[test]
    fn a_comb_falls_into_its_teeth() {
        // Two teeth reach over the edge; the back of the comb stays one ring.
        let world = world(&[
            (170.0, 0.0),
            (185.0, 0.0),
            (185.0, 5.0),
            (175.0, 5.0),
            (175.0, 10.0),
            (185.0, 10.0),
            (185.0, 15.0),
            (170.0, 15.0),
            (170.0, 0.0),
        ]);
        assert_eq!(world.lands[0].polygons.len(), 3);
    }
}
