//! The figures: embedded JSON, read once into a typed, validated, immutable [`Dataset`].
//!
//! May use: the standard library and serde. Knows nothing of measures, view state, words or pixels.
//! It holds what the sources published, in their units and with their own marks for what is missing:
//! nothing here is computed, filled in or converted. The schema of the files is in `data/README.md`.

mod cell;
mod dataset;
mod embedded;
mod error;
mod ids;
mod model;
mod raw;
mod stage;
mod validate;

pub use cell::{Flag, Reported};
pub use dataset::{Dataset, Files};
pub use embedded::{EMBEDDED, embedded};
pub use error::{DataError, DataIssue};
pub use ids::{CountryId, EditionId, MineralId};
pub use model::{
    Bloc, Country, CriticalityList, Edition, EditionKind, Evidence, GovernanceMeta, Group, Mineral,
    SupplyTable, Wgi,
};
pub use stage::Stage;
