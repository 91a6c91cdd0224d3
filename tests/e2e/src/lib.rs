//! The built page, driven as a person would: served as it will be served, opened in Chromium, and
//! watched for every error and every request.
//!
//! - [`server`]: the page's folder on a free port of this machine, with the policy it is built for;
//! - [`Browser`] and [`Tab`]: Chromium, spoken to in its own protocol; anything that goes wrong in a
//!   tab is kept and can be asserted away with [`Tab::assert_quiet`];
//! - [`Page`]: Adit in the words of its readers: mineral, stage, year, country.
//!
//! Everything here panics with a sentence when it cannot go on, because its callers are tests.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test fails; all of them may"
)]

mod accessibility;
mod axe;
mod browser;
mod connection;
mod diary;
mod firefox;
mod frames;
mod input;
mod page;
pub mod server;
mod tab;
mod wait;

pub use accessibility::Node;
pub use axe::Violation;
pub use browser::Browser;
pub use firefox::Firefox;
pub use page::Page;
pub use server::Server;
pub use tab::{Line, Tab};
pub use wait::{eventually, within};
