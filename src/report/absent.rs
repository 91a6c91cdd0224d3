//! Null, and why.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use crate::risk::Bounded;

/// The reasons for the nulls beside it, by their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Why(BTreeMap<&'static str, String>);

impl Why {
    /// Whether nothing beside it is null.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The reason for a null.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The reasons with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(key, why)| (*key, why.as_str()))
    }

    /// The reasons of a part that is written as if it were none.
    pub(super) fn extend(&mut self, part: &Self) {
        self.0
            .extend(part.0.iter().map(|(key, why)| (*key, why.clone())));
    }

    /// A value, or null with its reason noted under the key.
    pub(super) fn take<T, E: Display>(
        &mut self,
        key: &'static str,
        value: Result<T, E>,
    ) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(why) => {
                self.0.insert(key, why.to_string());
                None
            }
        }
    }
}

/// A value between the bounds that missing information leaves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bounds {
    /// The value.
    pub value: f64,
    /// The smallest it can be.
    pub low: f64,
    /// The largest it can be.
    pub high: f64,
}

impl Bounds {
    /// Bounds of a quantity, as numbers.
    pub(super) fn of<T: Copy>(bounded: Bounded<T>, number: impl Fn(T) -> f64) -> Self {
        Self {
            value: number(bounded.value),
            low: number(bounded.low),
            high: number(bounded.high),
        }
    }
}
