//! What can go wrong while painting, without the backend's type.

use plotters::drawing::DrawingAreaErrorKind;
use thiserror::Error;

/// A backend refused to draw.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the chart could not be drawn: {0}")]
pub struct DrawError(pub String);

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for DrawError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self(error.to_string())
    }
}
