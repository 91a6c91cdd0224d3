//! Adit: who holds the world's critical minerals.
pub mod data;
