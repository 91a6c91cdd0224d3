//! What readers take with them: pictures, tables, figures for programs, citations, and all of it in one archive.
//!
//! A [`Taken`] is the view of a link; everything in it is computed from the state by the same figures and painters as
//! the page's, so that page and command line give the same files. It knows neither the browser nor files: pictures
//! are SVG, and what turns them into dots is each side's own.

mod archive;
mod citation;
mod day;
mod drawing;
mod drawings;
mod kind;
mod lines;
mod map;
mod origins;
mod outlines;
mod palette;
mod picture;
mod report;
mod size;
mod tables;
mod taken;

pub use archive::{Entry, MARK};
pub use citation::{Citation, VERSION};
pub use day::Day;
pub use drawing::Drawing;
pub use kind::Kind;
pub use lines::broken;
pub use map::{Entry as LegendEntry, Land, Map};
pub use origins::Origin;
pub use outlines::{Outline, Outlines};
pub use palette::COLOURS;
pub use picture::Picture;
pub use size::Size;
pub use taken::Taken;
