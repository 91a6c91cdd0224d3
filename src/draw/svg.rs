//! Charts as SVG text: for the prerendered page, downloads and tests.

use plotters::drawing::IntoDrawingArea;
use plotters_svg::SVGBackend;

use super::{Colour, DrawError, Painter, Theme};

/// A figure painted as an SVG element, its colours named by the style sheet's custom properties so that one picture
/// serves light and dark.
///
/// # Errors
/// [`DrawError`] when the backend refuses, which the SVG backend does only when out of memory.
pub fn to_svg<P: Painter>(figure: &P::Figure, width: u32) -> Result<String, DrawError> {
    let mut svg = painted::<P>(figure, width, Theme::LIGHT)?;
    for colour in Colour::ALL {
        let (red, green, blue) = Theme::LIGHT.rgb(colour);
        let hex = format!("#{red:02X}{green:02X}{blue:02X}");
        svg = svg.replace(&hex, &format!("var({})", colour.token()));
    }
    Ok(svg)
}

/// A figure painted as elements for a larger picture, from the origin on: colours as they are, no element around them.
///
/// # Errors
/// As [`to_svg`].
pub fn to_svg_elements<P: Painter>(
    figure: &P::Figure,
    width: u32,
    theme: Theme,
) -> Result<String, DrawError> {
    let svg = painted::<P>(figure, width, theme)?;
    let within = svg
        .split_once('>')
        .map_or(svg.as_str(), |(_, within)| within);
    Ok(within.trim().trim_end_matches("</svg>").to_owned())
}

fn painted<P: Painter>(figure: &P::Figure, width: u32, theme: Theme) -> Result<String, DrawError> {
    let height = theme.px(P::HEIGHT).unsigned_abs();
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
        P::paint(figure, &area, theme)?;
        area.present()?;
    }
    Ok(svg)
}

/// Text as XML holds it.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
