//! What the reader is looking at: one plain value, its changes, and its form as a link.
//!
//! * [`ViewState`] holds everything that belongs in a link and nothing that does not.
//! * [`View`] is which question of it the reader asks.
//! * [`Action`] names the reader's intents; [`ViewState::apply`] is pure.
//! * [`Selection`] is the table that a state leads to, with every default filled in.
//! * [`Choices`] is what the choosers offer there.
//! * [`Text`] is a part of a state that only a view can read, such as a scenario.
//! * [`deciding`] is what of a link decides the figures.
//! * [`Presentation`] is how a view is dressed where it stands in another's page.
//! * [`percent`] is how a value stands in a query string.
//! * [`query`] writes a state as a query string and reads one back, parameter by parameter.

pub mod deciding;
pub mod percent;
pub mod presentation;
pub mod query;
mod selection;
mod text;
mod view;
mod view_state;
mod viewport;

pub use presentation::Presentation;
pub use query::{Decoded, Problem};
pub use selection::{Choices, Selection};
pub use text::Text;
pub use view::View;
pub use view_state::{Action, Compared, Theme, ViewState};
pub use viewport::Viewport;
