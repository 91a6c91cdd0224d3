//! The measures: from a table of quantities to figures of concentration and governance.
//!
//! | step | module | question |
//! |---|---|---|
//! | shares | [`shares`] | which part of world supply has each country, and what is left unattributed? |
//! | R1 | [`concentration`] | how concentrated is it, between which bounds? |
//! | R2 | [`governance`] | how concentrated in places whose governance is weak, and what changed: who, or how they are governed? |
//!
//! Everything here is a total function of valid inputs: absence is a value with a reason, never an error or a zero.
//! It knows nothing of pixels, words or the reader's choices.

pub mod concentration;
pub mod governance;
pub mod shares;

pub use concentration::{Bounded, Concentration};
pub use governance::{GovernanceSplit, GovernanceWeighted};
pub use shares::{CountryShare, Denominator, SupplyShares};
