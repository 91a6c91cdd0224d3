//! Measurements: of the built page in a browser, and of the command line beside numpy and scipy.

use std::path::Path;
use std::process::Command;

use crate::command::{self, Outcome};
use crate::environment::native_cargo;
use crate::steps::Steps;
use crate::{build, setup};

/// Times every mineral under every method beside numpy, after holding both answers against one another.
pub(crate) fn all(root: &Path, steps: &mut Steps, more: &[&str]) -> Outcome {
    let python = steps.step("numpy and scipy", || setup::python::ensure(root))?;
    steps.step("measurements", || {
        command::run(native_bench(root, "all", more).env("ADIT_PYTHON", &python))
    })
}

/// Builds the page and times a scenario's simulation, natively and in the page's worker, beside numpy.
pub(crate) fn shock(root: &Path, steps: &mut Steps, more: &[&str]) -> Outcome {
    beside_the_page(root, steps, ("shock", "bench-worker", "ADIT_WORKER"), more)
}

/// Builds the page and times the search for partners, natively and in the page, beside scipy.
pub(crate) fn partners(root: &Path, steps: &mut Steps, more: &[&str]) -> Outcome {
    let names = ("partners", "bench-partners-page", "ADIT_PARTNERS");
    beside_the_page(root, steps, names, more)
}

/// A bench that also calls a program that drives the built page, which it finds by a variable.
fn beside_the_page(
    root: &Path,
    steps: &mut Steps,
    (bench, program, variable): (&str, &str, &str),
    more: &[&str],
) -> Outcome {
    let environment = setup::for_building(root, steps)?;
    let (browser, _) = setup::for_testing(root, steps)?;
    let python = steps.step("numpy and scipy", || setup::python::ensure(root))?;
    build::run(root, &environment, steps, None)?;
    steps.step("the program that drives the page", || {
        let mut cargo = native_cargo(root);
        command::run(cargo.args([
            "build",
            "--quiet",
            "--package",
            "adit-e2e",
            "--bin",
            program,
        ]))
    })?;
    steps.step("measurements", || {
        command::run(
            native_bench(root, bench, more)
                .env("ADIT_PYTHON", &python)
                .env(variable, root.join("target/debug").join(program))
                .env("ADIT_DIST", build::dist(root))
                .env("CHROME", &browser.chrome),
        )
    })
}

/// A bench of the engine itself.
fn native_bench(root: &Path, bench: &str, more: &[&str]) -> Command {
    let mut cargo = native_cargo(root);
    cargo
        .args(["bench", "--quiet", "--no-default-features"])
        .args(["--features", "cli", "--bench", bench, "--"])
        .args(more);
    cargo
}

/// Builds the page and measures it beside the comparison page, in one run.
pub(crate) fn page(root: &Path, steps: &mut Steps, more: &[&str]) -> Outcome {
    let environment = setup::for_building(root, steps)?;
    let (browser, _) = setup::for_testing(root, steps)?;
    let mut peer = Vec::new();
    for package in &setup::npm::PEER {
        peer.push(steps.step(package.name, || setup::npm::ensure(root, package))?);
    }
    build::run(root, &environment, steps, None)?;
    let peer = std::env::join_paths(&peer).map_err(|error| error.to_string())?;
    steps.step("measurements", || {
        command::run(
            native_cargo(root)
                .args([
                    "run",
                    "--quiet",
                    "--package",
                    "adit-e2e",
                    "--bin",
                    "bench-page",
                    "--",
                ])
                .args(more)
                .env("ADIT_DIST", build::dist(root))
                .env("ADIT_PEER", &peer)
                .env("CHROME", &browser.chrome),
        )
    })
}
