//! Charts as SVG text: for the prerendered page, downloads and tests.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_svg::SVGBackend;

use super::{Colour, DrawError, Theme};

/// A painter of one figure on an SVG surface.
pub type Painter<F> =
    fn(&F, &DrawingArea<SVGBackend<'_>, Shift>, Theme) -> Result<(), DrawError>;

/// A figure painted as an SVG element, its colours named by the style sheet's custom properties so that one picture
/// serves light and dark.
///
/// # Errors
/// [`DrawError`] when the backend refuses, which the SVG backend does only when out of memory.
pub fn to_svg<F>(
    figure: &F,
    paint: impl Fn(&F, &DrawingArea<SVGBackend<'_>, Shift>, Theme) -> Result<(), DrawError>,
    (width, height): (u32, u32),
) -> Result<String, DrawError> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
        paint(figure, &area, Theme::LIGHT)?;
        area.present()?;
    }
    for colour in Colour::ALL {
        let (red, green, blue) = Theme::LIGHT.rgb(colour);
        let hex = format!("#{red:02X}{green:02X}{blue:02X}");
        svg = svg.replace(&hex, &format!("var({})", colour.token()));
    }
    Ok(svg)
}
