//! The release page in `dist/`, ready to be served: built by trunk, compressed, with its
//! Content-Security-Policy and an account of what travels.

mod ascii;
mod bundle;
mod compress;
mod csp;
mod sizes;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{self, Outcome};
use crate::environment::Environment;
use crate::steps::{Steps, say};

/// The folder of the built page.
pub(crate) fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// The page as it is developed, in `dist/` too: unoptimised, uncompressed, with its policy, so that the end-to-end
/// tests run on it.
pub(crate) fn dev(root: &Path, environment: &Environment, steps: &mut Steps) -> Outcome {
    let dist = dist(root);
    steps.step("the page, unoptimised", || {
        command::run(trunk(environment).arg("build"))
    })?;
    bundle::write(&dist, bundle::Effort::Least)?;
    write_policy(&dist).map(|_| ())
}

/// Builds the page and everything beside it that a server wants.
pub(crate) fn run(root: &Path, environment: &Environment, steps: &mut Steps) -> Outcome {
    let dist = dist(root);
    steps.step("the release page", || {
        command::run(trunk(environment).args(["build", "--release"]))
    })?;
    steps.step("the single file", || {
        bundle::write(&dist, bundle::Effort::Most)
    })?;
    steps.step("compressed copies and the security policy", || {
        let parts = compress::all(&dist)?;
        let html = write_policy(&dist)?;
        say(&sizes::table(&html, &parts));
        Ok(())
    })
}

/// Writes the single file anew from the page that was built last.
pub(crate) fn bundle(root: &Path, steps: &mut Steps) -> Outcome {
    steps.step("the single file", || {
        bundle::write(&dist(root), bundle::Effort::Most)
    })
}

/// Writes the policy of the page beside it; gives the page.
fn write_policy(dist: &Path) -> Outcome<String> {
    let html = read(&dist.join("index.html"))?;
    let policy = csp::policy(&html)?;
    let file = dist.join("csp.txt");
    fs::write(&file, format!("{policy}\n"))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(html)
}

/// trunk in the browser's environment.
pub(crate) fn trunk(environment: &Environment) -> std::process::Command {
    let mut trunk = environment.command("trunk");
    // trunk reads the variable as a yes or no and refuses the customary 1.
    trunk.env_remove("NO_COLOR");
    trunk
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
