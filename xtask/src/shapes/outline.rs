//! One outline a country.

use super::anchor::innermost;
use super::choose::{Choice, Figure};
use super::crossing::Spot;
use super::cut::Ring;
use super::line::round;
use super::path::Path;

/// The corners of a dot around its middle, tenths of a pixel: an octagon of about one px².
const DOT: [Spot; 8] = [
    (-2, -6),
    (2, -6),
    (6, -2),
    (6, 2),
    (2, 6),
    (-2, 6),
    (-6, 2),
    (-6, -2),
];

/// A country as it is drawn.
pub(super) struct Outline {
    /// ISO 3166-1 alpha-3, or the id the map gives where there is none.
    pub(super) id: String,
    /// SVG path data.
    pub(super) path: String,
    /// A point well inside the largest polygon, tenths of a pixel.
    pub(super) at: Spot,
    /// The smaller side of the largest polygon's bounding box, tenths of a pixel.
    pub(super) size: i32,
}

/// The outlines: countries with an area by id, then the dots by id, so that a dot within a neighbour
/// lies above it.
pub(super) fn outlines(choice: &Choice, drawn: &[Vec<Spot>]) -> Result<Vec<Outline>, String> {
    let mut areas = Vec::new();
    let mut dots = Vec::new();
    for (id, figure) in &choice.figures {
        let id = id.clone();
        match figure {
            Figure::Dot(at) => {
                let at = round(*at);
                let spots: Vec<_> = DOT.iter().map(|(x, y)| (at.0 + x, at.1 + y)).collect();
                let mut path = Path::default();
                path.ring(&spots);
                dots.push(Outline {
                    id,
                    path: path.data(),
                    at,
                    size: smaller_side(&spots),
                });
            }
            Figure::Area(grounds) => {
                let mut path = Path::default();
                for ring in grounds.iter().flat_map(|ground| &ground.rings) {
                    path.ring(&spots(ring, drawn));
                }
                let main: Vec<_> = grounds[0]
                    .rings
                    .iter()
                    .map(|ring| spots(ring, drawn))
                    .collect();
                let at = innermost(&main).ok_or_else(|| format!("{id} has no inside"))?;
                let at = round((at.0 / 10.0, at.1 / 10.0));
                areas.push(Outline {
                    id,
                    path: path.data(),
                    at,
                    size: smaller_side(&main[0]),
                });
            }
        }
    }
    areas.extend(dots);
    Ok(areas)
}

/// The corners of a ring as drawn, the first one not repeated at the end.
fn spots(ring: &Ring, drawn: &[Vec<Spot>]) -> Vec<Spot> {
    let mut spots = Vec::new();
    for step in ring {
        let line = &drawn[step.piece];
        if step.back {
            spots.extend(line.iter().rev());
        } else {
            spots.extend(line);
        }
        spots.pop();
    }
    spots
}

fn smaller_side(spots: &[Spot]) -> i32 {
    let span = |pick: fn(&Spot) -> i32| {
        let (low, high) = (spots.iter().map(pick).min(), spots.iter().map(pick).max());
        high.unwrap_or(0) - low.unwrap_or(0)
    };
    span(|spot| spot.0).min(span(|spot| spot.1))
}

#[cfg(test)]
mod tests {
    use super::super::cut::Step;
    use super::*;

    #[test]
    fn a_ring_joins_its_pieces_either_way() {
        let drawn = [
            vec![(0, 0), (10, 0), (10, 10)],
            vec![(0, 0), (0, 10), (10, 10)],
        ];
        let ring = vec![
            Step {
                piece: 0,
                back: false,
            },
            Step {
                piece: 1,
                back: true,
            },
        ];
        assert_eq!(spots(&ring, &drawn), [(0, 0), (10, 0), (10, 10), (0, 10)]);
    }

    #[test]
    fn a_dot_is_closed_and_about_a_pixel() {
        let double: i32 = (0..8)
            .map(|corner| (DOT[corner], DOT[(corner + 1) % 8]))
            .map(|(a, b)| a.0 * b.1 - a.1 * b.0)
            .sum();
        assert_eq!((double / 2, smaller_side(&DOT)), (112, 12));
    }
}
