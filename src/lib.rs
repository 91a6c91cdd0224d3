//! Adit: who holds the world's critical minerals, what breaks when a supplier stops, and which alliances would help.
//!
//! The program is an argument from top to bottom; each floor may use the ones above it in this list and no other
//! (`tests/floors.rs` holds it to that):
//!
//! | floor | module | is | knows nothing of |
//! |---|---|---|---|
//! | 0 | [`order`] | lists in order | everything |
//! | 0 | [`units`] | numbers that know what they measure | everything |
//! | 1 | [`data`] | the sources' tables, read, checked and indexed | measures, words |
//! | 1 | [`i18n`] | words and number formats, one constant a language | state |
//! | 2 | [`risk`] | the measures: shares, concentration, governance | pixels, words, state |
//! | 3 | [`scenario`] | what happens, and what it does to supply, price and an importer | pixels, words, state |
//! | 3 | [`alliance`] | who could help: agreements, partners, and what a dominant supplier does in return | pixels, words, state |
//! | 3 | [`state`] | what the reader looks at, and its form as a link | components |
//! | 4 | [`study`] | the claims of the study that the program starts from, checked | pixels, words, state |
//! | 4 | [`report`] | the figures as they leave the program, in the words of links | words, pixels |
//! | 5 | [`certificate`] | a link's figures, carried with it, and whether they still are | words, pixels |
//! | 5 | [`figure`] | *what* to show: values, labels, order, classes | colours, pixels |
//! | 6 | [`draw`] | *how* to paint a chart, on any backend | state, browser |
//! | 7 | [`take`] | what readers take with them: pictures, tables, citations, archives | files, browser |
//! | 8 | [`embed`] | what the page and a host that frames it say to each other | components, browser |
//! | 9 | `web` | contact with the browser, one facility a file | components |
//! | 10 | `app` | the page's components | nothing |
//!
//! Without default features the floors up to [`embed`] build natively with no browser dependency: that is what the
//! build's own tasks and the command line use. Outlines of countries are no concern of the page's code: the build
//! draws them once into the document.

pub mod alliance;
pub mod certificate;
pub mod data;
pub mod draw;
pub mod embed;
pub mod figure;
pub mod i18n;
pub mod order;
pub mod report;
pub mod risk;
pub mod scenario;
pub mod state;
pub mod study;
pub mod take;
pub mod units;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod web;
