//! The measures: from a table of quantities to figures of concentration and governance.
//!
//! | step | module | question |
//! |---|---|---|
//! | shares | [`shares`] | which part of world supply has each country, and what is left unattributed? |
//! | R1 | [`concentration`] | how concentrated is it, between which bounds? |
//! | R2 | [`governance`] | how concentrated in places whose governance is weak, and what changed: who, or how they are governed? |
//! | IR | [`import_reliance`] | how much of what is used comes from abroad? |
//! | R3 | [`ec_supply_risk`], from [`supply_mix`] | what does the European Commission's method make of it? |
//! | R4 | [`geopolrisk`] | what does the geopolitical supply risk method make of it, as published and corrected? |
//! | R5 | [`n_minus_1`] | what is left when the largest supplier stops? |
//! | 2030 | [`eu_benchmarks`] | which of the European Union's benchmarks are missed, by how much? |
//! | all | [`importer`] | what do all methods say for one importer, and from which inputs? |
//! | bands | [`intervals`] | how far could values and ranks be off? |
//!
//! Everything here is a total function of valid inputs: absence is a value with a reason, never an error or a zero.
//! It knows nothing of pixels, words or the reader's choices.

mod absence;
pub mod concentration;
pub mod ec_supply_risk;
pub mod eu_benchmarks;
pub mod geopolrisk;
pub mod governance;
pub mod import_reliance;
pub mod importer;
pub mod intervals;
pub mod n_minus_1;
pub mod shares;
pub mod supply_mix;

pub use absence::{Absence, Measured};
pub use concentration::{Bounded, Concentration};
pub use ec_supply_risk::{EcSupplyRisk, EcTerms, Mixes};
pub use governance::{GovernanceSplit, GovernanceWeighted, governance_score};
pub use import_reliance::{Balance, ImportReliance};
pub use importer::{ImporterRisk, Inquiry, WorldRisk};
pub use n_minus_1::{NeedCovered, SupplyLeft};
pub use shares::{CountryShare, Denominator, SupplyShares};
pub use supply_mix::{MixSupplier, SupplyMix};
