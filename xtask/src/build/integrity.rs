//! Checksums: of every file, for whoever hosts the page, and of the programs' scripts, for browsers to hold them to.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};

use super::{compress, write};
use crate::command::Outcome;

/// The list of checksums in the page's folder.
pub(crate) const NAME: &str = "integrity.json";

/// Writes the checksums of the programs' scripts into the document: an import that is answered by another script
/// fails.
pub(crate) fn of_programs(dist: &Path) -> Outcome {
    let document = dist.join("index.html");
    let html = super::read(&document)?;
    let mut sums = BTreeMap::new();
    for program in ["adit-page-", "adit-desk-"] {
        let path = super::one(dist, program, ".js")?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let script = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
        let sum = format!("sha256-{}", STANDARD.encode(Sha256::digest(script)));
        sums.insert(format!("./{name}"), sum);
    }
    let map = json!({ "integrity": sums });
    let first = "<meta charset=\"utf-8\">";
    let map = format!("{first}<script type=\"importmap\">{map}</script>");
    write(&document, super::replaced(&html, first, &map)?.as_bytes())
}

/// Writes the checksum of every file of the folder, in the form that `integrity` attributes have.
pub(crate) fn of_all(dist: &Path) -> Outcome {
    let mut sums = BTreeMap::new();
    for name in compress::names(dist)? {
        let bytes = fs::read(dist.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        let sum = format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
        sums.insert(name, sum);
    }
    let list = serde_json::to_string_pretty(&sums).map_err(|error| error.to_string())?;
    write(&dist.join(NAME), format!("{list}\n").as_bytes())
}
