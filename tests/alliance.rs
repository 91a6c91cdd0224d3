//! Laws of partners and alliances, over made-up suppliers and over the shipped data.

#[path = "alliance/agreements.rs"]
mod agreements;
#[path = "alliance/effect.rs"]
mod effect;
#[path = "alliance/frontier.rs"]
mod frontier;
#[path = "alliance/partners.rs"]
mod partners;
#[path = "alliance/shipped.rs"]
mod shipped;
#[path = "alliance/slices.rs"]
mod slices;
#[path = "alliance/told.rs"]
mod told;
#[path = "alliance/worth.rs"]
mod worth;
