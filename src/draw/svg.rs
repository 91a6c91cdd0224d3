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
    let height = Theme::LIGHT.px(P::HEIGHT).unsigned_abs();
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
        P::paint(figure, &area, Theme::LIGHT)?;
        area.present()?;
    }
    for colour in Colour::ALL {
        let (red, green, blue) = Theme::LIGHT.rgb(colour);
        let hex = format!("#{red:02X}{green:02X}{blue:02X}");
        svg = svg.replace(&hex, &format!("var({})", colour.token()));
    }
    Ok(svg)
}
