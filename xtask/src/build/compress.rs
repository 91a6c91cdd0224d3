//! Copies of every file as brotli and gzip, made once so that any plain server can send them.

use std::fs;
use std::path::Path;

use xtask_compress::{brotli, gzip};

use super::integrity;
use crate::command::Outcome;

/// One file of the page and what it weighs, in bytes.
pub(crate) struct Part {
    /// Path within the page's folder, with `/`.
    pub(crate) name: String,
    /// As built.
    pub(crate) raw: usize,
    /// Brotli, quality 11.
    pub(crate) brotli: usize,
    /// Gzip, level 9.
    pub(crate) gzip: usize,
}

/// Compresses every file below the folder but pictures, which are as small as they get, and weighs it; in the order of
/// the names.
pub(crate) fn all(folder: &Path) -> Outcome<Vec<Part>> {
    let is_picture = |name: &String| Path::new(name).extension().is_some_and(|end| end == "png");
    let names = names(folder)?.into_iter().filter(|name| !is_picture(name));
    names.map(|name| one(&folder.join(&name), name)).collect()
}

/// The path of every file below the folder that is to be served as itself, in order.
pub(crate) fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    below(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn below(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Outcome {
    for path in super::entries(folder)? {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{file}");
        if path.is_dir() {
            below(&path, &format!("{name}/"), names)?;
        } else if !is_ours(&name) {
            names.push(name);
        }
    }
    Ok(())
}

/// Files of an earlier run.
fn is_ours(name: &str) -> bool {
    let end = Path::new(name).extension();
    name == "csp.txt"
        || name == integrity::NAME
        || end.is_some_and(|end| end == "br" || end == "gz")
}

fn one(path: &Path, name: String) -> Outcome<Part> {
    let fail = |error| format!("{}: {error}", path.display());
    let raw = fs::read(path).map_err(fail)?;
    let brotli = brotli(&raw).map_err(fail)?;
    let gzip = gzip(&raw).map_err(fail)?;
    for (end, bytes) in [("br", &brotli), ("gz", &gzip)] {
        let mut copy = path.as_os_str().to_owned();
        copy.push(".");
        copy.push(end);
        fs::write(&copy, bytes).map_err(fail)?;
    }
    Ok(Part {
        name,
        raw: raw.len(),
        brotli: brotli.len(),
        gzip: gzip.len(),
    })
}
