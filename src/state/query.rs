//! A state as a query string, and back.
//!
//! The words are stable: links outlive editions. The order is fixed and defaults are left out, so that one state has
//! one link. Reading never fails as a whole: each parameter that cannot be used becomes a [`Problem`] and the rest
//! still counts.

use super::deciding::CERTIFICATE;
use super::{Compared, Text, Theme, View, ViewState, Viewport, percent};
use crate::data::{Dataset, Stage, parse_decimal};

/// Parameters that other sites add to links that they pass on, or to the address of a frame; they are no mistake of the
/// reader's.
const FOREIGN: [&str; 9] = [
    "utm_",
    "fbclid",
    "gclid",
    "mc_",
    "ref",
    "childId",
    "initialWidth",
    "parentTitle",
    "parentUrl",
];

/// What is wrong with one parameter of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The key is not one of the page's words.
    UnknownKey(String),
    /// The value is not one that the key takes.
    UnknownValue {
        /// The key.
        key: &'static str,
        /// The value as it stood in the link.
        value: String,
    },
    /// The value is longer than links may hold.
    TooLong(&'static str),
    /// The key occurs more than once; the first one counts.
    Repeated(&'static str),
    /// The value is well formed, but the data have nothing there; the nearest is shown.
    NoFigures {
        /// The key.
        key: &'static str,
        /// The value as it stood in the link.
        value: String,
    },
}

/// A link read: the state to show and what of the link could not be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The nearest sensible state.
    pub state: ViewState,
    /// What could not be used, in the link's order.
    pub problems: Vec<Problem>,
}

/// The words of a query string and their values, as they stand there.
pub fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = query.trim_start_matches('?');
    let words = query.split('&').filter(|pair| !pair.is_empty());
    words.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// The query string of a state, without the question mark; empty for the page's first view.
#[must_use]
pub fn encode(state: &ViewState, data: &Dataset) -> String {
    let ViewState {
        view,
        mineral,
        stage,
        edition,
        year,
        importer,
        compare,
        country,
        scenario,
        against,
        alliance,
        assume,
        seed,
        step,
        theme,
        viewport,
        presentation,
    } = *state;
    let first = ViewState::first(data);
    let mut query = String::new();
    let mut put = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        for part in [key, "=", value] {
            query.push_str(part);
        }
    };
    if view != first.view {
        put("view", view.word());
    }
    if mineral != first.mineral {
        put("mineral", &data.mineral(mineral).slug);
    }
    // Where a mineral is only refined, its refining is what a link without a stage shows.
    let stage_left_open = ViewState {
        mineral,
        stage: first.stage,
        ..first
    }
    .normalised(data)
    .stage;
    if stage != stage_left_open {
        put("stage", stage.slug());
    }
    if let Some(edition) = edition {
        put("edition", &data.edition(edition).id);
    }
    if let Some(year) = year {
        put("year", &year.to_string());
    }
    if let Some(importer) = importer {
        put("importer", data.importer_code(importer));
    }
    match compare {
        Some(Compared::Importer(importer)) => put("compare", data.importer_code(importer)),
        Some(Compared::Year(year)) => put("compare", &year.to_string()),
        None => {}
    }
    if let Some(country) = country {
        put("country", &data.country(country).iso3);
    }
    let texts = [
        ("scenario", scenario),
        ("against", against),
        ("alliance", alliance),
        ("assume", assume),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            put(key, &percent::encoded(text.as_str()));
        }
    }
    if let Some(seed) = seed {
        put("seed", &seed.to_string());
    }
    if step > 1 {
        put("step", &step.to_string());
    }
    if let Some(theme) = theme.word() {
        put("theme", theme);
    }
    if !viewport.is_world() {
        let (x, y) = viewport.centre();
        put("zoom", &format!("{:.2},{x:.4},{y:.4}", viewport.zoom()));
    }
    presentation.put(put);
    query
}

/// Reads a query string, with or without its question mark.
#[must_use]
pub fn decode(query: &str, data: &Dataset) -> Decoded {
    let mut state = ViewState::first(data);
    let mut problems = Vec::new();
    let mut seen: Vec<&'static str> = Vec::new();
    let mut stage_asked = None;
    for (raw_key, raw_value) in pairs(query) {
        let value = percent::decoded(raw_value);
        let Some(key) = KEYS.iter().copied().find(|known| *known == raw_key) else {
            if !FOREIGN.iter().any(|foreign| raw_key.starts_with(foreign)) {
                problems.push(Problem::UnknownKey(percent::decoded(raw_key)));
            }
            continue;
        };
        if seen.contains(&key) {
            problems.push(Problem::Repeated(key));
            continue;
        }
        seen.push(key);
        if take(&mut state, key, &value, data).is_none() {
            problems.push(if value.len() > Text::LONGEST {
                Problem::TooLong(key)
            } else {
                Problem::UnknownValue { key, value }
            });
        } else if key == "stage" {
            stage_asked = Some(state.stage);
        }
    }
    let asked = state;
    // A mineral that is not mined on its own opens at the stage it has, unless the link insists.
    state = state.normalised(data);
    if stage_asked.is_some_and(|stage| stage != state.stage) {
        problems.push(no_figures("stage", asked.stage.slug()));
    }
    let shown = super::Selection::of(data, &state);
    if let Some(edition) = asked.edition.filter(|&edition| edition != shown.edition) {
        problems.push(no_figures("edition", &data.edition(edition).id));
    }
    if let Some(year) = asked.year.filter(|&year| year != shown.year) {
        problems.push(no_figures("year", &year.to_string()));
    }
    let part = asked.presentation.embed;
    if let Some(part) = part.filter(|_| part != state.presentation.embed) {
        problems.push(no_figures("embed", part));
    }
    Decoded { state, problems }
}

/// The words that links may hold, in their order.
pub const KEYS: [&str; 25] = [
    "view",
    "mineral",
    "stage",
    "edition",
    "year",
    "importer",
    "compare",
    "country",
    "scenario",
    "against",
    "alliance",
    "assume",
    "seed",
    "step",
    "theme",
    "lang",
    "zoom",
    "embed",
    "plain",
    "static",
    "transparent",
    "fit",
    "controls",
    "medium",
    CERTIFICATE,
];

/// Takes one parameter into the state; `None` when the value is not one that the key takes.
fn take(state: &mut ViewState, key: &str, value: &str, data: &Dataset) -> Option<()> {
    match key {
        "view" => state.view = View::from_word(value)?,
        "mineral" => state.mineral = data.mineral_by_slug(value)?,
        "stage" => state.stage = Stage::from_slug(value)?,
        "edition" => state.edition = Some(data.edition_by_id(value)?),
        "year" => state.year = Some(year(value)?),
        "importer" => state.importer = Some(data.importer_by_code(value)?),
        "compare" => {
            let importer = || data.importer_by_code(value).map(Compared::Importer);
            state.compare = Some(year(value).map(Compared::Year).or_else(importer)?);
        }
        "country" => state.country = Some(data.country_by_iso3(value)?),
        "scenario" | "against" | "alliance" | "assume" => {
            let text = Text::new(value);
            (text.is_some() || value.is_empty()).then_some(())?;
            let held = match key {
                "scenario" => &mut state.scenario,
                "against" => &mut state.against,
                "alliance" => &mut state.alliance,
                _ => &mut state.assume,
            };
            *held = text;
        }
        "seed" => state.seed = Some(value.parse().ok()?),
        "step" => state.step = value.parse().ok().filter(|step| *step > 0)?,
        "theme" => {
            state.theme = [Theme::Light, Theme::Dark]
                .into_iter()
                .find(|t| t.word() == Some(value))?;
        }
        "lang" => (value == "en").then_some(())?,
        "zoom" => {
            let numbers: Vec<f64> = value.split(',').map_while(parse_decimal).collect();
            let [zoom, x, y] = numbers[..] else {
                return None;
            };
            let within = |value: f64| (0.0..=1.0).contains(&value);
            ((1.0..=Viewport::CLOSEST).contains(&zoom) && within(x) && within(y)).then_some(())?;
            state.viewport = Viewport::new(zoom, x, y);
        }
        // A claim about the link and no part of what is looked at: who changes the view leaves it behind.
        CERTIFICATE => {}
        _ => state.presentation.take(key, value)?,
    }
    Some(())
}

/// A year that figures could be of.
fn year(value: &str) -> Option<u16> {
    let year = value.parse().ok();
    year.filter(|year| (1900..2200).contains(year))
}

fn no_figures(key: &'static str, value: &str) -> Problem {
    Problem::NoFigures {
        key,
        value: value.to_owned(),
    }
}
