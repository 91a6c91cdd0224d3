//! The mirror of the files: what serde reads, before anything is checked against anything else.
//!
//! Maps are kept as lists of pairs so that a key written twice is found and not swallowed. Codes are
//! borrowed from the text, since most of it is codes. A cell that cannot be read is kept with its complaint, so
//! that one bad cell does not hide the next.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize as Derive;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::Reported;

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Minerals<'a> {
    pub(super) groups: Vec<Group>,
    #[serde(borrow)]
    pub(super) minerals: Vec<Mineral<'a>>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) name: String,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Mineral<'a> {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) group: &'a str,
    #[serde(rename = "use")]
    pub(super) usage: String,
    pub(super) note: Option<String>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Country<'a> {
    pub(super) iso3: String,
    pub(super) name: String,
    pub(super) region: String,
    pub(super) at: Option<(f32, f32)>,
    pub(super) map: &'a str,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Edition<'a> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) publisher: String,
    pub(super) doi: String,
    pub(super) licence: String,
    pub(super) published: String,
    pub(super) kind: &'a str,
    pub(super) years: (u16, u16),
    pub(super) reserves_year: Option<u16>,
    pub(super) period: Option<String>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Bloc<'a> {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(borrow)]
    pub(super) members: Vec<&'a str>,
    pub(super) since: String,
    pub(super) source: String,
    pub(super) evidence: &'a str,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct List<'a> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) jurisdiction: String,
    pub(super) year: u16,
    pub(super) source: String,
    pub(super) evidence: &'a str,
    pub(super) complete: bool,
    #[serde(borrow)]
    pub(super) members: Vec<&'a str>,
    #[serde(borrow, default)]
    pub(super) via: Pairs<'a, String>,
    #[serde(default)]
    pub(super) without_figures: Vec<String>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Supply<'a> {
    #[serde(borrow)]
    pub(super) series: Vec<Series<'a>>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Series<'a> {
    pub(super) mineral: &'a str,
    pub(super) stage: &'a str,
    pub(super) edition: &'a str,
    pub(super) unit: &'a str,
    pub(super) basis: String,
    pub(super) basis_key: &'a str,
    pub(super) years: Vec<u16>,
    pub(super) world: Option<Vec<Cell>>,
    #[serde(borrow)]
    pub(super) excludes: Option<Vec<Vec<&'a str>>>,
    #[serde(borrow)]
    pub(super) countries: Pairs<'a, Vec<Cell>>,
    pub(super) other: Option<Vec<Cell>>,
    /// Years whose published total is less than its parts, shipped as published.
    #[serde(default)]
    pub(super) contradicted: Vec<u16>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Governance<'a> {
    pub(super) indicator: String,
    pub(super) unit: String,
    pub(super) source: String,
    pub(super) licence: String,
    pub(super) years: Vec<u16>,
    #[serde(borrow)]
    pub(super) countries: Pairs<'a, Scores<'a>>,
}

#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct Scores<'a> {
    #[serde(borrow)]
    pub(super) estimate: Vec<&'a str>,
    #[serde(borrow)]
    pub(super) se: Vec<&'a str>,
}

/// A figure, or what is wrong with it.
pub(super) struct Cell(pub(super) Result<Reported, String>);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Cell;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a figure written as a string, such as \"144000\" or \"W\"")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell(Reported::parse(text)))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// A JSON object as the ordered list of its keys and values, repeated keys included.
pub(super) struct Pairs<'a, V>(pub(super) Vec<(&'a str, V)>);

impl<V> Default for Pairs<'_, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de: 'a, 'a, V: Deserialize<'de>> Deserialize<'de> for Pairs<'a, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<'a, V>(PhantomData<(&'a str, V)>);
        impl<'de: 'a, 'a, V: Deserialize<'de>> Visitor<'de> for Entries<'a, V> {
            type Value = Pairs<'a, V>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object keyed by code")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}
