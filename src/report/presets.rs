//! The scenarios to begin with, as they leave the program.

use serde::Serialize;

use super::absent::Why;
use crate::data::{Dataset, Evidence};
use crate::scenario::presets::{Origin, Preset};
use crate::scenario::text;

/// A scenario to begin with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PresetFigures {
    /// Its word.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// The mineral that it opens with.
    pub mineral: String,
    /// The edition that it opens with.
    pub edition: Option<String>,
    /// Its text, as in links.
    pub scenario: String,
    /// When it began, as exactly as it is known.
    pub date: String,
    /// What happened, in a sentence.
    pub what: String,
    /// Where that was read.
    pub source: Option<String>,
    /// `read`, `partly`, or `assumption` for what is imagined.
    pub evidence: &'static str,
    /// What of it is an assumption.
    pub note: String,
    /// Why something is null.
    #[serde(skip_serializing_if = "Why::is_empty")]
    pub why: Why,
}

impl PresetFigures {
    /// A preset in the words of links.
    #[must_use]
    pub fn of(data: &Dataset, preset: &Preset) -> Self {
        let mut why = Why::default();
        let (source, evidence) = match &preset.origin {
            Origin::Event { source, evidence } => {
                let word = match evidence {
                    Evidence::Read => "read",
                    Evidence::Partly => "partly",
                    Evidence::Secondary => "secondary",
                };
                (Ok(source.clone()), word)
            }
            Origin::Imagined => (Err("it is imagined"), "assumption"),
        };
        let edition = preset.edition.ok_or("it opens with the newest");
        let edition = why.take("edition", edition);
        Self {
            id: preset.id.clone(),
            name: preset.name.clone(),
            mineral: data.mineral(preset.mineral).slug.clone(),
            edition: edition.map(|id| data.edition(id).id.clone()),
            scenario: text::encode(&preset.scenario, data),
            date: preset.date.clone(),
            what: preset.what.clone(),
            source: why.take("source", source),
            evidence,
            note: preset.note.clone(),
            why,
        }
    }
}
