//! What a host may ask.

use serde::Serialize;
use serde_json::Value;

use super::envelope::{brief, cut};
use super::{Change, Refusal};
use crate::draw;
use crate::state::Theme;
use crate::take::Size;

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
    /// Its form.
    pub format: Format,
    /// How large it is.
    pub size: Size,
    /// How many dots a CSS pixel has in a form of dots.
    pub scale: u32,
    /// The colours; none for the page's own.
    pub theme: Option<draw::Theme>,
}

/// A picture's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Lines and text.
    Svg,
    /// Dots.
    Png,
}

impl PictureWish {
    /// The width that is not asked for.
    const WIDTH: u32 = 720;
    /// The most dots a CSS pixel.
    const FINEST: u64 = 4;
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
    const TAKES: &str = "an object with figure, format (\"svg\" or \"png\"), size (a width from 200 to 4000, \
                         \"1200x628\", \"800x418\" or \"1080x1080\"), scale (1 to 4) and theme (\"light\" or \
                         \"dark\"), or leave any of them out";
    let mut wish = PictureWish {
        figure: None,
        format: Format::Svg,
        size: Size::wide(PictureWish::WIDTH),
        scale: 1,
        theme: None,
    };
    let read = match data {
        Value::Null => Some(()),
        Value::Object(asked) => asked
            .iter()
            .try_for_each(|(key, value)| wished(&mut wish, key, value)),
        _ => None,
    };
    read.map(|()| wish)
        .ok_or_else(|| bad("get-picture", data, TAKES))
}

/// Takes one part of a wish; none where it is none.
fn wished(wish: &mut PictureWish, key: &str, value: &Value) -> Option<()> {
    let word = value.as_str();
    match key {
        "figure" => wish.figure = Some(word?.to_owned()),
        "format" => {
            wish.format = match word? {
                "svg" => Format::Svg,
                "png" => Format::Png,
                _ => return None,
            };
        }
        "size" => {
            let number = value.as_u64().map(|width| width.to_string());
            wish.size = Size::from_word(word.or(number.as_deref())?)?;
        }
        "scale" => {
            let scale = value.as_u64();
            let scale = scale.filter(|scale| (1..=PictureWish::FINEST).contains(scale))?;
            wish.scale = u32::try_from(scale).ok()?;
        }
        "theme" => {
            wish.theme = Some(match word? {
                "light" => draw::Theme::LIGHT,
                "dark" => draw::Theme::DARK,
                _ => return None,
            });
        }
        _ => return None,
    }
    Some(())
}
