//! JSON with one record a line, so that a change reads as the lines it touches.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::registry::Minerals;

/// An object whose keys stay in the order given.
pub(super) struct Object<V>(pub(super) Vec<(String, V)>);

impl<V> Default for Object<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Object<V> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for Object<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

fn text<T: Serialize>(value: &T) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

pub(super) fn lines<T: Serialize>(records: &[T]) -> Result<String, String> {
    let lines: Result<Vec<String>, String> = records.iter().map(text).collect();
    Ok(lines?.join(",\n"))
}

/// An object of arrays, a record a line.
pub(super) fn lists(arrays: &[(&str, String)]) -> String {
    let arrays: Vec<String> = arrays
        .iter()
        .map(|(key, lines)| format!("\"{key}\":[\n{lines}\n]"))
        .collect();
    format!("{{{}}}\n", arrays.join(","))
}

/// What the figures of trade are, and a code a line.
pub(super) fn trade<C: Serialize, M: Serialize>(
    about: &Object<String>,
    notes: &[String],
    codes: &[C],
    missing: &[M],
) -> Result<String, String> {
    let about = text(about)?;
    let about = about.trim_end_matches('}');
    let (notes, codes, missing) = (text(&notes)?, lines(codes)?, lines(missing)?);
    Ok(format!(
        "{about},\"notes\":{notes},\"codes\":[\n{codes}\n],\"missing\":[\n{missing}\n]}}\n"
    ))
}

/// An array, a record a line.
pub(super) fn list<T: Serialize>(records: &[T]) -> Result<String, String> {
    Ok(format!("[\n{}\n]\n", lines(records)?))
}

/// An object with one key, whose value is an array, a record a line.
pub(super) fn under<T: Serialize>(key: &str, records: &[T]) -> Result<String, String> {
    Ok(format!("{{\"{key}\":[\n{}\n]}}\n", lines(records)?))
}

/// Groups and minerals, a record a line.
pub(super) fn minerals(minerals: &Minerals) -> Result<String, String> {
    let (groups, minerals) = (lines(&minerals.groups)?, lines(&minerals.minerals)?);
    Ok(format!(
        "{{\"groups\":[\n{groups}\n],\"minerals\":[\n{minerals}\n]}}\n"
    ))
}

/// What the scores are, their years, and a country a line.
pub(super) fn governance<V: Serialize>(
    about: &Object<String>,
    years: &[u16],
    countries: &Object<V>,
) -> Result<String, String> {
    let about = text(about)?;
    let about = about.trim_end_matches('}');
    let mut rows = Vec::with_capacity(countries.0.len());
    for (iso3, scores) in &countries.0 {
        rows.push(format!("\"{iso3}\":{}", text(scores)?));
    }
    let (years, rows) = (text(&years)?, rows.join(",\n"));
    Ok(format!(
        "{about},\"years\":{years},\"countries\":{{\n{rows}\n}}}}\n"
    ))
}
