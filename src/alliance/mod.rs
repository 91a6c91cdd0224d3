//! Who could help: which agreements and partners would lower an importer's risk, and what a dominant supplier would do.
//!
//! | step | module | question |
//! |---|---|---|
//! | data | [`agreements`] | who has promised what to whom, and how much is that assumed to bind? |
//! | data | [`need`] | what is needed, who could send how much, and how risky is each? |
//! | R7 | [`effect`], on the sourcing of the [`present`], of which some is [`moving`] | what would an alliance change: willingness, re-sourcing, capacity? |
//! | R10 | [`sourcing`] | what is the least risky mix within what each supplier could send? |
//! | R10 | [`search`], proved by a [`certificate`] | which partners would be best, which nearly as good? |
//! | R10 | [`fewest`](mod@fewest) | how few partners would do for a target? |
//! | R10 | [`shapley`] | what is each of them worth? |
//! | R9 | [`burden`], on a [`frontier`] with the risk | what would a mix ask of people and nature? |
//! | R8 | [`counter`] | what would a dominant supplier do in return? |
//!
//! All of it is asked at once by what is [`asked`], whose numbers are [`parameter`]s, and which is a [`text`] in links.
//!
//! Nothing here is a forecast: each answer holds under assumptions that are named beside it.

pub mod agreements;
pub mod asked;
pub mod burden;
pub mod certificate;
pub mod counter;
pub mod effect;
pub mod fewest;
pub mod frontier;
pub mod moving;
pub mod need;
pub mod parameter;
pub mod present;
pub mod search;
pub mod shapley;
pub mod sourcing;
pub mod text;

pub use agreements::{Agreement, Depth, Depths, Reading};
pub use asked::Asked;
pub use burden::{Between, Burdens, Indicator};
pub use certificate::{Certificate, Closed, Flaw};
pub use effect::Effect;
pub use fewest::{Fewest, FewestSearch, Target, fewest};
pub use frontier::{FrontierMix, Weighed};
pub use need::{Choice, ETA, ETA_RANGE, Need, NeedBasis, Producer};
pub use parameter::{Key, PARAMETERS, Parameter, Support};
pub use present::{Present, SourcingBasis};
pub use search::{Found, Outcome, Role, Search, Wanted};
pub use shapley::Worth;
pub use sourcing::{Mix, Offer, Offers, SHORTAGE_PRICE};
