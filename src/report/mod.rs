//! Figures as they leave the program: one serialisable value a question, in the words of links.
//!
//! What is absent is null, with its reason under `why` beside it. The command line prints these values, for people and
//! as JSON; whoever embeds a figure receives the same. Nothing is measured here: that is [`crate::risk`].

mod absent;
mod all;
mod alliance;
mod benchmarks;
mod burden;
mod counter;
mod ec;
pub mod explain;
mod figures;
mod geopolrisk;
mod importer;
mod partners;
mod presets;
mod question;
mod shock;
mod stage_basis;
mod study;

pub use absent::{Bounds, Why};
pub use all::{All, Row, Score, ScoreInterval};
pub use alliance::{
    AgreementFigures, AllianceAnswer, AllianceFigures, AllianceQuestion, EffectFigures, PartRanges,
    ShiftRow,
};
pub use benchmarks::{BenchmarkFigure, BenchmarkFigures, one_country};
pub use burden::{
    BurdenAnswer, BurdenFigures, BurdenQuestion, BurdenRow, FrontierPoint, MixBurden,
};
pub use counter::{CounterFigures, CounterQuestion, RunFigures, StopFigures};
pub use ec::{EcFigures, EcTermFigures};
pub use figures::{Figures, NMinus1, ShareRow, Suppliers};
pub use geopolrisk::{CorrectedFigures, ExactFigures, GeoPolRiskFigures};
pub use importer::{Code, ImporterFigures, Partner, PublishedReliance, Trade};
pub use partners::{
    Alternative, CandidateRow, Otherwise, PartRow, PartnerAnswer, PartnerFigures, PartnerInquiry,
    PartnerQuestion, PartnerSet, Proof, SoFar,
};
pub use presets::PresetFigures;
pub use question::{
    all_stage_tables, importer_of, newest_tables_at, stage_tables, table_for, tables_at,
};
pub use shock::{IdleStep, Months, Shock, ShockDraws, WorstYear};
pub use stage_basis::{SourcingFigures, StageFigures, SupplierShift};
pub use study::{ClaimFigures, FindingFigures, StudyFigures};
