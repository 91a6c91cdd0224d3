//! The figures: a typed, validated, immutable [`Dataset`].
//!
//! Files are checked whenever a dataset is loaded from them ([`Dataset::load`]), which is also how the
//! snapshot is made that travels with the page. The page itself only reads that snapshot ([`embedded`]):
//! what cannot change after the build need not be checked in every browser.
//!
//! What views need later is apart: [`Trade`] and [`Methods`] are fetched, or loaded from files of their own.
//!
//! A reader may lay figures of their own over them ([`OwnData`]).
//!
//! May use: the standard library, serde, postcard and csv. Knows nothing of measures, view state, words or pixels.
//! It holds what the sources published, in their units and with their own marks for what is missing:
//! nothing here is computed, filled in or converted. The schema of the files is in `data/README.md`.

mod assessments;
mod cell;
mod columns;
mod dataset;
mod decimal;
mod embedded;
mod error;
mod ids;
mod importer;
mod methods;
mod model;
mod nearest;
mod own;
mod packed;
mod plain;
mod raw;
mod raw_later;
mod reliance;
#[cfg(not(target_arch = "wasm32"))]
pub mod shipped;
mod snapshot;
mod stage;
mod trade;
mod validate;

pub use assessments::{
    Assessments, EcAssessment, EcMethod, EcPoint, EcShare, EcStage, EcStudy, MixUsed,
};
pub use cell::{Flag, Reported, parse_decimal};
pub use dataset::{Dataset, Files};
pub use embedded::embedded;
pub use error::{DataError, DataIssue};
pub use ids::{BlocId, CountryId, EditionId, MineralId};
pub use importer::Importer;
pub use methods::{Methods, MethodsFiles};
pub use model::{
    Bloc, Country, CriticalityList, Edition, EditionKind, Evidence, GovernanceMeta, Group, Mineral,
    SupplyTable, Wgi,
};
pub use nearest::nearest;
pub use own::{
    OWN_EDITION, OWN_FIRM, OWN_LICENCE, Own, OwnData, OwnError, OwnImports, OwnIssue, OwnKind,
};
pub use reliance::{ImportSource, NetImportReliance, Reliance, RelianceTable, RelianceValue};
pub use stage::Stage;
pub use trade::{Coverage, Flow, TRADE_YEARS, Trade, TradeCode, TradeFiles, TradeGap, TradeMeta};
