//! How to paint a chart: one painter a figure, on any plotters backend.
//!
//! In the page the backend is a canvas; in the prerendered page, in downloads and in tests it is SVG. Painters know
//! figures and a [`Theme`] in device pixels; they know neither the page's state nor the browser. Positions come from
//! fixed gutters, never from measured text, because backends measure differently.

mod bars;
mod error;
mod frontier;
mod histogram;
mod path;
mod places;
mod scatter;
mod svg;
mod theme;
mod trend;

use plotters::backend::DrawingBackend;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;

pub use bars::Bars;
pub use error::DrawError;
pub use frontier::Frontier;
pub use histogram::Histogram;
pub use path::Path;
pub use places::Lanes;
pub use scatter::Points;
pub use svg::{escaped, to_svg, to_svg_elements};
pub use theme::{Colour, Theme};
pub use trend::Lines;

/// A way to paint one kind of figure.
pub trait Painter: Copy {
    /// What is painted.
    type Figure: Clone + PartialEq + Send + Sync + 'static;
    /// The height that it takes, in CSS pixels: the same for every figure of the kind, so that nothing jumps.
    const HEIGHT: f64;

    /// What the picture shows, in a sentence.
    fn summary(figure: &Self::Figure) -> &str;

    /// Paints a figure over the whole of an area.
    ///
    /// # Errors
    /// [`DrawError`] when the backend refuses.
    fn paint<DB: DrawingBackend>(
        figure: &Self::Figure,
        area: &DrawingArea<DB, Shift>,
        theme: Theme,
    ) -> Result<(), DrawError>;
}
