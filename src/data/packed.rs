//! Files that are fetched after the first load: bytes that name the dataset they were made with.
//!
//! They name countries and minerals by position. The page and such a file can come from two versions of the
//! site, and then every position would quietly mean something else; a digest of the registries tells.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{DataError, DataIssue, Dataset};

pub(super) const REMEDY: &str = "reload the page, or run `cargo xtask data`";

/// The content as bytes, behind the digest of the dataset's registries.
pub(super) fn write<T: Serialize>(
    file: &'static str,
    content: &T,
    dataset: &Dataset,
) -> Result<Vec<u8>, DataError> {
    postcard::to_allocvec(&(digest(dataset), content)).map_err(|error| {
        let remedy = "write every figure as the source does, in at most fifteen digits";
        unusable(file, format!("cannot be written: {error}"), remedy)
    })
}

/// The content of bytes that [`write`] gave for the same registries.
pub(super) fn read<T: DeserializeOwned>(
    file: &'static str,
    bytes: &[u8],
    dataset: &Dataset,
) -> Result<T, DataError> {
    let unreadable = |error: postcard::Error| {
        let problem = format!("cannot be read: {error}");
        unusable(file, problem, REMEDY)
    };
    let (made_for, rest): (u64, _) = postcard::take_from_bytes(bytes).map_err(unreadable)?;
    if made_for != digest(dataset) {
        let problem = "was made with other minerals or countries".to_owned();
        return Err(unusable(file, problem, REMEDY));
    }
    match postcard::take_from_bytes(rest) {
        Ok((content, [])) => Ok(content),
        Ok((_, rest)) => {
            let problem = format!("goes on for {} bytes after its end", rest.len());
            Err(unusable(file, problem, REMEDY))
        }
        Err(error) => Err(unreadable(error)),
    }
}

/// FNV-1a of the slugs and the codes, in their order.
fn digest(dataset: &Dataset) -> u64 {
    let slugs = dataset.minerals().iter().map(|mineral| &mineral.slug);
    let codes = dataset.countries().iter().map(|country| &country.iso3);
    let editions = dataset.editions().iter().map(|edition| &edition.id);
    let words = slugs.chain(codes).chain(editions);
    let bytes = words.flat_map(|word| word.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The one issue of a file that is no text.
pub(super) fn unusable(file: &'static str, problem: String, remedy: &str) -> DataError {
    DataError {
        issues: vec![DataIssue {
            file,
            place: "the whole file".to_owned(),
            problem,
            remedy: remedy.to_owned(),
        }],
    }
}
