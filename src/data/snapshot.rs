//! A checked dataset as bytes: what the page reads at its start instead of checking every file again.

use super::{DataError, DataIssue, Dataset};

const FILE: &str = "snapshot.bin";

impl Dataset {
    /// The dataset as bytes; the same dataset gives the same bytes.
    ///
    /// # Errors
    ///
    /// When a figure is no decimal of at most fifteen digits, which no file can give.
    pub fn to_snapshot(&self) -> Result<Vec<u8>, DataError> {
        postcard::to_allocvec(self).map_err(|error| {
            unusable(
                format!("cannot be written: {error}"),
                "write every figure as the source does, in at most fifteen digits",
            )
        })
    }

    /// Reads what [`to_snapshot`](Self::to_snapshot) wrote. The content is not checked again.
    ///
    /// # Errors
    ///
    /// One issue, when the bytes end too early, go on too long or mean nothing.
    pub fn from_snapshot(bytes: &[u8]) -> Result<Self, DataError> {
        let remedy = "run `cargo xtask data`";
        match postcard::take_from_bytes(bytes) {
            Ok((dataset, [])) => Ok(dataset),
            Ok((_, rest)) => {
                let problem = format!("goes on for {} bytes after its end", rest.len());
                Err(unusable(problem, remedy))
            }
            Err(error) => Err(unusable(format!("cannot be read: {error}"), remedy)),
        }
    }
}

/// The one issue of a snapshot.
fn unusable(problem: String, remedy: &str) -> DataError {
    DataError {
        issues: vec![DataIssue {
            file: FILE,
            place: "the whole file".to_owned(),
            problem,
            remedy: remedy.to_owned(),
        }],
    }
}
