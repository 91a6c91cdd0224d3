//! Programs of the build: trunk and wasm-bindgen by cargo, wasm-opt by npm.

use std::fs;
use std::path::Path;

use super::npm;
use crate::command::{self, Outcome};
use crate::environment::{Environment, native_cargo, tools};
use crate::steps::say;

/// The newest trunk that compiles with the compilers in reach.
const TRUNK: &str = "0.21.14";
/// The wasm-opt whose output is tested.
const WASM_OPT: u32 = 132;

/// trunk, the page's bundler.
pub(crate) fn trunk(root: &Path, environment: &Environment) -> Outcome {
    if version_of(environment, "trunk").as_deref() == Some(TRUNK) {
        return Ok(());
    }
    say(&format!(
        "    installing trunk {TRUNK} with cargo (once, up to ten minutes)"
    ));
    install(root, environment, "trunk", "trunk", TRUNK, &["--locked"])
}

/// wasm-bindgen's program, in exactly the version of the crate: they speak a private format.
pub(crate) fn wasm_bindgen(root: &Path, environment: &Environment) -> Outcome {
    let file = root.join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let wanted = locked_version(&lock, "wasm-bindgen")
        .ok_or("Cargo.lock names no wasm-bindgen, so its program's version is unknown")?;
    if version_of(environment, "wasm-bindgen").as_deref() == Some(wanted)
        && environment.find("wasm-bindgen-test-runner").is_some()
    {
        return Ok(());
    }
    say(&format!(
        "    installing wasm-bindgen-cli {wanted} with cargo (once, some minutes)"
    ));
    install(
        root,
        environment,
        "wasm-bindgen",
        "wasm-bindgen-cli",
        wanted,
        &[],
    )
}

/// wasm-opt, which takes a tenth off what travels. Not any: version 108, Debian's, writes a table
/// of references that browsers refuse.
pub(crate) fn wasm_opt(root: &Path, environment: &Environment) -> Outcome {
    if wasm_opt_version(environment) >= Some(WASM_OPT) {
        return Ok(());
    }
    // Without its ending it is a program of Node.js, and trunk looks for it by its bare name.
    let folder = npm::ensure(root, &npm::BINARYEN)?;
    environment.link("wasm-opt", &folder.join("bin").join("wasm-opt"))?;
    if wasm_opt_version(environment) >= Some(WASM_OPT) {
        return Ok(());
    }
    Err(format!(
        "wasm-opt {WASM_OPT} does not run from {}; is there a `node`, version 18 or later, on PATH?",
        folder.display()
    ))
}

/// `wasm-opt version 132 (version_132)` is version 132.
fn wasm_opt_version(environment: &Environment) -> Option<u32> {
    environment.find("wasm-opt")?;
    let said = command::capture(environment.command("wasm-opt").arg("--version")).ok()?;
    said.split_whitespace().nth(2)?.parse().ok()
}

/// Installs a program where cargo keeps its programs; but one that is there in another version
/// belongs to somebody else's work and stays: ours then goes into the tools folder.
fn install(
    root: &Path,
    environment: &Environment,
    program: &str,
    package: &str,
    version: &str,
    more: &[&str],
) -> Outcome {
    let mut cargo = native_cargo(root);
    cargo
        .args(["install", package, "--version", version])
        .args(more);
    if environment.find(program).is_some() {
        cargo.arg("--force").arg("--root").arg(tools(root));
    }
    command::run(&mut cargo)?;
    match version_of(environment, program) {
        Some(found) if found == version => Ok(()),
        found => Err(format!(
            "{package} {version} was installed, but `{program}` on PATH is {}; run `cargo install \
             {package} --version {version}` and put cargo's programs first on PATH",
            found.unwrap_or_else(|| "missing".to_owned())
        )),
    }
}

fn version_of(environment: &Environment, program: &str) -> Option<String> {
    environment.find(program)?;
    let said = command::capture(
        environment
            .command(program)
            .env_remove("NO_COLOR")
            .arg("--version"),
    )
    .ok()?;
    said.split_whitespace().nth(1).map(ToOwned::to_owned)
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_a_longer_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
