//! What keeps the page for the time without a network: a worker that knows every file of this version.
//!
//! The version is a hash of the page and all that it may load, so that any change is a new one. It stands in the
//! worker and in the document's root element, by which each knows the other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit::data::embedded;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{compress, sizes, write};
use crate::command::Outcome;

/// The worker.
const WORKER: &str = include_str!("../../../sw.js");
/// The page's side of it.
const PAGE: &str = include_str!("../../../offline.js");
/// What fetches that, in the document.
const START: &str = include_str!("../../../offline_start.js");
/// What the version is written behind.
const ROOT: &str = "<html lang=\"en\"";

/// Writes the worker and its script beside the page, and their start and the version into it.
pub(crate) fn write_all(dist: &Path) -> Outcome {
    let document = dist.join("index.html");
    let html = super::read(&document)?;
    let script = PAGE.replace("ADIT_EDITION", &newest_edition()?);
    let script = minifier::js::minify(&script).to_string();
    let name = format!("offline-{}.js", short(script.as_bytes()));
    write(&dist.join(&name), script.as_bytes())?;
    let (first, rest): (BTreeSet<String>, BTreeSet<String>) = compress::names(dist)?
        .into_iter()
        .filter(|file| is_hashed(file))
        .partition(|file| *file == name || sizes::is_first(&html, file));
    let start = START.replace("ADIT_OFFLINE", &format!("./{name}"));
    // Below what starts the programs, in the same script: another would cost another hash in the policy.
    let end = "</script></head>";
    let start = format!("{}{end}", minifier::js::minify(&start));
    let html = super::replaced(&html, end, &start)?;
    let version = version(dist, &html, first.iter().chain(&rest))?;
    let html = super::replaced(&html, ROOT, &format!("{ROOT} data-version=\"{version}\""))?;
    let worker = WORKER
        .replace("ADIT_VERSION", &version)
        .replace("ADIT_FIRST", &json!(first).to_string())
        .replace("ADIT_REST", &json!(rest).to_string());
    write(
        &dist.join("sw.js"),
        minifier::js::minify(&worker).to_string().as_bytes(),
    )?;
    write(&document, html.as_bytes())
}

/// What the page without a network says its figures are of.
fn newest_edition() -> Outcome<String> {
    let data = embedded().map_err(ToString::to_string)?;
    let newest = data
        .editions()
        .iter()
        .max_by(|one, other| one.id.cmp(&other.id));
    let newest = newest.ok_or("the data have no edition")?;
    Ok(newest.name.replace('\'', "\\'"))
}

/// Whether a path names a hash: a dash and sixteen digits.
pub(crate) fn is_hashed(path: &str) -> bool {
    path.split('-').skip(1).any(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        digits >= 16
    })
}

fn version<'a>(
    dist: &Path,
    html: &str,
    files: impl Iterator<Item = &'a String>,
) -> Outcome<String> {
    let mut hash = Sha256::new_with_prefix(html);
    for name in files {
        let path = dist.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        hash.update(name);
        hash.update(bytes);
    }
    Ok(hex(&hash.finalize()))
}

fn short(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The first sixteen digits.
fn hex(hash: &[u8]) -> String {
    let bytes = hash.first_chunk().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        for name in [
            "adit-desk-c33a4b0c955f6733_bg.wasm",
            "adit-desk-c33a4b0c955f6733-worker.js",
            "data-0123456789abcdef/trade/2024.bin",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "adit.html", "sw.js", "adit-desk.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_page_without_a_network_names_the_newest_edition() {
        assert!(newest_edition().unwrap().contains("2026"));
    }
}
