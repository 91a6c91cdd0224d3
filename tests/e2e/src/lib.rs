//! The built page, driven as a person would.
