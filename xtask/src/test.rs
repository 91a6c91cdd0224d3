//! Every test there is, in the order in which a failure is cheapest to learn of.

use std::path::Path;
use std::process::Command;

use crate::command::{self, Outcome};
use crate::environment::native_cargo;
use crate::steps::{Steps, say};
use crate::{build, fuzz, generate, setup};

/// Installs what is missing and runs everything; stops at the first failure.
pub(crate) fn run(root: &Path, steps: &mut Steps) -> Outcome {
    let environment = setup::for_building(root, steps)?;
    let (browser, axe) = setup::for_testing(root, steps)?;
    steps.step("formatting", || {
        component(root, "fmt", "rustfmt")?;
        command::run(native_cargo(root).args(["fmt", "--all", "--check"]))
            .map_err(|error| format!("{error}; `cargo fmt --all` puts it right"))
    })?;
    steps.step("lints of the core and the tools", || {
        component(root, "clippy", "clippy")?;
        clippy(
            root,
            &[
                "--workspace",
                "--no-default-features",
                "--features",
                "adit/cli",
            ],
        )
    })?;
    steps.step("lints of the page", || clippy(root, &[]))?;
    steps.step("lints of the page as the build writes it", || {
        let features = ["--no-default-features", "--features", "prerender"];
        clippy(root, &features)
    })?;
    steps.step("tests of the core", || {
        command::run(
            native_cargo(root)
                .args(["test", "--no-default-features", "--workspace"])
                .args(["--features", "adit/cli"])
                .args(["--exclude", "adit-e2e"]),
        )
    })?;
    steps.step("lints of the fuzzing", || {
        let fuzz = ["--manifest-path", "fuzz/Cargo.toml"];
        command::run(native_cargo(root).arg("fmt").args(fuzz).arg("--check"))?;
        let mut cargo = native_cargo(root);
        cargo.env("CARGO_TARGET_DIR", root.join("target"));
        command::run(
            cargo
                .arg("clippy")
                .args(fuzz)
                .args(["--quiet", "--", "-D", "warnings"]),
        )
    })?;
    fuzz::run(root, steps, &fuzz::Options::short())?;
    steps.step("data as generated", || generate::run(root, true))?;
    steps.step("tests in the browser", || {
        command::run(
            environment
                .command("cargo")
                .args(["test", "--target", setup::wasm::TARGET, "--test", "web"])
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    "wasm-bindgen-test-runner",
                )
                .env("CHROMEDRIVER", &browser.driver),
        )
    })?;
    build::run(root, &environment, steps, None)?;
    steps.step("end-to-end tests", || {
        command::run(
            native_cargo(root)
                .args(["test", "--no-fail-fast", "--package", "adit-e2e"])
                .env("ADIT_DIST", build::dist(root))
                .env("ADIT_AXE", &axe)
                .env("CHROME", &browser.chrome)
                .env("FIREFOX", &browser.firefox),
        )
    })?;
    say(&steps.summary());
    Ok(())
}

fn clippy(root: &Path, what: &[&str]) -> Outcome {
    let mut cargo = native_cargo(root);
    command::run(
        cargo
            .arg("clippy")
            .args(what)
            .args(["--all-targets", "--", "-D", "warnings"]),
    )
}

/// rustfmt and clippy are parts of a toolchain that a minimal one lacks.
fn component(root: &Path, program: &str, name: &str) -> Outcome {
    let mut cargo: Command = native_cargo(root);
    command::capture(cargo.args([program, "--version"]))
        .map(|_| ())
        .map_err(|_error| {
            format!("this Rust toolchain has no {name}; `rustup component add {name}` adds it")
        })
}
