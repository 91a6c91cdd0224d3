//! A compiler that builds for the browser.
//!
//! In order: the current toolchain when it has the target, Debian's when an earlier run set it up,
//! rustup's download, Debian's packages with the standard library built from their source.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{debian, library};
use crate::command::{self, Outcome};
use crate::environment::{Environment, clean};
use crate::steps::say;

/// The target of the page.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Long enough for the download on a slow line, short enough to notice that there is none.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(240);

/// Finds a compiler with the wasm target or gets one.
pub(crate) fn ensure(root: &Path) -> Outcome<Environment> {
    if has_target(&mut clean("rustc")) {
        return Ok(Environment::current(root));
    }
    if library::is_built() {
        return Environment::system(root);
    }
    let mut reasons = Vec::new();
    if command::find(&["rustup"]).is_some() {
        say(&format!("    adding {TARGET} with rustup"));
        match command::run_within(
            clean("rustup").args(["target", "add", TARGET]),
            DOWNLOAD_LIMIT,
        ) {
            Ok(()) if has_target(&mut clean("rustc")) => return Ok(Environment::current(root)),
            Ok(()) => reasons.push("rustup added the target, but rustc does not see it".to_owned()),
            Err(error) => reasons.push(error),
        }
    } else {
        reasons.push("there is no rustup".to_owned());
    }
    if debian::is_here() {
        say("    not to be had from rustup; taking Debian's compiler for the web instead");
        match library::build(root) {
            Ok(()) => return Environment::system(root),
            Err(error) => reasons.push(error),
        }
    } else {
        reasons.push("this is not Debian, whose packages could stand in".to_owned());
    }
    Err(format!(
        "no compiler here can build for {TARGET}:\n  - {}\nInstall rustup and run `rustup target \
         add {TARGET}` where its server can be reached, or use Debian 12 or later.",
        reasons.join("\n  - ")
    ))
}

/// The folder in which this compiler keeps the target's libraries.
pub(crate) fn library_folder(rustc: &mut Command) -> Option<PathBuf> {
    let folder =
        command::capture(rustc.args(["--print", "target-libdir", "--target", TARGET])).ok()?;
    Some(PathBuf::from(folder.trim()))
}

/// Whether the standard library and the tests' harness lie in this folder.
pub(crate) fn has_library(folder: &Path) -> bool {
    let names = rlib_names(folder);
    ["libstd-", "libtest-"]
        .iter()
        .all(|start| names.iter().any(|name| name.starts_with(start)))
}

fn rlib_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|name| name.extension().is_some_and(|end| end == "rlib"))
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

fn has_target(rustc: &mut Command) -> bool {
    library_folder(rustc).is_some_and(|folder| has_library(&folder))
}
