//! A chart of what is shown, as a picture of its own.

use serde::Serialize;

use super::asked::all;
use super::envelope::cut;
use super::{PictureWish, Refusal};
use crate::data::Importer;
use crate::draw::{Bars, DrawError, Lanes, Lines, Painter, Points, to_svg_file};
use crate::figure::{Context, Places, Ranking, Scatter, Trend};
use crate::i18n::{EN, EN_DESK};
use crate::risk::importer::Sources;
use crate::state::{View, ViewState};

/// The pictures of each view that has some; the first is the one that is not asked for by name.
pub const PICTURES: [(View, &[&str]); 2] = [
    (View::Map, &["ranking", "trend"]),
    (View::Minerals, &["risk", "methods"]),
];

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
    /// The picture wished for of a state.
    ///
    /// # Errors
    /// When the view has no such picture, or the painter fails.
    pub fn of(
        wish: &PictureWish,
        sources: &Sources<'_>,
        state: &ViewState,
        importer: Option<Importer>,
    ) -> Result<Self, Refusal> {
        let figure = figure(wish, state)?;
        let data = sources.data;
        let context = Context::of(data, &EN, *state);
        let painted = match figure {
            "ranking" => painted::<Bars>(&Ranking::build(&context), wish),
            "trend" => painted::<Lines>(&Trend::build(&context), wish),
            "risk" => {
                let all = all(sources, state, importer);
                let name = importer.map_or("", |importer| data.importer_name(importer));
                painted::<Points>(&Scatter::build(data, &all, name, &EN_DESK), wish)
            }
            _ => {
                let all = all(sources, state, importer);
                painted::<Lanes>(&Places::build(data, &all, &EN, &EN_DESK), wish)
            }
        };
        let (svg, alternative) = painted.map_err(|error| Refusal::Unavailable {
            what: "get-picture".to_owned(),
            why: error.to_string(),
        })?;
        Ok(Self {
            figure,
            format: "svg",
            kind: "image/svg+xml",
            width: wish.width,
            data: svg,
            alternative,
        })
    }
}

fn painted<P: Painter>(
    figure: &P::Figure,
    wish: &PictureWish,
) -> Result<(String, String), DrawError> {
    let svg = to_svg_file::<P>(figure, wish.width, wish.theme)?;
    Ok((svg, P::summary(figure).to_owned()))
}

/// The figure's own word.
fn figure(wish: &PictureWish, state: &ViewState) -> Result<&'static str, Refusal> {
    let here = PICTURES.iter().find(|(view, _)| *view == state.view);
    let figures = here.map_or(&[][..], |(_, figures)| figures);
    let found = match &wish.figure {
        None => figures.first(),
        Some(word) => figures.iter().find(|figure| *figure == word),
    };
    found.copied().ok_or_else(|| {
        let asked = wish.figure.as_deref().unwrap_or("get-picture");
        let remedy = if figures.is_empty() {
            "it has no picture yet; set the state to another view first".to_owned()
        } else {
            format!("ask for {}", figures.join(" or "))
        };
        Refusal::NotHere {
            what: cut(asked),
            view: state.view.word(),
            remedy,
        }
    })
}
