//! The standard library for the browser, built from Debian's own source of it.
//!
//! Debian packages a compiler that can target wasm and the library's source, but not the built
//! library. It is built once and laid where that compiler looks for it; a mark beside it names the
//! compiler, so that an upgrade of the package builds it anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{debian, wasm};
use crate::command::{self, Outcome};
use crate::environment::{Environment, tools};
use crate::steps::say;

const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const COMPILER: &str = "/usr/bin/rustc";
const MARK: &str = "built-for";

/// Whether the library is there and fits the compiler that is installed now.
pub(crate) fn is_built() -> bool {
    let Some(folder) = wasm::library_folder(&mut Command::new(COMPILER)) else {
        return false;
    };
    if !wasm::has_library(&folder) {
        return false;
    }
    // Without a mark somebody else installed it (a later Debian may): theirs to keep right.
    match (fs::read_to_string(folder.join(MARK)), version()) {
        (Ok(mark), Ok(version)) => mark == version,
        (Err(_), Ok(_)) => true,
        (_, Err(_)) => false,
    }
}

/// Installs the compiler's packages, builds the library and lays it in place.
pub(crate) fn build(root: &Path) -> Outcome {
    debian::install(&PACKAGES)?;
    let environment = Environment::system(root)?;
    say("    building the standard library for the browser (once, about two minutes)");
    let folder = tools(root).join("library");
    write_empty_crate(&folder)?;
    command::run(
        environment
            .command("cargo")
            .current_dir(&folder)
            // The library's build is a nightly feature, and this compiler is a release.
            .env("RUSTC_BOOTSTRAP", "1")
            // Without bitcode in the libraries, optimisation at link time stops.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .args(["build", "--quiet", "--release", "--target", wasm::TARGET])
            .args([
                "-Z",
                "build-std=std,panic_abort,test",
                "--target-dir",
                "target",
            ]),
    )?;
    install(
        &folder
            .join("target")
            .join(wasm::TARGET)
            .join("release")
            .join("deps"),
    )
}

fn write_empty_crate(folder: &Path) -> Outcome {
    let manifest = "[package]\nname = \"empty\"\nedition = \"2021\"\n\n\
                    [lib]\npath = \"empty.rs\"\n\n[workspace]\n";
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(folder.join("empty.rs"), "#![no_std]\n"))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

/// Lays the built libraries into the compiler's own folder: the new ones first, so that a build
/// under way never finds none, then away with those of an older compiler, and the mark last.
fn install(built: &Path) -> Outcome {
    let folder = wasm::library_folder(&mut Command::new(COMPILER))
        .ok_or("the compiler does not name its library folder")?;
    let libraries = libraries(built)?;
    let mark = built.join(MARK);
    fs::write(&mark, version()?).map_err(|error| format!("{}: {error}", mark.display()))?;
    command::run(debian::as_root("mkdir")?.arg("-p").arg(&folder))?;
    command::run(debian::as_root("cp")?.args(&libraries).arg(&folder))?;
    let names: Vec<_> = libraries
        .iter()
        .filter_map(|file| file.file_name())
        .collect();
    for old in rlibs(&folder) {
        if old.file_name().is_some_and(|name| !names.contains(&name)) {
            command::run(debian::as_root("rm")?.arg(old))?;
        }
    }
    command::run(debian::as_root("cp")?.arg(&mark).arg(&folder))
}

/// What the build left, less our own empty crate.
fn libraries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !wasm::has_library(folder) {
        return Err(format!(
            "the build left no standard library in {}",
            folder.display()
        ));
    }
    let mut files = rlibs(folder);
    files.retain(|file| !file.to_string_lossy().contains("/libempty-"));
    Ok(files)
}

fn rlibs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|end| end == "rlib"))
        .collect()
}

fn version() -> Outcome<String> {
    command::capture(Command::new(COMPILER).arg("-vV"))
}
