//! A chart of what is shown, as a picture of its own.

use serde::Serialize;

use super::envelope::cut;
use super::{PictureWish, Refusal};
use crate::take::{Kind, Outlines, Size, Taken};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PictureAnswer {
    /// Which of the view's figures it shows.
    pub figure: &'static str,
    /// `svg`.
    pub format: &'static str,
    /// Its media type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Width in CSS pixels.
    pub width: u32,
    /// The picture: the text of the SVG.
    pub data: String,
    /// What it shows, in a sentence.
    pub alternative: String,
}

impl PictureAnswer {
    /// The picture wished for of a view, with the view's link in it.
    ///
    /// # Errors
    /// When the view has no such picture, or there is nothing to draw.
    pub fn of(
        wish: &PictureWish,
        taken: &Taken<'_>,
        outlines: &Outlines,
        link: &str,
    ) -> Result<Self, Refusal> {
        let kind = kind(wish, taken)?;
        let unavailable = |why: String| Refusal::Unavailable {
            what: "get-picture".to_owned(),
            why,
        };
        let picture = taken.picture(kind, link).map_err(unavailable)?;
        let (data, _) = picture
            .svg(Size::wide(wish.width), outlines, wish.theme)
            .map_err(|error| unavailable(error.to_string()))?;
        Ok(Self {
            figure: kind.word(),
            format: "svg",
            kind: "image/svg+xml",
            width: wish.width,
            data,
            alternative: picture.finding,
        })
    }
}

/// The figure wished for; the view's first is the one that is not asked for by name.
fn kind(wish: &PictureWish, taken: &Taken<'_>) -> Result<Kind, Refusal> {
    let found = taken.kinds().find(|kind| {
        let asked = wish.figure.as_deref();
        asked.is_none_or(|word| word == kind.word())
    });
    found.ok_or_else(|| {
        let asked = wish.figure.as_deref().unwrap_or("get-picture");
        let known: Vec<&str> = taken.kinds().map(Kind::word).collect();
        let remedy = if known.is_empty() {
            "it has no picture; set the state to another view first".to_owned()
        } else {
            format!("ask for {}", known.join(" or "))
        };
        Refusal::NotHere {
            what: cut(asked),
            view: taken.state().view.word(),
            remedy,
        }
    })
}
