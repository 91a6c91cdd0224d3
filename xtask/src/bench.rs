//! Measurements: of the built page in a browser, and of the command line beside numpy.

use std::path::Path;

use crate::command::{self, Outcome};
use crate::environment::native_cargo;
use crate::steps::Steps;
use crate::{build, setup};

/// Times a computation beside numpy, after holding both answers against one another: every mineral under every method
/// (`all`), or a scenario's simulation (`shock`).
pub(crate) fn beside_numpy(root: &Path, steps: &mut Steps, bench: &str, more: &[&str]) -> Outcome {
    let python = steps.step("numpy", || setup::python::ensure(root))?;
    steps.step("measurements", || {
        command::run(
            native_cargo(root)
                .args(["bench", "--quiet", "--no-default-features"])
                .args(["--features", "cli", "--bench", bench, "--"])
                .args(more)
                .env("ADIT_PYTHON", &python),
        )
    })
}

/// Builds the page and measures it beside the comparison page, in one run.
pub(crate) fn page(root: &Path, steps: &mut Steps, more: &[&str]) -> Outcome {
    let environment = setup::for_building(root, steps)?;
    let (browser, _) = setup::for_testing(root, steps)?;
    let mut peer = Vec::new();
    for package in &setup::npm::PEER {
        peer.push(steps.step(package.name, || setup::npm::ensure(root, package))?);
    }
    build::run(root, &environment, steps)?;
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
