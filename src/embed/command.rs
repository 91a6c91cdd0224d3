//! What a host may ask.

use serde_json::{Map, Value};

use super::envelope::{brief, cut};
use super::{Change, Refusal};
use crate::draw;
use crate::state::Theme;

/// The commands' types, as refusals list them.
pub const TYPES: [&str; 8] = [
    "ping",
    "get-state",
    "set-state",
    "get-text",
    "get-figures",
    "get-picture",
    "set-theme",
    "step",
];

/// What a host asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Whether somebody listens, and who; from then on events go to whoever asked.
    Ping,
    /// What is shown.
    GetState,
    /// Show something else.
    SetState(Change),
    /// What is shown, in words.
    GetText,
    /// What is shown, in numbers.
    GetFigures,
    /// What is shown, as a picture.
    GetPicture(PictureWish),
    /// Other colours.
    SetTheme(Theme),
    /// Another step of the walk through the study.
    Step(StepWish),
}

/// Which picture is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureWish {
    /// Which of the view's figures; none for its first.
    pub figure: Option<String>,
    /// Width in CSS pixels.
    pub width: u32,
    /// The colours.
    pub theme: draw::Theme,
}

impl PictureWish {
    /// The widths that pictures have.
    pub(super) const WIDTHS: std::ops::RangeInclusive<u32> = 200..=4000;
    /// The width that is not asked for.
    const WIDTH: u32 = 800;
}

/// Which step is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepWish {
    /// The one after this.
    Next,
    /// The one before this.
    Previous,
    /// The one with a number, from 1.
    To(u8),
}

impl Command {
    /// The command of a type and its data.
    ///
    /// # Errors
    /// What is wrong with either, and what would be right.
    pub fn read(word: &str, data: &Value) -> Result<Self, Refusal> {
        let nothing = |command: Self, word| {
            let taken = data.is_null();
            taken
                .then_some(command)
                .ok_or_else(|| bad(word, data, "none"))
        };
        match word {
            "ping" => nothing(Self::Ping, "ping"),
            "get-state" => nothing(Self::GetState, "get-state"),
            "get-text" => nothing(Self::GetText, "get-text"),
            "get-figures" => nothing(Self::GetFigures, "get-figures"),
            "set-state" => Change::read(data).map(Self::SetState),
            "get-picture" => picture(data).map(Self::GetPicture),
            "set-theme" => theme(data).map(Self::SetTheme),
            "step" => step(data).map(Self::Step),
            other => Err(Refusal::UnknownType(cut(other))),
        }
    }
}

/// Data that a command does not take.
pub(super) fn bad(command: &'static str, data: &Value, takes: &'static str) -> Refusal {
    Refusal::BadData {
        command,
        data: brief(data),
        takes,
    }
}

fn theme(data: &Value) -> Result<Theme, Refusal> {
    match data.as_str() {
        Some("light") => Ok(Theme::Light),
        Some("dark") => Ok(Theme::Dark),
        Some("system") => Ok(Theme::System),
        _ => Err(bad("set-theme", data, "\"light\", \"dark\" or \"system\"")),
    }
}

fn step(data: &Value) -> Result<StepWish, Refusal> {
    let number = data.as_u64().and_then(|number| u8::try_from(number).ok());
    match (data.as_str(), number) {
        (Some("next"), _) => Ok(StepWish::Next),
        (Some("previous"), _) => Ok(StepWish::Previous),
        (_, Some(number)) if number > 0 => Ok(StepWish::To(number)),
        _ => Err(bad(
            "step",
            data,
            "\"next\", \"previous\" or a step's number from 1",
        )),
    }
}

fn picture(data: &Value) -> Result<PictureWish, Refusal> {
    const TAKES: &str = "an object with figure, format (\"svg\"), width (200 to 4000) and theme (\"light\" or \"dark\"), \
                         or leave any of them out";
    const KEYS: [&str; 4] = ["figure", "format", "width", "theme"];
    let wrong = || bad("get-picture", data, TAKES);
    let none = Map::new();
    let asked = match data {
        Value::Null => &none,
        Value::Object(asked) => asked,
        _ => return Err(wrong()),
    };
    let mut wish = PictureWish {
        figure: None,
        width: PictureWish::WIDTH,
        theme: draw::Theme::LIGHT,
    };
    for (key, value) in asked {
        match (key.as_str(), value) {
            (_, Value::Null) if KEYS.contains(&key.as_str()) => {}
            ("format", Value::String(format)) if format == "svg" => {}
            ("figure", Value::String(figure)) => wish.figure = Some(figure.clone()),
            ("width", value) => {
                let width = value.as_u64().and_then(|width| u32::try_from(width).ok());
                let width = width.filter(|width| PictureWish::WIDTHS.contains(width));
                wish.width = width.ok_or_else(wrong)?;
            }
            ("theme", Value::String(theme)) if theme == "light" => wish.theme = draw::Theme::LIGHT,
            ("theme", Value::String(theme)) if theme == "dark" => wish.theme = draw::Theme::DARK,
            _ => return Err(wrong()),
        }
    }
    Ok(wish)
}
