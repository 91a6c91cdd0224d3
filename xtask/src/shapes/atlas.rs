//! The atlas as published: `TopoJSON` read into arcs and countries.

use serde::Deserialize;

/// Longitude and latitude in degrees.
pub(super) type LonLat = (f64, f64);

/// A ring as the atlas writes it: arc numbers, end to end; `!n` is arc `n` walked backwards.
pub(super) type ArcRing = Vec<i64>;

/// A country of the atlas.
pub(super) struct Country {
    /// The atlas's three-letter code.
    pub(super) code: String,
    /// Polygons, each an outer ring and its holes.
    pub(super) polygons: Vec<Vec<ArcRing>>,
}

/// The arcs that countries share, and the countries made of them.
pub(super) struct Atlas {
    /// Lines between junctions; neighbours name the same arc.
    pub(super) arcs: Vec<Vec<LonLat>>,
    /// In the order of the file.
    pub(super) countries: Vec<Country>,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<(i64, i64)>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        arcs: Vec<ArcRing>,
        properties: Properties,
    },
    MultiPolygon {
        arcs: Vec<Vec<ArcRing>>,
        properties: Properties,
    },
}

#[derive(Deserialize)]
struct Properties {
    a3: String,
}

/// Reads a `TopoJSON` text with an object `countries` whose members carry `a3`.
pub(super) fn read(text: &str) -> Result<Atlas, String> {
    let topology: Topology = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let arcs: Vec<_> = topology
        .arcs
        .iter()
        .map(|arc| decode(arc, &topology.transform))
        .collect();
    let mut countries = Vec::new();
    for geometry in topology.objects.countries.geometries {
        let (polygons, code) = match geometry {
            Geometry::Polygon { arcs, properties } => (vec![arcs], properties.a3),
            Geometry::MultiPolygon { arcs, properties } => (arcs, properties.a3),
        };
        for &number in polygons.iter().flatten().flatten() {
            if arc_index(number) >= arcs.len() {
                return Err(format!("{code} names arc {number}, of {}", arcs.len()));
            }
        }
        countries.push(Country { code, polygons });
    }
    Ok(Atlas { arcs, countries })
}

/// The position of the arc that a ring's number means, whichever way it is walked.
pub(super) fn arc_index(number: i64) -> usize {
    let forward = if number < 0 { !number } else { number };
    usize::try_from(forward).unwrap_or(usize::MAX)
}

/// Undoes the delta coding and the quantization of an arc.
#[allow(clippy::cast_precision_loss)] // quantized to a million steps, far below 2^52
fn decode(arc: &[(i64, i64)], transform: &Transform) -> Vec<LonLat> {
    let mut at = (0, 0);
    arc.iter()
        .map(|&(dx, dy)| {
            at = (at.0 + dx, at.1 + dy);
            (
                at.0 as f64 * transform.scale.0 + transform.translate.0,
                at.1 as f64 * transform.scale.1 + transform.translate.1,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_are_sums_of_steps_scaled_and_moved() {
        let text = r#"{"transform":{"scale":[0.5,2],"translate":[-10,1]},
            "objects":{"countries":{"geometries":[
              {"type":"Polygon","arcs":[[0,-1]],"properties":{"a3":"AAA"}}]}},
            "arcs":[[[0,0],[2,1],[2,-1]]]}"#;
        let atlas = read(text).unwrap();
        assert_eq!(atlas.arcs, [[(-10.0, 1.0), (-9.0, 3.0), (-8.0, 1.0)]]);
        assert_eq!(atlas.countries[0].polygons, [[[0, -1]]]);
        assert_eq!(arc_index(-1), 0);
    }

    #[test]
    fn an_arc_that_is_not_there_is_an_error() {
        let text = r#"{"transform":{"scale":[1,1],"translate":[0,0]},
            "objects":{"countries":{"geometries":[
              {"type":"Polygon","arcs":[[1]],"properties":{"a3":"AAA"}}]}},
            "arcs":[[[0,0]]]}"#;
        assert_eq!(read(text).err().as_deref(), Some("AAA names arc 1, of 1"));
    }
}
