//! How to paint a chart: one painter a figure, on any plotters backend.
//!
//! In the page the backend is a canvas; in the prerendered page, in downloads and in tests it is SVG. Painters know
//! figures and a [`Theme`] in device pixels; they know neither the page's state nor the browser. Positions come from
//! fixed gutters, never from measured text, because backends measure differently.

mod bars;
mod error;
mod svg;
mod theme;
mod trend;

pub use bars::{bars, bars_height};
pub use error::DrawError;
pub use svg::{Painter, to_svg};
pub use theme::{Colour, Theme};
pub use trend::{TREND_HEIGHT, trend};
