//! A figure of what is shown, as a picture.

use serde::Serialize;

use super::envelope::cut;
use super::{Format, PictureWish, Refusal};
use crate::draw::Theme;
use crate::state::ViewState;
use crate::take::{Kind, Outlines, Taken};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PictureAnswer {
    /// Which of the view's figures it shows.
    pub figure: &'static str,
    /// Its form.
    pub format: Format,
    /// Its media type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// The text of the SVG; of a PNG, what it is painted from.
    pub data: String,
    /// What it shows, in words.
    pub alternative: String,
}

impl PictureAnswer {
    /// The picture wished for of what is shown, at the address of its link, with the lines that maps are drawn by, in
    /// the page's own colours where others are not wished for.
    ///
    /// # Errors
    /// When the view has no such picture, or it cannot be drawn.
    pub fn of(
        wish: &PictureWish,
        taken: &Taken<'_>,
        lines: &Outlines,
        link: &str,
        ground: Theme,
    ) -> Result<Self, Refusal> {
        let figure = figure(wish, taken.state())?;
        let none = |why: String| Refusal::nothing(figure.word(), &why);
        let picture = taken.picture(figure, link).map_err(none)?;
        let drawn = picture.svg(wish.size, lines, wish.theme.unwrap_or(ground));
        let (data, (width, height)) = drawn.map_err(|error| none(error.to_string()))?;
        Ok(Self {
            figure: figure.word(),
            format: wish.format,
            kind: match wish.format {
                Format::Svg => "image/svg+xml",
                Format::Png => "image/png",
            },
            width,
            height,
            data,
            alternative: format!("{}. {}", picture.title, picture.finding),
        })
    }
}

/// The figure wished for, of those that the view has.
fn figure(wish: &PictureWish, state: &ViewState) -> Result<Kind, Refusal> {
    let mut here = Kind::of_view(state.view);
    let found = match &wish.figure {
        None => here.next(),
        Some(word) => here.find(|kind| kind.word() == word),
    };
    found.ok_or_else(|| {
        let words: Vec<&str> = Kind::of_view(state.view).map(Kind::word).collect();
        let remedy = if words.is_empty() {
            "it has no picture; set the state to another view first".to_owned()
        } else {
            format!("ask for {}", words.join(" or "))
        };
        Refusal::NotHere {
            what: cut(wish.figure.as_deref().unwrap_or("get-picture")),
            view: state.view.word(),
            remedy,
        }
    })
}
